import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atLeast, fullJitter } from "../../src/middleware/backoff.ts";

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe("a wait of our own choosing", () => {
  test("lies between nothing and a bound that doubles with each retry, up to the cap", () => {
    const bounds = [0, 1, 2, 6, 7, 50].map((n) => fullJitter(n, { baseMs: 250, capMs: 20_000 }, () => 1));
    expect(bounds).toEqual([250, 500, 1_000, 16_000, 20_000, 20_000]);
    expect(fullJitter(3, { baseMs: 250, capMs: 20_000 }, () => 0)).toBe(0);
  });

  test("is spread evenly over its bound", () => {
    expect(fullJitter(0, { baseMs: 1_000, capMs: 20_000 }, () => 0.25)).toBe(250);
  });
});

describe("a wait that the server chose", () => {
  test("is never shorter, and longer by a tenth or a quarter of a second at most", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), chance, (ms, value) => {
        const wait = atLeast(ms, () => value);
        expect(wait).toBeGreaterThanOrEqual(ms);
        expect(wait).toBeLessThanOrEqual(ms + Math.min(250, ms / 10));
      }),
    );
  });

  test("is spread, so that clients told the same do not come back together", () => {
    expect(atLeast(1_000, () => 0.5)).toBe(1_050);
    expect(atLeast(60_000, () => 0.5)).toBe(60_125);
  });
});
