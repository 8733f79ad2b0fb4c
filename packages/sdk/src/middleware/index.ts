export { type AttemptTimeoutOptions, attemptTimeout } from "./attempt-timeout.ts";
export { attemptTrace } from "./attempt-trace.ts";
export { type CloudBoundaryOptions, cloudBoundary } from "./cloud-boundary.ts";
export {
  type AccessToken,
  type Credential,
  credentials,
  type TokenCredential,
  type TokenSource,
  type TokenWish,
} from "./credentials.ts";
export { ownLayers } from "./given-response.ts";
export { leaveInTime } from "./leave-in-time.ts";
export { ownChanges } from "./own-changes.ts";
export { ownWrites } from "./own-writes.ts";
export { type ReadYourWritesOptions, readYourWrites } from "./read-your-writes.ts";
export { requestId } from "./request-id.ts";
export { type RetryOptions, retry } from "./retry.ts";
