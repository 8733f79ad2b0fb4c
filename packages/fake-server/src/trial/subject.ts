import type { Tenant, World } from "../world/index.ts";

/** What can be judged: a world, which stands for all of its tenants, or one tenant. */
export type Subject = World | Tenant;

/**
 * The tenants of what is to be judged, and what to call it.
 *
 * @throws TypeError for anything else: a test of a client or a promise by mistake would test nothing
 */
export function tenantsOf(given: unknown, asked: string): { tenants: readonly Tenant[]; name: string } {
  if (isTenant(given)) return { tenants: [given], name: given.name };
  if (isWorld(given)) return { tenants: given.tenants, name: "the world" };
  const what = given instanceof Promise ? "a promise; await it first" : `${described(given)}`;
  throw new TypeError(`${asked} looks at a world or a tenant, not at ${what}`);
}

function isTenant(given: unknown): given is Tenant {
  return typeof given === "object" && given !== null && "directory" in given && "faults" in given;
}

function isWorld(given: unknown): given is World {
  return typeof given === "object" && given !== null && "tenants" in given && "clock" in given;
}

function described(given: unknown): string {
  if (given === null || given === undefined) return String(given);
  return typeof given === "object" ? "another object" : `a ${typeof given}`;
}
