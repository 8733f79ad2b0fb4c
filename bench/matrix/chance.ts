/** Chance that can be had again: from the same seed come the same numbers. */
export interface SeededChance {
  reseed(seed: number): void;
}

/** Puts a seeded generator (mulberry32) in the place of `Math.random`. One function for good: a client may keep it. */
export function becomePredictable(): SeededChance {
  let state = 0;
  Math.random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    reseed(seed) {
      state = Math.imul(seed, 0x9e3779b1);
    },
  };
}
