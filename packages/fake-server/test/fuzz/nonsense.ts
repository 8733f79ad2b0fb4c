import fc from "fast-check";
import { routes } from "../../src/graph/routes/index.ts";
import { realRequests, type Sent } from "./real-requests.ts";

const real = fc.constantFrom(...realRequests);
const method = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.constantFrom("GET", "GET", "POST", "PATCH", "PUT", "DELETE", "HEAD", "OPTIONS"),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "FOO",
      "get",
      "Patch",
      "Delete",
      "MERGE",
      "PROPFIND",
      "constructor",
      "$",
      "G".repeat(999),
    ),
  },
);

const strange = fc.oneof(
  fc.constantFrom(
    "",
    "null",
    "undefined",
    "__proto__",
    "constructor",
    "toString",
    "$ref",
    "$count",
    "%00",
    "%",
    "%zz",
  ),
  fc.constantFrom(
    "..",
    "%2e%2e",
    "%2F",
    "*",
    "'",
    "''",
    "()",
    "('",
    "x'y",
    "a=b",
    "1e999",
    "-1",
    "😀",
    "\u202e",
  ),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom("x", "(", "a/", "not ", "'").map((piece) => piece.repeat(3_000)),
);
const known = fc.constantFrom(
  "%user%",
  "%guest%",
  "%group%",
  "%app%",
  "%sp%",
  "%tenant%",
  "%policy%",
  "%role%",
  "%nobody%",
);
const key = fc.oneof({ weight: 3, arbitrary: known }, { weight: 1, arbitrary: strange });

/** The path of a route, with anything at all for its keys. */
const anyRoute = fc
  .tuple(fc.constantFrom(...routes.map(({ path }) => path)), fc.array(key, { minLength: 3, maxLength: 3 }))
  .map(([path, keys]) => {
    const rest = [...keys];
    return path.replaceAll(/\{\w+\}/g, () => encodeSome(rest.shift() ?? ""));
  });

const option = fc.constantFrom(
  ...["$filter", "$select", "$orderby", "$top", "$skip", "$search", "$expand", "$count", "$skiptoken"],
  ...["$deltatoken", "$format", "$apply", "$levels", "filter", "select", "x", "__proto__"],
);
const fragments = fc
  .array(
    fc.constantFrom(
      ..."( ) ' '' , : / eq ne in has any all not and or null true false $it $select= $filter= ;".split(" "),
      ..."displayName mail userType identities/any( i:i/issuer startsWith( endsWith( id -1 9e99 members".split(
        " ",
      ),
      ..."2020-01-01T00:00:00Z duration'P1D' guid'0' %user% x".split(" "),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(" "));
const optionValue = fc.oneof({ weight: 3, arbitrary: fragments }, { weight: 1, arbitrary: strange });
const query = fc
  .array(fc.tuple(option, optionValue), { maxLength: 4 })
  .map((pairs) => pairs.map(([name, value]) => `${name}=${encodeURIComponent(wellFormed(value))}`).join("&"));

const headerValue = fc.oneof(
  fc.constantFrom(
    "eventual",
    "EVENTUAL",
    "session",
    "return=minimal",
    "return=representation",
    "odata.maxpagesize=0",
  ),
  fc.constantFrom("", "application/xml", "*/*", "0", "x".repeat(5_000)),
  fc.constantFrom(
    "application/json;charset=utf-16",
    "return=",
    "return=minimal,return=representation",
    ";;",
    '"',
    "Bearer",
  ),
  fc.string({ maxLength: 12 }),
);
const headers = fc.dictionary(
  fc.constantFrom(
    "ConsistencyLevel",
    "Prefer",
    "Content-Type",
    "Accept",
    "client-request-id",
    "If-Match",
    "OData-Version",
    "X-HTTP-Method-Override",
    "Content-Encoding",
  ),
  headerValue,
  { maxKeys: 3 },
);

const value = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    "",
    "x",
    [],
    {},
    [null],
    [[]],
    [{}],
    ["%user%"],
    "%nobody%",
    "__proto__",
  ),
  strange,
  fc.jsonValue({ maxDepth: 3 }),
);

/** A real body with anything at all in one place, or with one name more. */
const spoiltBody = fc
  .tuple(real, fc.nat(), value, fc.constantFrom("replace", "remove", "add"))
  .map(([sent, at, given, how]) => {
    const body = structuredClone(sent.body ?? {});
    spoil(body, at, given, how);
    return { ...sent, body };
  });

/** Any request that can be put together from what requests are made of. */
export const nonsense: fc.Arbitrary<Sent> = fc.oneof(
  fc.record({
    method,
    path: fc.tuple(anyRoute, query).map(([path, options]) => (options === "" ? path : `${path}?${options}`)),
    headers,
    body: fc.option(
      fc.oneof(
        value,
        real.map(({ body }) => body),
      ),
      { nil: undefined },
    ),
  }),
  fc.tuple(spoiltBody, headers).map(([sent, more]) => ({ ...sent, headers: { ...sent.headers, ...more } })),
  fc.tuple(real, query).map(([sent, options]) => ({
    ...sent,
    path: `${sent.path}${sent.path.includes("?") ? "&" : "?"}${options}`,
  })),
);

/** A real request, whole: every other request a stranger would be none. */
export const sound = real;

function spoil(body: unknown, at: number, given: unknown, how: string): void {
  const places: [Record<string, unknown>, string][] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    for (const name of Object.keys(node)) {
      places.push([node as Record<string, unknown>, name]);
      walk((node as Record<string, unknown>)[name]);
    }
  };
  walk(body);
  const [node, name] = places[at % places.length] ?? [body as Record<string, unknown>, "x"];
  if (how === "remove") delete node[name];
  else
    Object.defineProperty(node, how === "add" ? `${name}x` : name, {
      value: given,
      enumerable: true,
      configurable: true,
      writable: true,
    });
}

/** Some keys as a careful client sends them, and some as a careless one does. */
function encodeSome(text: string): string {
  return text.length % 2 === 0 || text.startsWith("%") ? text : encodeURIComponent(wellFormed(text));
}

function wellFormed(text: string): string {
  return text.toWellFormed();
}
