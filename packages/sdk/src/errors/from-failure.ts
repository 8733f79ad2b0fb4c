import { TransportFailure, type WireRequest } from "../wire/index.ts";
import { B2BError } from "./b2b-error.ts";

/** Why a request was given up: it took longer than one attempt may, or than the whole call may. */
export class TimeLimit extends Error {
  override readonly name = "TimeLimit";
}

/** The error that a rejected `Send` stands for. An error of the SDK's own, or of a user's middleware, stays what it is. */
export function errorFromFailure(request: WireRequest, failure: unknown): unknown {
  const { operation, context } = request;
  const attempts = context.trace.attempts;
  if (failure instanceof TransportFailure) {
    const code = failure.cause instanceof TimeLimit ? "timeout" : "network";
    const retryable = failure.outcome === "not-sent" || operation.effect !== "once";
    const { outcome, cause, message } = failure;
    const text = cause instanceof TimeLimit ? cause.message : `${message}${reasonOf(cause)}`;
    return new B2BError(code, text, { outcome, operation: operation.id, attempts, retryable, cause });
  }
  if (context.signal?.aborted && failure === context.signal.reason) {
    const outcome = attempts === 0 ? "not-sent" : "unknown";
    return new B2BError("aborted", "the caller gave up", {
      outcome,
      operation: operation.id,
      attempts,
      cause: failure,
    });
  }
  return failure;
}

/** A system error's code (`ECONNREFUSED`) says what happened; its message may hold an address. */
function reasonOf(cause: unknown): string {
  const code = (cause as { code?: unknown } | undefined)?.code;
  return typeof code === "string" ? ` (${code})` : "";
}
