export { type Apps, type AssignmentChange, apps, assignAppRole, listAppRoleAssignments } from "./apps.ts";
export { type Border, type Boundary, boundary } from "./boundary.ts";
export {
  type Answer,
  type Call,
  type CallMeta,
  callOf,
  type Line,
  perform,
  type Result,
  requestFor,
  startCall,
} from "./call.ts";
export { CALL_OPTIONS, type CallOptions, checkOptions } from "./call-options.ts";
export { listConditionalAccessPolicies } from "./conditional-access.ts";
export { createInvitation, type IssuedInvitation } from "./create-invitation.ts";
export {
  accessTowards,
  type CrossTenantAccessSettings,
  crossTenantAccess,
  type Explanation,
  explainEach,
} from "./cross-tenant-access.ts";
export { getCrossTenantAccessPolicy } from "./cross-tenant-operations.ts";
export { type Visit, visitOf } from "./cross-tenant-visit.ts";
export {
  getInviter,
  grantGuestInviter,
  listGuestInviterAssignments,
  listMemberships,
  type RoleGrant,
  revokeGuestInviter,
} from "./directory-roles.ts";
export {
  type DomainPolicySettings,
  domainPolicy,
  lengthOfDefinition,
  listDomainPolicies,
} from "./domain-policy.ts";
export { findByAddress, type Namesake } from "./find-by-address.ts";
export { findObjects } from "./find-objects.ts";
export { addGroupMember, type Groups, groups, type MembershipChange } from "./groups.ts";
export { deleteGuest, type GuestSelection, getGuest, updateGuest } from "./guest-operations.ts";
export { type Guests, guests } from "./guests.ts";
export { inTime, waitInTime } from "./in-time.ts";
export { type Invitations, invitations } from "./invitations.ts";
export type { BoundaryAnswer, BoundaryQuestion, InvitedOrMember, OnBoundary } from "./invite-or-member.ts";
export { getInvitePolicy, type InvitePolicy, invitePolicy } from "./invite-policy.ts";
export { type GuestListOptions, listGuests } from "./list-guests.ts";
export { type CreatedMember, type Members, members } from "./members.ts";
export type { ListOperation, Operation, OperationRequest } from "./operation.ts";
export { findOwnTenantId, listOrganization } from "./organization.ts";
export { addGroupOwner, listGroupOwners, type OwnershipChange } from "./owners.ts";
export { listOf, type Page, type PageIterable } from "./pages.ts";
export { resetRedemption } from "./reset-redemption.ts";
export { RIGHTS_LAG_MS, RightsChanges } from "./rights-changes.ts";
export { sharedTime } from "./shared-time.ts";
export { addSponsor, listSponsors, type SponsorshipChange } from "./sponsors.ts";
export type { GuestState, WaitOptions, WaitProgress } from "./wait-until.ts";
export { watch } from "./watch.ts";
