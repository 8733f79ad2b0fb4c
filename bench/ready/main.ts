/** How long it takes from the start of a process until a fake says that it listens: `npm run ready`. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const ROUNDS = 15;
const GOAL_MS = 150;

/** Each with what is told to Node, and to the program. */
const SUBJECTS: readonly (readonly [string, string, readonly string[]])[] = [
  ["a bare server of Node's", "bare.ts", []],
  ["the fake", "fake.ts", []],
  ["the fake, with its authority", "fake.ts", ["--with-authority"]],
];

const took = new Map<string, number[]>(SUBJECTS.map(([name]) => [name, []]));
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, file, args] of SUBJECTS) took.get(name)?.push(await readyAfter(file, args));
}
for (const [name, all] of took) {
  const sorted = all.toSorted((one, other) => one - other);
  const median = sorted[Math.floor(ROUNDS / 2)] ?? 0;
  const range = `(${Math.round(sorted[0] ?? 0)} to ${Math.round(sorted.at(-1) ?? 0)})`;
  const met = name.startsWith("the fake")
    ? `   goal ${GOAL_MS}: ${median <= GOAL_MS ? "met" : "missed"}`
    : "";
  console.log(`  ${name.padEnd(30)} ${median.toFixed(0).padStart(4)} ms ${range}${met}`);
}

/** Milliseconds until the first line. */
async function readyAfter(file: string, args: readonly string[]): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(import.meta.dirname, file), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  const ready = performance.now() - started;
  child.kill();
  await once(child, "close");
  return ready;
}
