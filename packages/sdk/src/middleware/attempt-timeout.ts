import { TimeLimit } from "../errors/index.ts";
import type { Clock } from "../time/index.ts";
import { type Middleware, TransportFailure } from "../wire/index.ts";

/** How long one request may take. The whole call has limits of its own: `timeoutMs` of the call, `deadlineMs` of the retry. */
export interface AttemptTimeoutOptions {
  /** How long one request may take until its body is read, in milliseconds. Default 30,000. */
  readonly timeoutMs?: number;
}

/** Gives an attempt up when it takes too long, or when the call's deadline comes. What became of it is unknown then. */
export function attemptTimeout(options: AttemptTimeoutOptions & { readonly clock: Clock }): Middleware {
  const { timeoutMs = 30_000, clock } = options;
  return (next) =>
    async function attemptTimeout(request) {
      const { signal, trace, deadline = Number.POSITIVE_INFINITY } = request.context;
      const sentBefore = trace.attempts;
      const limit = Math.min(timeoutMs, deadline - clock.now());
      const attempt = new AbortController();
      const over = new AbortController();
      const onAbort = () => attempt.abort(signal?.reason);
      signal?.throwIfAborted();
      signal?.addEventListener("abort", onAbort, { once: true });
      const late = new TimeLimit(`no answer within ${Math.ceil(limit)} ms`);
      clock.sleep(limit, over.signal).then(
        () => attempt.abort(late),
        () => undefined,
      );
      try {
        return await next({ ...request, context: { ...request.context, signal: attempt.signal } });
      } catch (failure) {
        if (failure !== late) throw failure;
        throw new TransportFailure(trace.attempts > sentBefore ? "unknown" : "not-sent", { cause: late });
      } finally {
        over.abort();
        signal?.removeEventListener("abort", onAbort);
      }
    };
}
