import type { Store } from "../replication/index.ts";
import type { DirectoryObject } from "./directory-object.ts";
import { type Measured, measure, type TenantSize } from "./tenant-size.ts";
import { type Filling, type Quota, TokenBucket } from "./token-bucket.ts";

/** How much a tenant takes in a while, of each kind of work. */
export interface ThrottleLimits {
  /** Requests, of everybody together. */
  readonly invitations: Quota;
  /** Requests, of everybody together. */
  readonly conditionalAccess: Quota;
  /** Requests for the logs, of each application. */
  readonly reports: Quota;
  /** Resource units, of each application. */
  readonly units: Readonly<Record<TenantSize, Quota>>;
  /** Of each application. */
  readonly writes: Quota;
  /** Of everybody together. */
  readonly tenantWrites: Quota;
}

/** What a piece of work takes out of one bucket. */
export interface Draw {
  readonly limit: keyof ThrottleLimits;
  /** Whose bucket it is; empty for the one that everybody shares. */
  readonly owner: string;
  readonly cost: number;
}

/** What came of asking for room. */
export interface Ruling {
  /** The limit that is in the way; `undefined` where there was room. */
  readonly refusedBy: keyof ThrottleLimits | undefined;
  /** In so many milliseconds there will be room, if nobody else takes it. */
  readonly waitMs: number;
  /** How full the fullest of the buckets is now: 1 is all of it; up to 1.8 where much was refused. */
  readonly usage: number;
}

/** How much the tenant takes, and how full its buckets are. */
export interface ThrottlePosition {
  readonly limits: ThrottleLimits | undefined;
  readonly buckets: ReadonlyMap<string, Filling>;
  readonly measured: Measured | undefined;
}

interface Asked {
  readonly draw: Draw;
  readonly quota: Quota;
  readonly bucket: TokenBucket;
}

/** How much the tenant takes, and what it has been asked lately. It knows no request, only what each one draws. */
export class Throttle {
  readonly #store: Store<DirectoryObject>;
  readonly #now: () => number;
  readonly #buckets = new Map<string, TokenBucket>();
  #limits: ThrottleLimits | undefined;
  #measured: Measured | undefined;

  constructor(store: Store<DirectoryObject>, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** `undefined` where nothing is refused. */
  get limits(): ThrottleLimits | undefined {
    return this.#limits;
  }

  /** Goes by these limits from now on, with full buckets. */
  use(limits: ThrottleLimits | undefined): void {
    this.#limits = limits;
    this.#buckets.clear();
  }

  /** Takes all of the draws; or, where one has no room, none of them. Then the one with the longest wait says no. */
  ask(limits: ThrottleLimits, draws: readonly Draw[]): Ruling {
    const now = this.#now();
    const asked = draws.map((draw) => this.#look(limits, draw, now));
    let waitMs = 0;
    let worst: Asked | undefined;
    for (const each of asked) {
      const wait = each.bucket.waitMs(each.quota, each.draw.cost, now);
      if (wait <= waitMs) continue;
      waitMs = wait;
      worst = each;
    }
    if (worst !== undefined) {
      const { bucket, quota, draw } = worst;
      bucket.charge(quota, draw.cost, now);
      waitMs = bucket.waitMs(quota, draw.cost, now);
    } else {
      for (const { bucket, quota, draw } of asked) bucket.take(quota, draw.cost, now);
    }
    const usage = asked.reduce((most, { bucket, quota }) => Math.max(most, bucket.usage(quota, now)), 0);
    return { refusedBy: worst?.draw.limit, waitMs, usage };
  }

  get position(): ThrottlePosition {
    const buckets = new Map([...this.#buckets].map(([key, { filling }]) => [key, filling]));
    return { limits: this.#limits, buckets, measured: this.#measured };
  }

  restore({ limits, buckets, measured }: ThrottlePosition): void {
    this.use(limits);
    for (const [key, filling] of buckets) this.#buckets.set(key, TokenBucket.of(filling));
    this.#measured = measured;
  }

  #look(limits: ThrottleLimits, draw: Draw, now: number): Asked {
    const key = `${draw.limit}/${draw.owner}`;
    let bucket = this.#buckets.get(key);
    if (bucket === undefined) {
      bucket = new TokenBucket();
      this.#buckets.set(key, bucket);
    }
    return { draw, bucket, quota: this.#quotaOf(limits, draw, now) };
  }

  #quotaOf(limits: ThrottleLimits, { limit }: Draw, now: number): Quota {
    if (limit !== "units") return limits[limit];
    this.#measured = measure(this.#store, now, this.#measured);
    return limits.units[this.#measured.size];
  }
}
