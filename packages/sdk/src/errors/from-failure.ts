import { type Outcome, TransportFailure, type WireRequest } from "../wire/index.ts";
import { B2BError } from "./b2b-error.ts";
import { circumstances } from "./circumstances.ts";
import { knownOf } from "./known.ts";
import { isSafeToRepeat, worse } from "./outcome.ts";

/** Why a request was given up: it took longer than one attempt may, or than the whole call may. */
export class TimeLimit extends Error {
  override readonly name = "TimeLimit";
}

/** The error that a rejected `Send` stands for. An error of the SDK's own, or of a user's middleware, stays what it is. */
export function errorFromFailure(request: WireRequest, failure: unknown): unknown {
  const { signal, trace } = request.context;
  if (failure instanceof TransportFailure) {
    const { cause } = failure;
    const known = knownOf(request, worse(trace.outcome, failure.outcome));
    const code = cause instanceof TimeLimit ? "timeout" : "network";
    const retryable = isSafeToRepeat(request, known.outcome);
    return new B2BError(code, textOf(failure, request), { ...known, retryable, cause });
  }
  const known = knownOf(request, trace.outcome);
  if (failure instanceof TimeLimit) {
    const retryable = isSafeToRepeat(request, known.outcome);
    const text = `${failure.message}${inBrackets(request, known.outcome)}`;
    return new B2BError("timeout", text, { ...known, retryable, cause: failure });
  }
  if (signal?.aborted && failure === signal.reason) {
    const text = `the caller gave up${inBrackets(request, known.outcome)}`;
    return new B2BError("aborted", text, { ...known, cause: failure });
  }
  return failure;
}

function textOf({ cause, message, outcome }: TransportFailure, request: WireRequest): string {
  const { attempts, outcome: before } = request.context.trace;
  // What came of a call with several requests is not what came of its last one.
  const last = attempts > 1 ? "last of all, " : "";
  const what = cause instanceof TimeLimit ? cause.message : `${last}${message}${reasonOf(cause)}`;
  return `${what}${inBrackets(request, worse(before, outcome))}`;
}

function inBrackets({ operation, context }: WireRequest, outcome: Outcome): string {
  const { attempts } = context.trace;
  const how = circumstances({ attempts, outcome: operation.effect === "read" ? "rejected" : outcome });
  return how === "" ? "" : ` (${how})`;
}

/** A system error's code (`ECONNREFUSED`) says what happened; its message may hold an address. */
function reasonOf(cause: unknown): string {
  const code = (cause as { code?: unknown } | undefined)?.code;
  return typeof code === "string" ? ` (${code})` : "";
}
