const DAY = 86_400_000;

/** What was made, by whom, and when it was deleted. */
interface Made {
  readonly who: number;
  readonly by: number;
  readonly deletedAt: number | undefined;
}

/** The two quotas of objects once more, in the plainest words: nothing is kept but who made what, and when it was deleted. */
export class QuotaModel {
  readonly #room: number;
  readonly #each: number;
  /** Callers from this number on are held to no number of their own. */
  readonly #heldCallers: number;
  readonly #now: () => number;
  #made: readonly Made[] = [];

  constructor(limits: { room: number; each: number; held: number }, now: () => number) {
    this.#room = limits.room;
    this.#each = limits.each;
    this.#heldCallers = limits.held;
    this.#now = now;
  }

  isThere(who: number): boolean {
    return this.#made.some((one) => one.who === who && one.deletedAt === undefined);
  }

  /** How many guests count in the directory. */
  get held(): number {
    return this.#made.filter((one) => this.#share(one) === 1).length;
  }

  /** What comes of an invitation: the name of the limit that forbids it, or that it is let through. */
  verdict(by: number, who: number): string {
    if (this.isThere(who)) return "invited";
    if (this.held + 1 > this.#room) return "directory-objects";
    const own = this.#made.filter((one) => one.by === by).map((one) => this.#share(one));
    const used = own.reduce<number>((sum, share) => sum + share, 0);
    return by < this.#heldCallers && used + 1 > this.#each ? "objects-created-by-non-admin" : "invited";
  }

  invited(by: number, who: number): void {
    if (!this.isThere(who)) this.#made = [...this.#made, { who, by, deletedAt: undefined }];
  }

  deleted(who: number): void {
    this.#made = this.#made.map((one) =>
      one.who === who && one.deletedAt === undefined ? { ...one, deletedAt: this.#now() } : one,
    );
  }

  #share({ deletedAt }: Made): 1 | 0.25 | 0 {
    if (deletedAt === undefined || this.#now() - deletedAt < 30 * DAY) return 1;
    return this.#now() - deletedAt < 60 * DAY ? 0.25 : 0;
  }
}
