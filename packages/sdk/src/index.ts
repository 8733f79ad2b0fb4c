// The client.
export {
  type B2BClient,
  type B2BClientOptions,
  type BoundaryOptions,
  createB2BClient,
  createClient,
  type OperationClient,
} from "./client.ts";

// Clouds, and who can be invited from where.
export {
  articleBoundary,
  type BoundaryPolicy,
  type Capability,
  type Cloud,
  type CloudDefinition,
  type CloudId,
  cloudById,
  clouds,
  defineCloud,
  type Home,
  type HomeResolver,
  type HomeTenant,
  type OwnSettings,
  type Reach,
  staticHomes,
  tenantBoundary,
  type Unreachable,
} from "./clouds/index.ts";

// Who may invite.
export {
  type CanInvite,
  type CanInviteOptions,
  type Delegation,
  type GuestInviterGrant,
  type InviterFacts,
  type InviterVerdict,
  judgeInviter,
} from "./delegation/index.ts";

// What goes wrong, and what can be done.
export {
  B2BError,
  type B2BErrorDetails,
  type B2BErrorOf,
  type ErrorCode,
  type LimitId,
  type ReachedLimit,
} from "./errors/index.ts";
export {
  type Admission,
  type Departure,
  type DepartureReport,
  type Governor,
  localGovernor,
  type RetryCause,
} from "./governor/index.ts";
// The limits of the service, and how much of them is used.
export {
  type DirectoryLimits,
  judgeLimit,
  type Limit,
  type LimitStanding,
  limits,
  type Usage,
} from "./limits/index.ts";
export type {
  AccessToken,
  AttemptTimeoutOptions,
  BothSidesOptions,
  BoundaryPolicyMaker,
  CloudBoundaryOptions,
  Credential,
  PartnerSide,
  ReadYourWritesOptions,
  RetryOptions,
  TokenCredential,
  TokenSource,
  TokenWish,
} from "./middleware/index.ts";
export { bothSides, tenantPolicy } from "./middleware/index.ts";
// What an invitation will meet.
export type { Finding, Limitation, Preflight, PreflightOptions, PreflightReport } from "./preflight/index.ts";
export type { Remedy, RemedyAction } from "./remedies/index.ts";

// Resources, and their operations for the small door.
export {
  type Apps,
  type AssignmentChange,
  addGroupMember,
  addGroupOwner,
  addSponsor,
  assignAppRole,
  type Boundary,
  type BoundaryAnswer,
  type BoundaryQuestion,
  type Call,
  type CallMeta,
  type CallOptions,
  type CreatedMember,
  type CrossTenantAccessSettings,
  createInvitation,
  type DecidedBy,
  type Decision,
  type DomainPolicySettings,
  deleteGuest,
  type Groups,
  type GuestListOptions,
  type GuestSelection,
  type GuestState,
  type Guests,
  getGuest,
  type Invitations,
  type InvitedOrMember,
  type InvitePolicy,
  type IssuedInvitation,
  type ListOperation,
  listAppRoleAssignments,
  listGroupOwners,
  listGuests,
  listOrganization,
  listSponsors,
  type Members,
  type MembershipChange,
  type OnBoundary,
  type Operation,
  type OperationRequest,
  type OwnershipChange,
  type Page,
  type PageIterable,
  type Passage,
  type Result,
  type RoleGrant,
  resetRedemption,
  type SponsorshipChange,
  updateGuest,
  type Visit,
  type WaitOptions,
  type WaitProgress,
} from "./resources/index.ts";
export type {
  AccessTargets,
  AllowInvitesFrom,
  AppRoleAssignment,
  AppRoleAssignmentInput,
  AuthenticationStrength,
  AuthorizationPolicy,
  AuthorizationPolicyChanges,
  B2BSetting,
  ConditionalAccessPolicy,
  CrossTenantAccess,
  CrossTenantAccessChanges,
  CrossTenantAccessPolicy,
  DefaultGuestProperty,
  DirectoryObject,
  DomainPolicy,
  Guest,
  GuestChanges,
  GuestProperty,
  GuestQuery,
  GuestScope,
  InboundTrust,
  Invitation,
  InvitationInput,
  InvitedUserMessageInfo,
  LimitsQuestion,
  Member,
  MemberInput,
  ObjectIdentity,
  Organization,
  PasswordProfile,
  PreflightQuestion,
  Problem,
  Reader,
  Reading,
  Recipient,
  RedemptionReset,
  SignInQuestion,
  Visitor,
  WirePage,
} from "./schemas/index.ts";
export { defaultGuestProperties, guestUserRoles } from "./schemas/index.ts";

// Sign-in, before it happens.
export {
  judgeSignIn,
  type PolicyReference,
  type ResourceTenantSettings,
  type SignIn,
  type SignInChallenge,
  type SignInPrediction,
} from "./sign-in/index.ts";

// The seam, for layers and transports of your own. More of it in `@vestibule/sdk/wire` and `/time`.
export { type Clock, type Random, systemClock } from "./time/index.ts";
export {
  type CallContext,
  type CallTrace,
  type CallWarning,
  type Effect,
  type Method,
  type Middleware,
  type OperationInfo,
  type Outcome,
  type Query,
  type Send,
  type Target,
  type Transport,
  TransportFailure,
  type WireRequest,
  type WireResponse,
} from "./wire/index.ts";
