import type { UserRight } from "../../directory/index.ts";
import { both, type RightsByTarget, type RightsTable } from "./operation-rights.ts";

const READ = [
  "GroupMember.Read.All",
  "Group.Read.All",
  "Directory.Read.All",
  "Group.ReadWrite.All",
  "Directory.ReadWrite.All",
];
const MEMBERS = [
  "GroupMember.Read.All",
  "Group.Read.All",
  "Directory.Read.All",
  "GroupMember.ReadWrite.All",
  "Group.ReadWrite.All",
];
const BASICS = ["GroupMember.ReadBasic.All", "Group.ReadBasic.All"];
const MEMBER_OF = ["GroupMember.Read.All", "Group.Read.All", "Directory.Read.All", "Directory.ReadWrite.All"];
const WRITE = ["Group.ReadWrite.All", "Directory.ReadWrite.All"];
const DELETE_ANY = [
  "User.DeleteRestore.All",
  "User.ReadWrite.All",
  "Group.ReadWrite.All",
  "Application.ReadWrite.All",
];
const WRITE_MEMBERS = ["GroupMember.ReadWrite.All", ...WRITE];

/** A change of a group. Of one that roles can be assigned to it takes whoever looks after the roles. */
function change(page: string, permissions: readonly string[], action: string): RightsByTarget {
  const user: UserRight = { action, byOwner: true };
  const forRoles = permissions.map((permission) => `${permission} and RoleManagement.ReadWrite.Directory`);
  return {
    byTarget: {
      group: both(page, permissions, user),
      groupForRoles: both(page, forRoles, {
        ...user,
        action: "groupsAssignableToRoles/allProperties/update",
      }),
    },
  };
}

/** Groups, their members and owners, and what they are in. */
export const groupRights = {
  "GET /groups": both("group-list", READ),
  "POST /groups": {
    page: "group-post-groups",
    delegated: WRITE,
    application: ["Group.Create", ...WRITE],
    user: { action: "groups/create", byMemberWhere: "allowedToCreateSecurityGroups" },
  },
  "GET /groups/{id}": both("group-get", READ),
  "PATCH /groups/{id}": change("group-update", WRITE_MEMBERS, "groups/basic/update"),
  "DELETE /groups/{id}": change("group-delete", ["Group.ReadWrite.All"], "groups/delete"),

  "GET /groups/{id}/members": both("group-list-members", MEMBERS),
  "GET /groups/{id}/transitiveMembers": both("group-list-transitivemembers", [...BASICS, ...MEMBERS]),
  "GET /groups/{id}/owners": both("group-list-owners", MEMBERS),
  "GET /groups/{id}/memberOf": both("group-list-memberof", MEMBER_OF),
  "GET /groups/{id}/transitiveMemberOf": both("group-list-transitivememberof", [...BASICS, ...MEMBER_OF]),

  "POST /groups/{id}/members/$ref": change("group-post-members", WRITE_MEMBERS, "groups/members/update"),
  "DELETE /groups/{id}/members/{id}/$ref": change(
    "group-delete-members",
    WRITE_MEMBERS,
    "groups/members/update",
  ),
  // What it does to the object at the other end of the link takes what that takes.
  "DELETE /groups/{id}/members/{id}": both("group-delete-members", DELETE_ANY),
  "DELETE /groups/{id}/owners/{id}": both("group-delete-owners", DELETE_ANY),
  "POST /groups/{id}/owners/$ref": change("group-post-owners", WRITE, "groups/owners/update"),
  "DELETE /groups/{id}/owners/{id}/$ref": change("group-delete-owners", WRITE, "groups/owners/update"),
} satisfies RightsTable;
