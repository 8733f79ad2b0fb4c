import type { Entity } from "./model.ts";
import type { Order, SortKey } from "./order.ts";

interface Ranked<T> {
  readonly entity: T;
  /** Made once: a long list is compared with it over and over. */
  readonly key: SortKey;
  readonly arrival: number;
}

/**
 * The first so many of a list in an order, equals as they came. A page of a long list is found without the rest of it
 * being sorted: what comes after all that is kept is looked at once, and dropped.
 */
export class Ranking<T extends Entity> {
  readonly #order: Order;
  readonly #most: number;
  /** As it came until it is full; from then on a heap, whose root comes last in the order. */
  readonly #kept: Ranked<T>[] = [];
  #isHeap = false;
  #arrivals = 0;

  constructor(order: Order, most: number) {
    this.#order = order;
    this.#most = most;
  }

  add(entity: T): void {
    const ranked = { entity, key: this.#order.keyOf(entity), arrival: this.#arrivals++ };
    if (this.#kept.length < this.#most) {
      this.#kept.push(ranked);
      return;
    }
    if (!this.#isHeap) this.#heap();
    const [last] = this.#kept;
    // Whatever is equal to it came before.
    if (last === undefined || this.#order.compare(ranked.key, last.key) >= 0) return;
    this.#sink(ranked, 0);
  }

  inOrder(): readonly T[] {
    return this.#kept.toSorted((first, second) => this.#compare(first, second)).map(({ entity }) => entity);
  }

  #heap(): void {
    for (let at = (this.#kept.length >> 1) - 1; at >= 0; at--) this.#sink(this.#kept[at] as Ranked<T>, at);
    this.#isHeap = true;
  }

  /** Puts it in this place or below, so that nothing stands over what comes after it. */
  #sink(ranked: Ranked<T>, from: number): void {
    const kept = this.#kept;
    let at = from;
    for (let below = 2 * at + 1; below < kept.length; below = 2 * at + 1) {
      const [left, right] = [kept[below] as Ranked<T>, kept[below + 1]];
      const isRight = right !== undefined && this.#compare(right, left) > 0;
      const later = isRight ? right : left;
      if (this.#compare(later, ranked) <= 0) break;
      kept[at] = later;
      at = isRight ? below + 1 : below;
    }
    kept[at] = ranked;
  }

  #compare(first: Ranked<T>, second: Ranked<T>): number {
    return this.#order.compare(first.key, second.key) || first.arrival - second.arrival;
  }
}
