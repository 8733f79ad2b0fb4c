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
const WHAT_IS_GONE = ["deletedItems.applications", "deletedItems.groups", "deletedItems.users"];

const MANAGING_APPLICATIONS = [
  ...on("applications", "basic/update", "create", "credentials/update", "delete", "owners/update"),
  ...on("deletedItems.applications", "delete", "restore"),
  ...on("auditLogs", "allProperties/read"),
  ...on("servicePrincipals", "appRoleAssignedTo/update", "basic/update", "create", "delete"),
  ...on("servicePrincipals", "owners/update"),
  ...on("signInReports", "allProperties/read"),
];
const READING_FOR_SECURITY = [
  ...on("auditLogs", "allProperties/read"),
  ...on("authorizationPolicy", "standard/read"),
  ...on("conditionalAccessPolicies", "standard/read"),
  ...on("crossTenantAccessPolicy", "standard/read"),
  ...on("crossTenantAccessPolicy/default", "standard/read"),
  ...on("crossTenantAccessPolicy/partners", "standard/read", "identitySynchronization/standard/read"),
  ...on("namedLocations", "standard/read"),
  ...on("signInReports", "allProperties/read"),
];

/**
 * What the built-in roles allow, as far as it is about things that this directory keeps: the page lists more.
 *
 * @see https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
 */
export const ROLE_ACTIONS: Readonly<Record<RoleName, readonly string[]>> = {
  "Global Administrator": [
    ...WHAT_IS_KEPT.flatMap((resource) => on(resource, "allProperties/allTasks")),
    ...WHAT_IS_GONE.flatMap((resource) => on(resource, "delete", "restore")),
    ...on("auditLogs", "allProperties/read"),
    ...on("groupsAssignableToRoles", "allProperties/update", "create", "delete", "restore"),
    ...on("policies", "allProperties/allTasks"),
    ...on("signInReports", "allProperties/read"),
    ...on("users", "convertExternalToInternalMemberUser", "inviteGuest"),
  ],
  "Global Reader": [
    ...WHAT_IS_KEPT.flatMap((resource) => on(resource, "allProperties/read")),
    ...on("auditLogs", "allProperties/read"),
    ...on("signInReports", "allProperties/read"),
  ],
  "Privileged Role Administrator": [
    ...on("authorizationPolicy", "allProperties/allTasks"),
    ...on("directoryRoles", "allProperties/allTasks"),
    ...on("groupsAssignableToRoles", "allProperties/update", "create", "delete", "restore"),
    ...on("roleAssignments", "allProperties/allTasks"),
    ...on("roleDefinitions", "allProperties/allTasks"),
    ...on("servicePrincipals", "appRoleAssignedTo/update", "permissions/update"),
  ],
  "Security Administrator": [
    ...READING_FOR_SECURITY,
    ...on("conditionalAccessPolicies", "basic/update", "create", "delete"),
    ...on("crossTenantAccessPolicy", "allowedCloudEndpoints/update", "basic/update"),
    ...on("crossTenantAccessPolicy/default", "b2bCollaboration/update"),
    ...on("crossTenantAccessPolicy/partners", "b2bCollaboration/update", "create", "delete"),
    ...on("crossTenantAccessPolicy/partners/identitySynchronization", "basic/update", "create"),
    ...on("namedLocations", "basic/update", "create", "delete"),
  ],
  "Security Reader": READING_FOR_SECURITY,
  "Conditional Access Administrator": [
    ...on("conditionalAccessPolicies", "basic/update", "create", "delete", "standard/read"),
    ...on("namedLocations", "basic/update", "create", "delete", "standard/read"),
  ],
  "Reports Reader": [...on("auditLogs", "allProperties/read"), ...on("signInReports", "allProperties/read")],
  "Application Administrator": MANAGING_APPLICATIONS,
  "Cloud Application Administrator": MANAGING_APPLICATIONS,
  "Groups Administrator": [
    ...on("deletedItems.groups", "delete", "restore"),
    ...on("groups", "basic/update", "create", "delete", "members/update", "owners/update", "restore"),
  ],
  "User Administrator": [
    ...on("deletedItems.groups", "restore"),
    ...on("deletedItems.users", "delete", "restore"),
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
