import { invalidInput, nameProblems, problemUnless } from "../errors/index.ts";
import type { Problem } from "../schemas/index.ts";

/** What a single call may be told beside its input. */
export interface CallOptions {
  /** Ends the call at once, waits included; it rejects with the code `aborted`. */
  readonly signal?: AbortSignal | undefined;
  /** How long the whole call may take, waits and further attempts included, in milliseconds. Default: no limit beyond those of the client's layers. */
  readonly timeoutMs?: number | undefined;
}

/** The names that every call knows. */
export const CALL_OPTIONS: readonly string[] = ["signal", "timeoutMs"] satisfies (keyof CallOptions)[];

/**
 * Refuses what an operation cannot be told.
 *
 * @param known - the names of all its options
 * @throws B2BError `invalid-input`
 */
export function checkOptions(operation: string, options: CallOptions, known = CALL_OPTIONS): void {
  const problems = optionProblems(options, known);
  if (problems.length > 0) throw invalidInput(operation, problems);
}

/** What is wrong with the names of options, and with the limits that any call may have. */
export function optionProblems(options: CallOptions, known: readonly string[]): readonly Problem[] {
  const { signal, timeoutMs } = options ?? {};
  return [
    ...nameProblems(options, known),
    ...problemUnless(
      timeoutMs === undefined || (typeof timeoutMs === "number" && timeoutMs > 0),
      "timeoutMs",
      "must be a number above 0",
    ),
    ...problemUnless(signal === undefined || isSignal(signal), "signal", "must be an AbortSignal"),
  ];
}

/** Told by its shape: a signal may come from another realm. */
function isSignal(signal: unknown): boolean {
  return typeof signal === "object" && signal !== null && "aborted" in signal && "addEventListener" in signal;
}
