import { B2BError, isSafeToRepeat, knownOf, retryAfterMs } from "../errors/index.ts";
import type { Governor, RetryCause } from "../governor/index.ts";
import type { Random, SteadyClock } from "../time/index.ts";
import {
  type CallContext,
  type Middleware,
  type Send,
  TransportFailure,
  type WireRequest,
  type WireResponse,
} from "../wire/index.ts";
import { type Attempt, reportOf, type Wish } from "./attempt-report.ts";
import { atLeast, fullJitter } from "./backoff.ts";
import { judge, type Result, type Verdict } from "./judge.ts";
import { scopeOf } from "./throttle-scope.ts";
import { tolerantOf } from "./tolerant-governor.ts";

/** How often, and for how long, what failed for now is sent again. */
export interface RetryOptions {
  /** How many requests in a row a call sends at most where the server is in trouble. Default 5. Refusals (429) count against the deadline alone. */
  readonly attempts?: number;
  /** Upper bound of the first wait without `Retry-After`, in milliseconds; doubles each time. Default 250. */
  readonly baseMs?: number;
  /** No wait of our own choosing is longer, in milliseconds. Default 20,000. */
  readonly capMs?: number;
  /** How long one call may go on being sent again, in milliseconds; waiting for one's own writes does not count. Default 100,000. A wait that would pass it is not begun. */
  readonly deadlineMs?: number;
}

/**
 * Sends again what failed for now, where a second time does no harm.
 *
 * Never earlier than `Retry-After` said; with full jitter where it said nothing; never past the deadline: a wait that
 * would pass it ends the call at once, with the answer at hand. What has an effect that people see (`once`) is sent
 * again only when it was certainly not carried out; where nobody knows, what the operation has for reconciling is sent
 * instead. The governor says when a request may leave, and whether another one can be afforded.
 */
export function retry(
  options: RetryOptions & {
    readonly clock: SteadyClock;
    readonly random: Random;
    readonly governor: Governor;
  },
): Middleware {
  const { attempts = 5, baseMs = 250, capMs = 20_000, deadlineMs = 100_000 } = options;
  const { clock, random, governor } = options;

  function waitFor({ result, verdict }: Attempt, retries: number): number {
    const asked = result instanceof TransportFailure ? undefined : retryAfterMs(result.headers, clock.wall());
    // A refusal that names a moment which is over, as a clock that goes wrong does, has not said anything.
    if (asked !== undefined && asked > 0) return atLeast(asked, random);
    // A refusal costs no attempt: without a floor, chance could have it come back at once for ever.
    const floor = verdict === "refused" ? baseMs : 0;
    return floor + fullJitter(retries, { baseMs, capMs }, random);
  }

  /** Waits until the request may leave; how long it would have had to wait, where that is too long. */
  async function turnOf(
    { request, notBefore }: Planned,
    { deadline, since }: Term,
  ): Promise<number | undefined> {
    const { operation, context } = request;
    const admission = await tolerantOf(governor, clock, context.trace).admit(scopeOf(request), {
      ...{ operation: operation.id, deadline, since },
      ...(notBefore !== undefined && { notBefore }),
      ...(context.signal && { signal: context.signal }),
    });
    if (!admission.admitted) return admission.waitMs;
    // A governor of the user's may have taken longer than there was time.
    return clock.now() > deadline ? 0 : undefined;
  }

  /** Sends the request that has been admitted; `undefined` where it was held up and did not leave. */
  async function attempt(next: Send, request: WireRequest): Promise<Attempt | undefined> {
    const sentAt = clock.now();
    const context = { ...request.context, admittedAt: sentAt };
    const result = await settle(next, { ...request, context });
    if (result === "held up") return undefined;
    return { request, result, verdict: judge(request.operation, result), sentAt };
  }

  /** What to send next, and when; `undefined` where this attempt was the last. */
  async function nextAfter(made: Attempt, tries: Tries, deadline: number): Promise<Planned | undefined> {
    const { trace } = made.request.context;
    const report = (wish?: Wish) =>
      tolerantOf(governor, clock, trace).report(scopeOf(made.request), reportOf(made, clock, wish));
    if (made.verdict === "final") {
      // Nobody who has an answer waits for a governor to take note of it.
      void report();
      return undefined;
    }
    const pauseMs = waitFor(made, tries.all - 1);
    const notBefore = clock.now() + pauseMs;
    const request = tries.troubles < attempts && notBefore < deadline ? mayBeSent(made) : undefined;
    const isPaid = await report({ pauseMs, ...(request && { retry: causeOf(made.verdict) }) });
    if (request === undefined || !isPaid) return undefined;
    if (request !== made.request) trace.reconciled = true;
    return { request, notBefore, after: made.result };
  }

  /** A request waits in its own turn, and ends with the call: with its caller's time, or with the one for sending again. */
  function termOf({ deadline = Number.POSITIVE_INFINITY, trace }: CallContext): Term {
    trace.retryUntil ??= clock.now() + deadlineMs;
    return { since: clock.now(), deadline: Math.min(deadline, trace.retryUntil) };
  }

  async function sendUntilDone(next: Send, request: WireRequest): Promise<WireResponse> {
    const { context } = request;
    const term = termOf(context);
    const { deadline } = term;
    const tries = { all: 0, troubles: 0 };
    let planned: Planned = { request: { ...request, context: { ...context, deadline } } };
    for (;;) {
      const waitMs = await turnOf(planned, term);
      if (waitMs !== undefined) return turnedAway(planned, waitMs);
      const made = await attempt(next, planned.request);
      if (made === undefined) continue;
      count(made, tries);
      const following = await nextAfter(made, tries, deadline);
      if (following === undefined) return answer(made.result);
      planned = following;
    }
  }

  return (next) =>
    function retry(request) {
      return sendUntilDone(next, request);
    };
}

