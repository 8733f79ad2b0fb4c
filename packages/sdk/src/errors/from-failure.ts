import { TransportFailure, type WireRequest } from "../wire/index.ts";
import { B2BError } from "./b2b-error.ts";
import { circumstances } from "./circumstances.ts";
import { isSafeToRepeat, worse } from "./outcome.ts";

/** Why a request was given up: it took longer than one attempt may, or than the whole call may. */
export class TimeLimit extends Error {
  override readonly name = "TimeLimit";
}

/** The error that a rejected `Send` stands for. An error of the SDK's own, or of a user's middleware, stays what it is. */
export function errorFromFailure(request: WireRequest, failure: unknown): unknown {
  const { operation, context } = request;
  const { attempts, outcome: before, clientRequestId } = context.trace;
  const known = {
    operation: operation.id,
    attempts,
    ...(clientRequestId !== undefined && { clientRequestId }),
  };
  if (failure instanceof TransportFailure) {
    const { cause } = failure;
    const details = { ...known, outcome: worse(before, failure.outcome), cause };
    const code = cause instanceof TimeLimit ? "timeout" : "network";
    return new B2BError(code, textOf(failure, request), {
      ...details,
      retryable: isSafeToRepeat(request, details.outcome),
    });
  }
  if (failure instanceof TimeLimit) {
    const details = { ...known, outcome: before, cause: failure };
    return new B2BError("timeout", failure.message, {
      ...details,
      retryable: isSafeToRepeat(request, details.outcome),
    });
  }
  if (context.signal?.aborted && failure === context.signal.reason) {
    return new B2BError("aborted", "the caller gave up", { ...known, outcome: before, cause: failure });
  }
  return failure;
}

function textOf({ cause, message, outcome }: TransportFailure, { operation, context }: WireRequest): string {
  const { attempts, outcome: before } = context.trace;
  // What came of a call with several requests is not what came of its last one.
  const last = attempts > 1 ? "last of all, " : "";
  const what = cause instanceof TimeLimit ? cause.message : `${last}${message}${reasonOf(cause)}`;
  const how = circumstances({
    attempts,
    outcome: operation.effect === "read" ? "rejected" : worse(before, outcome),
  });
  return how === "" ? what : `${what} (${how})`;
}

/** A system error's code (`ECONNREFUSED`) says what happened; its message may hold an address. */
function reasonOf(cause: unknown): string {
  const code = (cause as { code?: unknown } | undefined)?.code;
  return typeof code === "string" ? ` (${code})` : "";
}
