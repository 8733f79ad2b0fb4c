/** As long as the limit is not known, the rate doubles in so many milliseconds. */
const SEARCH_DOUBLES_IN_MS = 1_000;
/** Near the limit it has doubled after so many: hardly changed at first, since the limit is near; then it looks further and further. */
const NEAR_DOUBLES_IN_MS = 10_000;

/**
 * At which rate requests are released after the service has refused, in units per millisecond. Below the rate at which
 * it refused last the rate grows quickly, from there on slowly: the limit is near where it was met.
 *
 * Its time counts from the end of the cooldown, in milliseconds. The figures are this library's choice, made by measuring.
 */
export class ReleaseRate {
  readonly #first: number;
  /** Where the limit is taken to be: infinite where nothing is known of it. */
  readonly #near: number;
  /** When the search is over. */
  readonly #nearAt: number;
  readonly #foundBySearch: number;

  constructor(first: number, near: number = first) {
    this.#first = first;
    this.#near = Math.max(first, near);
    this.#nearAt = Math.log2(this.#near / first) * SEARCH_DOUBLES_IN_MS;
    this.#foundBySearch = this.#searched(this.#nearAt);
  }

  at(time: number): number {
    if (time < this.#nearAt) return this.#first * 2 ** (time / SEARCH_DOUBLES_IN_MS);
    return this.#near * (1 + ((time - this.#nearAt) / NEAR_DOUBLES_IN_MS) ** 3);
  }

  /** How many units have been released by then. */
  releasedBy(time: number): number {
    if (time <= this.#nearAt) return this.#searched(time);
    const past = time - this.#nearAt;
    return this.#foundBySearch + this.#near * (past + past ** 4 / (4 * NEAR_DOUBLES_IN_MS ** 3));
  }

  /** By when so many units have been released. */
  timeOf(units: number): number {
    if (units <= this.#foundBySearch) {
      const doublings = Math.log2(1 + (units * Math.LN2) / (this.#first * SEARCH_DOUBLES_IN_MS));
      return doublings * SEARCH_DOUBLES_IN_MS;
    }
    // What has been released grows faster and faster, so that Newton's method comes down on the answer from above.
    let time = this.#nearAt + (units - this.#foundBySearch) / this.#near;
    for (let step = Number.POSITIVE_INFINITY; step > 1e-6; time -= step) {
      step = (this.releasedBy(time) - units) / this.at(time);
    }
    return time;
  }

  #searched(time: number): number {
    return ((this.#first * SEARCH_DOUBLES_IN_MS) / Math.LN2) * (2 ** (time / SEARCH_DOUBLES_IN_MS) - 1);
  }
}
