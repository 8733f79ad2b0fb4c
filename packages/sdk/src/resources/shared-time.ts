import { B2BError } from "../errors/index.ts";
import type { CallOptions, Line } from "./call.ts";

/**
 * The options for each of several calls that share one time: what the first leaves is what the next one has.
 *
 * @throws B2BError `timeout`, from the function that it gives, once nothing is left
 */
export function sharedTime({ clock }: Line, operation: string, options: CallOptions): () => CallOptions {
  const { timeoutMs } = options;
  if (timeoutMs === undefined) return () => options;
  const deadline = clock.now() + timeoutMs;
  let isFirst = true;
  return () => {
    // The first call judges whether the time makes sense at all.
    if (isFirst) {
      isFirst = false;
      return options;
    }
    const left = deadline - clock.now();
    if (left > 0) return { ...options, timeoutMs: left };
    throw new B2BError("timeout", "the time for all of it is over; the next step was not begun", {
      outcome: "not-sent",
      operation,
    });
  };
}
