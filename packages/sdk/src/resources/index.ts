export { type Apps, type AssignmentChange, apps, assignAppRole, listAppRoleAssignments } from "./apps.ts";
export { type Border, type Boundary, boundary } from "./boundary.ts";
export { type Call, type CallMeta, type CallOptions, type Line, type Result, startCall } from "./call.ts";
export { listConditionalAccessPolicies } from "./conditional-access.ts";
export {
  type CrossTenantAccessSettings,
  crossTenantAccess,
  getDefaultCrossTenantAccess,
  getPartnerCrossTenantAccess,
} from "./cross-tenant-access.ts";
export type { DecidedBy, Decision, Passage, Visit, Visitor } from "./cross-tenant-visit.ts";
export { addGroupMember, type Groups, groups, type MembershipChange } from "./groups.ts";
export { deleteGuest, type GuestSelection, getGuest, updateGuest } from "./guest-operations.ts";
export { type Guests, guests } from "./guests.ts";
export { createInvitation, type Invitations, type IssuedInvitation, invitations } from "./invitations.ts";
export { type GuestListOptions, listGuests } from "./list-guests.ts";
export type { ListOperation, Operation, OperationRequest } from "./operation.ts";
export { listOrganization } from "./organization.ts";
export { addGroupOwner, listGroupOwners, type OwnershipChange } from "./owners.ts";
export { listOf, type Page, type PageIterable } from "./pages.ts";
export { addSponsor, listSponsors, type SponsorshipChange } from "./sponsors.ts";
export type { GuestState, WaitOptions, WaitProgress } from "./wait-until.ts";
