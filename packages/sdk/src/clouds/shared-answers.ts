import type { Clock } from "../time/index.ts";

/** How answers are remembered. */
export interface SharedAnswersOptions {
  readonly clock: Clock;
  /** For how long, in milliseconds. */
  readonly ttlMs: number;
  /** How many; the oldest goes first. */
  readonly capacity: number;
}

/** Answers that several callers want: asked for once by all who want one at the same time, and remembered for a while. */
export interface SharedAnswers {
  /**
   * The answer for `key`, from memory or by `work`. What failed is not remembered. A caller who gives up ends its own wait
   * alone: the answer is for all who wait for it.
   */
  ask<T>(key: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Forgets all answers, and remembers no new ones for so many milliseconds. */
  forget(forMs: number): void;
}

export function sharedAnswers({ clock, ttlMs, capacity }: SharedAnswersOptions): SharedAnswers {
  const answers = new Map<string, { readonly until: number; readonly value: Promise<unknown> }>();
  let forgetfulUntil = Number.NEGATIVE_INFINITY;

  function remembered<T>(key: string, work: () => Promise<T>): Promise<T> {
    const known = answers.get(key);
    if (known && known.until > clock.now()) return known.value as Promise<T>;
    const value = work();
    if (clock.now() < forgetfulUntil) return value;
    const answer = { until: clock.now() + ttlMs, value };
    answers.delete(key);
    answers.set(key, answer);
    for (const oldest of answers.keys()) {
      if (answers.size <= capacity) break;
      answers.delete(oldest);
    }
    value.catch(() => {
      if (answers.get(key) === answer) answers.delete(key);
    });
    return value;
  }

  return {
    ask: (key, work, signal) => orAbort(signal, () => remembered(key, work)),
    forget(forMs) {
      answers.clear();
      forgetfulUntil = clock.now() + forMs;
    },
  };
}

function orAbort<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  if (signal === undefined) return work();
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) return onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
    work()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener("abort", onAbort));
  });
}
