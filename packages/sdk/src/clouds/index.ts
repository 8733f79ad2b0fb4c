export { policyInTime, resolverInTime } from "./answer-in-time.ts";
export {
  articleBoundary,
  type BoundaryPolicy,
  ForbiddenSettings,
  isWithoutB2B,
  type OwnSettings,
  reachBy,
  tenantBoundary,
  UnsettledSettings,
} from "./boundary.ts";
export type { Capability } from "./capability.ts";
export { type Cloud, type CloudId, clouds } from "./cloud.ts";
export { cannotOpen, instanceOf, isAcrossClouds } from "./crossing.ts";
export { type CloudDefinition, cloudById, defineCloud } from "./define-cloud.ts";
export { explain, SERVICE_KNOWS } from "./explain.ts";
export {
  type Home,
  type HomeResolver,
  type HomeTenant,
  homeFor,
  homeKey,
  isHome,
  nobodyKnown,
  staticHomes,
} from "./home.ts";
export { HOME_NAME, type HomeName, plainDomain, readHomeName } from "./home-name.ts";
export { lackedBy } from "./lacks.ts";
export { SECURE_ORIGIN, secureOrigin } from "./origin.ts";
export {
  type DecidedBy,
  type Decision,
  letsAnybodyThrough,
  type MissingFact,
  type Passage,
  passageOf,
  type Traveller,
} from "./passage.ts";
export { type Reach, type Undecided, type Unreachable, undecided, unreachable } from "./reach.ts";
export { type SharedAnswers, sharedAnswers } from "./shared-answers.ts";
