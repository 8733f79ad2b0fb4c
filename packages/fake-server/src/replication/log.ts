/** One change of the directory: all its writes become visible at an instance together. */
export interface Commit {
  /** Its place in the log, from 1. */
  readonly lsn: number;
  /** When it was made, in milliseconds on the world's clock. */
  readonly at: number;
  /** Who made it. */
  readonly actor: string;
  /** What was done, for example `invitations.create`. */
  readonly operation: string;
  /** The objects that it wrote. */
  readonly ids: readonly string[];
  /** The `client-request-id` that the request came with, where it had one. */
  readonly correlationId?: string;
}

/** The commits of one tenant, in the one order that every instance applies them in. */
export class Log {
  readonly #commits: Commit[] = [];

  get last(): number {
    return this.#commits.length;
  }

  at(lsn: number): Commit | undefined {
    return this.#commits[lsn - 1];
  }

  append(commit: Omit<Commit, "lsn">): Commit {
    const appended = { lsn: this.#commits.length + 1, ...commit };
    this.#commits.push(appended);
    return appended;
  }

  /** Takes the last commit back. */
  pop(): Commit | undefined {
    return this.#commits.pop();
  }

  /** Takes over commits that were made elsewhere, in order. For an empty log. */
  restore(commits: readonly Omit<Commit, "lsn">[]): void {
    for (const commit of commits) this.append(commit);
  }

  /** The commits after `lsn`, in order. */
  since(lsn: number): readonly Commit[] {
    return this.#commits.slice(lsn);
  }
}
