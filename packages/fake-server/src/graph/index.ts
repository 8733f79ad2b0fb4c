export { permissionNames } from "./authorization/index.ts";
export { departures } from "./checked.ts";
export { type ErrorStamp, errorAnswer } from "./errors.ts";
export { ForeignBody, type GraphRequest, type GraphResponse, MALFORMED } from "./exchange.ts";
export { type QueryOptions, readQueryString } from "./query-options.ts";
export { answer } from "./service.ts";
export {
  type RequestQuota,
  setThrottle,
  type ThrottleOverrides,
  type ThrottlePolicy,
  type UnitQuota,
  type WriteQuota,
} from "./throttle/policy.ts";
