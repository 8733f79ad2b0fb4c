import type { Clock } from "../time/index.ts";
import type { BoundaryPolicy } from "./boundary.ts";
import type { HomeResolver } from "./home.ts";

/** For how long answers are waited for. */
export interface WaitLimit {
  readonly clock: Clock;
  readonly timeoutMs: number;
}

/** The same resolver, but one that rejects where it does not answer in time: whoever asks must not wait for ever. */
export function resolverInTime(resolver: HomeResolver, limit: WaitLimit): HomeResolver {
  return { resolve: (name, signal) => inTime(limit, signal, (stop) => resolver.resolve(name, stop)) };
}

/** The same policy, but one that rejects where it does not answer in time. */
export function policyInTime(policy: BoundaryPolicy, limit: WaitLimit): BoundaryPolicy {
  return {
    evaluate: (home, signal) => inTime(limit, signal, (stop) => policy.evaluate(home, stop)),
    forget: (forMs) => policy.forget?.(forMs),
    asksAtHome: policy.asksAtHome === true,
  };
}

/** The work is told by its signal that nobody waits any more. */
async function inTime<T>(
  { clock, timeoutMs }: WaitLimit,
  signal: AbortSignal | undefined,
  work: (stop: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const over = new AbortController();
  const late = clock.sleep(timeoutMs, over.signal).then(() => {
    const reason = new Error(`no answer within ${timeoutMs} ms`);
    stop.abort(reason);
    throw reason;
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([work(signal ? AbortSignal.any([signal, stop.signal]) : stop.signal), late]);
  } finally {
    over.abort("over");
  }
}
