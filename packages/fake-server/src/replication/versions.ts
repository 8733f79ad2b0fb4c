/** One state of one object: what it was from commit `lsn` on, until the next version. `null` where it was gone. */
export interface Version<T> {
  readonly lsn: number;
  readonly value: T | null;
  /** The state before; cut off once no instance can read it any more. */
  previous: Version<T> | undefined;
}

/** One object through time. */
export interface Chain<T> {
  readonly id: string;
  newest: Version<T>;
}

/** Every object as a chain of versions, newest first, and the order in which the objects came into being. */
export class Versions<T> {
  readonly #chains = new Map<string, Chain<T>>();
  readonly #order: Chain<T>[] = [];

  /** The chains in order of creation, also of objects that are gone: whoever reads them all looks none of them up. */
  get order(): readonly Chain<T>[] {
    return this.#order;
  }

  newest(id: string): Version<T> | undefined {
    return this.#chains.get(id)?.newest;
  }

  /** The state of an object for an instance that has applied commits up to `lsn`. */
  at(id: string, lsn: number): T | undefined {
    return visibleAt(this.newest(id), lsn);
  }

  /** Adds a version. Versions that nobody who has applied `readableFrom` can see are dropped. */
  push(id: string, lsn: number, value: T | null, readableFrom: number): void {
    const chain = this.#chains.get(id);
    if (chain === undefined) {
      const created: Chain<T> = { id, newest: { lsn, value, previous: undefined } };
      this.#chains.set(id, created);
      this.#order.push(created);
      return;
    }
    const previous = chain.newest;
    chain.newest = { lsn, value, previous };
    let oldestRead: Version<T> | undefined = previous;
    while (oldestRead !== undefined && oldestRead.lsn > readableFrom) oldestRead = oldestRead.previous;
    if (oldestRead !== undefined) oldestRead.previous = undefined;
  }

  /** Takes over an object with its versions, the oldest first. For one that is not there yet. */
  restore(id: string, versions: readonly Omit<Version<T>, "previous">[]): void {
    let newest: Version<T> | undefined;
    for (const { lsn, value } of versions) newest = { lsn, value, previous: newest };
    if (newest === undefined) return;
    const chain: Chain<T> = { id, newest };
    this.#chains.set(id, chain);
    this.#order.push(chain);
  }

  /** Takes the newest version of an object away again, and answers with it. Called for whole commits, the last one first: what a commit created stands at the end of the order. */
  pop(id: string): Version<T> | undefined {
    const chain = this.#chains.get(id);
    if (chain === undefined) return undefined;
    const { newest } = chain;
    if (newest.previous !== undefined) chain.newest = newest.previous;
    else {
      this.#chains.delete(id);
      this.#order.pop();
    }
    return newest;
  }
}

/** What of a chain is visible to an instance that has applied commits up to `lsn`. */
export function visibleAt<T>(newest: Version<T> | undefined, lsn: number): T | undefined {
  let version = newest;
  while (version !== undefined && version.lsn > lsn) version = version.previous;
  return version?.value ?? undefined;
}
