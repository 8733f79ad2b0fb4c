import type { Directory } from "./directory.ts";
import type { Group, Membership } from "./directory-object.ts";
import { Refusal } from "./refusal.ts";
import { type Access, findUser } from "./users.ts";

export function getGroup(access: Access, id: string): Group {
  const group = access.view.get(id.toLowerCase());
  if (group?.kind !== "group") throw new Refusal({ reason: "resource-not-found", id });
  return group;
}

/** Adds a user to a group. Both have to be known where the caller's request arrived; a second time is refused. */
export function addMember(access: Access, groupId: string, memberId: string): void {
  commitMembers(access, "groups.addMember", groupId, [memberId]);
}

/** Adds several users to a group at once: all of them, or none. */
export function addMembers(access: Access, groupId: string, memberIds: readonly string[]): void {
  commitMembers(access, "groups.addMembers", groupId, memberIds);
}

/** Whether somebody is in a group, as the caller's instance shows it. */
export function isMember(access: Access, groupId: string, memberId: string): boolean {
  return access.view.get(membershipId(groupId.toLowerCase(), memberId)) !== undefined;
}

/** The ids of a group's members, as the caller's instance shows them. */
export function listMembers(access: Access, groupId: string): readonly string[] {
  const { id } = getGroup(access, groupId);
  return access.view
    .find(`membersOf:${id}`)
    .filter((object) => object.kind === "membership")
    .map(({ memberId }) => memberId)
    .filter((memberId) => findUser(access.view, memberId) !== undefined);
}

export function groupOf(directory: Directory, name: string, isAssignableToRole = false): Group {
  return {
    kind: "group",
    id: directory.chance.guid(`group/${name}`),
    displayName: name,
    isAssignableToRole,
    createdDateTime: directory.timestamp(),
  };
}

function commitMembers(
  access: Access,
  operation: string,
  groupId: string,
  memberIds: readonly string[],
): void {
  const group = getGroup(access, groupId);
  const writes = new Map<string, Membership>();
  for (const memberId of memberIds) {
    const member = findUser(access.view, memberId);
    if (member === undefined) throw new Refusal({ reason: "resource-not-found", id: memberId });
    const id = membershipId(group.id, member.id);
    if (access.primary.get(id) !== undefined)
      throw new Refusal({ reason: "reference-exists", of: "members" });
    writes.set(id, { kind: "membership", groupId: group.id, memberId: member.id });
  }
  access.commit(operation, writes);
}

function membershipId(groupId: string, memberId: string): string {
  return `membership/${groupId}/${memberId}`;
}
