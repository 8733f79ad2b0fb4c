import type { OperationInfo, Outcome, WireRequest } from "../wire/index.ts";

/** What an answer of this status says of the operation's effect. A refusal did nothing; what a server in trouble had done by then is anyone's guess. */
export function outcomeOf({ effect }: OperationInfo, status: number): Outcome {
  if (effect === "read" || status === 501 || status === 509) return "rejected";
  return (status >= 200 && status < 300) || status >= 500 || status === 408 ? "unknown" : "rejected";
}

const BADNESS: readonly Outcome[] = ["not-sent", "rejected", "unknown"];

/** What two attempts of one call leave behind together: one that may have been carried out is not undone by a later refusal. */
export function worse(first: Outcome, second: Outcome): Outcome {
  return BADNESS.indexOf(first) > BADNESS.indexOf(second) ? first : second;
}

/** Whether the same call may be made once more after it ended like this, without repeating what people see. */
export function isSafeToRepeat({ operation, context }: WireRequest, outcome: Outcome): boolean {
  // What is reconciled goes on in another form; the caller's own call would begin with the first.
  const isSeen = operation.effect === "once" || context.trace.reconciled;
  return outcome !== "unknown" || !isSeen;
}
