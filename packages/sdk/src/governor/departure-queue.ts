import type { Clock } from "../time/index.ts";
import type { Admission } from "./governor.ts";
import type { Pace } from "./pace.ts";

interface Waiting {
  readonly units: number;
  readonly deadline: number;
  readonly settle: (admission: Admission) => void;
}

const NOBODY_WAITS = "nobody waits any more";

export const ADMITTED: Admission = { admitted: true };

/**
 * The requests of one scope that wait for their turn, first come, first served. However many wait, there is one timer;
 * and none once nobody waits.
 */
export class DepartureQueue {
  readonly #pace: Pace;
  readonly #clock: Clock;
  readonly #waiting: Waiting[] = [];
  #units = 0;
  #timer: AbortController | undefined;

  constructor(pace: Pace, clock: Clock) {
    this.#pace = pace;
    this.#clock = clock;
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** When a request that came now would leave. */
  expectedAt(): number {
    return this.#leavesAfter(this.#units);
  }

  /** Waits for the turn. Turned away at once when it becomes clear that it would come after the deadline. */
  join(units: number, deadline: number, signal: AbortSignal | undefined): Promise<Admission> {
    const { promise, resolve, reject } = Promise.withResolvers<Admission>();
    const onAbort = () => {
      this.#leave(waiting);
      reject(signal?.reason);
    };
    const settle = (admission: Admission) => {
      signal?.removeEventListener("abort", onAbort);
      resolve(admission);
    };
    const waiting: Waiting = { units, deadline, settle };
    signal?.addEventListener("abort", onAbort, { once: true });
    this.#waiting.push(waiting);
    this.#units += units;
    this.#run();
    return promise;
  }

  /** Turns those away who will not get their turn in time any more. */
  turnAwayLate(): void {
    let ahead = 0;
    for (const waiting of [...this.#waiting]) {
      const at = this.#leavesAfter(ahead);
      if (at <= waiting.deadline) ahead += waiting.units;
      else {
        this.#leave(waiting);
        waiting.settle({ admitted: false, waitMs: at - this.#clock.now() });
      }
    }
  }

  /** When a request leaves that has so many units before it. */
  #leavesAfter(units: number): number {
    const free = Math.max(this.#clock.now(), this.#pace.freeAt());
    return free + this.#pace.spanOf(units, free);
  }

  #leave(waiting: Waiting): void {
    this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
    this.#units -= waiting.units;
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

  async #release(signal: AbortSignal): Promise<void> {
    try {
      for (;;) {
        const [first] = this.#waiting;
        if (first === undefined) return;
        const wait = this.#pace.freeAt() - this.#clock.now();
        if (wait > 0) {
          await this.#clock.sleep(wait, signal);
          continue;
        }
        this.#waiting.shift();
        this.#units -= first.units;
        this.#settle(first);
      }
    } finally {
      if (this.#timer?.signal === signal) this.#timer = undefined;
      // Somebody may have come while the last timer was being stopped.
      if (!this.isEmpty) this.#run();
    }
  }
}
