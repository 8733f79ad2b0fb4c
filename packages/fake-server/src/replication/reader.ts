import type { Chance } from "../simulation/index.ts";
import { type Lag, type LagOf, lagOf } from "./lag.ts";
import type { Commit, Log } from "./log.ts";
import type { ReaderPlan } from "./topology.ts";

/** Where a reader stands, to be put back there later. */
export interface ReaderPosition {
  readonly applied: number;
  readonly held: boolean;
  readonly stalledUntil: number;
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
  readonly #slowFor: readonly string[] | undefined;
  #applied = 0;
  #held = false;
  #stalledUntil = Number.NEGATIVE_INFINITY;
  #lag: Lag = "none";
  #lagOf: LagOf = () => 0;

  /** @internal */
  constructor({ name, datacenter, lag, slowFor }: ReaderPlan, log: Log, now: () => number, chance: Chance) {
    this.name = name;
    this.datacenter = datacenter;
    this.#log = log;
    this.#now = now;
    this.#chance = chance;
    this.#slowFor = slowFor;
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

  /** Stops replication to this instance until an instant, in milliseconds on the world's clock. */
  stall(until: number): void {
    this.advance(this.#now());
    this.#stalledUntil = Math.max(this.#stalledUntil, until);
  }

  /** Applies what has arrived by `now`, and answers with the last commit applied. */
  advance(now: number): number {
    if (this.#held || now < this.#stalledUntil) return this.#applied;
    if (this.#lag === "none") {
      this.#applied = this.#log.last;
      return this.#applied;
    }
    for (;;) {
      const commit = this.#log.at(this.#applied + 1);
      if (commit === undefined) return this.#applied;
      // Commits are applied in order: one that waits holds up all behind it.
      if (this.#arrivalOf(commit) > now) return this.#applied;
      this.#applied = commit.lsn;
    }
  }

  /** Takes over everything up to `lsn` at once, held or not: a copy that was asked for, not one that trickles in. */
  pull(lsn: number): void {
    if (lsn > this.#applied) this.#applied = lsn;
  }

  /** When everything committed so far will have arrived, in milliseconds; infinite while held. */
  settlesAt(): number {
    if (this.#held && this.#applied < this.#log.last) return Number.POSITIVE_INFINITY;
    let latest = this.#applied < this.#log.last ? this.#stalledUntil : Number.NEGATIVE_INFINITY;
    for (const commit of this.#log.since(this.#applied)) latest = Math.max(latest, this.#arrivalOf(commit));
    return latest;
  }

  /** @hidden */
  get position(): ReaderPosition {
    return { applied: this.#applied, held: this.#held, stalledUntil: this.#stalledUntil, lag: this.#lag };
  }

  /**
   * Puts the instance back to where it stood.
   *
   * @hidden
   */
  restore({ applied, held, stalledUntil, lag }: ReaderPosition): void {
    this.#applied = applied;
    this.#held = held;
    this.#stalledUntil = stalledUntil;
    this.#useLag(lag);
  }

  #arrivalOf({ at, lsn, operation }: Commit): number {
    const isSlow = this.#slowFor?.some((beginning) => operation.startsWith(beginning)) ?? true;
    return isSlow ? at + this.#lagOf(lsn) : at;
  }

  #useLag(lag: Lag): void {
    this.#lagOf = lagOf(lag, this.#chance);
    this.#lag = lag;
  }
}
