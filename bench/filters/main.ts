// What filters cost: npm run filters
// Prints how many are read in a second, what one answers from an index, and what it takes to look at everybody.
import { cpus } from "node:os";
import { createWorld } from "@vestibule/fake-server";
import { callContext } from "@vestibule/sdk/wire";
import { readListQuery, userModel } from "../../packages/fake-server/src/odata/index.ts";
import { parseFilter } from "../../packages/fake-server/src/odata/parser.ts";
import { peers } from "./peers.ts";
import { FILTERS } from "./real-filters.ts";
import { compare } from "./rounds.ts";

const USERS = 100_000;

console.log(
  `Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model}; ${USERS.toLocaleString("en")} users\n`,
);

/** In turn, so that no filter is read twice in a row; nothing is remembered between them. */
const filterAt = (n: number) => FILTERS[n % FILTERS.length] ?? "";
const trees = FILTERS.map((filter) => JSON.stringify(parseFilter(filter)));
await compare(
  {
    title: `${FILTERS.length} filters that people send, per second`,
    unit: (perSecond) => perSecond,
    ...({ better: "more", digits: 0 } as const),
  },
  [
    { name: "read into a tree", goal: 300_000, once: (n) => parseFilter(filterAt(n)) },
    {
      name: "read, held against what Graph supports, and compiled",
      once: (n) => readListQuery(userModel, { filter: filterAt(n), count: "true" }, true),
    },
    ...peers(FILTERS),
    { name: "JSON.parse of the same trees", once: (n) => JSON.parse(trees[n % trees.length] ?? "") },
  ],
);

const world = createWorld({ seed: 1 });
const tenant = world.cloud("public").tenant("contoso").domain("contoso.example").members(USERS);
tenant.throttle("none");
const transport = tenant.transport({ as: tenant.app("bench") });
const context = callContext();
const $select = "id,displayName,mail,userPrincipalName,userType,createdDateTime";

/** A whole request, from the transport to the body. */
async function find($filter: string | undefined, $top: string): Promise<readonly Record<string, unknown>[]> {
  const { status, body } = await transport.send({
    operation: { id: "bench", effect: "read" },
    ...({ method: "GET", version: "v1.0", headers: {}, context } as const),
    target: { path: "/users", query: { $select, $top, ...($filter !== undefined && { $filter }) } },
  });
  if (status !== 200) throw new Error(`${$filter} was answered with ${status}`);
  return (body as { readonly value: readonly Record<string, unknown>[] }).value;
}

const everybody = [...(await find(undefined, "999"))];
const names = everybody.map(({ userPrincipalName }) => String(userPrincipalName));
const nameAt = (n: number) => names[(n * 7919) % names.length] ?? "";
const ids = everybody.map(({ id }) => String(id));
const idAt = (n: number) => ids[(n * 7919) % ids.length] ?? "";
const byName = new Map(everybody.map((user) => [String(user.userPrincipalName).toLowerCase(), user]));
await compare(
  {
    title: "One user by an indexed property, whole request, in microseconds",
    unit: (perSecond) => 1e6 / perSecond,
    ...({ better: "less", digits: 2 } as const),
  },
  [
    {
      name: "userPrincipalName eq '…'",
      goal: 20,
      once: (n) => find(`userPrincipalName eq '${nameAt(n)}'`, "1"),
    },
    {
      name: "userPrincipalName eq '…' and accountEnabled eq true",
      goal: 20,
      once: (n) => find(`userPrincipalName eq '${nameAt(n)}' and accountEnabled eq true`, "1"),
    },
    { name: "id eq '…'", goal: 20, once: (n) => find(`id eq '${idAt(n)}'`, "1") },
    {
      name: "proxyAddresses/any(p:p eq 'SMTP:…')",
      goal: 20,
      once: (n) => find(`proxyAddresses/any(p:p eq 'SMTP:${nameAt(n)}')`, "1"),
    },
    { name: "a bare Map look-up", once: (n) => byName.get(nameAt(n).toLowerCase()) },
  ],
);

/** As many users as there are in the directory, as bare objects. */
const crowd = Array.from({ length: USERS }, (_, n) => ({ ...everybody[n % everybody.length] }));
const SEARCHES = [
  "displayName eq 'nobody'",
  "startsWith(userPrincipalName,'nobody')",
  "createdDateTime ge 2100-01-01T00:00:00Z",
  "userType eq 'Guest' and (mail ge 'x' or startsWith(displayName,'x'))",
  "otherMails/any(x:startsWith(x,'nobody'))",
];
await compare(
  {
    title: "Everybody looked at, and nobody found, whole request, in milliseconds",
    unit: (perSecond) => 1e3 / perSecond,
    ...({ better: "less", digits: 2 } as const),
  },
  [
    ...SEARCHES.map((filter) => ({ name: filter, goal: 50, once: () => find(filter, "100") })),
    {
      name: "a bare loop over as many objects, comparing one name",
      once: () => crowd.filter(({ displayName }) => String(displayName).toLowerCase() === "nobody"),
    },
  ],
);
