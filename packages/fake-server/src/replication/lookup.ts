/**
 * Finds objects by what is in them. It remembers every object that ever had a key, in any version that can still be
 * read; whoever asks checks the version it sees. So one table is right for every instance, however late.
 */
export class Lookup {
  /** One id as it is, several as an array: nearly every key belongs to one object. */
  readonly #ids = new Map<string, string | readonly string[]>();

  /** The objects that may have `key`. */
  candidates(key: string): readonly string[] {
    const ids = this.#ids.get(key);
    if (ids === undefined) return [];
    return typeof ids === "string" ? [ids] : ids;
  }

  add(key: string, id: string): void {
    const ids = this.#ids.get(key);
    if (ids === undefined) this.#ids.set(key, id);
    else if (typeof ids === "string") {
      if (ids !== id) this.#ids.set(key, [ids, id]);
    } else if (!ids.includes(id)) this.#ids.set(key, [...ids, id]);
  }

  remove(key: string, id: string): void {
    const left = this.candidates(key).filter((other) => other !== id);
    const [first] = left;
    if (first === undefined) this.#ids.delete(key);
    else this.#ids.set(key, left.length === 1 ? first : left);
  }
}
