export { type CallContext, type CallTrace, type CallWarning, callContext } from "./call-context.ts";
export { compose, type Middleware } from "./middleware.ts";
export type { Effect, OperationInfo } from "./operation.ts";
export type { Outcome } from "./outcome.ts";
export { OWN_TENANT_ID } from "./own-tenant-id.ts";
export type { WireResponse } from "./response.ts";
export {
  accountsWith,
  anythingIn,
  assignmentsOf,
  CROSS_TENANT_ACCESS,
  membershipsOf,
  ownersOf,
  PARTNERS,
  type Shown,
  type Sight,
  showsOne,
  showsPage,
  sponsorsOf,
  USERS,
  type Written,
  writtenUser,
} from "./sights.ts";
export {
  type Method,
  type Query,
  type Send,
  type Target,
  type Transport,
  TransportFailure,
  type WireRequest,
} from "./transport.ts";
