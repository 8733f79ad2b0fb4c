export type { Conduct, Lint, Remark } from "./conduct/index.ts";
export { createWorld } from "./create-world.ts";
export type {
  AllowInvitesFrom,
  AppProperties,
  AuthorizationPolicy,
  AuthorizationPolicyChanges,
  ConditionalAccessPolicy,
  Conditions,
  GrantControls,
  GuestScope,
  InboundTrust,
  LimitName,
  LocationInput,
  Mail,
  MfaAudience,
  NamedLocation,
  PolicyInput,
  RoleName,
} from "./directory/index.ts";
export {
  type AddedFault,
  describeSchedule,
  type FaultEffect,
  type FaultFamily,
  type FaultMatch,
  type FaultOperation,
  type FaultRule,
  type Faults,
  type FaultWhen,
  type FiredFault,
  faultEffects,
  shrink,
} from "./faults/index.ts";
export type {
  RequestQuota,
  ThrottleOverrides,
  ThrottlePolicy,
  UnitQuota,
  WriteQuota,
} from "./graph/index.ts";
export type { Commit, Duration, Lag, Reader, Realism } from "./replication/index.ts";
export type { Blocked, Challenge, SignInResult, Strength } from "./sign-in/index.ts";
export type {
  CallerOptions,
  DomainLists,
  FakeApp,
  FakeCloud,
  FakeUser,
  Redemption,
  SignInCircumstances,
  Tenant,
  UserProperties,
  World,
  WorldMark,
  WorldOptions,
} from "./world/index.ts";
