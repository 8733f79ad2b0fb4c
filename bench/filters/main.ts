// What filters cost: npm run filters
// Prints how many are read in a second, what one answers from an index, and what it takes to look at everybody.
import { cpus } from "node:os";
import { readListQuery, userModel } from "../../packages/fake-server/src/odata/index.ts";
import { parseFilter } from "../../packages/fake-server/src/odata/parser.ts";
import { type Found, find, idsOfAll, people, personAt, USERS } from "./directory.ts";
import { peers } from "./peers.ts";
import { FILTERS } from "./real-filters.ts";
import { compare } from "./rounds.ts";

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

const ids = await idsOfAll();
const byName = new Map(people.map((person) => [person.userPrincipalName, person]));

/** One user, who has to be found: an answer without would be quick for nothing. */
async function one($filter: string): Promise<Found> {
  const found = await find({ $filter, $top: "1" });
  if (found.length !== 1) throw new Error(`${$filter} found ${found.length}`);
  return found;
}

type Looked = readonly [name: string, filterOf: (person: ReturnType<typeof personAt>) => string];
const LOOKED_UP: readonly Looked[] = [
  ["userPrincipalName eq '…'", (of) => `userPrincipalName eq '${of.userPrincipalName}'`],
  [
    "userPrincipalName eq '…' and accountEnabled eq true",
    (of) => `userPrincipalName eq '${of.userPrincipalName}' and accountEnabled eq true`,
  ],
  ["id eq '…'", (of) => `id eq '${ids.get(of.userPrincipalName)}'`],
  ["mail eq '…'", ({ mail }) => `mail eq '${mail}'`],
  ["otherMails/any(m:m eq '…')", ({ otherMails }) => `otherMails/any(m:m eq '${otherMails[1]}')`],
  [
    "proxyAddresses/any(p:p eq 'smtp:…')",
    ({ proxyAddresses }) => `proxyAddresses/any(p:p eq '${proxyAddresses[2]}')`,
  ],
];
await compare(
  {
    title: "One user by an indexed property, whole request, in microseconds",
    unit: (perSecond) => 1e6 / perSecond,
    ...({ better: "less", digits: 2 } as const),
  },
  [
    ...LOOKED_UP.map(([name, filterOf]) => ({
      name,
      goal: 20,
      once: (n: number) => one(filterOf(personAt(n))),
    })),
    { name: "a bare Map look-up", once: (n) => byName.get(personAt(n).userPrincipalName) },
  ],
);

/** Each looks at everybody: what fits nobody, what everybody fits and is counted, and what puts all in order. */
const SEARCHES: readonly Readonly<Record<string, string>>[] = [
  { $filter: "displayName eq 'nobody'" },
  { $filter: "startsWith(userPrincipalName,'nobody')" },
  { $filter: "createdDateTime ge 2100-01-01T00:00:00Z" },
  { $filter: "userType eq 'Guest' and (mail ge 'x' or startsWith(displayName,'x'))" },
  { $filter: "otherMails/any(x:startsWith(x,'nobody'))" },
  { $filter: "not(startsWith(mail,'person'))", $count: "true" },
  { $filter: "not(userType eq 'Guest')", $count: "true" },
  { $orderby: "displayName" },
  { $filter: "userType eq 'Guest'", $orderby: "displayName desc", $count: "true" },
  { $search: '"displayName:nobody"' },
  { $search: '"displayName:ada"', $count: "true" },
  { $search: '"displayName:ada" OR "mail:person99"', $orderby: "displayName", $count: "true" },
];
/** As people write it, a filter without its option's name. */
function named({ $filter, $orderby, $search, $count }: Readonly<Record<string, string>>): string {
  const order = $orderby && `in order of ${$orderby}`;
  return [$search, $filter, order, $count && "counted"].filter((part) => part !== undefined).join("; ");
}

await compare(
  {
    title: "Everybody looked at, whole request, in milliseconds",
    unit: (perSecond) => 1e3 / perSecond,
    ...({ better: "less", digits: 2 } as const),
  },
  [
    ...SEARCHES.map((query) => ({
      name: named(query),
      goal: 50,
      once: () => find({ ...query, $top: "100" }),
    })),
    {
      name: "a bare loop over as many objects, comparing one name",
      once: () => people.filter(({ displayName }) => displayName.toLowerCase() === "nobody"),
    },
  ],
);
