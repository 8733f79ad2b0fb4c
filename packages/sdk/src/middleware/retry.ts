import { retryAfterMs } from "../errors/index.ts";
import type { Clock, Random } from "../time/index.ts";
import {
  type Middleware,
  type Send,
  TransportFailure,
  type WireRequest,
  type WireResponse,
} from "../wire/index.ts";
import { atLeast, fullJitter } from "./backoff.ts";
import { judge, type Verdict } from "./judge.ts";

/** How often, and for how long, what failed for now is sent again. */
export interface RetryOptions {
  /** How many requests a call sends at most where the server is in trouble. Default 5. Refusals (429) count against the deadline alone. */
  readonly attempts?: number;
  /** Upper bound of the first wait without `Retry-After`, in milliseconds; doubles each time. Default 250. */
  readonly baseMs?: number;
  /** No wait of our own choosing is longer, in milliseconds. Default 20,000. */
  readonly capMs?: number;
  /** How long one call may go on being sent again, in milliseconds. Default 100,000. A wait that would pass it is not begun. */
  readonly deadlineMs?: number;
}

type Result = WireResponse | TransportFailure;

/**
 * Sends again what failed for now, where a second time does no harm.
 *
 * Never earlier than `Retry-After` said; with full jitter where it said nothing; never past the deadline: a wait that
 * would pass it ends the call at once, with the answer at hand. What has an effect that people see (`once`) is sent
 * again only when it was certainly not carried out.
 */
export function retry(
  options: RetryOptions & { readonly clock: Clock; readonly random: Random },
): Middleware {
  const { attempts = 5, baseMs = 250, capMs = 20_000, deadlineMs = 100_000, clock, random } = options;

  function waitFor(result: Result, retries: number): number {
    const asked = result instanceof TransportFailure ? undefined : retryAfterMs(result.headers, clock.now());
    if (asked !== undefined) return atLeast(asked, random);
    // A refusal costs no attempt: without a floor, chance could have it come back at once for ever.
    const floor = isRefusal(result) ? baseMs : 0;
    return floor + fullJitter(retries, { baseMs, capMs }, random);
  }

  /** How long to wait before the next attempt; `undefined` where there is none to be. */
  function pauseAfter(result: Result, verdict: Verdict, tries: Tries, deadline: number): number | undefined {
    if (verdict === "final" || tries.troubles >= attempts) return undefined;
    const wait = waitFor(result, tries.all - 1);
    return clock.now() + wait < deadline ? wait : undefined;
  }

  return (next) =>
    async function retry(request) {
      const { effect } = request.operation;
      const deadline = Math.min(
        request.context.deadline ?? Number.POSITIVE_INFINITY,
        clock.now() + deadlineMs,
      );
      const bounded: WireRequest = { ...request, context: { ...request.context, deadline } };
      for (let tries: Tries = { all: 0, troubles: 0 }; ; ) {
        const result = await settle(next, bounded);
        const verdict = judge(effect, result);
        tries = { all: tries.all + 1, troubles: tries.troubles + (verdict === "refused" ? 0 : 1) };
        const pause = pauseAfter(result, verdict, tries, deadline);
        if (pause === undefined) return answer(result);
        await clock.sleep(pause, request.context.signal);
      }
    };
}

function isRefusal(result: Result): boolean {
  return !(result instanceof TransportFailure) && judge("once", result) === "refused";
}

/** How often a call has been tried, and how often the server was in trouble: a refusal costs no attempt. */
interface Tries {
  readonly all: number;
  readonly troubles: number;
}

/** A transport's failure as a value, beside its responses; anything else that is thrown is not ours to judge. */
async function settle(next: Send, request: WireRequest): Promise<Result> {
  try {
    return await next(request);
  } catch (failure) {
    if (failure instanceof TransportFailure) return failure;
    throw failure;
  }
}

function answer(result: Result): WireResponse {
  if (result instanceof TransportFailure) throw result;
  return result;
}
