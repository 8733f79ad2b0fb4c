// Random workloads against a directory that lags, refuses, breaks and lies, on virtual time: npm run simulate
//   --seeds N    how many seeds to run (1,000)
//   --from N     the first of them (0)
//   --seed N     one seed, with all that went wrong in it
//   --mutants    whether the simulation would notice: each safety rule of the SDK switched off in turn
// Its threads keep every core busy, so the collector works within them (--single-threaded-gc) and not beside them.
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { describeSchedule } from "@vestibule/fake-server";
import type { Assignment, Findings } from "./assignment.ts";
import { checkMutants } from "./mutation.ts";
import { planFor } from "./plan.ts";
import { runPlan } from "./run.ts";
import { addTally, emptyTally, tallyText, unseenEffects } from "./tally.ts";
import { explain, type Violation, violationsOf } from "./violations.ts";

/** So many seeds have to meet every effect there is. */
const ENOUGH_FOR_ALL = 1_000;

const USAGE = "npm run simulate -- [--seeds N] [--from N] | --seed N | --mutants";

const values = argumentsGiven();
if (values.help) console.log(USAGE);
else if (values.seed !== undefined) await showOne(wholeNumber("seed", values.seed, 0));
else if (values.mutants) await showMutants();
else await runMany(wholeNumber("from", values.from, 0), wholeNumber("seeds", values.seeds, 1));

function argumentsGiven() {
  try {
    return parseArgs({
      options: {
        seeds: { type: "string", default: "1000" },
        from: { type: "string", default: "0" },
        seed: { type: "string" },
        mutants: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    return misused((error as Error).message);
  }
}

function wholeNumber(name: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least) return value;
  return misused(`--${name} has to be a whole number from ${least}, not "${text}"`);
}

function misused(problem: string): never {
  console.error(`${problem}\n${USAGE}`);
  process.exit(2);
}

async function runMany(from: number, seeds: number): Promise<void> {
  const start = performance.now();
  const threads = Math.min(availableParallelism(), Math.max(1, seeds));
  const findings = await Promise.all(
    Array.from({ length: threads }, (_, n) =>
      inThread({ from: from + n, until: from + seeds, step: threads, stopAtFirst: false }),
    ),
  );
  const tally = emptyTally();
  for (const one of findings) addTally(tally, one.tally);
  const violations = findings.flatMap((one) => one.violations);
  const seconds = (performance.now() - start) / 1_000;
  console.log(tallyText(tally));
  console.log(`  violations            ${String(violations.length).padStart(12)}`);
  console.log(
    `  time                  ${`${seconds.toFixed(1)} s`.padStart(12)}   ${threads} threads, Node ${process.version}`,
  );
  const unseen = unseenEffects(tally);
  if (unseen.length > 0) console.log(`  never happened: ${unseen.join(", ")}`);
  if (unseen.length > 0 && seeds >= ENOUGH_FOR_ALL) process.exitCode = 1;
  if (violations.length > 0) await report(violations);
}

async function report(violations: readonly Violation[]): Promise<void> {
  process.exitCode = 1;
  for (const [, several] of Map.groupBy(violations, ({ invariant }) => invariant)) {
    const [first, ...others] = several as [Violation, ...Violation[]];
    const more = others.length > 0 ? ` (and ${others.length} more)` : "";
    console.log(`\n${await explain(first)}; again: npm run simulate -- --seed ${first.seed}${more}`);
  }
}

async function showOne(seed: number): Promise<void> {
  const plan = planFor(seed);
  const run = await runPlan(plan);
  const { faults: _, ...setting } = plan;
  console.log(JSON.stringify(setting));
  for (const { number, lane, kind, requests, error, startedAt, endedAt } of run.calls) {
    const took = `${((endedAt - startedAt) / 1_000).toFixed(1)} s`;
    console.log(
      `call ${number} lane ${lane} ${kind}: ${error?.code ?? "ok"}, ${requests.length} requests, ${took}`,
    );
  }
  console.log(describeSchedule(seed, run.fired));
  const violations = violationsOf(run);
  if (violations.length > 0) await report(violations);
  else console.log("no violation");
}

async function showMutants(): Promise<void> {
  const survivors = await checkMutants((text) => console.log(text));
  if (survivors.length > 0) process.exitCode = 1;
}

function inThread(assignment: Assignment): Promise<Findings> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), {
      workerData: assignment,
      // Whole worlds are thrown away all the time: with little room the collector would copy much of what is about to go.
      resourceLimits: { maxYoungGenerationSizeMb: 192 },
    });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("a thread ended without a word")));
  });
}
