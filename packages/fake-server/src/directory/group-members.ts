import type { View } from "../replication/index.ts";
import type { DirectoryObject, Membership } from "./directory-object.ts";
import { groupsOf } from "./directory-roles.ts";
import { type Group, isDynamic, isUnified } from "./group.ts";
import { getGroup } from "./groups.ts";
import { findPresent, type PresentObject } from "./present-object.ts";
import { Refusal } from "./refusal.ts";
import { type Access, findUser } from "./users.ts";

/** Adds somebody, a group or an application to a group. Both have to be known where the caller's request arrived; a second time is refused. */
export function addMember(access: Access, groupId: string, memberId: string): void {
  access.commit("groups.addMember", memberships(access, getGroup(access, groupId), [memberId]));
}

/** What makes objects members of a group: all of them, or none. */
export function memberships(
  access: Access,
  group: Group,
  memberIds: readonly string[],
): ReadonlyMap<string, Membership> {
  const writes = new Map<string, Membership>();
  for (const memberId of memberIds) {
    const member = findUser(access.view, memberId) ?? findPresent(access.view, memberId);
    if (member === undefined) throw new Refusal({ reason: "resource-not-found", id: memberId });
    if (!takes(group, member)) throw new Refusal({ reason: "reference-invalid" });
    const id = membershipId(group.id, member.id);
    if (access.primary.get(id) !== undefined)
      throw new Refusal({ reason: "reference-exists", of: "members" });
    writes.set(id, { kind: "membership", groupId: group.id, memberId: member.id });
  }
  return writes;
}

export function removeMember(access: Access, groupId: string, memberId: string): void {
  const id = membershipId(getGroup(access, groupId).id, memberId.toLowerCase());
  if (access.primary.get(id) === undefined) throw new Refusal({ reason: "resource-not-found", id: memberId });
  access.commit("groups.removeMember", new Map([[id, null]]));
}

/** The ids of a group's members, as a view shows them. */
export function listMembers({ view }: Pick<Access, "view">, groupId: string): readonly string[] {
  return membersIn(view, getGroup({ view }, groupId).id);
}

/** The ids of a group's members and of theirs, each once. */
export function listTransitiveMembers({ view }: Pick<Access, "view">, groupId: string): readonly string[] {
  return reachedFrom(getGroup({ view }, groupId).id, (id) => membersIn(view, id));
}

/** The ids of the groups that an object is in, directly or through another. */
export function allGroupsOf(view: View<DirectoryObject>, memberId: string): readonly string[] {
  return reachedFrom(memberId, (id) => groupsOf(view, id));
}

function membersIn(view: View<DirectoryObject>, groupId: string): readonly string[] {
  return view
    .find(`membersOf:${groupId}`)
    .flatMap((object) => (object.kind === "membership" ? [object.memberId] : []))
    .filter((memberId) => findPresent(view, memberId) !== undefined);
}

/** Groups may be in one another, in a circle too. */
function reachedFrom(start: string, next: (id: string) => readonly string[]): readonly string[] {
  const reached = new Set<string>();
  const open = [...next(start)];
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...next(id));
  }
  return [...reached];
}

/**
 * Microsoft 365 groups hold people alone and are in no group, groups for roles hold no other group, and whoever is in a
 * dynamic one is its rule's business.
 *
 * @see https://learn.microsoft.com/graph/api/group-post-members
 */
function takes(group: Group, member: PresentObject): boolean {
  if (isDynamic(group) || member.kind === "application") return false;
  if (member.kind !== "group") return member.kind === "user" || !isUnified(group);
  const isHeld = isUnified(group) || group.isAssignableToRole;
  return !(isHeld || isUnified(member) || member.id === group.id);
}

function membershipId(groupId: string, memberId: string): string {
  return `membership/${groupId}/${memberId}`;
}
