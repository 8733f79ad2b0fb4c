import { creationBy } from "./creations.ts";
import { softDeleted } from "./deleted-item.ts";
import type { Directory } from "./directory.ts";
import { type DirectoryObject, nicknameKey } from "./directory-object.ts";
import { type Group, isDynamic, isUnified } from "./group.ts";
import { memberships } from "./group-members.ts";
import { getGroup, type NewGroup, newGroupOf } from "./groups.ts";
import { isMembershipRule } from "./membership-rule.ts";
import { refuseOverQuota } from "./object-quota.ts";
import { ownerships } from "./owners.ts";
import { type Principal, refuseWithoutPermission } from "./principal.ts";
import { Refusal } from "./refusal.ts";
import { refuseUser } from "./user-right.ts";
import type { Access } from "./users.ts";

/** What a group itself is changed with; less is enough for its members. */
const WRITE = ["Group.ReadWrite.All", "Directory.ReadWrite.All"];
/** What it takes beside that to make one that roles can be assigned to. */
const FOR_ROLES = ["RoleManagement.ReadWrite.Directory"];

/** What may stand in a nickname; the limit is 64 characters. */
const NICKNAME = /^[^@()\\[\]";:<>, ]{1,64}$/;
const TYPES = ["Unified", "DynamicMembership"];
const VISIBILITIES = ["Public", "Private", "HiddenMembership"];
const STATES = ["On", "Paused"];

/** Whom a new group starts with. */
export interface Links {
  readonly members: readonly string[];
  readonly owners: readonly string[];
}

/**
 * Makes a security group or a Microsoft 365 group; groups that are Exchange's are not made through Graph. Somebody who is
 * signed in and names no owner becomes it.
 *
 * @see https://learn.microsoft.com/graph/api/group-post-groups
 */
export function createGroup(
  directory: Directory,
  access: Access,
  principal: Principal,
  given: Omit<NewGroup, "id">,
  { members, owners }: Links,
): Group {
  if (given.isAssignableToRole) {
    refuseWithoutPermission(principal, FOR_ROLES);
    refuseUser(access, principal, { action: "groupsAssignableToRoles/create" });
  }
  const group = newGroupOf(directory, { ...given, id: directory.newId(`group/${given.mailNickname}`) });
  refuseUnsound(group);
  refuseTakenNickname(access, group);
  refuseOverQuota(directory);
  const owning = owners.length === 0 && principal.userId !== undefined ? [principal.userId] : owners;
  access.commit(
    "groups.create",
    new Map<string, DirectoryObject>([
      [group.id, group],
      ...memberships(access, group, members),
      ...ownerships(directory, access, group, owning),
      ...creationBy(directory, access, group.id),
    ]),
  );
  return group;
}

export type GroupChanges = Partial<
  Omit<Group, "kind" | "id" | "isAssignableToRole" | "mail" | "proxyAddresses" | "createdDateTime">
>;

/** Changes a group that the caller's instance knows, and adds members to it: both, or neither. */
export function updateGroup(
  access: Access,
  principal: Principal,
  id: string,
  changes: GroupChanges,
  memberIds: readonly string[],
): void {
  const seen = getGroup(access, id);
  const writes = new Map<string, DirectoryObject>(memberships(access, seen, memberIds));
  if (Object.keys(changes).length > 0) {
    refuseWithoutPermission(principal, WRITE);
    const current = getGroup({ view: access.primary }, seen.id);
    const changed = { ...current, ...changes };
    if (isUnified(changed) !== isUnified(current)) {
      throw new Refusal({ reason: "value-invalid", property: "groupTypes", resource: "Group" });
    }
    refuseUnsound(changed);
    refuseTakenNickname(access, changed);
    writes.set(changed.id, changed);
  }
  access.commit(writes.has(seen.id) ? "groups.update" : "groups.addMembers", writes);
}

/** Deletes a group: it can be restored, with its members and owners, for 30 days. */
export function deleteGroup(directory: Directory, access: Access, id: string): void {
  const seen = getGroup(access, id);
  const current = getGroup({ view: access.primary }, seen.id);
  access.commit("groups.delete", new Map([softDeleted(current, directory.now())]));
}

/** Two Microsoft 365 groups never have one nickname: it is their address. */
export function refuseTakenNickname(access: Access, group: Group): void {
  if (!isUnified(group)) return;
  const taken = access.primary
    .find(nicknameKey(group.mailNickname))
    .some((other) => other.kind === "group" && other.id !== group.id && isUnified(other));
  if (taken) throw new Refusal({ reason: "name-taken", property: "mailNickname" });
}

function refuseUnsound(group: Group): void {
  const wrong = wrongIn(group);
  if (wrong !== undefined) throw new Refusal({ reason: "value-invalid", property: wrong, resource: "Group" });
  const kept = isUnified(group) ? group.mailEnabled : group.securityEnabled && !group.mailEnabled;
  if (!kept) throw new Refusal({ reason: "group-of-exchange" });
}

/** The first property whose value nothing can have. */
function wrongIn(group: Group): string | undefined {
  const { displayName, mailNickname, groupTypes, membershipRule, membershipRuleProcessingState } = group;
  const sound: Readonly<Record<string, boolean>> = {
    displayName: displayName !== "" && displayName.length <= 256,
    mailNickname: NICKNAME.test(mailNickname),
    groupTypes: groupTypes.every((type) => TYPES.includes(type)),
    membershipRule: isDynamic(group)
      ? membershipRule !== null && isMembershipRule(membershipRule)
      : !membershipRule,
    membershipRuleProcessingState:
      membershipRuleProcessingState === null || STATES.includes(membershipRuleProcessingState),
    visibility: group.visibility === null || VISIBILITIES.includes(group.visibility),
    isAssignableToRole: !(group.isAssignableToRole && isDynamic(group)),
  };
  return Object.keys(sound).find((property) => !sound[property]);
}
