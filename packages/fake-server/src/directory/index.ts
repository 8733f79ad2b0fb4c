export {
  activatedRole,
  activatedRoles,
  activateRole,
  addRoleMember,
  directoryRoleId,
  holdersOf,
  removeRoleMember,
} from "./activated-roles.ts";
export { credentialsOf, isSecret, secretCredential } from "./app-credentials.ts";
export { addPassword, removePassword } from "./app-passwords.ts";
export {
  type AssignmentSide,
  assignAppRole,
  getAssignment,
  listAssignments,
  listAssignmentsOfUser,
  removeAssignment,
} from "./app-roles.ts";
export type { Application, AppRole, AppRoleAssignment, ServicePrincipal } from "./application.ts";
export {
  type ApplicationChanges,
  applicationWithAppId,
  createApplication,
  deleteApplication,
  getApplication,
  listApplications,
  updateApplication,
} from "./applications.ts";
export {
  type AuthenticationStrength,
  getAuthenticationStrength,
  listAuthenticationStrengths,
} from "./authentication-strengths.ts";
export {
  type AllowInvitesFrom,
  AUTHORIZATION_POLICY,
  type AuthorizationPolicy,
  type AuthorizationPolicyChanges,
  authorizationPolicy,
  changedPolicy,
  readAuthorizationPolicy,
  updateAuthorizationPolicy,
} from "./authorization-policy.ts";
export { redeemsAutomatically, sparesConsent } from "./automatic-redemption.ts";
export { CLOUD_PROFILES, type CloudProfile } from "./cloud-profile.ts";
export * from "./conditional-access.ts";
export type {
  ConditionalAccessPolicy,
  Conditions,
  GrantControls,
  GuestScope,
  NamedLocation,
} from "./conditional-access-policy.ts";
export { type Conversion, convertToInternal } from "./conversion.ts";
export { objectsCreatedBy } from "./creations.ts";
export {
  accessId,
  type CrossTenantAccess,
  createPartnerAccess,
  crossTenantPolicy,
  defaultAccess,
  deletePartnerAccess,
  effectiveAccess,
  getPartnerAccess,
  listPartnerAccess,
  resetDefaultAccess,
  trusting,
  updateCrossTenantPolicy,
  updateDefaultAccess,
  updatePartnerAccess,
} from "./cross-tenant-access.ts";
export {
  type CrossTenantSettings,
  DEFAULT_TRUST,
  type InboundTrust,
  NO_TRUST,
  type RedemptionOrder,
  type Targets,
} from "./cross-tenant-settings.ts";
export {
  type Deleted,
  getDeleted,
  listDeleted,
  purgeDeleted,
  restoreDeleted,
} from "./deleted-items.ts";
export { Directory, type DirectoryPlan, type HomeOf } from "./directory.ts";
export { type DirectoryAudit, directoryAudits, getDirectoryAudit } from "./directory-audits.ts";
export type {
  DirectoryObject,
  Ticket,
  User,
} from "./directory-object.ts";
export {
  assignRole,
  getRoleAssignment,
  groupsOf,
  listRoleAssignments,
  ownRoles,
  removeRoleAssignment,
  roleAssignmentOf,
  rolesOf,
  seesRoles,
} from "./directory-roles.ts";
export {
  createDomainPolicy,
  type DomainPolicy,
  type DomainPolicyInput,
  deleteDomainPolicy,
  domainPolicyOf,
  getDomainPolicy,
  listDomainPolicies,
  takesDomain,
  updateDomainPolicy,
} from "./domain-policy.ts";
export { type Domain, getDomain, listDomains } from "./domains.ts";
export type { Group } from "./group.ts";
export {
  createGroup,
  deleteGroup,
  type GroupChanges,
  updateGroup,
} from "./group-changes.ts";
export {
  addMember,
  allGroupsOf,
  listMembers,
  listTransitiveMembers,
  removeMember,
} from "./group-members.ts";
export { type GroupLicences, getGroup, groupOf, listGroups, type NewGroup } from "./groups.ts";
export { refuseGuestSeeing, refuseGuestSeeingGroup } from "./guest-sight.ts";
export {
  accountsFor,
  changedProviders,
  type FallbackProvider,
  IDENTITY_PROVIDERS,
  type IdentityProviders,
  identityProviders,
  linkedAccount,
  type PrimaryProvider,
  takesKind,
} from "./identity-providers.ts";
export {
  deleteSynchronization,
  findSynchronization,
  getSynchronization,
  putSynchronization,
  type SynchronizationChanges,
  updateSynchronization,
} from "./identity-synchronization.ts";
export { guestOf, type InvitationRequest, invite } from "./invitations.ts";
export { concealer, type KeptObject, revealed } from "./kept-object.ts";
export { DOCUMENTED_LIMITS, type LimitName } from "./limits.ts";
export { delayMail, loseMail, mailsOf, orderedMails, repeatMail, sentMails } from "./mail.ts";
export { findManager, listReports, managerOf, removeManager, reportsOf, setManager } from "./managers.ts";
export { merged } from "./merged.ts";
export {
  createNamedLocation,
  deleteNamedLocation,
  getNamedLocation,
  type LocationInput,
  listNamedLocations,
  locationOf,
  updateNamedLocation,
} from "./named-locations.ts";
export { createUser, type NewAccount } from "./new-user.ts";
export { deletedAtOf, objectLimit, RESTORABLE_MS } from "./object-quota.ts";
export { organizationOf } from "./organization.ts";
export { addOwner, listOwners, type Owned, owns, removeOwner } from "./owners.ts";
export { passcodeOf } from "./passcode.ts";
export { refuseSettingPassword } from "./password-right.ts";
export { refusePassword } from "./passwords.ts";
export { MICROSOFT_DOMAINS } from "./personal-accounts.ts";
export { findPresent, getPresent, type PresentObject } from "./present-object.ts";
export { holdsPermission, type Principal } from "./principal.ts";
export {
  type Barrier,
  barrierTo,
  canOpenTo,
  idsAtHome,
  isEnabledAtHome,
  letsOut,
  runsCloudWorker,
} from "./reachability.ts";
export type {
  Account,
  AccountKind,
  MetChallenge,
  Mishap,
  RedemptionExit,
  RedemptionRecord,
  RedemptionState,
} from "./redemption-record.ts";
export { Refusal, type RefusalReason } from "./refusal.ts";
export type { RoleAssignment } from "./role-assignment.ts";
export type { RoleDefinition } from "./role-definition.ts";
export {
  createRoleDefinition,
  deleteRoleDefinition,
  getRoleDefinition,
  inheritedBy,
  listRoleDefinitions,
  type RoleDefinitionInput,
  updateRoleDefinition,
} from "./role-definitions.ts";
export { type RoleName, roleIds, roleTemplate, roleTemplates } from "./role-templates.ts";
export type { Mail, PasscodeMail } from "./sent-mail.ts";
export { servicePrincipalWithAppId } from "./service-principal-of-application.ts";
export {
  type AppProperties,
  createServicePrincipal,
  deleteServicePrincipal,
  getServicePrincipal,
  listServicePrincipals,
  type ServicePrincipalChanges,
  servicePrincipalOf,
  updateServicePrincipal,
} from "./service-principals.ts";
export { signInActivityOf } from "./sign-in-activity.ts";
export { getSignIn, listSignIns } from "./sign-in-log.ts";
export { type SignInRecord, signInRecords } from "./sign-in-record.ts";
export { revokeSignInSessions } from "./sign-in-sessions.ts";
export { addSponsor, listSponsored, listSponsors, removeSponsor } from "./sponsors.ts";
export { tenantInformation } from "./tenant-information.ts";
export { cloudOfKind, type TenantKind } from "./tenant-kind.ts";
export type { Draw, Ruling, ThrottleLimits, ThrottlePosition } from "./throttle.ts";
export { holderOf, type LinkProblem, type RedeemLink, readRedeemUrl, ticketOf } from "./tickets.ts";
export type { Quota } from "./token-bucket.ts";
export { type UserChanges, updateUser } from "./user-changes.ts";
export { refuseUser, type UserRight } from "./user-right.ts";
export {
  type Access,
  deleteUser,
  findByAddress,
  findUser,
  getUser,
  listUsers,
  mayHaveAddress,
  userOf,
  wasDeleted,
} from "./users.ts";
