import type { RetryCause } from "./governor.ts";

const CAPACITY = 100;
const COST: Readonly<Record<RetryCause, number>> = { transient: 10, throttled: 2 };

/**
 * What a client may spend on retries: when everything fails, retries soon stop, and a server in trouble gets no more
 * requests than the calls themselves. Each success pays one token back.
 */
export class RetryBudget {
  #tokens = CAPACITY;

  /** Pays for a retry; false, and nothing paid, where there is not enough left. */
  pay(cause: RetryCause): boolean {
    if (this.#tokens < COST[cause]) return false;
    this.#tokens -= COST[cause];
    return true;
  }

  refund(): void {
    this.#tokens = Math.min(CAPACITY, this.#tokens + 1);
  }
}
