/**
 * Finds objects by what is in them. It remembers every object that ever had a key; whoever asks checks the version it sees. So one table is right for every instance, however late.
 */
export class Lookup {
  /** One id as it is, several as a set in order of arrival: nearly every key belongs to one object, a few to thousands. */
  readonly #ids = new Map<string, string | Set<string>>();

  /** The objects that may have `key`. */
  candidates(key: string): Iterable<string> {
    const ids = this.#ids.get(key);
    if (ids === undefined) return [];
    return typeof ids === "string" ? [ids] : ids;
  }

  /** Every key with the objects that may have it, in order of arrival. */
  *entries(): Generator<readonly [key: string, ids: readonly string[]]> {
    for (const [key, ids] of this.#ids) yield [key, typeof ids === "string" ? [ids] : [...ids]];
  }

  /** Puts other objects under a key. */
  set(key: string, ids: readonly string[]): void {
    const [first, ...more] = ids;
    if (first !== undefined) this.#ids.set(key, more.length === 0 ? first : new Set(ids));
  }

  /** Answers whether the object is new under this key. */
  add(key: string, id: string): boolean {
    const ids = this.#ids.get(key);
    if (ids === undefined) this.#ids.set(key, id);
    else if (typeof ids === "string") {
      if (ids === id) return false;
      this.#ids.set(key, new Set([ids, id]));
    } else {
      if (ids.has(id)) return false;
      ids.add(id);
    }
    return true;
  }

  remove(key: string, id: string): void {
    const ids = this.#ids.get(key);
    if (ids === id) this.#ids.delete(key);
    else if (ids instanceof Set && ids.delete(id) && ids.size === 1) {
      const [last] = ids;
      if (last !== undefined) this.#ids.set(key, last);
    }
  }
}
