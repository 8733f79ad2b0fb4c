import type { Party, View } from "../replication/index.ts";
import type { Directory } from "./directory.ts";
import type { Creation, DirectoryObject } from "./directory-object.ts";
import { RESTORABLE_MS } from "./object-quota.ts";
import { Refusal } from "./refusal.ts";
import type { Access } from "./users.ts";

/** What counts of an object that can no longer be restored, for as long again as it could be. */
const AFTERGLOW = { share: 1 / 4, forMs: RESTORABLE_MS };

/**
 * The note of who made an object, to be written together with it. Kept for people without an administrator's role alone:
 * nobody else is held to a number. An application that calls on its own is not, since what it may do was granted by an
 * administrator.
 *
 * @throws Refusal where that person has made as many as one may
 */
export function creationBy(
  directory: Directory,
  access: Access,
  objectId: string,
): readonly (readonly [string, Creation])[] {
  const creatorId = personOf(access.party);
  if (creatorId === undefined || isAdministrator(access.primary, creatorId)) return [];
  if (objectsCreatedBy(directory, creatorId) + 1 > directory.limits.of("objects-created-by-non-admin")) {
    throw new Refusal({ reason: "quota-exceeded", of: "Principal" });
  }
  return [[`creation/${objectId}`, { kind: "creation", creatorId, objectId }]];
}

/**
 * How many objects somebody has made, as the limit counts them: a deleted one in full for as long as it can be restored,
 * and a quarter of it for as long again.
 */
export function objectsCreatedBy(directory: Directory, creatorId: string): number {
  const primary = directory.store.primary();
  let count = 0;
  for (const creation of primary.find(`createdBy:${creatorId}`)) {
    if (creation.kind === "creation") count += shareOf(directory, primary.get(creation.objectId));
  }
  return count;
}

function shareOf({ now }: Directory, object: DirectoryObject | undefined): number {
  if (object === undefined) return 0;
  if (object.kind !== "user" || object.deletedAt === null) return 1;
  const goneForMs = now() - object.deletedAt;
  if (goneForMs < RESTORABLE_MS) return 1;
  return goneForMs < RESTORABLE_MS + AFTERGLOW.forMs ? AFTERGLOW.share : 0;
}

/** Under which id it is kept that somebody has an administrator's role. */
export function administratorKey(userId: string): string {
  return `administrator/${userId}`;
}

function isAdministrator(primary: View<DirectoryObject>, userId: string): boolean {
  return primary.get(administratorKey(userId)) !== undefined;
}

/** The user who calls, by object id; `undefined` for an application on its own. */
function personOf({ session }: Party): string | undefined {
  return session?.slice(session.indexOf("|") + 1);
}
