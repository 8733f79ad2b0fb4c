import type { Chance } from "../simulation/index.ts";
import type { Caller } from "./callers.ts";

export interface IssuedToken {
  readonly token: string;
  readonly caller: Caller;
  /** Milliseconds on the world's clock. */
  readonly expiresAt: number;
  /** Whom it is for. Absent: Graph. */
  readonly audience?: string;
}

/** How long a token is good for, in milliseconds. */
export const LIFETIME_MS = 3_600_000;

/** The tokens that the fake has issued, each by its text. They mean something to this fake alone. */
export class Tokens {
  readonly #issued = new Map<string, IssuedToken>();
  readonly #chance: Chance;
  readonly #now: () => number;

  constructor(chance: Chance, now: () => number) {
    this.#chance = chance;
    this.#now = now;
  }

  /** How many have been issued. */
  get issued(): number {
    return this.#issued.size;
  }

  /** Takes back every token after the first `issued`. */
  rewind(issued: number): void {
    for (const token of [...this.#issued.keys()].slice(issued)) this.#issued.delete(token);
  }

  /** One that looks like nothing that Microsoft issues. */
  issue(caller: Caller): IssuedToken {
    const token = `fake-${this.#chance.guid(this.#issued.size)}`;
    const issued = { token, caller, expiresAt: this.#now() + LIFETIME_MS };
    this.#issued.set(token, issued);
    return issued;
  }

  /** Takes note of one that the login service has signed. */
  keep(issued: IssuedToken): void {
    this.#issued.set(issued.token, issued);
  }

  /** Whether a token was issued, however long ago. */
  wasIssued(token: string): boolean {
    return this.#issued.has(token);
  }

  /** Who holds a token; `undefined` where the fake did not issue it, or where it is out of date. */
  holder(token: string): IssuedToken | undefined {
    const issued = this.#issued.get(token);
    return issued !== undefined && issued.expiresAt > this.#now() ? issued : undefined;
  }
}
