// Runs seeds with one safety rule of the SDK switched off: its source is changed as it is loaded, and nowhere else.
import { registerHooks } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import type { Mutant, SourceChange } from "./mutants.ts";

/** How many seeds a rule may be missed for. */
const SEEDS = 4_000;

const { mutant } = workerData as { readonly mutant: Mutant };
const changes = [mutant, ...(mutant.also ?? [])];
const isToCome = new Set(changes.map(({ file }) => file));
registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    const here = changes.filter(({ file }) => url.endsWith(`/packages/sdk/src/${file}`));
    if (here.length === 0) return loaded;
    return { ...loaded, source: here.reduce(changed, String(loaded.source)) };
  },
});

function changed(source: string, { file, from, to }: SourceChange): string {
  if (source.split(from).length !== 2) throw new Error(`${file} does not hold once: ${from}`);
  isToCome.delete(file);
  return source.replace(from, () => to);
}

const { planFor } = await import("./plan.ts");
const { runPlan } = await import("./run.ts");
const { explain, violationsOf } = await import("./violations.ts");

let found: string | undefined;
for (let seed = 0; seed < SEEDS && found === undefined; seed++) {
  const [violation] = violationsOf(await runPlan(planFor(seed)));
  if (violation) found = await explain(violation);
}
if (isToCome.size > 0) throw new Error(`never loaded: ${[...isToCome].join(", ")}`);
parentPort?.postMessage(found);
