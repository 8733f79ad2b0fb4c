/** So much at once, and as much again in every `perMs` milliseconds, evenly. */
export interface Quota {
  readonly amount: number;
  readonly perMs: number;
}

/**
 * Refusals count too, up to this share of the quota: 1.8 times the quota is the most use that the service reports. They
 * get room again at half the speed at which the bucket fills, so that half of the quota is left to others however much
 * is refused. That refusals count is documented; the shares are assumed.
 *
 * @see https://learn.microsoft.com/graph/throttling section "Best practices to handle throttling"
 * @see https://learn.microsoft.com/graph/throttling-limits section "Regular responses requests"
 */
const MOST_FOR_REFUSALS = 0.8;
const REFUSALS_FADE = 0.5;
/** Clocks count in binary fractions: who comes this little too early, in milliseconds, comes in time. */
const TOLERANCE_MS = 0.01;

/** How full a bucket is. */
export interface Filling {
  /** What has been taken and is not back yet; more than the quota where much was refused. */
  readonly used: number;
  /** How much of that refusals were charged with lately. */
  readonly charged: number;
  /** When it was so, in milliseconds on the world's clock. */
  readonly at: number;
}

/** A token bucket, full at first. It is told its quota each time, since a tenant's quota may grow. */
export class TokenBucket {
  #used = 0;
  #charged = 0;
  #at = 0;

  /** One that is as full as another was. */
  static of({ used, charged, at }: Filling): TokenBucket {
    const bucket = new TokenBucket();
    bucket.#used = used;
    bucket.#charged = charged;
    bucket.#at = at;
    return bucket;
  }

  get filling(): Filling {
    return { used: this.#used, charged: this.#charged, at: this.#at };
  }

  /** Whole milliseconds until there is room for `cost`; 0 where there is. What costs more than the quota takes all of it. */
  waitMs(quota: Quota, cost: number, now: number): number {
    this.#refill(quota, now);
    const missing = this.#used + Math.min(cost, quota.amount) - quota.amount;
    if (missing <= 0) return 0;
    return Math.max(0, Math.ceil((missing * quota.perMs) / quota.amount - TOLERANCE_MS));
  }

  take(quota: Quota, cost: number, now: number): void {
    this.#refill(quota, now);
    this.#used += Math.min(cost, quota.amount);
  }

  /** Counts what was refused. */
  charge(quota: Quota, cost: number, now: number): void {
    this.#refill(quota, now);
    const charged = Math.max(0, Math.min(cost, MOST_FOR_REFUSALS * quota.amount - this.#charged));
    this.#used += charged;
    this.#charged += charged;
  }

  /** The share of the quota that is used: from 0 to 1, and up to 1.8 where much was refused. */
  usage(quota: Quota, now: number): number {
    this.#refill(quota, now);
    return this.#used / quota.amount;
  }

  #refill({ amount, perMs }: Quota, now: number): void {
    if (now === this.#at) return;
    const back = ((now - this.#at) * amount) / perMs;
    this.#used = Math.max(0, this.#used - back);
    this.#charged = Math.max(0, this.#charged - back * REFUSALS_FADE);
    this.#at = now;
  }
}
