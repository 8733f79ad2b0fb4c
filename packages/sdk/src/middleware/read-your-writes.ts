import { type Absence, absenceIn, B2BError, detailsOf, isSafeToRepeat } from "../errors/index.ts";
import { remedies } from "../remedies/index.ts";
import type { Clock, Random } from "../time/index.ts";
import type { Middleware, OperationInfo, WireRequest, WireResponse } from "../wire/index.ts";

/** How long, and for how many ids, the client waits for what it has written itself. */
export interface ReadYourWritesOptions {
  /** How long after its own write an object may be missing from some instance, in milliseconds. Default 120,000; an operation that is known to lag longer says so. */
  readonly windowMs?: number;
  /** How many ids are remembered; the oldest is forgotten first. Default 10,000. */
  readonly capacity?: number;
}

/** The shortest wait for an instance to catch up, in milliseconds; the longest, as a part of the window. Jitter may halve it. */
const SHORTEST_PAUSE_MS = 1_000;
const LONGEST_PAUSE = 1 / 10;

/**
 * Waits for what this client itself has just written. An answer "not there" is asked again only for objects that this
 * client brought into being within the window; for any other id it is the answer, at once.
 *
 * Such an answer did nothing in the directory, so it may be asked again whatever the effect. The waits cost none of
 * the retry's attempts.
 */
export function readYourWrites(
  options: ReadYourWritesOptions & { readonly clock: Clock; readonly random: Random },
): Middleware {
  const { windowMs = 120_000, capacity = 10_000, clock, random } = options;
  const written = new WrittenIds(capacity);

  /** When what is missing was written, and when it has to be there at the latest; `undefined` where this client wrote none of it. */
  function awaited(operation: OperationInfo, { id }: Absence): Missing | undefined {
    const { references = [], visibleWithinMs = windowMs } = operation;
    const missing = references.filter((reference) => id === undefined || reference.toLowerCase() === id);
    const times = missing.flatMap((reference) => written.at(reference) ?? []);
    if (times.length === 0) return undefined;
    const writtenAt = Math.max(...times);
    return { writtenAt, due: writtenAt + Math.max(windowMs, visibleWithinMs) };
  }

  function remember({ operation }: WireRequest, response: WireResponse): void {
    if (response.status >= 300) return;
    for (const id of operation.removes ?? []) written.delete(id);
    for (const id of operation.created?.(response) ?? []) written.add(id, clock.now());
  }

  /** How long to wait before the next look; `undefined` where the answer stands. */
  function pauseAfter(request: WireRequest, response: WireResponse, hasWaited: boolean): number | undefined {
    const absence = absenceIn(response);
    const missing = absence && awaited(request.operation, absence);
    if (missing === undefined) return undefined;
    const left = missing.due - clock.now();
    // No instance lags any more: what an attempt of unknown outcome was to take away, it has.
    if (left <= 0 && (!hasWaited || mayHaveRemoved(request))) return undefined;
    request.context.trace.staleReads++;
    const pause = Math.min(left, pauseFor(missing, clock.now(), random));
    if (left <= 0 || isTooLate(request, clock.now() + pause)) throw notYetVisible(request, response);
    return pause;
  }

  return (next) =>
    async function readYourWrites(request) {
      let asked = request;
      for (let looks = 0; ; looks++) {
        const response = await next(asked);
        remember(request, response);
        const pause = pauseAfter(request, response, looks > 0);
        if (pause === undefined) return response;
        await clock.sleep(pause, request.context.signal);
        putOff(request, pause);
        // What was reconciled once is never sent in its first form again.
        if (request.context.trace.reconciled) asked = request.operation.reconcile?.(request) ?? request;
      }
    };
}

/** A write that an instance does not show yet. Times are milliseconds on the client's clock. */
interface Missing {
  readonly writtenAt: number;
  readonly due: number;
}

/**
 * What has been missing for long is looked for less often: a wait is about as long as the write is old, so that few
 * looks find it, late by half its delay at the most.
 */
function pauseFor({ writtenAt, due }: Missing, now: number, random: Random): number {
  const longest = (due - writtenAt) * LONGEST_PAUSE;
  return Math.min(longest, Math.max(SHORTEST_PAUSE_MS, now - writtenAt)) * (0.5 + random() / 2);
}

/** The time for sending again what fails for now does not run while one's own writes are waited for. */
function putOff({ context: { trace } }: WireRequest, ms: number): void {
  if (trace.retryUntil !== undefined) trace.retryUntil += ms;
}

function isTooLate({ context }: WireRequest, at: number): boolean {
  return at > (context.deadline ?? Number.POSITIVE_INFINITY);
}

/** An earlier attempt may have taken away what is missing now. */
function mayHaveRemoved({ operation, context }: WireRequest): boolean {
  return operation.removes !== undefined && context.trace.outcome === "unknown";
}

function notYetVisible(request: WireRequest, response: WireResponse): B2BError {
  const looks = request.context.trace.staleReads;
  const details = detailsOf(request, response);
  const retryable = isSafeToRepeat(request, details.outcome);
  return new B2BError(
    "not-yet-visible",
    `what this client has just written is still missing at the instances that answered (${looks} looks)`,
    { ...details, retryable, remedies: [remedies.wait] },
  );
}

/** The ids that were written, with the time of it, as many as fit. */
class WrittenIds {
  readonly #times = new Map<string, number>();
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  add(id: string, now: number): void {
    this.delete(id);
    this.#times.set(id.toLowerCase(), now);
    if (this.#times.size <= this.#capacity) return;
    const oldest = this.#times.keys().next();
    if (!oldest.done) this.#times.delete(oldest.value);
  }

  delete(id: string): void {
    this.#times.delete(id.toLowerCase());
  }

  at(id: string): number | undefined {
    return this.#times.get(id.toLowerCase());
  }
}
