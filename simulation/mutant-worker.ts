// Runs seeds with one safety rule of the SDK switched off: its source is changed as it is loaded, and nowhere else.
import { registerHooks } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import type { Mutant } from "./mutants.ts";

/** How many seeds a rule may be missed for. */
const SEEDS = 2_000;

const { file, from, to } = (workerData as { readonly mutant: Mutant }).mutant;
let isChanged = false;
registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (!url.endsWith(`/packages/sdk/src/${file}`)) return loaded;
    const source = String(loaded.source);
    if (source.split(from).length !== 2) throw new Error(`${file} does not hold once: ${from}`);
    isChanged = true;
    return { ...loaded, source: source.replace(from, () => to) };
  },
});

const { planFor } = await import("./plan.ts");
const { runPlan } = await import("./run.ts");
const { explain, violationsOf } = await import("./violations.ts");

let found: string | undefined;
for (let seed = 0; seed < SEEDS && found === undefined; seed++) {
  const [violation] = violationsOf(await runPlan(planFor(seed)));
  if (violation) found = await explain(violation);
}
if (!isChanged) throw new Error(`${file} was never loaded`);
parentPort?.postMessage(found);
