export {
  type AppProperties,
  assignAppRole,
  getServicePrincipal,
  listAssignments,
  listAssignmentsOf,
  servicePrincipalOf,
} from "./app-roles.ts";
export { CLOUD_PROFILES, type CloudProfile } from "./cloud-profile.ts";
export {
  createConditionalAccess,
  deleteConditionalAccess,
  getConditionalAccess,
  listConditionalAccess,
  type MfaAudience,
  mfaPolicyOf,
  type PolicyInput,
  policyOf,
  updateConditionalAccess,
} from "./conditional-access.ts";
export type {
  ConditionalAccessPolicy,
  Conditions,
  GrantControls,
  GuestScope,
  NamedLocation,
} from "./conditional-access-policy.ts";
export { administratorKey, objectsCreatedBy } from "./creations.ts";
export {
  accessId,
  type CrossTenantAccess,
  type CrossTenantSettings,
  createPartnerAccess,
  crossTenantPolicy,
  defaultAccess,
  deletePartnerAccess,
  effectiveAccess,
  getPartnerAccess,
  type InboundTrust,
  listPartnerAccess,
  resetDefaultAccess,
  trusting,
  updateCrossTenantPolicy,
  updateDefaultAccess,
  updatePartnerAccess,
} from "./cross-tenant-access.ts";
export { Directory, type DirectoryPlan, type HomeOf } from "./directory.ts";
export type {
  AppRoleAssignment,
  DirectoryObject,
  Mail,
  User,
} from "./directory-object.ts";
export { addMember, addMembers, getGroup, groupOf, isMember, listMembers } from "./groups.ts";
export { type InvitationRequest, invite } from "./invitations.ts";
export { DOCUMENTED_LIMITS, type LimitName } from "./limits.ts";
export { delayMail, loseMail, mailsOf, repeatMail, sentMails } from "./mail.ts";
export {
  createNamedLocation,
  deleteNamedLocation,
  getNamedLocation,
  type LocationInput,
  listNamedLocations,
  locationOf,
} from "./named-locations.ts";
export { objectLimit, objectsUsed } from "./object-quota.ts";
export { addOwner, listOwners, removeOwner } from "./owners.ts";
export { letsOut } from "./reachability.ts";
export { acceptInvitation } from "./redemption.ts";
export { Refusal, type RefusalReason } from "./refusal.ts";
export { addSponsor, listSponsored, listSponsors } from "./sponsors.ts";
export type { Draw, Ruling, ThrottleLimits } from "./throttle.ts";
export { holderOf, readRedeemUrl } from "./tickets.ts";
export type { Quota } from "./token-bucket.ts";
export {
  type Access,
  deleteUser,
  findByAddress,
  getUser,
  listUsers,
  type UserChanges,
  updateUser,
  userOf,
  wasDeleted,
} from "./users.ts";
