import type { View } from "../replication/index.ts";
import { refuseTakenUris } from "./applications.ts";
import type { Directory } from "./directory.ts";
import type { DirectoryObject, User } from "./directory-object.ts";
import { refuseTakenNickname } from "./group-changes.ts";
import { deletedAtOf, RESTORABLE_MS } from "./object-quota.ts";
import { type PresentObject, refuseNoGuid } from "./present-object.ts";
import { Refusal } from "./refusal.ts";
import { refuseTakenServicePrincipal } from "./service-principals.ts";
import { refuseTakenAddresses, refuseTakenName, withFreeAddresses } from "./uniqueness.ts";
import { refuseValues } from "./user-values.ts";
import type { Access } from "./users.ts";

/** What has been deleted, and when: in milliseconds on the world's clock. */
export interface Deleted {
  readonly object: PresentObject;
  readonly deletedAt: number;
}

/** Those of one kind that can still be restored, in the order in which they were made. */
export function listDeleted(
  { now }: Directory,
  view: View<DirectoryObject>,
  kind: PresentObject["kind"],
): readonly Deleted[] {
  return view.find(`deleted:${kind}`).flatMap((object) => deletedOf(object, now()) ?? []);
}

export function getDeleted({ now }: Directory, view: View<DirectoryObject>, id: string): Deleted {
  refuseNoGuid(id);
  const object = view.get(id.toLowerCase());
  const deleted = object && deletedOf(object, now());
  if (deleted === undefined) throw new Refusal({ reason: "resource-not-found", id });
  return deleted;
}

/** How a user is to come back, under Graph's own property names. */
export interface RestoreWishes {
  readonly newUserPrincipalName?: string;
  readonly autoReconcileProxyConflict?: boolean;
}

/**
 * Brings a deleted object back, with all that refers to it. Refused where its name has been given to another meanwhile. An
 * application comes back without its service principal, which is restored for itself.
 *
 * @see https://learn.microsoft.com/graph/api/directory-deleteditems-restore
 */
export function restoreDeleted(
  directory: Directory,
  access: Access,
  id: string,
  wishes: RestoreWishes = {},
): PresentObject {
  const { object } = deletedForWriting(directory, access, id);
  const restored = object.kind === "user" ? restoredUser(directory, access, object, wishes) : object;
  if (restored.kind === "user") {
    refuseTakenName(access, restored);
    refuseTakenAddresses(access, restored);
  }
  if (restored.kind === "group") refuseTakenNickname(access, restored);
  if (restored.kind === "application") refuseTakenUris(access, restored);
  if (restored.kind === "servicePrincipal") refuseTakenServicePrincipal(access, restored.appId);
  access.commit("deletedItems.restore", new Map([[restored.id, restored]]));
  return restored;
}

/** With another name, and without the addresses that have been given to another, where that is wished. */
function restoredUser(
  directory: Directory,
  access: Access,
  user: User,
  { newUserPrincipalName: userPrincipalName, autoReconcileProxyConflict }: RestoreWishes,
): User {
  if (userPrincipalName !== undefined) refuseValues(directory, { userPrincipalName });
  const restored = {
    ...user,
    deletedAt: null,
    ...(userPrincipalName !== undefined && { userPrincipalName }),
  };
  return autoReconcileProxyConflict ? withFreeAddresses(access, restored) : restored;
}

/** Ends the time in which an object can be restored: from now on it counts no more. */
export function purgeDeleted(directory: Directory, access: Access, id: string): void {
  const { object } = deletedForWriting(directory, access, id);
  access.commit("deletedItems.delete", new Map([[object.id, null]]));
}

/** Seen where the request arrived, and not restored or gone at the primary. */
function deletedForWriting(directory: Directory, access: Access, id: string): Deleted {
  getDeleted(directory, access.view, id);
  return getDeleted(directory, access.primary, id);
}

function deletedOf(object: DirectoryObject, now: number): Deleted | undefined {
  const deletedAt = deletedAtOf(object);
  if (deletedAt === null || deletedAt + RESTORABLE_MS <= now) return undefined;
  if (object.kind === "user") return { object, deletedAt };
  return object.kind === "deletedItem" ? { object: object.object, deletedAt } : undefined;
}
