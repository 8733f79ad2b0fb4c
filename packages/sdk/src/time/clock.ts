/** Time as everything here sees it. A test hands in a clock of its own, and an hour of waiting takes no time. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
  /**
   * Resolves once `ms` milliseconds have passed. An abort of `signal` ends the wait at once:
   * the promise rejects with the signal's reason, and no timer or listener is left behind.
   */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The longest wait that a timer holds; a longer one fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The computer's own time: the default wherever a {@link Clock} can be given. */
export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    let left = ms;
    for (; left > LONGEST_TIMER_MS; left -= LONGEST_TIMER_MS) await timer(LONGEST_TIMER_MS, signal);
    // A timer drops what is beyond whole milliseconds: it would ring too early.
    await timer(Math.ceil(left), signal);
  },
};

function timer(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const onAbort = () => {
      clearTimeout(handle);
      reject(signal?.reason);
    };
    const handle = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}
