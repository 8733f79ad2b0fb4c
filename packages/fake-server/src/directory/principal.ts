import type { Party } from "../replication/index.ts";
import { Refusal } from "./refusal.ts";

/** Who asks, as far as the rules of the directory go. */
export interface Principal extends Party {
  /** The user who is signed in; absent for an application on its own. */
  readonly userId?: string;
  /** What its token carries: an application's permissions, or the scopes that a user has lent one. Absent: everything. */
  readonly permissions?: readonly string[];
}

/** Whether the caller's token carries one of these permissions. */
export function holdsPermission({ permissions }: Principal, anyOf: readonly string[]): boolean {
  return permissions === undefined || permissions.some((permission) => anyOf.includes(permission));
}

export function refuseWithoutPermission(principal: Principal, anyOf: readonly string[]): void {
  if (!holdsPermission(principal, anyOf)) throw new Refusal({ reason: "privileges-insufficient" });
}
