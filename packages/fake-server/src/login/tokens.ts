import { digestOf } from "../cryptography/index.ts";
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

/** What is kept of a token in a file: whoever reads it there does not have it. */
export interface KeptToken extends Omit<IssuedToken, "token"> {
  readonly digest: string;
}

/** The tokens that the fake has issued, each by its text. They mean something to this fake alone. */
export class Tokens {
  readonly #issued = new Map<string, IssuedToken>();
  /** Those that were issued before the world was kept in a file, by their digest. */
  readonly #earlier = new Map<string, KeptToken>();
  readonly #chance: Chance;
  readonly #now: () => number;

  constructor(chance: Chance, now: () => number) {
    this.#chance = chance;
    this.#now = now;
  }

  /** How many have been issued. */
  get issued(): number {
    return this.#earlier.size + this.#issued.size;
  }

  /** All of them, in order, without their texts. */
  get kept(): readonly KeptToken[] {
    const issued = [...this.#issued.values()].map(({ token, ...rest }) => ({
      digest: digestOf(token),
      ...rest,
    }));
    return [...this.#earlier.values(), ...issued];
  }

  /** Takes over tokens that were issued elsewhere. For one that has issued none. */
  restore(kept: readonly KeptToken[]): void {
    for (const token of kept) this.#earlier.set(token.digest, token);
  }

  /** Takes back every token after the first `issued`. */
  rewind(issued: number): void {
    const own = issued - this.#earlier.size;
    for (const token of [...this.#issued.keys()].slice(own)) this.#issued.delete(token);
  }

  /** One that looks like nothing that Microsoft issues. */
  issue(caller: Caller): IssuedToken {
    const token = `fake-${this.#chance.guid(this.issued)}`;
    const issued = { token, caller, expiresAt: this.#now() + LIFETIME_MS };
    this.#issued.set(token, issued);
    return issued;
  }

  /** Takes note of one that the login service has signed. */
  keep(issued: IssuedToken): void {
    this.#issued.set(issued.token, issued);
  }

  #find(token: string): Omit<IssuedToken, "token"> | undefined {
    const own = this.#issued.get(token);
    return own !== undefined || this.#earlier.size === 0 ? own : this.#earlier.get(digestOf(token));
  }

  /** Whether a token was issued, however long ago. */
  wasIssued(token: string): boolean {
    return this.#find(token) !== undefined;
  }

  /** Who holds a token; `undefined` where the fake did not issue it, or where it is out of date. */
  holder(token: string): Omit<IssuedToken, "token"> | undefined {
    const issued = this.#find(token);
    return issued !== undefined && issued.expiresAt > this.#now() ? issued : undefined;
  }
}
