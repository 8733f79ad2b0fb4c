import { VirtualClock } from "@vestibule/sdk/testing";
import type { Realism } from "../replication/index.ts";

/** What a world is made of. */
export interface WorldOptions {
  /** The same seed gives the same run, byte for byte. Default 1. */
  readonly seed?: number | string;
  /** `instant` (the default): no instance ever lags. `documented`: several instances in two datacenters, each late in its own way. */
  readonly realism?: Realism;
  /** Default: a virtual clock of its own, which starts at 2026-01-01T00:00Z. */
  readonly clock?: VirtualClock;
}

const REALISMS: readonly Realism[] = ["instant", "documented"];
const KNOWN = ["scenario", "seed", "realism", "clock", "snapshot"];

/**
 * Refuses options that cannot be meant: a misspelt `realism` would be a test of lag that tests nothing.
 *
 * @throws TypeError with the option and what it has to be
 */
export function checkWorldOptions(options: WorldOptions): void {
  if (typeof options !== "object" || options === null) {
    throw new TypeError('createWorld takes an object, such as { seed: 42, realism: "documented" }');
  }
  const unknown = Object.keys(options).find((name) => !KNOWN.includes(name));
  if (unknown !== undefined) {
    throw new TypeError(`a world has no option "${unknown}"; it has ${KNOWN.join(", ")}`);
  }
  const { seed = 1, realism = "instant", clock } = options;
  if (!REALISMS.includes(realism)) {
    throw new TypeError(`a world's realism is ${REALISMS.join(" or ")}: not "${String(realism)}"`);
  }
  if (typeof seed !== "string" && !Number.isFinite(seed)) {
    throw new TypeError(`a world's seed is a number or a text, not ${String(seed)}`);
  }
  if (clock !== undefined && !(clock instanceof VirtualClock)) {
    throw new TypeError("a world's clock is a VirtualClock, of @vestibule/sdk/testing");
  }
}

/**
 * A seed as somebody writes it, into a variable or behind an option: a number where it is written as a number writes itself,
 * else a text. So what a report says of a seed leads to the same run again.
 */
export function seedIn(written: string): number | string {
  const seed = Number(written);
  return Number.isFinite(seed) && String(seed) === written ? seed : written;
}
