import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Lag, lagOf } from "../../src/replication/lag.ts";
import { Chance } from "../../src/simulation/index.ts";

const COMMITS = 100_000;
const chance = new Chance("lag");

function lagsOf(lag: Lag): number[] {
  const of = lagOf(lag, chance);
  return Array.from({ length: COMMITS }, (_, n) => of(n + 1));
}

const shareOf = (lags: readonly number[], holds: (ms: number) => boolean) =>
  lags.filter(holds).length / lags.length;

describe("a lag", () => {
  test.each([
    ["none", 0],
    [0, 0],
    [250, 250],
    [0.5, 0.5],
    ["250ms", 250],
    ["2s", 2_000],
    ["1.5s", 1_500],
    ["5m", 300_000],
    ["2h", 7_200_000],
  ] as const)("of %j lasts %d ms, whatever the commit", (lag, ms) => {
    const of = lagOf(lag, chance);
    expect([1, 2, 3, 1_000_000].map(of)).toEqual([ms, ms, ms, ms]);
  });

  test("may be any number of milliseconds, also one that arithmetic left", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e15, noNaN: true }), (ms) => {
        expect(lagOf(ms, chance)(1)).toBe(ms);
      }),
    );
  });

  test("of a pair is drawn evenly between the two, for each commit anew", () => {
    const lags = lagsOf(["1s", 3_000]);
    expect(lags.every((ms) => ms >= 1_000 && ms <= 3_000)).toBe(true);
    const cells = new Array<number>(20).fill(0);
    for (const ms of lags) {
      const cell = Math.min(19, Math.floor((ms - 1_000) / 100));
      cells[cell] = (cells[cell] ?? Number.NaN) + 1;
    }
    // Chi-square with 19 degrees of freedom is above 58 once in a hundred thousand.
    expect(cells.reduce((sum, count) => sum + (count - 5_000) ** 2 / 5_000, 0)).toBeLessThan(58);
    expect(new Set(lags).size).toBeGreaterThan(0.99 * COMMITS);
  });

  test("of a pair of equals is constant", () => {
    expect(new Set(lagsOf(["4s", "4s"]))).toEqual(new Set([4_000]));
  });

  test("of the lognormal kind has its median at p50, and one in a hundred beyond p99", () => {
    const lags = lagsOf({ lognormal: { p50: "2s", p99: "20s" } });
    expect(lags.every((ms) => ms > 0 && Number.isFinite(ms))).toBe(true);
    expect(Math.abs(shareOf(lags, (ms) => ms < 2_000) - 0.5)).toBeLessThan(0.008);
    expect(Math.abs(shareOf(lags, (ms) => ms > 20_000) - 0.01)).toBeLessThan(0.0015);
    // As far below the median as above it, on the scale of its logarithm.
    expect(Math.abs(shareOf(lags, (ms) => ms < 200) - 0.01)).toBeLessThan(0.0015);
  });

  test("of the lognormal kind is constant where p50 is p99", () => {
    for (const ms of lagsOf({ lognormal: { p50: "2s", p99: "2s" } }).slice(0, 1_000)) expect(ms).toBe(2_000);
  });

  test("depends on the commit alone: not on when, how often or in which order it is asked", () => {
    const forms: readonly Lag[] = ["none", "2s", ["0s", "30s"], { lognormal: { p50: "2s", p99: "20s" } }];
    const commits = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1 });
    fc.assert(
      fc.property(fc.constantFrom(...forms), commits, (form, lsns) => {
        const once = lagOf(form, chance);
        const straight = lsns.map((lsn) => once(lsn));
        const again = lagOf(form, chance);
        const backwards = lsns.toReversed().map((lsn) => again(lsn) && again(lsn));
        expect(backwards.toReversed()).toEqual(straight);
      }),
    );
  });

  test("is another one for each instance's chance", () => {
    const form: Lag = ["0s", "30s"];
    expect(lagOf(form, chance.fork("a"))(1)).not.toBe(lagOf(form, chance.fork("b"))(1));
  });
});

describe("no lag", () => {
  const durations = [
    ...[-1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
    ...[
      "",
      "s",
      "soon",
      "2 s",
      " 2s",
      "2s ",
      "2S",
      "-1s",
      "+1s",
      ".5s",
      "1.s",
      "1d",
      "1s2",
      "1s 2s",
      "1,5s",
      "Infinityms",
    ],
  ] as Lag[];

  test.each(durations)("is made of '%s': neither alone, nor as either end, nor as a quantile", (bad) => {
    const wrong = [bad, [bad, "1h"], [0, bad], { lognormal: { p50: bad, p99: "1h" } }];
    for (const lag of [...wrong, { lognormal: { p50: 1, p99: bad } }] as Lag[]) {
      expect(() => lagOf(lag, chance)).toThrow(RangeError);
    }
  });

  test("ends before it begins, and a lognormal one neither starts at 0 nor has its p99 below its p50", () => {
    expect(() => lagOf(["3s", "2s"], chance)).toThrow(/3s to 2s/);
    expect(() => lagOf({ lognormal: { p50: 0, p99: "1s" } }, chance)).toThrow(RangeError);
    expect(() => lagOf({ lognormal: { p50: "2s", p99: "1s" } }, chance)).toThrow(RangeError);
  });
});
