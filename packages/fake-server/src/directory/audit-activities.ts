/** How the audit log names what was done. */
export interface AuditActivity {
  readonly activityDisplayName: string;
  readonly category: string;
  readonly operationType: "Add" | "Update" | "Delete" | "Assign" | "Unassign";
  readonly loggedByService: string;
}

type Row = readonly [name: string, operationType: AuditActivity["operationType"]];

const inCategory = (
  category: string,
  loggedByService: string,
  rows: Readonly<Record<string, Row>>,
): readonly (readonly [string, AuditActivity])[] =>
  Object.entries(rows).map(([operation, [activityDisplayName, operationType]]) => [
    operation,
    { activityDisplayName, category, operationType, loggedByService },
  ]);

/**
 * By what the log calls it here. Where the page has no activity of its own, the closest one stands.
 *
 * @see https://learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities
 */
const ACTIVITIES: ReadonlyMap<string, AuditActivity> = new Map([
  ...inCategory("UserManagement", "Invited Users", {
    "invitations.create": ["Invite external user", "Add"],
    "invitations.redeem": ["Redeem external user invite", "Update"],
  }),
  ...inCategory("UserManagement", "Core Directory", {
    "users.create": ["Add user", "Add"],
    "users.update": ["Update user", "Update"],
    "users.convert": ["Update user", "Update"],
    "users.delete": ["Delete user", "Delete"],
    "users.addSponsor": ["Add sponsors to user", "Assign"],
    "users.removeSponsor": ["Remove sponsors from user", "Unassign"],
    "users.setManager": ["Set user manager", "Update"],
    "users.removeManager": ["Set user manager", "Update"],
    "apps.assign": ["Add app role assignment grant to user", "Assign"],
  }),
  ...inCategory("GroupManagement", "Core Directory", {
    "groups.addMember": ["Add member to group", "Assign"],
    "groups.addMembers": ["Add member to group", "Assign"],
    "groups.removeMember": ["Remove member from group", "Unassign"],
    "groups.addOwner": ["Add owner to group", "Assign"],
    "groups.removeOwner": ["Remove owner from group", "Unassign"],
    "groups.create": ["Add group", "Add"],
    "groups.update": ["Update group", "Update"],
    "groups.delete": ["Delete group", "Delete"],
  }),
  ...inCategory("ApplicationManagement", "Core Directory", {
    "applications.addOwner": ["Add owner to application", "Assign"],
    "applications.removeOwner": ["Remove owner from application", "Unassign"],
    "servicePrincipals.addOwner": ["Add owner to service principal", "Assign"],
    "servicePrincipals.removeOwner": ["Remove owner from service principal", "Unassign"],
    "applications.addPassword": ["Update application – Certificates and secrets management", "Update"],
    "applications.removePassword": ["Update application – Certificates and secrets management", "Update"],
  }),
  ...inCategory("RoleManagement", "Core Directory", {
    "roles.activate": ["Add role from template", "Add"],
    "roles.assign": ["Add member to role", "Assign"],
    "roles.remove": ["Remove member from role", "Unassign"],
    "roles.define": ["Add role definition", "Add"],
    "roles.redefine": ["Update role definition", "Update"],
    "roles.undefine": ["Delete role definition", "Delete"],
  }),
  ...inCategory("Policy", "Core Directory", {
    "authorizationPolicy.update": ["Update authorization policy", "Update"],
    "domainPolicies.create": ["Add policy", "Add"],
    "domainPolicies.update": ["Update policy", "Update"],
    "domainPolicies.delete": ["Delete policy", "Delete"],
  }),
  ...inCategory("Policy", "Conditional Access", {
    "conditionalAccess.create": ["Add conditional access policy", "Add"],
    "conditionalAccess.update": ["Update conditional access policy", "Update"],
    "conditionalAccess.delete": ["Delete conditional access policy", "Delete"],
    "namedLocations.create": ["Add named location", "Add"],
    "namedLocations.update": ["Update named location", "Update"],
    "namedLocations.delete": ["Delete named location", "Delete"],
  }),
  ...inCategory("CrossTenantAccessSettings", "Core Directory", {
    "crossTenantAccess.createPartner": ["Add a partner to cross-tenant access setting", "Add"],
    "crossTenantAccess.updatePartner": ["Update a partner cross-tenant access setting", "Update"],
    "crossTenantAccess.deletePartner": ["Delete partner specific cross-tenant access setting", "Delete"],
    "crossTenantAccess.updateDefault": ["Update the company default cross-tenant access setting", "Update"],
    "crossTenantAccess.resetDefault": ["Reset the cross-tenant access default setting", "Update"],
  }),
]);

/** What the audit log calls an operation; one that has no row goes by its own name. */
export function activityOf(operation: string): AuditActivity {
  return (
    ACTIVITIES.get(operation) ?? {
      activityDisplayName: operation,
      category: "Other",
      operationType: "Update",
      loggedByService: "Core Directory",
    }
  );
}
