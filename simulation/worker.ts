import { parentPort, workerData } from "node:worker_threads";
import type { Assignment, Findings } from "./assignment.ts";
import { planFor } from "./plan.ts";
import { runPlan } from "./run.ts";
import { addRun, emptyTally } from "./tally.ts";
import { type Violation, violationsOf } from "./violations.ts";

// Millions of errors are made here, and nobody reads where: what an invariant says has no use for a stack.
Error.stackTraceLimit = 0;
const { from, until, step, stopAtFirst } = workerData as Assignment;
const tally = emptyTally();
const violations: Violation[] = [];
for (let seed = from; seed < until; seed += step) {
  const run = await runPlan(planFor(seed));
  addRun(tally, run);
  violations.push(...violationsOf(run));
  if (stopAtFirst && violations.length > 0) break;
}
parentPort?.postMessage({ tally, violations } satisfies Findings);
