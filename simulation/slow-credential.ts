import type { Clock, Credential, TokenCredential } from "@vestibule/sdk";
import type { Dice } from "./dice.ts";

/** The longest that a token takes, in milliseconds; longer than an attempt may. */
const SLOWEST_MS = 40_000;
/** How long one takes that nobody reckons with any more. */
const HANGS_FOR_MS = 150_000;

/** Tokens from somewhere that takes its time, sometimes fails, and sometimes hangs. */
export class SlowCredential {
  /** How many of its timers wait. */
  sleeping = 0;
  readonly #clock: Clock;
  readonly #dice: Dice;
  readonly #tokens: Pick<TokenCredential, "getToken">;

  constructor(clock: Clock, dice: Dice, tokens: Pick<TokenCredential, "getToken">) {
    this.#clock = clock;
    this.#dice = dice;
    this.#tokens = tokens;
  }

  /** Kept by the client, or asked for at every attempt. */
  as(kind: "kept" | "each time"): Credential {
    if (kind === "kept") return { getToken: () => this.#token() };
    return async () => (await this.#token()).token;
  }

  async #token() {
    const roll = this.#dice.next();
    if (roll > 0.4) await this.#sleep(roll > 0.93 ? HANGS_FOR_MS : this.#dice.between(0, SLOWEST_MS));
    if (roll < 0.05) throw new Error("the sign-in service does not answer");
    const token = await this.#tokens.getToken("");
    if (token === null) throw new Error("there was no token");
    return token;
  }

  async #sleep(ms: number): Promise<void> {
    this.sleeping++;
    await this.#clock.sleep(ms);
    this.sleeping--;
  }
}
