import { createWorld, type WorldPlan } from "../create-world.ts";
import { readScenario, scenarioNamed } from "../scenario/index.ts";
import { seedIn, type World } from "../world/index.ts";

/** What the worlds of tests are made of. Each has a clock of its own. */
export interface TestWorldPlan extends Omit<WorldPlan, "clock"> {
  /**
   * Furnishes each new world further, in code, once: every test begins where this ends. Here clients may work, too.
   * Default: nothing.
   */
  readonly furnish?: (world: World) => void | Promise<void>;
}

const KNOWN: readonly string[] = [
  "scenario",
  "seed",
  "realism",
  "furnish",
] satisfies readonly (keyof TestWorldPlan)[];

/**
 * Refuses what cannot be meant, before any test runs.
 *
 * @throws TypeError or RangeError with the option and what it has to be
 */
export function checkPlan(plan: TestWorldPlan, asked: string): void {
  if (typeof plan !== "object" || plan === null) {
    throw new TypeError(
      `${asked} takes an object, such as { scenario: "one-tenant", realism: "documented" }`,
    );
  }
  const unknown = Object.keys(plan).find((name) => !KNOWN.includes(name));
  if (unknown !== undefined) {
    throw new TypeError(`${asked} has no option "${unknown}"; it has ${KNOWN.join(", ")}`);
  }
  const { scenario, furnish, ...own } = plan;
  if (furnish !== undefined && typeof furnish !== "function") {
    throw new TypeError(`${asked}: furnish has to be a function of a world`);
  }
  // An empty world costs nothing, and a large scenario much.
  createWorld(own);
  if (scenario !== undefined) {
    readScenario(typeof scenario === "string" ? scenarioNamed(scenario) : scenario);
  }
}

/** A new world after the plan; with the seed of the environment, where that has one. */
export async function openWorld({ furnish, ...plan }: TestWorldPlan): Promise<World> {
  const seed = seedOfEnvironment();
  const world = createWorld({ ...plan, ...(seed !== undefined && { seed }) });
  await furnish?.(world);
  return world;
}

/** In words, for whoever reads a report. */
export function describePlan({ scenario, realism }: TestWorldPlan, { seed }: World): string {
  const named = typeof scenario === "string" ? `, scenario ${scenario}` : "";
  return `seed ${seed}${named}${realism === undefined ? "" : `, realism ${realism}`}`;
}

/** `VESTIBULE_SEED`: the seed of a run that is to be run again, whatever the tests say. */
function seedOfEnvironment(): number | string | undefined {
  const text = environment("VESTIBULE_SEED");
  return text === "" ? undefined : seedIn(text);
}

/** A variable of the environment; empty where there is none. */
export function environment(name: string): string {
  const { process } = globalThis as {
    readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
  };
  return process?.env?.[name]?.trim() ?? "";
}
