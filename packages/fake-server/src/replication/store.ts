import type { Chance } from "../simulation/index.ts";
import { type KeptStore, keptBy, lookupOf } from "./kept-store.ts";
import { type Commit, Log } from "./log.ts";
import { Lookup } from "./lookup.ts";
import { Reader, type ReaderPosition } from "./reader.ts";
import { Snapshots } from "./snapshots.ts";
import type { ReaderRole, Topology } from "./topology.ts";
import { Versions } from "./versions.ts";
import { View } from "./view.ts";

/** What the store has to know of the objects it keeps. */
export interface Model<T> {
  /** The keys by which an object can be found. */
  readonly keysOf: (value: T) => readonly string[];
  /** How much an object counts towards the tenant's quota. */
  readonly weightOf: (value: T) => number;
}

/** What one commit writes: the new state by id, `null` where the object goes. */
export type Writes<T> = ReadonlyMap<string, T | null>;

/** What a view is kept for: a list that is read page by page, or changes that are asked for since. */
type Purpose = "list" | "delta";

/** How long a list is kept after its last page is assumed, as is how many are kept of each. */
const HOUR_MS = 3_600_000;
/**
 * How long changes can be asked for, in milliseconds: seven days.
 *
 * @see https://learn.microsoft.com/graph/delta-query-overview
 */
export const DELTA_LIFETIME_MS = 7 * 86_400_000;

/** A point to come back to. Valid until the store is rewound to an earlier one. */
export interface StoreMark {
  readonly lsn: number;
  readonly readableFrom: number;
  readonly readers: readonly ReaderPosition[];
}

/**
 * The objects of one tenant: a log of commits, every object as a chain of versions, and the instances as places in the
 * log. It knows no guest, no HTTP, and no time but what `now` says.
 */
