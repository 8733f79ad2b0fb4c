export {
  type AppRoleAssignment,
  type AppRoleAssignmentInput,
  readAppRoleAssignment,
  readAppRoleAssignmentInput,
} from "./app-role-assignment.ts";
export type { AtLeastOne } from "./at-least-one.ts";
export {
  type AllowInvitesFrom,
  type AuthorizationPolicy,
  type AuthorizationPolicyChanges,
  guestUserRoles,
  readAuthorizationPolicy,
  readAuthorizationPolicyChanges,
} from "./authorization-policy.ts";
export { readClientOptions } from "./client-options.ts";
export {
  type ConditionalAccessPolicy,
  type GuestScope,
  readConditionalAccessPolicy,
} from "./conditional-access-policy.ts";
export {
  type AccessTargets,
  type B2BSetting,
  type CrossTenantAccess,
  type CrossTenantAccessPolicy,
  type InboundTrust,
  readCrossTenantAccess,
  readCrossTenantAccessPolicy,
  type TenantRestrictions,
} from "./cross-tenant-access.ts";
export {
  type AccessTargetsInput,
  type B2BSettingInput,
  type CloudEndpoint,
  type CrossTenantAccessChanges,
  type DefaultB2BSettingInput,
  type InboundTrustInput,
  type PartnerAccessChanges,
  type PartnerChanges,
  readCloudEndpoints,
  readDefaultAccessChanges,
  readNewPartnerAccess,
  readPartnerAccessChanges,
  readTenantId,
} from "./cross-tenant-changes.ts";
export {
  type DirectoryObject,
  readDirectoryObject,
  readGroupId,
  readObjectIds,
  readOwnership,
  readSponsored,
  readSponsorship,
  readUserKey,
} from "./directory-object.ts";
export {
  type AssignmentOf,
  type Inviter,
  type Membership,
  type RoleAssignment,
  readAssignmentOf,
  readInviter,
  readInviterQuestion,
  readMembershipOf,
  readRoleAssignment,
  readUserId,
} from "./directory-role.ts";

export {
  type DomainDefinition,
  type DomainPolicy,
  LONGEST_DOMAIN_DEFINITION,
  readDomainDefinition,
  readDomains,
  readWireDomainPolicy,
  type WireDomainPolicy,
} from "./domain-policy.ts";
export { isGuid, isPersonalTenant } from "./field.ts";
export {
  type DefaultGuestProperty,
  defaultGuestProperties,
  type Guest,
  type GuestChanges,
  type GuestProperty,
  guestReader,
  type ObjectIdentity,
} from "./guest.ts";
export {
  type GuestQuery,
  readGuestDeletion,
  readGuestKey,
  readGuestQuery,
  readGuestUpdate,
  readIdentity,
  readMembership,
} from "./guest-input.ts";
export {
  type IdentitySynchronization,
  type IdentitySynchronizationInput,
  readIdentitySynchronization,
  readSynchronizationOf,
  type SynchronizationOf,
} from "./identity-synchronization.ts";
export {
  type Invitation,
  type InvitationInput,
  type InvitedUserMessageInfo,
  type Recipient,
  readInvitation,
  readInvitationInput,
} from "./invitation.ts";
export { type LimitsQuestion, readLimitsQuestion } from "./limits-question.ts";
export {
  type FoundMember,
  type Member,
  type MemberInput,
  type PasswordProfile,
  readFoundMember,
  readMember,
  readMemberInput,
  readMemberRemedy,
} from "./member.ts";
export { readODataError } from "./odata-error.ts";
export { type Organization, readOrganization, readOwnTenantId } from "./organization.ts";
export { pageReader, type WirePage } from "./page.ts";
export { type PreflightQuestion, readPreflightQuestion } from "./preflight-question.ts";
export { listed, type Problem, type Reader, type Reading } from "./reader.ts";
export { type RedemptionReset, readRedemptionReset } from "./redemption-reset.ts";
export { readAllEnabled } from "./service-principal.ts";
export { type AuthenticationStrength, readSignInQuestion, type SignInQuestion } from "./sign-in-question.ts";
export { readSignInSettings } from "./sign-in-settings.ts";
export { readVisitor, type Visitor } from "./visitor.ts";
