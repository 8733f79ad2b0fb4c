import type { Lookup } from "./lookup.ts";
import { type Versions, visibleAt } from "./versions.ts";

/** The directory as of one commit: what one instance shows, whole and without a seam. */
export class View<T extends object> {
  /** The last commit that is visible. */
  readonly lsn: number;
  readonly #versions: Versions<T>;
  readonly #lookup: Lookup;
  readonly #keysOf: (value: T) => readonly string[];

  constructor(versions: Versions<T>, lookup: Lookup, keysOf: (value: T) => readonly string[], lsn: number) {
    this.#versions = versions;
    this.#lookup = lookup;
    this.#keysOf = keysOf;
    this.lsn = lsn;
  }

  get(id: string): T | undefined {
    return this.#versions.at(id, this.lsn);
  }

  /** The objects that have had `key` at some time: for whoever looks at what they have in this view anyway. */
  *candidates(key: string): Generator<T> {
    for (const id of this.#lookup.candidates(key)) {
      const value = this.get(id);
      if (value !== undefined) yield value;
    }
  }

  /** The objects that have `key` in this view. */
  find(key: string): readonly T[] {
    return [...this.candidates(key)].filter((value) => this.#keysOf(value).includes(key));
  }

  /** Every object with its place, in order of creation, from place `from` on. Places never change. */
  *entries(from = 0): Generator<readonly [place: number, value: T]> {
    const { order } = this.#versions;
    for (let place = from; place < order.length; place++) {
      const value = visibleAt(order[place]?.newest, this.lsn);
      if (value !== undefined) yield [place, value];
    }
  }
}
