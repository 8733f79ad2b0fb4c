import type { View } from "../replication/index.ts";
import type { Application, ServicePrincipal } from "./application.ts";
import type { Directory } from "./directory.ts";
import type { DirectoryObject, Ownership } from "./directory-object.ts";
import { rolesOf } from "./directory-roles.ts";
import type { Group } from "./group.ts";
import { holdsPermission, type Principal } from "./principal.ts";
import { Refusal } from "./refusal.ts";
import { roleTemplate } from "./role-templates.ts";
import { type Access, findUser } from "./users.ts";

/** What has owners. */
export type Owned = Pick<Group | Application | ServicePrincipal, "kind" | "id">;

/** What the log calls the collection that an owned object is of. */
const COLLECTIONS = {
  group: "groups",
  application: "applications",
  servicePrincipal: "servicePrincipals",
} as const;

/**
 * How many owners an application has at the most. That a service principal has no more is assumed.
 *
 * @see https://learn.microsoft.com/entra/identity/users/directory-service-limits-restrictions
 */
const OWNERS_OF_APPLICATION = 100;

/** Whoever registers applications for everybody owns none of them by that. */
const MANAGING = new Set(["Application Administrator", "Cloud Application Administrator"]);

/** Makes a user or an application an owner; a second time is refused. */
export function addOwner(directory: Directory, access: Access, owned: Owned, ownerId: string): void {
  const writes = new Map(ownerships(directory, access, owned, [ownerId]));
  access.commit(`${COLLECTIONS[owned.kind]}.addOwner`, writes);
}

/** What makes users and applications owners: to be written together. */
export function ownerships(
  { limits }: Directory,
  access: Access,
  owned: Owned,
  ownerIds: readonly string[],
): readonly (readonly [string, Ownership])[] {
  const added = [...new Set(ownerIds.map((id) => id.toLowerCase()))];
  const writes = added.map((ownerId) => {
    if (!canOwn(access.view, ownerId)) throw new Refusal({ reason: "resource-not-found", id: ownerId });
    const id = ownershipId(owned.id, ownerId);
    if (access.primary.get(id) !== undefined) throw new Refusal({ reason: "reference-exists", of: "owners" });
    return [id, { kind: "ownership", ownedId: owned.id, ownerId }] as const;
  });
  const count = access.primary.find(`ownersOf:${owned.id}`).length + added.length;
  const most = owned.kind === "group" ? limits.of("owners-per-group") : OWNERS_OF_APPLICATION;
  if (count > most) throw new Refusal({ reason: "too-many-owners", count, most });
  return writes;
}

/**
 * Who owns an application, or a service principal, from the moment it is made: the user who is signed in, or an
 * application that may manage none but its own.
 *
 * @see https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
 * @see https://learn.microsoft.com/graph/permissions-reference
 */
export function firstOwners({ view }: Access, principal: Principal): readonly string[] {
  const { userId, principalId } = principal;
  if (userId !== undefined) {
    const roles = [...rolesOf(view, userId)].flatMap((role) => roleTemplate(role)?.displayName ?? []);
    return roles.some((role) => MANAGING.has(role)) ? [] : [userId];
  }
  const managesItsOwn = principal.permissions?.includes("Application.ReadWrite.OwnedBy") === true;
  const managesAll = holdsPermission(principal, ["Application.ReadWrite.All"]);
  return principalId !== undefined && managesItsOwn && !managesAll ? [principalId] : [];
}

/** Takes an owner away. A group that has users for owners keeps one of them. */
export function removeOwner(access: Access, owned: Owned, ownerId: string): void {
  const id = ownershipId(owned.id, ownerId.toLowerCase());
  if (access.primary.get(id) === undefined) throw new Refusal({ reason: "resource-not-found", id: ownerId });
  if (owned.kind === "group" && isLastUser(access, owned.id, ownerId.toLowerCase())) {
    throw new Refusal({ reason: "owner-last" });
  }
  access.commit(`${COLLECTIONS[owned.kind]}.removeOwner`, new Map([[id, null]]));
}

/** An application beside it does not count. */
function isLastUser({ primary }: Access, groupId: string, ownerId: string): boolean {
  const users = listOwners(primary, groupId).filter((id) => findUser(primary, id) !== undefined);
  return users.length === 1 && users[0] === ownerId;
}

/** The ids of the owners of an object, as a view shows them. */
export function listOwners(view: View<DirectoryObject>, ownedId: string): readonly string[] {
  return view
    .find(`ownersOf:${ownedId}`)
    .flatMap((object) => (object.kind === "ownership" ? [object.ownerId] : []))
    .filter((ownerId) => canOwn(view, ownerId));
}

/** Whether somebody, or an application, is an owner of an object. */
export function owns(view: View<DirectoryObject>, principalId: string, ownedId: string): boolean {
  return view.get(ownershipId(ownedId, principalId)) !== undefined;
}

function canOwn(view: View<DirectoryObject>, id: string): boolean {
  return view.get(id.toLowerCase())?.kind === "servicePrincipal" || findUser(view, id) !== undefined;
}

function ownershipId(ownedId: string, ownerId: string): string {
  return `ownership/${ownedId}/${ownerId}`;
}
