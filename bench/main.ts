// What the fake costs, beside plain Map look-ups in the same run. Run it: npm run bench
import { cpus } from "node:os";
import { measureInProcess } from "./in-process.ts";
import { USERS } from "./large-tenant.ts";
import { measureMemory } from "./memory.ts";
import { measureRewind, WRITES } from "./rewind.ts";
import { figureOf, ratioOf } from "./rounds.ts";
import { printTable, spread, verdict } from "./table.ts";

const ROUNDS = 7;
const PROCESSES = 5;
const REWINDS = 20;
const GOALS = { readsPerSecond: 150_000, megabytes: 120, startOverMs: 3 };

const cores = cpus();
console.log(`Node ${process.version}, ${cores.length} cores, ${cores[0]?.model ?? "unknown"}`);
console.log(`Directories of ${USERS.toLocaleString("en")} users. Each figure: median (least–most).\n`);

const { operations, rates } = await measureInProcess(ROUNDS);
const ratesOf = ({ name }: { readonly name: string }) => rates.get(name) ?? [];

console.log(`In process: operations per second, one after the other, ${ROUNDS} rounds`);
printTable(
  ["", "operations/s", "of Map + Promise", "of Map", "goal"],
  operations.flatMap(({ title, fakes, withPromise, withoutPromise }) => [
    ...fakes.map((fake) => {
      const figure = figureOf(ratesOf(fake));
      return [
        fake.name,
        spread(figure),
        spread(ratioOf(ratesOf(fake), ratesOf(withPromise)), 2),
        spread(ratioOf(ratesOf(fake), ratesOf(withoutPromise)), 2),
        title.startsWith("GET") ? verdict(figure.median >= GOALS.readsPerSecond, "≥ 150,000") : "",
      ];
    }),
    ...[withPromise, withoutPromise].map((bare) => [bare.name, spread(figureOf(ratesOf(bare)))]),
  ]),
);

const { heapBytes, seedMs } = measureMemory(PROCESSES);
const inMegabytes = ({ median, least, most }: typeof heapBytes) => ({
  median: median / 1e6,
  least: least / 1e6,
  most: most / 1e6,
});
const megabytes = inMegabytes(heapBytes);
const startOver = await measureRewind(REWINDS);

console.log(`\nMemory and set-up: ${PROCESSES} fresh processes; starting over: ${REWINDS} times`);
printTable(
  ["", "", "goal"],
  [
    ["heap, MB", spread(megabytes, 1), verdict(megabytes.median <= GOALS.megabytes, "≤ 120")],
    ["heap, bytes a user", spread({ ...heapBytes, ...perUser(heapBytes) }), ""],
    ["seeding, ms", spread(seedMs), ""],
    ["mark, ms", spread(startOver.mark, 2), ""],
    [`${WRITES.toLocaleString("en")} writes, ms`, spread(startOver.writes, 1), ""],
    ["rewind, ms", spread(startOver.rewind, 2), ""],
    [
      "mark + rewind, ms",
      spread(startOver.both, 2),
      verdict(startOver.both.median <= GOALS.startOverMs, "≤ 3"),
    ],
  ],
);

function perUser({ median, least, most }: typeof heapBytes): typeof heapBytes {
  return { median: median / USERS, least: least / USERS, most: most / USERS };
}
