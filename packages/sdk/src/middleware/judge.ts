import { isRefusedForGood, isTakenBack } from "../errors/index.ts";
import { type OperationInfo, TransportFailure, type WireResponse } from "../wire/index.ts";

/** What came of sending a request: a response, or why there was none. */
export type Result = WireResponse | TransportFailure;

/**
 * Whether a request may be sent again, and why.
 *
 * - `refused`: the server did no work on it, for now.
 * - `undone`: it was certainly not carried out: it never arrived, or the directory took it back.
 * - `harmless`: it may have been carried out, and a second time changes nothing.
 * - `uncertain`: it may have been carried out, and a second time would be seen. Only something else may be sent.
 * - `final`: this is the answer.
 */
export type Verdict = "refused" | "undone" | "harmless" | "uncertain" | "final";

/** Statuses of a server that turned the request away before any work. */
const REFUSED = new Set([429, 509]);
/** Statuses of a server in trouble: what it had done by then is anyone's guess. */
const TROUBLE = new Set([408, 500, 502, 503, 504]);

/** Judges what came of sending a request of this operation. */
export function judge(operation: Pick<OperationInfo, "effect" | "created">, result: Result): Verdict {
  const ifRepeated = operation.effect === "once" ? "uncertain" : "harmless";
  if (result instanceof TransportFailure) return result.outcome === "not-sent" ? "undone" : ifRepeated;
  if (REFUSED.has(result.status)) return isRefusedForGood(result) ? "final" : "refused";
  if (TROUBLE.has(result.status)) return ifRepeated;
  if (isIllegible(operation, result)) return ifRepeated;
  return isTakenBack(result) ? "undone" : "final";
}

/** A success that does not say what was made: nobody could go on with it. */
function isIllegible({ created }: Pick<OperationInfo, "created">, response: WireResponse): boolean {
  return response.status >= 200 && response.status < 300 && created?.(response).length === 0;
}
