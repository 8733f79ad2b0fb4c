import type { Chance } from "../simulation/index.ts";
import type { Caller } from "./callers.ts";

export interface IssuedToken {
  readonly token: string;
  readonly caller: Caller;
  /** Milliseconds on the world's clock. */
  readonly expiresAt: number;
}

/** How long a token is good for, in milliseconds. */
const LIFETIME_MS = 3_600_000;

/** The tokens that the fake has issued. They mean something to this fake alone, and look like nothing that Microsoft issues. */
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

  issue(caller: Caller): IssuedToken {
    const token = `fake-${this.#chance.guid(this.#issued.size)}`;
    const issued = { token, caller, expiresAt: this.#now() + LIFETIME_MS };
    this.#issued.set(token, issued);
    return issued;
  }

  /** Who holds a token; `undefined` where the fake did not issue it, or where it is out of date. */
  holder(token: string): Caller | undefined {
    const issued = this.#issued.get(token);
    return issued !== undefined && issued.expiresAt > this.#now() ? issued.caller : undefined;
  }
}
