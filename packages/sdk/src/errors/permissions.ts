import { type Remedy, remedies } from "../remedies/index.ts";

/**
 * The least permission of an application for what an operation does, as its page of Graph's reference has it.
 *
 * @see https://learn.microsoft.com/graph/permissions-reference
 */
const OPERATIONS: Readonly<Record<string, readonly string[]>> = {
  "Policy.Read.All": [
    ...["conditionalAccess.list", "invitePolicy.get", "crossTenantAccess.getPolicy"],
    ...["crossTenantAccess.getDefault", "crossTenantAccess.getPartner", "crossTenantAccess.partners"],
    "crossTenantAccess.getSynchronization",
  ],
  "Policy.ReadWrite.CrossTenantAccess": [
    ...["allowClouds", "updateDefault", "resetDefault", "addPartner", "updatePartner", "removePartner"],
    ...["setSynchronization", "updateSynchronization", "removeSynchronization"],
  ].map((method) => `crossTenantAccess.${method}`),
  "Policy.ReadWrite.Authorization": ["invitePolicy.update"],
  "Policy.ReadWrite.B2BManagementPolicy": ["get", "create", "update"].map(
    (method) => `beta.domainPolicy.${method}`,
  ),
  "Organization.Read.All": ["organization.list"],
  "User.Read.All": [
    ...["guests.get", "guests.list", "guests.listSponsors", "guests.waitUntil"],
    ...["preflight.findByAddress", "delegation.getInviter"],
  ],
  "User.ReadWrite.All": [
    ...["guests.update", "guests.delete", "guests.addSponsor", "guests.resetRedemption", "members.create"],
  ],
  "GroupMember.Read.All": ["groups.listOwners"],
  "GroupMember.ReadWrite.All": ["groups.addMember"],
  "Group.ReadWrite.All": ["groups.addOwner"],
  "AppRoleAssignment.ReadWrite.All and Application.Read.All": ["apps.assign"],
  "Directory.Read.All": ["apps.listAssignments", "delegation.listMemberships"],
  "RoleManagement.ReadWrite.Directory": [
    ...["delegation.grantGuestInviter", "delegation.listAssignments", "delegation.revokeGuestInviter"],
  ],
};

/** What to do about a refusal for lack of a permission: with its name, where the operation is one of the SDK's own. */
export function grantFor(operation: string): Remedy {
  const [named] = Object.entries(OPERATIONS).filter(([, operations]) => operations.includes(operation));
  if (named === undefined) return remedies.grantPermission;
  const [permission] = named;
  return {
    ...remedies.grantPermission,
    text: `Grant the application ${permission} with admin consent, then get a new token: one issued before does not carry it. A person who calls needs a role that may do it as well.`,
  };
}
