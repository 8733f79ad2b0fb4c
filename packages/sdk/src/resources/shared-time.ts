import { B2BError } from "../errors/index.ts";
import type { Line } from "./call.ts";
import { type CallOptions, checkOptions } from "./call-options.ts";

/**
 * The options for each of several calls that share one time: what the first leaves is what the next one has. They are
 * judged here, in the name of the `operation` that its caller knows; no call of the several has to.
 *
 * @param known - the names of its options, where it has more than every call
 * @throws B2BError `invalid-input`; from the function that it gives `timeout`, once nothing is left
 */
export function sharedTime(
  { clock }: Line,
  operation: string,
  options: CallOptions,
  known?: readonly string[],
): () => CallOptions {
  checkOptions(operation, options, known);
  const { signal, timeoutMs } = options;
  if (timeoutMs === undefined) return () => ({ signal });
  const deadline = clock.now() + timeoutMs;
  return () => {
    const left = deadline - clock.now();
    if (left > 0) return { signal, timeoutMs: left };
    throw new B2BError("timeout", "the time for all of it is over; the next step was not begun", {
      outcome: "not-sent",
      operation,
    });
  };
}
