import type { Clock } from "../time/index.ts";

interface Sleeper {
  readonly due: number;
  readonly wake: () => void;
}

/**
 * A clock for tests: waiting takes no time, and takes the same time in every run.
 *
 * Time stands still while anything works, and jumps to the earliest deadline once everything waits. Sleeps that
 * overlap in reality overlap here. What waits for the outside world (a socket, a file) is work that this clock cannot
 * see: wrap it in {@link VirtualClock.during | during}.
 *
 * @example
 * ```ts
 * const clock = new VirtualClock();
 * await clock.sleep(3_600_000); // returns at once, an hour later
 * ```
 */
export class VirtualClock implements Clock {
  #now: number;
  /** Ordered by deadline, and by arrival where deadlines are equal. */
  readonly #sleepers: Sleeper[] = [];
  #working = 0;
  #watching = false;

  /** Starts at `startMs`, by default 2026-01-01T00:00Z. @throws TypeError for what is no time */
  constructor(startMs: number = Date.UTC(2026, 0, 1)) {
    this.#now = instant("VirtualClock: startMs", startMs);
  }

  now(): number {
    return this.#now;
  }

  /** How many sleeps are waiting: 0 at the end of a test that left no timer behind. */
  get sleeping(): number {
    return this.#sleepers.length;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (typeof ms !== "number" || Number.isNaN(ms)) {
        return reject(new TypeError("VirtualClock.sleep: ms must be a number of milliseconds"));
      }
      if (signal?.aborted) return reject(signal.reason);
      const onAbort = () => {
        this.#sleepers.splice(this.#sleepers.indexOf(sleeper), 1);
        reject(signal?.reason);
      };
      const wake = () => {
        signal?.removeEventListener("abort", onAbort);
        resolve();
      };
      const sleeper: Sleeper = { due: this.#now + Math.max(0, ms), wake };
      signal?.addEventListener("abort", onAbort, { once: true });
      this.#insert(sleeper);
      this.#watch();
    });
  }

  /** Does `work` that waits for something outside of this clock; time stands still until it is done. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    if (typeof work !== "function") throw new TypeError("VirtualClock.during: work must be a function");
    this.#working++;
    try {
      return await work();
    } finally {
      this.#working--;
      this.#watch();
    }
  }

  /**
   * Sets the clock, for a test that starts over from an earlier state.
   *
   * @throws RangeError while anything sleeps: its deadline would have no meaning any more
   */
  reset(toMs: number): void {
    if (this.#sleepers.length > 0) throw new RangeError(`${this.#sleepers.length} sleeps are still waiting`);
    this.#now = instant("VirtualClock.reset: toMs", toMs);
  }

  /**
   * Moves time ahead at once, as a computer that slept: what was to wake meanwhile wakes late.
   *
   * @throws RangeError for a time that goes backwards
   */
  leap(ms: number): void {
    if (!(ms >= 0))
      throw new RangeError("VirtualClock.leap: ms must be a number from 0; time goes forward only");
    this.#now += ms;
    this.#watch();
  }

  #insert(sleeper: Sleeper): void {
    let at = this.#sleepers.length;
    while (at > 0 && (this.#sleepers[at - 1] as Sleeper).due > sleeper.due) at--;
    this.#sleepers.splice(at, 0, sleeper);
  }

  /** Looks again once all that can run has run; then everything waits, and time may move. */
  #watch(): void {
    if (this.#watching || this.#sleepers.length === 0) return;
    this.#watching = true;
    afterAllWork(() => {
      this.#watching = false;
      if (this.#working > 0) return;
      const next = this.#sleepers.shift();
      if (!next) return;
      this.#now = Math.max(this.#now, next.due);
      next.wake();
      this.#watch();
    });
  }
}

function instant(name: string, value: unknown): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new TypeError(`${name} must be milliseconds since 1970-01-01T00:00Z`);
}

/** Calls back in a task of its own: every promise that could settle by then has settled. */
const afterAllWork: (callback: () => void) => void =
  (globalThis as { setImmediate?: (callback: () => void) => unknown }).setImmediate ??
  ((callback) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      callback();
    };
    port2.postMessage(undefined);
  });