export class Store<T extends object> {
  readonly readers: readonly Reader[];
  readonly #roles = new Map<ReaderRole, readonly Reader[]>();
  readonly #log = new Log();
  readonly #versions = new Versions<T>();
  readonly #lookup = new Lookup();
  readonly #marks = new Set<StoreMark>();
  readonly #kept: Readonly<Record<Purpose, Snapshots>> = {
    list: new Snapshots(64, HOUR_MS),
    delta: new Snapshots(256, DELTA_LIFETIME_MS),
  };
  /** What has become findable since the first mark, to be taken back with its commit. */
  readonly #added: { readonly lsn: number; readonly key: string; readonly id: string }[] = [];
  readonly #model: Model<T>;
  readonly #now: () => number;
  readonly #chance: Chance;
  readonly #copiesAcross: boolean;
  #weight = 0;
  #readableFrom = 0;

  constructor(topology: Topology, model: Model<T>, now: () => number, chance: Chance) {
    this.#model = model;
    this.#now = now;
    this.#chance = chance;
    this.#copiesAcross = topology.copiesAcross;
    this.readers = topology.readers.map((plan) => {
      const reader = new Reader(plan, this.#log, now, chance.fork(`lag/${plan.name}`));
      this.#roles.set(plan.role, [...this.withRole(plan.role), reader]);
      return reader;
    });
  }

  /** The instances that do this work, in the topology's order. */
  withRole(role: ReaderRole): readonly Reader[] {
    return this.#roles.get(role) ?? [];
  }

  /** The last commit. */
  get last(): number {
    return this.#log.last;
  }

  /** How much everything there weighs, as the primary knows it. */
  get weight(): number {
    return this.#weight;
  }

  /** A view from before this commit can not be had any more: what it would show has been dropped. */
  get readableFrom(): number {
    return this.#readableFrom;
  }

  commitsSince(lsn: number): readonly Commit[] {
    return this.#log.since(lsn);
  }

  /** What an instance shows now. */
  viewOf(reader: Reader): View<T> {
    return this.viewAt(reader.advance(this.#now()));
  }

  /** What an instance that has applied exactly the commits up to `lsn` shows. */
  viewAt(lsn: number): View<T> {
    return new View(this.#versions, this.#lookup, this.#model.keysOf, lsn);
  }

  /** What the primary knows: everything. */
  primary(): View<T> {
    return this.viewAt(this.#log.last);
  }

  /** Keeps what a view at `lsn` shows for a while. Where too much is kept for one purpose, the oldest gives way first. */
  keepReadable(lsn: number, purpose: Purpose = "list"): void {
    this.#kept[purpose].keep(lsn, this.#now());
  }

  commit(actor: string, operation: string, writes: Writes<T>, correlationId?: string): Commit {
    const commit = this.#append(actor, operation, writes, correlationId);
    if (this.#copiesAcross) this.#copyAcross(commit);
    return commit;
  }

  /** Writes what was there all along: an instance that is up to date has it at once. One that lags gets it in its turn. */
  seed(writes: Writes<T>): Commit {
    const upToDate = this.readers.filter((reader) => reader.advance(this.#now()) === this.#log.last);
    const commit = this.#append("seed", "seed", writes);
    for (const reader of upToDate) reader.pull(commit.lsn);
    return commit;
  }

  /** When every instance will have applied everything committed so far, in milliseconds; infinite while one is held back. */
  settlesAt(): number {
    return Math.max(this.#now(), ...this.readers.map((reader) => reader.settlesAt()));
  }

  /** Remembers this moment. All that could be read then is kept from now on. */
  mark(): StoreMark {
    const mark = {
      lsn: this.#log.last,
      readableFrom: this.#readableFrom,
      readers: this.readers.map((reader) => reader.position),
    };
    this.#marks.add(mark);
    return mark;
  }

  /** Takes back every commit since `mark`. Costs as much as what it takes back, however large the directory. */
  rewind(mark: StoreMark): void {
    if (!this.#marks.has(mark))
      throw new RangeError("this mark is not of this store, or lies after one rewound to");
    while (this.#log.last > mark.lsn) {
      for (const id of this.#log.pop()?.ids ?? []) this.#unwrite(id);
    }
    for (let added = this.#added.at(-1); added && added.lsn > mark.lsn; added = this.#added.at(-1)) {
      this.#lookup.remove(added.key, added.id);
      this.#added.pop();
    }
    for (const [index, position] of mark.readers.entries()) this.readers[index]?.restore(position);
    const marks = [...this.#marks];
    for (const later of marks.slice(marks.indexOf(mark) + 1)) this.#marks.delete(later);
  }

  /** All of it, as data: what can still be read, by whomever, but no marks. */
  get kept(): KeptStore<T> {
    return keptBy({
      ...{ log: this.#log, versions: this.#versions, lookup: this.#lookup, kept: this.#kept },
      ...{ readers: this.readers, keysOf: this.#model.keysOf, readableFrom: this.#readableFrom },
    });
  }

  /** Takes over what another store kept. For one that nothing has been written to. */
  restore({ commits, objects, found, readers, readableFrom, lists, deltas }: KeptStore<T>): void {
    this.#log.restore(commits);
    for (const { id, versions } of objects) {
      this.#versions.restore(id, versions);
      const newest = versions.at(-1)?.value ?? null;
      this.#weight += this.#weigh(newest);
    }
    lookupOf(this.#versions, this.#model.keysOf, this.#lookup);
    for (const [key, ids] of found) this.#lookup.set(key, ids);
    for (const [index, position] of readers.entries()) this.readers[index]?.restore(position);
    this.#readableFrom = readableFrom;
    this.#kept.list.restore(lists);
    this.#kept.delta.restore(deltas);
  }

  #append(actor: string, operation: string, writes: Writes<T>, correlationId?: string): Commit {
    this.#readableFrom = Math.max(this.#readableFrom, this.#slowest());
    const commit = this.#log.append({
      at: this.#now(),
      actor,
      operation,
      ids: [...writes.keys()],
      ...(correlationId !== undefined && { correlationId }),
    });
    for (const [id, value] of writes) this.#write(id, commit.lsn, value);
    return commit;
  }

  #write(id: string, lsn: number, value: T | null): void {
    const before = this.#versions.newest(id)?.value ?? null;
    this.#versions.push(id, lsn, value === null ? null : Object.freeze(value), this.#readableFrom);
    this.#weight += this.#weigh(value) - this.#weigh(before);
    if (value === null) return;
    for (const key of this.#model.keysOf(value)) {
      // What is never taken back need not be remembered.
      if (this.#lookup.add(key, id) && this.#marks.size > 0) this.#added.push({ lsn, key, id });
    }
  }

  #unwrite(id: string): void {
    const undone = this.#versions.pop(id)?.value ?? null;
    const left = this.#versions.newest(id)?.value ?? null;
    this.#weight += this.#weigh(left) - this.#weigh(undone);
  }

  #weigh(value: T | null): number {
    return value === null ? 0 : this.#model.weightOf(value);
  }

  /** The earliest commit that anybody may still read at: what nobody can, is dropped. */
  #slowest(): number {
    let slowest = Math.min(this.#kept.list.oldest(this.#now()), this.#kept.delta.oldest(this.#now()));
    for (const reader of this.readers) slowest = Math.min(slowest, reader.advance(this.#now()));
    for (const mark of this.#marks) slowest = Math.min(slowest, mark.readableFrom);
    return slowest;
  }

  /** The primary stands in the first datacenter; the copy goes to one instance elsewhere that takes any. */
  #copyAcross({ lsn }: Commit): void {
    const graph = this.withRole("graph");
    const elsewhere = graph.filter((reader) => reader.datacenter !== graph[0]?.datacenter && !reader.held);
    elsewhere[this.#chance.below(elsewhere.length, lsn)]?.pull(lsn);
  }
}
