import { B2BError, TimeLimit } from "../errors/index.ts";
import type { Clock } from "../time/index.ts";
import type { CallOptions } from "./call-options.ts";

/** Who may end a piece of work: its caller, and the clock. */
export interface Limits {
  readonly signal?: AbortSignal | undefined;
  /** On the client's clock. */
  readonly deadline?: number | undefined;
}

/** Why the timer of work that has ended is stopped. A reason of its own spares making an exception each time. */
const OVER = "over";

/**
 * Works, and stops waiting when the caller gives up or the deadline comes, whatever the work is waiting for. It is told
 * by the signal that it is handed, so that nothing goes on behind the caller's back.
 *
 * @throws TimeLimit at the deadline; the signal's reason where the caller gave up
 */
export async function inTime<T>(
  clock: Clock,
  { signal, deadline }: Limits,
  work: (signal: AbortSignal | undefined) => Promise<T>,
): Promise<T> {
  if (signal === undefined && deadline === undefined) return work(undefined);
  const stop = new AbortController();
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  const give = (reason: unknown) => {
    stop.abort(reason);
    reject(reason);
  };
  const onAbort = () => give(signal?.reason);
  signal?.throwIfAborted();
  signal?.addEventListener("abort", onAbort, { once: true });
  const over = new AbortController();
  if (deadline !== undefined) startTimer(clock, deadline, over.signal, give);
  try {
    return await Promise.race([work(stop.signal), stopped]);
  } finally {
    over.abort(OVER);
    signal?.removeEventListener("abort", onAbort);
  }
}

/**
 * The same for work that sends nothing itself, and whoever it waits for may never answer.
 *
 * @throws B2BError `timeout` or `aborted`, in the name of `operation`
 */
export async function waitInTime<T>(
  clock: Clock,
  operation: string,
  { signal, timeoutMs }: CallOptions,
  work: (signal: AbortSignal | undefined) => Promise<T>,
): Promise<T> {
  const deadline = timeoutMs === undefined ? undefined : clock.now() + timeoutMs;
  try {
    return await inTime(clock, { signal, deadline }, work);
  } catch (cause) {
    const details = { outcome: "not-sent", operation, cause } as const;
    if (cause instanceof TimeLimit) throw new B2BError("timeout", cause.message, details);
    if (signal?.aborted && cause === signal.reason)
      throw new B2BError("aborted", "the caller gave up", details);
    throw cause;
  }
}

function startTimer(
  clock: Clock,
  deadline: number,
  over: AbortSignal,
  give: (reason: unknown) => void,
): void {
  const left = Math.max(0, deadline - clock.now());
  clock.sleep(left, over).then(
    () => give(new TimeLimit("the call took longer than its caller allowed")),
    () => undefined,
  );
}
