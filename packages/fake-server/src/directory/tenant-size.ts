import type { Store } from "../replication/index.ts";
import type { DirectoryObject } from "./directory-object.ts";

/** S: under 50 users. M: up to 500. L: more. */
export type TenantSize = "S" | "M" | "L";

/** When a tenant was measured, and what came out. */
export interface Measured {
  readonly at: number;
  readonly weight: number;
  readonly size: TenantSize;
}

/** A measure is good for so long, in milliseconds, unless the directory has doubled meanwhile. How often the service looks is not documented. */
const GOOD_FOR_MS = 10_000;

/**
 * The size of a tenant as limits go by it: by its users, guests among them.
 *
 * @see https://learn.microsoft.com/graph/throttling-limits section "Identity and access service limits"
 */
export function measure(store: Store<DirectoryObject>, now: number, last: Measured | undefined): Measured {
  const { weight } = store;
  if (last !== undefined && now - last.at < GOOD_FOR_MS && weight < 2 * last.weight) return last;
  return { at: now, weight, size: sizeOf(store) };
}

function sizeOf(store: Store<DirectoryObject>): TenantSize {
  if (store.weight < 50) return "S";
  let users = 0;
  for (const [, object] of store.primary().entries()) {
    if (object.kind !== "user" || object.deletedAt !== null) continue;
    users++;
    if (users > 500) return "L";
  }
  return users < 50 ? "S" : "M";
}
