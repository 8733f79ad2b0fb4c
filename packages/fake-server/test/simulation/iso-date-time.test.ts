import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isoDateTime } from "../../src/simulation/index.ts";

const DAY_MS = 86_400_000;
const FIRST = Date.UTC(1600, 0, 1);
const LAST = Date.UTC(2400, 11, 31, 23, 59, 59, 999);

/** The instant as the platform writes it, without its milliseconds. */
const written = (ms: number) => `${new Date(Math.floor(ms)).toISOString().slice(0, 19)}Z`;

describe("an instant", () => {
  test("is written as the platform writes it, to the second that has begun", () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: LAST }), (ms) => {
        expect(isoDateTime(ms)).toBe(written(ms));
      }),
      { numRuns: 10_000 },
    );
  });

  test("may lie between two milliseconds, as it does after a drawn lag", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: LAST, noNaN: true }), (ms) => {
        expect(isoDateTime(ms)).toBe(written(ms));
      }),
      { numRuns: 5_000 },
    );
  });

  test.each([
    [0, "1970-01-01T00:00:00Z"],
    [-1, "1969-12-31T23:59:59Z"],
    [999, "1970-01-01T00:00:00Z"],
    [951_782_400_000, "2000-02-29T00:00:00Z"],
    [-2_203_891_201_000, "1900-02-28T23:59:59Z"],
    [-2_203_891_200_000, "1900-03-01T00:00:00Z"],
    [1_767_225_599_999, "2025-12-31T23:59:59Z"],
  ])("of %i ms is %s", (ms, text) => {
    expect(isoDateTime(ms)).toBe(text);
  });
});

test("every day of eight centuries begins and ends on its date", () => {
  const wrong: string[] = [];
  for (let day = FIRST; day <= LAST; day += DAY_MS) {
    const date = new Date(day).toISOString().slice(0, 10);
    if (isoDateTime(day) !== `${date}T00:00:00Z`) wrong.push(date);
    if (isoDateTime(day + DAY_MS - 1) !== `${date}T23:59:59Z`) wrong.push(date);
  }
  expect(wrong).toEqual([]);
});
