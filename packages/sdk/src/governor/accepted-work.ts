/** How finely the past is kept, and how much of it, in milliseconds. */
const SLOT_MS = 250;
const SLOTS = 40;

/** How far back {@link AcceptedWork} reaches, in milliseconds: the span over which the directory counts resource units. */
export const REMEMBERED_MS: number = SLOT_MS * SLOTS;

/** How many units of work the service has accepted in the last seconds. Takes the same room however many there are. */
export class AcceptedWork {
  readonly #units = new Float64Array(SLOTS);
  /** The slot in use, counted from the beginning of time. */
  #latest = 0;

  add(units: number, now: number): void {
    const slot = Math.floor(now / SLOT_MS);
    // What lies between was without work; no more of it than there is room for has to be wiped.
    for (let empty = Math.max(this.#latest + 1, slot - SLOTS + 1); empty <= slot; empty++) {
      this.#units[empty % SLOTS] = 0;
    }
    this.#latest = Math.max(this.#latest, slot);
    this.#units[slot % SLOTS] = (this.#units[slot % SLOTS] ?? 0) + units;
  }

  /** The units accepted within the last `ms` milliseconds, at most {@link REMEMBERED_MS}. */
  within(ms: number, now: number): number {
    const slot = Math.floor(now / SLOT_MS);
    const first = Math.max(
      slot - Math.ceil(Math.min(ms, REMEMBERED_MS) / SLOT_MS) + 1,
      this.#latest - SLOTS + 1,
    );
    let sum = 0;
    for (let n = first; n <= Math.min(slot, this.#latest); n++) sum += this.#units[n % SLOTS] ?? 0;
    return sum;
  }
}
