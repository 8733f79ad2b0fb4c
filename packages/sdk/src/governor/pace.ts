import { AcceptedWork, REMEMBERED_MS } from "./accepted-work.ts";

/** What is released is a little less than what was accepted before the service refused. */
const HEADROOM = 0.95;
/** Refused again while going slowly: the limit is lower than it seemed. */
const SETBACK = 0.7;
/** Without a refusal the pace has doubled after so many milliseconds: hardly changed at first, since the limit is near; then it looks further and further. */
const DOUBLES_IN_MS = 10_000;
/** A scope that has not been refused for so long is free again. */
const FORGET_AFTER_MS = 60_000;
/** The slowest pace after a refusal, and after a warning, in units per millisecond. */
const SLOWEST = 0.5 / 1_000;
const SLOWEST_WARNED = 10 / 1_000;
/** The time over which the rate that was accepted is taken, in milliseconds. */
const SHORTEST_SPAN_MS = 1_000;
/** The service sends its usage only above this; from there on it pays to slow down. */
const WARNING = 0.8;
/** Others than the refused request wait at most so long on its account, in milliseconds. */
const LONGEST_SHARED_COOLDOWN_MS = 300_000;

/**
 * When the next request of a scope may leave. Free until the service refuses or warns; from then on nothing leaves
 * before the cooldown is over, and then one after the other, at the rate that was accepted last, growing again.
 *
 * Figures without a source of their own are this library's choice, made by measuring.
 *
 * @see https://learn.microsoft.com/graph/throttling
 */
export class Pace {
  readonly #accepted = new AcceptedWork();
  /** When the running or last cooldown began. */
  #began = Number.NEGATIVE_INFINITY;
  #blockedUntil = Number.NEGATIVE_INFINITY;
  /** Units per millisecond, as of `#since`; infinite while the scope is free. */
  #base = Number.POSITIVE_INFINITY;
  #since = 0;
  #nextAt = Number.NEGATIVE_INFINITY;

  /** Whether a request that was sent at `sentAt` had left when the last cooldown began: its refusal is no news. */
  isOldNews(sentAt: number): boolean {
    return sentAt <= this.#began;
  }

  /** When the next request may leave, at the earliest. */
  freeAt(): number {
    return Math.max(this.#blockedUntil, this.#nextAt);
  }

  /** How long requests of so many units take to leave one after the other, in milliseconds. */
  spanOf(units: number, now: number): number {
    return units / this.#rate(now);
  }

  isFree(now: number): boolean {
    return now >= this.#blockedUntil && this.#rate(now) === Number.POSITIVE_INFINITY;
  }

  /** Notes that a request of so many units leaves now. */
  depart(units: number, now: number): void {
    const gap = this.spanOf(units, now);
    // A timer that rang late may catch up with one gap, and not with more.
    this.#nextAt = gap === 0 ? now : Math.max(this.#nextAt, now - gap) + gap;
  }

  accepted(units: number, usage: number | undefined, now: number): void {
    this.#accepted.add(units, now);
    if (usage === undefined || usage < WARNING) return;
    const limit = this.#accepted.within(REMEMBERED_MS, now) / usage / REMEMBERED_MS;
    const warned = Math.max(SLOWEST_WARNED, limit * HEADROOM);
    if (warned < this.#rate(now)) this.#slowTo(warned, now);
  }

  /** Nothing leaves for `cooldownMs`. A refusal slows down what leaves afterwards. */
  refused(cooldownMs: number, sentAt: number, now: number): void {
    const until = now + Math.min(cooldownMs, LONGEST_SHARED_COOLDOWN_MS);
    const isNews = !this.isOldNews(sentAt);
    this.#blockedUntil = Math.max(this.#blockedUntil, until);
    if (!isNews) return;
    this.#began = now;
    const span = Math.min(REMEMBERED_MS, Math.max(SHORTEST_SPAN_MS, cooldownMs));
    const lately = (this.#accepted.within(span, now) / span) * HEADROOM;
    this.#slowTo(Math.max(SLOWEST, Math.min(lately, this.#rate(now) * SETBACK)), now);
  }

  /** Nothing leaves for `cooldownMs`, though the rate was not what the service minded. */
  pause(cooldownMs: number, now: number): void {
    this.#blockedUntil = Math.max(this.#blockedUntil, now + Math.min(cooldownMs, LONGEST_SHARED_COOLDOWN_MS));
  }

  #slowTo(rate: number, now: number): void {
    this.#base = rate;
    this.#since = Math.max(now, this.#blockedUntil);
    this.#nextAt = Math.max(this.#nextAt, this.#since);
  }

  #rate(now: number): number {
    if (this.#base === Number.POSITIVE_INFINITY) return this.#base;
    const calm = Math.max(0, now - this.#since);
    if (calm > FORGET_AFTER_MS) this.#base = Number.POSITIVE_INFINITY;
    return this.#base * (1 + (calm / DOUBLES_IN_MS) ** 3);
  }
}
