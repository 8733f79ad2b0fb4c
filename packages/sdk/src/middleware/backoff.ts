import type { Random } from "../time/index.ts";

export interface BackoffOptions {
  /** Upper bound of the first wait, in milliseconds; each further bound is twice as long. */
  readonly baseMs: number;
  /** No bound is longer than this, in milliseconds. */
  readonly capMs: number;
}

/** A wait before retry number `retry` (from 0), drawn evenly from nothing to the bound: clients that failed together do not come back together. */
export function fullJitter(retry: number, { baseMs, capMs }: BackoffOptions, random: Random): number {
  return random() * Math.min(capMs, baseMs * 2 ** retry);
}

/** A server's own wait and a little more, never less: up to a tenth, a quarter of a second at most. */
export function atLeast(ms: number, random: Random): number {
  return ms + random() * Math.min(250, ms / 10);
}
