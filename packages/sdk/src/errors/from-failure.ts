import { TransportFailure, type WireRequest } from "../wire/index.ts";
import { B2BError } from "./b2b-error.ts";
import { worse } from "./outcome.ts";

/** Why a request was given up: it took longer than one attempt may, or than the whole call may. */
export class TimeLimit extends Error {
  override readonly name = "TimeLimit";
}

/** The error that a rejected `Send` stands for. An error of the SDK's own, or of a user's middleware, stays what it is. */
export function errorFromFailure({ operation, context }: WireRequest, failure: unknown): unknown {
  const { attempts, outcome: before, clientRequestId } = context.trace;
  const known = {
    operation: operation.id,
    attempts,
    ...(clientRequestId !== undefined && { clientRequestId }),
  };
  if (failure instanceof TransportFailure) {
    const { cause, message } = failure;
    const outcome = worse(before, failure.outcome);
    const code = cause instanceof TimeLimit ? "timeout" : "network";
    const text = cause instanceof TimeLimit ? cause.message : `${message}${reasonOf(cause)}`;
    const retryable = outcome !== "unknown" || operation.effect !== "once";
    return new B2BError(code, text, { ...known, outcome, retryable, cause });
  }
  if (failure instanceof TimeLimit) {
    const retryable = before !== "unknown" || operation.effect !== "once";
    return new B2BError("timeout", failure.message, { ...known, outcome: before, retryable, cause: failure });
  }
  if (context.signal?.aborted && failure === context.signal.reason) {
    return new B2BError("aborted", "the caller gave up", { ...known, outcome: before, cause: failure });
  }
  return failure;
}

/** A system error's code (`ECONNREFUSED`) says what happened; its message may hold an address. */
function reasonOf(cause: unknown): string {
  const code = (cause as { code?: unknown } | undefined)?.code;
  return typeof code === "string" ? ` (${code})` : "";
}
