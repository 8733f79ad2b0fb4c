import { fetchDoor, transportDoor } from "./doors/index.ts";
import { furnish, readScenario, type Scenario, type ScenarioName, scenarioNamed } from "./scenario/index.ts";
import type { WorldSnapshot } from "./snapshot/index.ts";
import { World, type WorldOptions } from "./world/index.ts";

/** What a world is made of, and what it is furnished with. */
export interface WorldPlan extends WorldOptions {
  /** What is there at first: a scenario, or the name of one of the library. Default: nothing. Its `seed` and `realism` go where these options name none. */
  readonly scenario?: Scenario | ScenarioName;
  /** A world to go on with, as `world.snapshot()` or `readSnapshot` gives it. It has seed, realism and time in it: nothing else can be said beside it. */
  readonly snapshot?: WorldSnapshot;
}

/**
 * Makes a world: an Entra in memory, on virtual time.
 *
 * @example
 * ```ts
 * const world = createWorld({ seed: 42, realism: "documented" });
 * const contoso = world.cloud("public").tenant("contoso");
 * const b2b = createB2BClient({
 *   transport: contoso.transport({ as: contoso.app("inviter") }),
 *   clock: world.clock,
 * });
 * ```
 * @throws TypeError or RangeError for options that cannot be meant, and for a scenario or a snapshot with the path of what is wrong in it
 */
export function createWorld(options: WorldPlan = {}): World {
  if (typeof options !== "object" || options === null) return open(options);
  const { scenario, snapshot, ...own } = options;
  if (snapshot !== undefined) return goOn(snapshot, options);
  if (scenario === undefined) return open(own);
  const {
    seed = 1,
    realism = "instant",
    ...rest
  } = readScenario(typeof scenario === "string" ? scenarioNamed(scenario) : scenario);
  const world = open({ seed, realism, ...own });
  furnish(world, rest);
  return world;
}

function goOn(snapshot: WorldSnapshot, options: WorldPlan): World {
  const other = Object.entries(options).find(([name, value]) => name !== "snapshot" && value !== undefined);
  if (other !== undefined)
    throw new TypeError(`a snapshot has seed, realism and time in it: ${other[0]} has no place beside it`);
  const world = open({});
  world.restore(snapshot);
  return world;
}

function open(options: WorldOptions): World {
  return new World(options, { transport: transportDoor, fetch: fetchDoor });
}
