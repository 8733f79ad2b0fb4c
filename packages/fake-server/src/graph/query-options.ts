import { QueryRefused } from "../odata/index.ts";
import type { GraphRequest } from "./exchange.ts";
import type { Route } from "./router.ts";

/** What a request's address says behind the question mark. */
export type QueryOptions = Pick<GraphRequest, "query" | "doubled">;

/**
 * The options of a query string, by name and decoded. Where nothing is encoded, they are read as they stand, in a fraction
 * of the time.
 */
export function readQueryString(text: string): QueryOptions {
  const search = text.startsWith("?") ? text.slice(1) : text;
  const query: Record<string, string> = {};
  if (search === "") return { query };
  let doubled: string | undefined;
  for (const [name, value] of /[%+]/.test(search) ? new URLSearchParams(search) : plainPairs(search)) {
    if (Object.hasOwn(query, name)) doubled ??= name;
    query[name] = value;
  }
  return doubled === undefined ? { query } : { query, doubled };
}

function* plainPairs(search: string): Generator<readonly [string, string]> {
  for (const option of search.split("&")) {
    const equals = option.indexOf("=");
    if (option !== "") yield equals < 0 ? [option, ""] : [option.slice(0, equals), option.slice(equals + 1)];
  }
}

/** Every option that there is, as this service spells it. */
const NAMES = [
  "$select",
  "$filter",
  "$search",
  "$orderby",
  "$top",
  "$skip",
  "$count",
  "$expand",
  "$format",
  "$skiptoken",
  "$deltatoken",
] as const;

export type OptionName = (typeof NAMES)[number];

/** What one object applies: a number beside it is what makes a chain of managers an advanced query. */
export const ALONE: readonly OptionName[] = ["$expand", "$count"];
/** What the number of a list's objects can be asked for by. */
export const COUNTED: readonly OptionName[] = ["$filter", "$search"];

const KNOWN: ReadonlySet<string> = new Set(NAMES);
const JSON_FORMAT = /^(?:json|application\/json)\b/i;

/**
 * A request whose options are spelt as the service spells them: their names have no case, and may do without the `$`. What
 * is no option of OData's is the client's own, and means nothing.
 *
 * @see https://learn.microsoft.com/graph/query-parameters
 * @throws QueryRefused for an option that there is not, for one that is given twice, and for a value that none has
 */
export function withKnownOptions(request: GraphRequest): GraphRequest {
  const { query, doubled } = request;
  if (doubled !== undefined && spelt(doubled) !== undefined) throw givenTwice(doubled);
  const isKnown = Object.keys(query).every((name) => KNOWN.has(name) || spelt(name) === undefined);
  const known = isKnown ? request : { ...request, query: respelt(query) };
  checkValues(known.query);
  return known;
}

/** How the service spells the name of an option; `undefined` where it is none of OData's. */
function spelt(written: string): string | undefined {
  const name = written.toLowerCase();
  if (name.startsWith("$")) return name;
  return KNOWN.has(`$${name}`) ? `$${name}` : undefined;
}

function respelt(query: GraphRequest["query"]): GraphRequest["query"] {
  const known: Record<string, string> = {};
  for (const [written, value] of Object.entries(query)) {
    const name = spelt(written) ?? written;
    if (Object.hasOwn(known, name)) throw givenTwice(written);
    known[name] = value;
  }
  return known;
}

function checkValues(query: GraphRequest["query"]): void {
  const unknown = Object.keys(query).find((name) => name.startsWith("$") && !KNOWN.has(name));
  if (unknown !== undefined)
    throw new QueryRefused("BadRequest", `The query parameter '${unknown}' is not supported.`);
  const { $count, $format } = query;
  if ($count !== undefined && !/^(?:true|false)$/i.test($count)) {
    throw new QueryRefused(
      "BadRequest",
      `Invalid value '${$count}' for $count query option found. Valid values are '0/1/true/false'.`,
    );
  }
  if ($format !== undefined && !JSON_FORMAT.test($format)) {
    throw new QueryRefused("BadRequest", `The format '${$format}' is not supported: answers are JSON.`);
  }
}

function givenTwice(name: string): QueryRefused {
  return new QueryRefused(
    "BadRequest",
    `Query option '${name}' was specified more than once, but it must be specified at most once.`,
  );
}

/**
 * Refuses what a route would not apply: of a read, no option is dropped without a word. Everything that is read can be
 * selected from. The text is that of the library that Graph is built on.
 */
export function refuseUnapplied({ takes = [] }: Route, { method, query }: GraphRequest): void {
  if (method !== "GET") return;
  for (const name of Object.keys(query)) {
    if (!name.startsWith("$") || name === "$select" || name === "$format") continue;
    if (takes.includes(name as OptionName)) continue;
    const option = name.charAt(1).toUpperCase() + name.slice(2);
    throw new QueryRefused(
      "BadRequest",
      `The query specified in the URI is not valid. Query option '${option}' is not allowed. To allow it, set the 'AllowedQueryOptions' property on EnableQueryAttribute or QueryValidationSettings.`,
    );
  }
}
