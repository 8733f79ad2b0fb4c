/**
 * How long it takes from the start of a process until it says that it listens: `npm run ready`. The fake is the command
 * as it is installed, up to the line that `serve --json` prints.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const ROUNDS = 15;
const GOAL_MS = 150;
const COMMAND = join(import.meta.dirname, "../../packages/fake-server/bin/vestibule-fake.js");

/** Each with what is told to Node. */
const SUBJECTS: readonly (readonly [string, readonly string[]])[] = [
  ["a bare server of Node's", [join(import.meta.dirname, "bare.ts")]],
  ["vestibule-fake serve", [COMMAND, "serve", "--json"]],
];

const took = new Map<string, number[]>(SUBJECTS.map(([name]) => [name, []]));
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, args] of SUBJECTS) took.get(name)?.push(await readyAfter(args));
}
for (const [name, all] of took) {
  const sorted = all.toSorted((one, other) => one - other);
  const median = sorted[Math.floor(ROUNDS / 2)] ?? 0;
  const range = `(${Math.round(sorted[0] ?? 0)} to ${Math.round(sorted.at(-1) ?? 0)})`;
  const met = name.startsWith("vestibule-fake")
    ? `   goal ${GOAL_MS}: ${median <= GOAL_MS ? "met" : "missed"}`
    : "";
  console.log(`  ${name.padEnd(30)} ${median.toFixed(0).padStart(4)} ms ${range}${met}`);
}

/** Milliseconds until the first line. */
async function readyAfter(args: readonly string[]): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  const ready = performance.now() - started;
  child.kill();
  await once(child, "close");
  return ready;
}
