import { AcceptedWork, REMEMBERED_MS } from "./accepted-work.ts";
import { ReleaseRate } from "./release-rate.ts";

/** What is released is a little less than what was accepted before the service refused. */
const HEADROOM = 0.95;
/** Refused again while going slowly: the limit is lower than it seemed. */
const SETBACK = 0.7;
/** A scope that has not been refused for so long is free again, in milliseconds. */
const FORGET_AFTER_MS = 60_000;
/** Fewer accepted units than these say nothing of the limit: somebody else may have used it up. */
const TELLING_UNITS = 5;
/** Where nothing is known of the limit, the search for it begins at this rate, in units per millisecond; after several refusals not below the other. */
const SEARCH_FROM = 2 / 1_000;
const SLOWEST = 0.5 / 1_000;
/** The slowest pace after a warning, in units per millisecond. */
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
  #cooldown: Cooldown | undefined;
  #blockedUntil = Number.NEGATIVE_INFINITY;
  /** Absent while the scope is free. */
  #rate: ReleaseRate | undefined;
  /** When the time of `#rate` begins. */
  #since = 0;
  #nextAt = Number.NEGATIVE_INFINITY;

  /** Whether a request that was sent at `sentAt` had left when the last cooldown began: its refusal is no news. */
  isOldNews(sentAt: number): boolean {
    return this.#cooldown !== undefined && sentAt <= this.#cooldown.began;
  }

  /** Until when nothing may leave. */
  get quietUntil(): number {
    return this.#blockedUntil;
  }

  /** When the next request may leave, at the earliest. */
  freeAt(): number {
    return Math.max(this.#blockedUntil, this.#nextAt);
  }

  isFree(now: number): boolean {
    return now >= this.#blockedUntil && this.#rateAt(now) === undefined;
  }

  /** How long requests of so many units take to leave one after the other from `from` on, in milliseconds. */
  spanOf(units: number, from: number): number {
    const rate = this.#rateAt(from);
    if (rate === undefined) return 0;
    const calm = this.#calmAt(from);
    const released = rate.releasedBy(calm) + units;
    // Whoever has not left by then leaves as soon as the scope is free.
    if (released >= rate.releasedBy(FORGET_AFTER_MS)) return FORGET_AFTER_MS - calm;
    return Math.max(0, rate.timeOf(released) - calm);
  }

  /** Notes that a request of so many units leaves now. */
  depart(units: number, now: number): void {
    const gap = this.spanOf(units, now);
    // A timer that rang late may catch up with one gap, and not with more.
    this.#nextAt = gap === 0 ? now : Math.max(this.#nextAt, now - gap) + gap;
  }

  accepted(units: number, usage: number | undefined, now: number): void {
    this.#accepted.add(units, now);
    // What was under way with the refused request says more of what the service takes.
    if (this.#cooldown !== undefined && now < this.#blockedUntil) this.#slowAfter(this.#cooldown, now);
    if (usage === undefined || usage < WARNING) return;
    const limit = this.#accepted.within(REMEMBERED_MS, now) / usage / REMEMBERED_MS;
    const warned = Math.max(SLOWEST_WARNED, limit * HEADROOM);
    if (warned < this.#speedAt(now)) this.#slowTo(new ReleaseRate(warned), now);
  }

  /** Nothing leaves for `cooldownMs`. A refusal slows down what leaves afterwards. */
  refused(cooldownMs: number, sentAt: number, now: number): void {
    const isNews = !this.isOldNews(sentAt);
    const before = this.#speedAt(sentAt);
    const since = this.#rateAt(now) === undefined ? now : this.#since;
    this.pause(cooldownMs, now);
    this.#since = Math.max(this.#since, this.#blockedUntil);
    if (!isNews) return;
    const span = Math.min(REMEMBERED_MS, Math.max(SHORTEST_SPAN_MS, cooldownMs));
    this.#cooldown = { began: now, span, since, before };
    this.#slowAfter(this.#cooldown, now);
  }

  /** Nothing leaves for `cooldownMs`, though the rate was not what the service minded. */
  pause(cooldownMs: number, now: number): void {
    this.#blockedUntil = Math.max(this.#blockedUntil, now + Math.min(cooldownMs, LONGEST_SHARED_COOLDOWN_MS));
  }

  #slowAfter({ began, span, since, before }: Cooldown, now: number): void {
    const lately = this.#acceptedOver(span, began, now);
    const limit = before * SETBACK;
    if (lately * span < TELLING_UNITS) {
      this.#slowTo(new ReleaseRate(Math.max(SLOWEST, Math.min(SEARCH_FROM, limit)), limit), now);
      return;
    }
    const near = Math.max(SLOWEST, Math.min(lately * HEADROOM, limit));
    // What had been saved up makes the last moments look better than they were.
    const allAlong = this.#acceptedOver(Math.max(span, began - since), began, now);
    const first = Math.max(SLOWEST, Math.min(near, allAlong * HEADROOM));
    // The limit lies between the two.
    this.#slowTo(new ReleaseRate(first, Math.sqrt(first * near)), now);
  }

  /** The rate that was accepted in so many milliseconds before the cooldown began, in units per millisecond. */
  #acceptedOver(span: number, began: number, now: number): number {
    const ms = Math.min(span, REMEMBERED_MS);
    return this.#accepted.within(ms + now - began, now) / ms;
  }

  #slowTo(rate: ReleaseRate, now: number): void {
    this.#rate = rate;
    this.#since = Math.max(now, this.#blockedUntil);
    this.#nextAt = Math.max(this.#nextAt, this.#since);
  }

  /** Units per millisecond; infinite while the scope is free. */
  #speedAt(now: number): number {
    return this.#rateAt(now)?.at(this.#calmAt(now)) ?? Number.POSITIVE_INFINITY;
  }

  #rateAt(now: number): ReleaseRate | undefined {
    return this.#calmAt(now) >= FORGET_AFTER_MS ? undefined : this.#rate;
  }

  /** For how long the service has not refused. */
  #calmAt(now: number): number {
    return Math.max(0, now - this.#since);
  }
}

/** A time in which the service wants to be left alone. In milliseconds, and units per millisecond. */
interface Cooldown {
  readonly began: number;
  /** Over how long the rate is taken that was accepted before. */
  readonly span: number;
  /** When the cooldown before it was over, where it is remembered. */
  readonly since: number;
  /** The rate at which the refused request had left. */
  readonly before: number;
}
