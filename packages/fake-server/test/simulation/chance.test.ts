import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Chance } from "../../src/simulation/index.ts";

const DRAWS = 100_000;
/** Chi-square with 99 degrees of freedom is above this once in a hundred thousand. */
const UNEVEN = 168;

const draws = (chance: Chance, count: number) => Array.from({ length: count }, (_, n) => chance.at(n));

/** How far the hundredths into which numbers of [0, 1) fall are from holding the same each. */
function unevenness(numbers: readonly number[]): number {
  const cells = new Array<number>(100).fill(0);
  for (const number of numbers) {
    const cell = Math.floor(number * 100);
    cells[cell] = (cells[cell] ?? Number.NaN) + 1;
  }
  const expected = numbers.length / 100;
  return cells.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** Ten by ten cells in one number, so that pairs can be asked for evenness too. */
const paired = (first: number, second: number) => Math.floor(first * 10) / 10 + second / 10;

describe("chance", () => {
  test("follows from seed, label and n alone: not from what was drawn before, here or elsewhere", () => {
    const place = fc.nat({ max: 1_000_000 });
    fc.assert(
      fc.property(fc.integer(), fc.string(), fc.array(place, { minLength: 1 }), (seed, label, places) => {
        const alone = places.map((n) => new Chance(seed).fork(label).at(n));
        const busy = new Chance(seed);
        const [stream, other] = [busy.fork(label), busy.fork(`${label}'`)];
        const backwards = places.toReversed().map((n) => {
          other.at(n);
          busy.at(n);
          busy.guid(n);
          return stream.at(n);
        });
        expect(backwards.toReversed()).toEqual(alone);
      }),
    );
  });

  test("differs from seed to seed and from label to label", () => {
    const chance = new Chance(1);
    const labels = ["lag/graph/weu-1", "lag/graph/weu-2", "route", "ids", "", "a", "b"];
    const streams = [chance, new Chance(2), new Chance("one"), ...labels.map((label) => chance.fork(label))];
    expect(new Set(streams.map((stream) => draws(stream, 20).join())).size).toBe(streams.length);
    expect(new Chance("42").at(0)).toBe(new Chance(42).at(0));
    expect(chance.fork("a").fork("b").at(3)).toBe(chance.fork("a/b").at(3));
  });

  test.each([1, 42, "lag", 123_456_789, -7, ""])(
    "draws evenly from 0 up to and without 1 under seed %j",
    (seed) => {
      const numbers = draws(new Chance(seed), DRAWS);
      expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
      expect(unevenness(numbers)).toBeLessThan(UNEVEN);
      // The small digits are as even as the great ones.
      expect(unevenness(numbers.map((number) => (number * 2 ** 16) % 1))).toBeLessThan(UNEVEN);
    },
  );

  test("draws evenly across seeds, and across the labels of one seed", () => {
    const chance = new Chance(1);
    const at = Array.from({ length: DRAWS }, (_, n) => n);
    expect(unevenness(at.map((seed) => new Chance(seed).at(0)))).toBeLessThan(UNEVEN);
    expect(unevenness(at.map((n) => chance.fork(`request/${n}`).at(0)))).toBeLessThan(UNEVEN);
  });

  test.each([
    ["a draw and the next one", new Chance(5), new Chance(5), 1],
    ["a stream and a fork of it", new Chance(5), new Chance(5).fork("lag"), 0],
    ["two forks", new Chance(5).fork("lag/graph/weu-1"), new Chance(5).fork("lag/graph/weu-2"), 0],
    ["two neighbouring seeds", new Chance(5), new Chance(6), 0],
  ] as const)("draws pairs evenly: %s know nothing of each other", (_, first, second, ahead) => {
    const pairs = Array.from({ length: DRAWS }, (_, n) => paired(first.at(n), second.at(n + ahead)));
    expect(unevenness(pairs)).toBeLessThan(UNEVEN);
  });

  test("draws whole numbers below a bound, each of them as often", () => {
    const chance = new Chance(9);
    const dice = Array.from({ length: 60_000 }, (_, n) => chance.below(6, n));
    const counts = [0, 1, 2, 3, 4, 5].map((eyes) => dice.filter((die) => die === eyes).length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(dice.length);
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
    expect(chance.below(1, 3)).toBe(0);
  });
});

describe("a GUID", () => {
  const chance = new Chance(3);

  test("has the form of version 4, whatever it is named for", () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer(), fc.string({ unit: "binary" })), (name) => {
        expect(chance.guid(name)).toMatch(
          /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        );
      }),
      { numRuns: 2_000 },
    );
  });

  test("is the same in every run for one name, and another under another seed or fork", () => {
    expect(chance.guid("x")).toBe(new Chance(3).guid("x"));
    const others = [new Chance(4).guid("x"), chance.fork("x").guid("x"), chance.guid("y"), chance.guid("")];
    expect(new Set([chance.guid("x"), ...others]).size).toBe(5);
    expect(chance.guid(7)).toBe(chance.guid("7"));
  });

  test("is no other name's, among 200,000 that differ little", () => {
    const guids = new Set<string>();
    for (let n = 0; n < 100_000; n++) guids.add(chance.guid(`user/member${n}`)).add(chance.guid(n));
    expect(guids.size).toBe(200_000);
  });

  test("has every digit as often in each place", () => {
    const counts = new Map<string, number>();
    for (let n = 0; n < 32_000; n++) {
      for (const [place, digit] of [...chance.guid(n)].entries()) {
        counts.set(`${place}${digit}`, (counts.get(`${place}${digit}`) ?? 0) + 1);
      }
    }
    // 30 places with 16 digits, one with the four variants, four hyphens and the version.
    expect(counts.size).toBe(30 * 16 + 4 + 5);
    for (const count of counts.values()) {
      if (count < 4_000) expect(Math.abs(count - 2_000)).toBeLessThan(250);
    }
  });
});
