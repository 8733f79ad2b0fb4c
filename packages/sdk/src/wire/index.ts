export { type CallContext, type CallTrace, type CallWarning, callContext } from "./call-context.ts";
export { compose, type Middleware } from "./middleware.ts";
export type { Effect, OperationInfo } from "./operation.ts";
export {
  type Method,
  type Outcome,
  type Query,
  type Send,
  type Target,
  type Transport,
  TransportFailure,
  type WireRequest,
  type WireResponse,
} from "./transport.ts";
