/** One state of one object: what it was from commit `lsn` on, until the next version. `null` where it was gone. */
export interface Version<T> {
  readonly lsn: number;
  readonly value: T | null;
  /** The state before; cut off once no instance can read it any more. */
  previous: Version<T> | undefined;
}

/** Every object as a chain of versions, newest first, and the order in which the objects came into being. */
export class Versions<T> {
  readonly #newest = new Map<string, Version<T>>();
  readonly #order: string[] = [];

  /** The ids in order of creation, also of objects that are gone. */
  get order(): readonly string[] {
    return this.#order;
  }

  newest(id: string): Version<T> | undefined {
    return this.#newest.get(id);
  }

  /** The state of an object for an instance that has applied commits up to `lsn`. */
  at(id: string, lsn: number): T | undefined {
    let version = this.#newest.get(id);
    while (version !== undefined && version.lsn > lsn) version = version.previous;
    return version?.value ?? undefined;
  }

  /** Adds a version. Versions that nobody who has applied `readableFrom` can see are dropped. */
  push(id: string, lsn: number, value: T | null, readableFrom: number): void {
    const previous = this.#newest.get(id);
    if (previous === undefined) this.#order.push(id);
    this.#newest.set(id, { lsn, value, previous });
    let oldestRead = previous;
    while (oldestRead !== undefined && oldestRead.lsn > readableFrom) oldestRead = oldestRead.previous;
    if (oldestRead !== undefined) oldestRead.previous = undefined;
  }

  /** Takes the newest version of an object away again, and answers with it. Called for whole commits, the last one first: what a commit created stands at the end of the order. */
  pop(id: string): Version<T> | undefined {
    const version = this.#newest.get(id);
    if (version === undefined) return undefined;
    if (version.previous !== undefined) this.#newest.set(id, version.previous);
    else {
      this.#newest.delete(id);
      this.#order.pop();
    }
    return version;
  }
}
