import type { Chance } from "../simulation/index.ts";
import { type Lag, type LagOf, lagOf } from "./lag.ts";
import type { Log } from "./log.ts";
import type { ReaderPlan } from "./topology.ts";

/** Where a reader stands, to be put back there later. */
export interface ReaderPosition {
  readonly applied: number;
  readonly latest: number;
  readonly held: boolean;
  readonly lag: Lag;
}

/**
 * One instance of the directory, as seen by whoever reads: nothing but the last commit that it has applied.
 *
 * Nothing happens to it as time goes by. When somebody reads, it works out from the clock how far it has come.
 */
export class Reader {
  readonly name: string;
  readonly datacenter: string;
  readonly #log: Log;
  readonly #now: () => number;
  readonly #chance: Chance;
  #applied = 0;
  /** When the commit applied last arrived: no later one arrives before it. */
  #latest = Number.NEGATIVE_INFINITY;
  #held = false;
  #lag: Lag = "none";
  #lagOf: LagOf = () => 0;

  /** @internal */
  constructor({ name, datacenter, lag }: ReaderPlan, log: Log, now: () => number, chance: Chance) {
    this.name = name;
    this.datacenter = datacenter;
    this.#log = log;
    this.#now = now;
    this.#chance = chance;
    this.#useLag(lag);
  }

  get lag(): Lag {
    return this.#lag;
  }

  /** Changes the lag of what has not arrived yet. */
  set lag(lag: Lag) {
    this.advance(this.#now());
    this.#useLag(lag);
  }

  /** The last commit that it had applied when it was looked at last. */
  get applied(): number {
    return this.#applied;
  }

  get held(): boolean {
    return this.#held;
  }

  /** Stops replication to this instance until {@link Reader.release | release}. */
  hold(): void {
    this.advance(this.#now());
    this.#held = true;
  }

  /** Lets replication go on: what has been held back is there as soon as its lag is over, counted from its commit. */
  release(): void {
    this.#held = false;
  }

  /** Applies what has arrived by `now`, and answers with the last commit applied. */
  advance(now: number): number {
    if (this.#held) return this.#applied;
    if (this.#lag === "none") {
      this.#applied = this.#log.last;
      return this.#applied;
    }
    for (;;) {
      const commit = this.#log.at(this.#applied + 1);
      if (commit === undefined) return this.#applied;
      const arrives = Math.max(this.#latest, commit.at + this.#lagOf(commit.lsn));
      if (arrives > now) return this.#applied;
      this.#applied = commit.lsn;
      this.#latest = arrives;
    }
  }

  /** Takes over everything up to `lsn` at once, held or not: a copy that was asked for, not one that trickles in. */
  pull(lsn: number): void {
    if (lsn > this.#applied) this.#applied = lsn;
  }

  /** When everything committed so far will have arrived, in milliseconds; infinite while held. */
  settlesAt(): number {
    if (this.#held && this.#applied < this.#log.last) return Number.POSITIVE_INFINITY;
    let latest = this.#latest;
    for (const commit of this.#log.since(this.#applied))
      latest = Math.max(latest, commit.at + this.#lagOf(commit.lsn));
    return this.#applied < this.#log.last ? latest : Number.NEGATIVE_INFINITY;
  }

  /** @hidden */
  get position(): ReaderPosition {
    return { applied: this.#applied, latest: this.#latest, held: this.#held, lag: this.#lag };
  }

  /**
   * Puts the instance back to where it stood.
   *
   * @hidden
   */
  restore({ applied, latest, held, lag }: ReaderPosition): void {
    this.#applied = applied;
    this.#latest = latest;
    this.#held = held;
    this.#useLag(lag);
  }

  #useLag(lag: Lag): void {
    this.#lagOf = lagOf(lag, this.#chance);
    this.#lag = lag;
  }
}
