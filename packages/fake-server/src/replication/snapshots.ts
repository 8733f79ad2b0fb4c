/** The commits that somebody will come back to: what they show is kept until there has been time enough. */
export class Snapshots {
  /** Commit -> when it was last asked for; in that order. */
  readonly #asked = new Map<number, number>();
  readonly #most: number;
  readonly #lifetimeMs: number;

  /**
   * @param most - how many are kept at a time: the one that was asked for longest ago gives way first
   * @param lifetimeMs - how long each is kept after it was last asked for, in milliseconds
   */
  constructor(most: number, lifetimeMs: number) {
    this.#most = most;
    this.#lifetimeMs = lifetimeMs;
  }

  keep(lsn: number, now: number): void {
    this.#asked.delete(lsn);
    this.#asked.set(lsn, now);
    if (this.#asked.size <= this.#most) return;
    const [oldest] = this.#asked.keys();
    if (oldest !== undefined) this.#asked.delete(oldest);
  }

  /** The commits, each with when it was last asked for; in the order of that. */
  get position(): readonly (readonly [lsn: number, asked: number])[] {
    return [...this.#asked];
  }

  restore(position: Snapshots["position"]): void {
    this.#asked.clear();
    for (const [lsn, asked] of position) this.#asked.set(lsn, asked);
  }

  /** The earliest commit that is still kept; infinite where none is. */
  oldest(now: number): number {
    let oldest = Number.POSITIVE_INFINITY;
    for (const [lsn, asked] of this.#asked) {
      if (asked + this.#lifetimeMs <= now) this.#asked.delete(lsn);
      else oldest = Math.min(oldest, lsn);
    }
    return oldest;
  }
}
