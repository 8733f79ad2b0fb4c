import type { RoleName } from "./role-templates.ts";

const on = (resource: string, ...actions: readonly string[]): readonly string[] =>
  actions.map((action) => `microsoft.directory/${resource}/${action}`);

const READING_USERS = on(
  "users",
  "standard/read",
  "appRoleAssignments/read",
  "directReports/read",
  "manager/read",
  "memberOf/read",
  "oAuth2PermissionGrants/read",
  "ownedDevices/read",
  "ownedObjects/read",
  "photo/read",
  "registeredDevices/read",
  "sponsors/read",
);
const WHAT_IS_KEPT = [
  "applications",
  "authorizationPolicy",
  "conditionalAccessPolicies",
  "crossTenantAccessPolicy",
  "directoryRoles",
  "domains",
  "groups",
  "namedLocations",
  "organization",
  "roleAssignments",
  "roleDefinitions",
  "servicePrincipals",
  "users",
];

/**
 * What the built-in roles allow, as far as it is about things that this directory keeps: the page lists more.
 *
 * @see https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
 */
export const ROLE_ACTIONS: Readonly<Record<RoleName, readonly string[]>> = {
  "Global Administrator": [
    ...WHAT_IS_KEPT.flatMap((resource) => on(resource, "allProperties/allTasks")),
    ...on("users", "convertExternalToInternalMemberUser", "inviteGuest"),
  ],
  "Global Reader": WHAT_IS_KEPT.flatMap((resource) => on(resource, "allProperties/read")),
  "Privileged Role Administrator": [
    ...on("authorizationPolicy", "allProperties/allTasks"),
    ...on("directoryRoles", "allProperties/allTasks"),
    ...on("groupsAssignableToRoles", "allProperties/update", "create", "delete", "restore"),
    ...on("roleAssignments", "allProperties/allTasks"),
    ...on("roleDefinitions", "allProperties/allTasks"),
    ...on("servicePrincipals", "appRoleAssignedTo/update", "permissions/update"),
  ],
  "Security Administrator": [
    ...on("auditLogs", "allProperties/read"),
    ...on("authorizationPolicy", "standard/read"),
    ...on("conditionalAccessPolicies", "basic/update", "create", "delete", "standard/read"),
    ...on("crossTenantAccessPolicy", "basic/update", "standard/read", "allowedCloudEndpoints/update"),
    ...on("crossTenantAccessPolicy/default", "b2bCollaboration/update", "standard/read"),
    ...on("crossTenantAccessPolicy/partners", "b2bCollaboration/update", "create", "delete", "standard/read"),
    ...on("namedLocations", "basic/update", "create", "delete", "standard/read"),
    ...on("signInReports", "allProperties/read"),
  ],
  "User Administrator": [
    ...on("deletedItems.users", "restore"),
    ...on("groups", "basic/update", "create", "delete", "members/update", "owners/update", "restore"),
    ...on("servicePrincipals", "appRoleAssignedTo/update"),
    ...on("users", "basic/update", "convertExternalToInternalMemberUser", "create", "delete", "disable"),
    ...on("users", "enable", "invalidateAllRefreshTokens", "inviteGuest", "manager/update"),
    ...on("users", "password/update", "restore", "sponsors/update", "userPrincipalName/update"),
  ],
  "Helpdesk Administrator": on("users", "invalidateAllRefreshTokens", "password/update"),
  "Directory Writers": [
    ...on("groups", "basic/update", "create", "members/update", "owners/update"),
    ...on("servicePrincipals", "appRoleAssignedTo/update"),
    ...on("users", "basic/update", "create", "disable", "enable", "invalidateAllRefreshTokens"),
    ...on("users", "inviteGuest", "manager/update", "sponsors/update", "userPrincipalName/update"),
  ],
  "Directory Readers": [
    ...on("applications", "standard/read", "owners/read"),
    ...on("domains", "standard/read"),
    ...on("groups", "standard/read", "memberOf/read", "members/read", "owners/read"),
    ...on("organization", "standard/read"),
    ...on("servicePrincipals", "standard/read", "appRoleAssignedTo/read", "owners/read"),
    ...READING_USERS,
  ],
  "Guest Inviter": [...on("users", "inviteGuest", "invitedBy/read"), ...READING_USERS],
};