/** What is to be sent. */
interface Planned {
  readonly request: WireRequest;
  /** Absent: at once. */
  readonly notBefore?: number;
  /** What came of the attempt before. Absent: there was none. */
  readonly after?: Result;
}

/** Between which times a request is sent again, on the client's clock. */
interface Term {
  readonly since: number;
  readonly deadline: number;
}

/** How often a call has been tried, and how often the server was in trouble: a refusal costs no attempt. */
interface Tries {
  all: number;
  troubles: number;
}

function count({ verdict }: Attempt, tries: Tries): void {
  tries.all++;
  if (verdict !== "refused") tries.troubles++;
}

/** The request that may be sent after this attempt: the same one, another that comes to the same, or none. */
function mayBeSent({ request, verdict }: Attempt): WireRequest | undefined {
  if (verdict === "final") return undefined;
  return verdict === "uncertain" ? request.operation.reconcile?.(request) : request;
}

function causeOf(verdict: Verdict): RetryCause {
  return verdict === "refused" ? "throttled" : "transient";
}

/** A transport's failure as a value, beside its responses; anything else that is thrown is not ours to judge. */
async function settle(next: Send, request: WireRequest): Promise<Result | "held up"> {
  const { trace } = request.context;
  trace.isHeldUp = false;
  try {
    return await next(request);
  } catch (failure) {
    if (trace.isHeldUp) return "held up";
    if (failure instanceof TransportFailure) return failure;
    throw failure;
  }
}

function answer(result: Result): WireResponse {
  if (result instanceof TransportFailure) throw result;
  return result;
}

/** There is no time left to send it: what came of the attempt before is the answer. */
function turnedAway({ request, after }: Planned, waitMs: number): WireResponse {
  if (after) return answer(after);
  const { trace } = request.context;
  const retryable = isSafeToRepeat(request, trace.outcome);
  const details = { ...knownOf(request, trace.outcome), retryable };
  // Who looks for an own write once more may be turned away, too.
  const sent = trace.attempts === 0 ? "Nothing was sent." : "It was not sent again.";
  if (waitMs === Number.POSITIVE_INFINITY) {
    const text = `the governor gave no leave to go, and did not say when it will. ${sent}`;
    throw new B2BError("throttled", text, details);
  }
  if (waitMs <= 0) {
    const text = `the time of the call was over before the request could leave. ${sent}`;
    throw new B2BError("timeout", text, details);
  }
  throw new B2BError(
    "throttled",
    `the service asked this client to pause, until after this call's deadline: the request could leave in ${Math.ceil(waitMs / 1_000)} s at the earliest. ${sent}`,
    { ...details, retryAfterMs: Math.ceil(waitMs) },
  );
}
