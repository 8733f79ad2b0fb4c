import type { Clock } from "../time/index.ts";
import type { Admission } from "./governor.ts";
import type { Pace } from "./pace.ts";

/** Since when a request has wanted to leave, and until when it can; in milliseconds on the client's clock. */
export interface Term {
  readonly since: number;
  readonly deadline: number;
}

interface Waiting extends Term {
  readonly units: number;
  readonly settle: (admission: Admission) => void;
}

/** The pace is a guess: nobody is turned away who could leave in time if it took this part of the time that is expected. */
const AT_BEST = 1 / 2;

const NOBODY_WAITS = "nobody waits any more";

export const ADMITTED: Admission = { admitted: true };

/**
 * The requests of one scope that wait for their turn, the oldest first. However many wait, there is one timer;
 * and none once nobody waits.
 */
export class DepartureQueue {
  readonly #pace: Pace;
  readonly #clock: Clock;
  readonly #waiting: Waiting[] = [];
  #timer: AbortController | undefined;

  constructor(pace: Pace, clock: Clock) {
    this.#pace = pace;
    this.#clock = clock;
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** How long a request would have to wait that came now; 0 where it can be hoped to leave in time. */
  hopelessMs({ since, deadline }: Term): number {
    const ahead = this.#waiting.slice(0, this.#placeOf(since));
    return this.#hopelessMs(
      ahead.reduce((sum, { units }) => sum + units, 0),
      deadline,
    );
  }

  /** Waits for the turn. Turned away at once when it becomes clear that it would come after the deadline. */
  join(units: number, term: Term, signal: AbortSignal | undefined): Promise<Admission> {
    const { promise, resolve, reject } = Promise.withResolvers<Admission>();
    const onAbort = () => {
      this.#leave(waiting);
      reject(signal?.reason);
    };
    const settle = (admission: Admission) => {
      signal?.removeEventListener("abort", onAbort);
      resolve(admission);
    };
    const waiting: Waiting = { ...term, units, settle };
    signal?.addEventListener("abort", onAbort, { once: true });
    const place = this.#placeOf(term.since);
    const isLast = place === this.#waiting.length;
    this.#waiting.splice(place, 0, waiting);
    if (!isLast) this.turnAwayLate();
    this.#run();
    return promise;
  }

  /** Turns those away who will not get their turn in time any more. */
  turnAwayLate(): void {
    let ahead = 0;
    for (const waiting of [...this.#waiting]) {
      const waitMs = this.#hopelessMs(ahead, waiting.deadline);
      if (waitMs === 0) ahead += waiting.units;
      else this.#turnAway(waiting, waitMs);
    }
  }

  #turnAway(waiting: Waiting, waitMs: number): void {
    this.#leave(waiting);
    waiting.settle({ admitted: false, waitMs });
  }

  /** The oldest come first, and of the same age those that were here before. */
  #placeOf(since: number): number {
    return this.#waiting.findLastIndex((waiting) => waiting.since <= since) + 1;
  }

  /** How long a request would have to wait that has so many units before it; 0 where it can be hoped to leave in time. */
  #hopelessMs(units: number, deadline: number): number {
    const now = this.#clock.now();
    const free = Math.max(now, this.#pace.freeAt());
    const span = this.#pace.spanOf(units, free);
    return free + span * AT_BEST > deadline ? free + span - now : 0;
  }

  #leave(waiting: Waiting): void {
    const place = this.#waiting.indexOf(waiting);
    if (place >= 0) this.#waiting.splice(place, 1);
    if (this.isEmpty) this.#timer?.abort(NOBODY_WAITS);
  }

  #run(): void {
    if (this.#timer) return;
    const timer = new AbortController();
    this.#timer = timer;
    this.#release(timer.signal).catch(() => undefined);
  }

  #settle({ units, deadline, settle }: Waiting): void {
    const now = this.#clock.now();
    // The timer may ring late, as on a computer that was asleep.
    if (now <= deadline) this.#pace.depart(units, now);
    settle(now <= deadline ? ADMITTED : { admitted: false, waitMs: 0 });
  }

  /** Until the next may leave, or until the time of somebody who waits is over. */
  async #sleepOrTurnAway(ms: number, signal: AbortSignal): Promise<void> {
    const now = this.#clock.now();
    const over = this.#waiting.filter(({ deadline }) => deadline <= now);
    for (const waiting of over) this.#turnAway(waiting, ms);
    const earliest = this.#waiting.reduce((least, { deadline }) => Math.min(least, deadline), now + ms);
    if (over.length === 0) await this.#clock.sleep(earliest - now, signal);
  }

  async #release(signal: AbortSignal): Promise<void> {
    try {
      for (;;) {
        const [first] = this.#waiting;
        if (first === undefined) return;
        const wait = this.#pace.freeAt() - this.#clock.now();
        if (wait > 0) {
          await this.#sleepOrTurnAway(wait, signal);
          continue;
        }
        this.#waiting.shift();
        this.#settle(first);
      }
    } finally {
      if (this.#timer?.signal === signal) this.#timer = undefined;
      // Somebody may have come while the last timer was being stopped.
      if (!this.isEmpty) this.#run();
    }
  }
}
