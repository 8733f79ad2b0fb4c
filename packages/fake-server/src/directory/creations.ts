import type { View } from "../replication/index.ts";
import type { Directory } from "./directory.ts";
import type { Creation, DirectoryObject } from "./directory-object.ts";
import { rolesOf } from "./directory-roles.ts";
import { deletedAtOf, RESTORABLE_MS } from "./object-quota.ts";
import { Refusal } from "./refusal.ts";
import { isAdministrators } from "./role-templates.ts";
import type { Access } from "./users.ts";

/** What counts of an object that can no longer be restored, for as long again as it could be. */
const AFTERGLOW = { share: 1 / 4, forMs: RESTORABLE_MS };

/**
 * The note of who made an object, to be written together with it. Kept of those alone who have no administrator's role:
 * nobody else is held to a number. Applications that call on their own are held to it as well, says Microsoft's staff,
 * and not with every permission; so each is what it was said to be.
 *
 * @see https://github.com/MicrosoftDocs/azure-docs/issues/63468
 * @throws Refusal where the caller has made as many as one may
 */
export function creationBy(
  directory: Directory,
  access: Access,
  objectId: string,
): readonly (readonly [string, Creation])[] {
  const creatorId = access.party.principalId;
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
  const deletedAt = deletedAtOf(object);
  if (deletedAt === null) return 1;
  const goneForMs = now() - deletedAt;
  if (goneForMs < RESTORABLE_MS) return 1;
  return goneForMs < RESTORABLE_MS + AFTERGLOW.forMs ? AFTERGLOW.share : 0;
}

function isAdministrator(primary: View<DirectoryObject>, principalId: string): boolean {
  const principal = primary.get(principalId);
  if (principal?.kind === "servicePrincipal") return principal.isAdministrator;
  return [...rolesOf(primary, principalId)].some(isAdministrators);
}
