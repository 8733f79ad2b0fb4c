import type { Directory } from "./directory.ts";
import type { Ownership } from "./directory-object.ts";
import type { Group } from "./group.ts";
import { getGroup } from "./groups.ts";
import { Refusal } from "./refusal.ts";
import { type Access, findUser } from "./users.ts";

/** Makes a user or an application an owner of a group; a second time is refused. */
export function addOwner(directory: Directory, access: Access, groupId: string, ownerId: string): void {
  const group = getGroup(access, groupId);
  access.commit("groups.addOwner", new Map(ownerships(directory, access, group, [ownerId])));
}

/** What makes users and applications owners of a group: to be written together. */
export function ownerships(
  { limits }: Directory,
  access: Access,
  group: Group,
  ownerIds: readonly string[],
): readonly (readonly [string, Ownership])[] {
  const added = [...new Set(ownerIds.map((id) => id.toLowerCase()))];
  const writes = added.map((ownerId) => {
    if (!canOwn(access, ownerId)) throw new Refusal({ reason: "resource-not-found", id: ownerId });
    const id = ownershipId(group.id, ownerId);
    if (access.primary.get(id) !== undefined) throw new Refusal({ reason: "reference-exists", of: "owners" });
    return [id, { kind: "ownership", groupId: group.id, ownerId }] as const;
  });
  const count = access.primary.find(`ownersOf:${group.id}`).length + added.length;
  const most = limits.of("owners-per-group");
  if (count > most) throw new Refusal({ reason: "too-many-owners", count, most });
  return writes;
}

export function removeOwner(access: Access, groupId: string, ownerId: string): void {
  const id = ownershipId(getGroup(access, groupId).id, ownerId.toLowerCase());
  if (access.primary.get(id) === undefined) throw new Refusal({ reason: "resource-not-found", id: ownerId });
  access.commit("groups.removeOwner", new Map([[id, null]]));
}

/** The ids of a group's owners, as a view shows them. */
export function listOwners(access: Pick<Access, "view">, groupId: string): readonly string[] {
  const { id } = getGroup(access, groupId);
  return access.view
    .find(`ownersOf:${id}`)
    .flatMap((object) => (object.kind === "ownership" ? [object.ownerId] : []))
    .filter((ownerId) => canOwn(access, ownerId));
}

function canOwn(access: Pick<Access, "view">, id: string): boolean {
  const application = access.view.get(id.toLowerCase())?.kind === "servicePrincipal";
  return application || findUser(access.view, id) !== undefined;
}

function ownershipId(groupId: string, ownerId: string): string {
  return `ownership/${groupId}/${ownerId}`;
}
