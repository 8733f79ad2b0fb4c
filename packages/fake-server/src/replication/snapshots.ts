/** How many lists are kept readable at a time, and how long each after its last page, in milliseconds; both are assumed. */
const KEPT = 64;
const LIFETIME_MS = 3_600_000;

/** The commits at which somebody is reading a list page by page: what they show is kept until the reader has had time to finish. */
export class Snapshots {
  /** Commit -> when it was last asked for; in that order. */
  readonly #asked = new Map<number, number>();

  keep(lsn: number, now: number): void {
    this.#asked.delete(lsn);
    this.#asked.set(lsn, now);
    if (this.#asked.size <= KEPT) return;
    const [oldest] = this.#asked.keys();
    if (oldest !== undefined) this.#asked.delete(oldest);
  }

  /** The earliest commit that is still being read; infinite where none is. */
  oldest(now: number): number {
    let oldest = Number.POSITIVE_INFINITY;
    for (const [lsn, asked] of this.#asked) {
      if (asked + LIFETIME_MS <= now) this.#asked.delete(lsn);
      else oldest = Math.min(oldest, lsn);
    }
    return oldest;
  }
}
