export { B2BError, type B2BErrorDetails, type B2BErrorOf, type ErrorCode } from "./b2b-error.ts";
export { claimsChallengeIn } from "./claims-challenge.ts";
export { errorFromFailure, TimeLimit } from "./from-failure.ts";
export {
  type Absence,
  absenceIn,
  detailsOf,
  errorFromResponse,
  isExistingReference,
  isRefusedForGood,
  isTakenBack,
  isWithoutUser,
} from "./from-response.ts";
export { inTheNameOf } from "./in-the-name-of.ts";
export { checked, invalidInput, unexpectedResponse } from "./invalid.ts";
export { knownOf } from "./known.ts";
export type { LimitId, ReachedLimit } from "./limit-id.ts";
export { nameProblems, problemUnless } from "./option-names.ts";
export { isSafeToRepeat, outcomeOf, worse } from "./outcome.ts";
export { redact } from "./redact.ts";
export { retryAfterMs } from "./retry-after.ts";
