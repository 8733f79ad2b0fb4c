import { TimeLimit } from "../errors/index.ts";
import type { Clock } from "../time/index.ts";
import { type Middleware, TransportFailure } from "../wire/index.ts";

/** How long one request may take. The whole call has limits of its own: `timeoutMs` of the call, `deadlineMs` of the retry. */
export interface AttemptTimeoutOptions {
  /** How long one request may take until its body is read, in milliseconds. Default 30,000. */
  readonly timeoutMs?: number;
}

/** Gives an attempt up when it takes too long, or when the call's deadline comes. What became of it is unknown then. */
export function attemptTimeout(options: { readonly timeoutMs: number; readonly clock: Clock }): Middleware {
  const { timeoutMs, clock } = options;
  return (next) =>
    async function attemptTimeout(request) {
      const { signal, trace, deadline = Number.POSITIVE_INFINITY } = request.context;
      signal?.throwIfAborted();
      let wasUnderWay = false;
      const limit = limitOf(timeoutMs, deadline - clock.now(), signal, clock, () => {
        wasUnderWay = trace.isUnderWay;
        return wasUnderWay ? "had no answer" : "was not ready to leave";
      });
      try {
        return await next({ ...request, context: { ...request.context, signal: limit.signal } });
      } catch (failure) {
        if (!limit.caused(failure)) throw failure;
        throw new TransportFailure(wasUnderWay ? "unknown" : "not-sent", { cause: failure });
      } finally {
        limit.lift();
      }
    };
}

/** The time limit of one attempt. */
interface AttemptLimit {
  /** Aborts when the time is over, or when the caller aborts. */
  readonly signal: AbortSignal;
  caused(failure: unknown): boolean;
  /** Leaves no timer and no listener behind. */
  lift(): void;
}

/** Why the timer of an attempt that has ended is stopped. A reason of its own spares making an exception each time. */
const OVER = "over";

function limitOf(
  timeoutMs: number,
  leftMs: number,
  caller: AbortSignal | undefined,
  clock: Clock,
  fateOf: () => string,
): AttemptLimit {
  const ms = Math.min(timeoutMs, leftMs);
  const attempt = new AbortController();
  const over = new AbortController();
  const onAbort = () => attempt.abort(caller?.reason);
  caller?.addEventListener("abort", onAbort, { once: true });
  let late: TimeLimit | undefined;
  if (ms < Number.POSITIVE_INFINITY) {
    clock.sleep(ms, over.signal).then(
      () => {
        const fate = `${fateOf()} within ${Math.ceil(ms)} ms`;
        late = new TimeLimit(
          leftMs < timeoutMs
            ? `the time of the whole call was over; its last request ${fate}`
            : `the request ${fate}`,
        );
        attempt.abort(late);
      },
      () => undefined,
    );
  }
  return {
    signal: attempt.signal,
    caused: (failure) => late !== undefined && failure === late,
    lift() {
      over.abort(OVER);
      caller?.removeEventListener("abort", onAbort);
    },
  };
}
