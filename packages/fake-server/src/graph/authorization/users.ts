import type { UserRight } from "../../directory/index.ts";
import { both, type OperationRights, type RightsTable } from "./operation-rights.ts";

const READ = ["User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];
/** The permission that shows of everybody no more than the basic profile. */
export const READ_BASIC = "User.ReadBasic.All";
const WRITE = ["User.ReadWrite.All", "Directory.ReadWrite.All"];
const REVOKE = ["User.RevokeSessions.All", ...WRITE];
export const ONESELF = ["User.Read", "User.ReadWrite"];
const MEMBERSHIPS = [
  "User.Read.All",
  "GroupMember.Read.All",
  "Group.Read.All",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];

/** About a user by its key: users may ask about themselves with less. */
const about = (
  page: string,
  permissions: readonly string[],
  self: readonly string[] = ONESELF,
): OperationRights => ({ ...both(page, permissions), self });

/** About whoever asks: no application can. */
const aboutMe = (page: string, permissions: readonly string[]): OperationRights => ({
  page,
  delegated: permissions,
});

/**
 * What a user may write of itself without a role: of what this directory keeps, the one property on Microsoft's list.
 *
 * @see https://learn.microsoft.com/graph/permissions-reference section "User.ReadWrite"
 * @see https://learn.microsoft.com/entra/fundamentals/users-default-permissions
 */
const OWN_PROFILE = ["mobilePhone"];

const mayUpdate: UserRight = { action: "users/basic/update", bySelf: OWN_PROFILE };
const maySetManager = { action: "users/manager/update" };
const mayRevoke: UserRight = { action: "users/invalidateAllRefreshTokens", bySelf: true };

/**
 * Who writes no more than these needs no more than this.
 *
 * @see https://learn.microsoft.com/graph/api/user-update section "Permissions for specific scenarios"
 */
export const SINGLE_PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  accountEnabled: ["User.EnableDisableAccount.All and User.Read.All"],
  businessPhones: ["User-Phone.ReadWrite.All"],
  mobilePhone: ["User-Phone.ReadWrite.All"],
  otherMails: ["User-Mail.ReadWrite.All"],
  passwordProfile: ["User-PasswordProfile.ReadWrite.All"],
};

const ONE_OF_THEM = [
  "User-Phone.ReadWrite.All",
  "User-Mail.ReadWrite.All",
  "User-PasswordProfile.ReadWrite.All",
];

/**
 * Each of these permissions reads what it writes, and beside it properties that tell users apart: which, the page does not
 * say, so that these are assumed. Whoever selects anything else needs more.
 *
 * @see https://learn.microsoft.com/graph/api/user-get section "Permissions for specific scenarios"
 */
const READ_BESIDE = {
  businessPhones: ["User-Phone.ReadWrite.All"],
  mobilePhone: ["User-Phone.ReadWrite.All"],
  otherMails: ["User-Mail.ReadWrite.All"],
  passwordProfile: ["User-PasswordProfile.ReadWrite.All"],
  id: ONE_OF_THEM,
  userPrincipalName: ONE_OF_THEM,
};

/**
 * Users.
 *
 * That applications may read managers, reports and memberships is what earlier versions of these pages said, and what
 * is seen to work; the tables of today leave it out.
 */
export const userRights = {
  "GET /users": {
    page: "user-list",
    delegated: [READ_BASIC, ...READ],
    application: READ,
  },
  // The changes show all that there is of whoever has changed.
  "GET /users/delta": both("user-delta", READ),
  "GET /users/microsoft.graph.delta": both("user-delta", READ),
  "POST /users": both("user-post-users", WRITE, { action: "users/create" }),
  "GET /users/{id}": {
    page: "user-get",
    self: ONESELF,
    delegated: [READ_BASIC, ...READ],
    application: READ,
    byProperty: READ_BESIDE,
  },
  "PATCH /users/{id}": {
    ...about("user-update", WRITE, ["User.ReadWrite"]),
    byProperty: SINGLE_PROPERTIES,
    user: mayUpdate,
  },
  "DELETE /users/{id}": both("user-delete", ["User.DeleteRestore.All", "User.ReadWrite.All"], {
    action: "users/delete",
  }),
  "GET /me": {
    ...aboutMe("user-get", [...ONESELF, READ_BASIC, ...READ]),
    byProperty: READ_BESIDE,
  },
  "PATCH /me": {
    ...aboutMe("user-update", ["User.ReadWrite", ...WRITE]),
    byProperty: SINGLE_PROPERTIES,
    user: mayUpdate,
    toCaller: true,
  },

  "GET /users/{id}/manager": about("user-list-manager", READ),
  "GET /me/manager": aboutMe("user-list-manager", [...ONESELF, ...READ]),
  "PUT /users/{id}/manager/$ref": both("user-post-manager", WRITE, maySetManager),
  "DELETE /users/{id}/manager/$ref": both("user-delete-manager", WRITE, maySetManager),
  "GET /users/{id}/directReports": about("user-list-directreports", READ),
  "GET /me/directReports": aboutMe("user-list-directreports", [...ONESELF, ...READ]),

  "POST /users/{id}/revokeSignInSessions": both("user-revokesigninsessions", REVOKE, mayRevoke),
  "POST /me/revokeSignInSessions": aboutMe("user-revokesigninsessions", REVOKE),
  "POST /users/{id}/convertExternalToInternalMemberUser": both(
    "user-convertexternaltointernalmemberuser",
    ["User-ConvertToInternal.ReadWrite.All", "User.ReadWrite.All"],
    { action: "users/convertExternalToInternalMemberUser" },
  ),

  "GET /users/{id}/sponsors": about("user-list-sponsors", ["User.Read.All", "User.ReadWrite.All"]),
  "POST /users/{id}/sponsors/$ref": both("user-post-sponsors", ["User.ReadWrite.All"], {
    action: "users/sponsors/update",
  }),
  "DELETE /users/{id}/sponsors/{id}/$ref": both("user-delete-sponsors", ["User.ReadWrite.All"], {
    action: "users/sponsors/update",
  }),
  "GET /users/{id}/sponsorOf": about("user-list-sponsorof", ["User.Read.All", "User.ReadWrite.All"]),

  "GET /users/{id}/memberOf": about("user-list-memberof", MEMBERSHIPS),
  "GET /users/{id}/transitiveMemberOf": about("user-list-transitivememberof", MEMBERSHIPS),
  "GET /me/memberOf": aboutMe("user-list-memberof", [...ONESELF, ...MEMBERSHIPS]),
  "GET /me/transitiveMemberOf": aboutMe("user-list-transitivememberof", [...ONESELF, ...MEMBERSHIPS]),

  // Who else may not is the invitation service's own business.
  "POST /invitations": {
    ...both("invitation-post", ["User.Invite.All", ...WRITE]),
    refusal: "invite-permission-missing",
  },
  // Nobody is told more than that there is no such page.
  "GET /invitations": { page: "invitation-post", delegated: [], application: [] },
} satisfies RightsTable;
