import { fetchDoor, transportDoor } from "./doors/index.ts";
import { World, type WorldOptions } from "./world/index.ts";

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
 */
export function createWorld(options: WorldOptions = {}): World {
  return new World(options, { transport: transportDoor, fetch: fetchDoor });
}
