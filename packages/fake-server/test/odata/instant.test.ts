import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Order, Ranking, readListQuery, userModel } from "../../src/odata/index.ts";
import { instantOf } from "../../src/odata/instant.ts";

const two = (value: number) => String(value).padStart(2, "0");
const date = fc
  .date({
    min: new Date("0001-01-01T00:00:00Z"),
    max: new Date("9999-12-31T23:59:59.999Z"),
    noInvalidDate: true,
  })
  .map((value) => value.toISOString());
const zone = fc
  .tuple(fc.constantFrom("+", "-"), fc.nat({ max: 13 }), fc.nat({ max: 59 }))
  .map(([sign, hours, minutes]) => `${sign}${two(hours)}:${two(minutes)}`);

describe("an instant", () => {
  test("is the one that the computer's own calendar finds, in every year and every zone", () => {
    fc.assert(
      fc.property(date, zone, (iso, offset) => {
        for (const text of [
          iso,
          iso.slice(0, 10),
          iso.replace("Z", offset),
          `${iso.slice(0, 16)}Z`,
          `${iso.slice(0, 19)}Z`,
        ]) {
          expect(instantOf(text), text).toBe(Date.parse(text));
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test("keeps milliseconds, and leaves out what is finer", () => {
    for (let ms = 0; ms < 1_000; ms++) {
      const fraction = String(ms).padStart(3, "0");
      expect(instantOf(`1970-01-01T00:00:00.${fraction}9999Z`)).toBe(ms);
    }
    expect(instantOf("1970-01-01T00:00:00.5Z")).toBe(500);
  });

  test("exists for a day that exists alone", () => {
    for (const year of [1900, 2000, 2023, 2024]) {
      for (let month = 0; month <= 13; month++) {
        for (let day = 0; day <= 32; day++) {
          const text = `${year}-${two(month)}-${two(day)}`;
          const made = new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
          expect(instantOf(text) !== undefined, text).toBe(made === text);
        }
      }
    }
  });

  test("is in no other text", () => {
    for (const text of ["", "2024", "2024-1-01", "2024-01-01 00:00:00Z", "2024-01-01T00:00:00.Z"]) {
      expect(instantOf(text)).toBeUndefined();
    }
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => {
        expect(instantOf(text) === undefined || /^\d{4}-\d{2}-\d{2}/.test(text)).toBe(true);
      }),
    );
  });
});

describe("an order by date", () => {
  test("is by instant and not by spelling; those without a date come first", () => {
    const { order } = readListQuery(userModel, { orderby: "createdDateTime", count: "true" }, true);
    const ranking = new Ranking<{ readonly createdDateTime: string | null }>(order as Order, 4);
    const dates = ["2026-01-01T00:00:00.5Z", null, "2026-01-01T00:00:00Z", "2026-01-01T02:00:00+02:30"];
    for (const createdDateTime of dates) ranking.add({ createdDateTime });
    expect(ranking.inOrder().map(({ createdDateTime }) => createdDateTime)).toEqual([
      null,
      "2026-01-01T02:00:00+02:30",
      "2026-01-01T00:00:00Z",
      "2026-01-01T00:00:00.5Z",
    ]);
  });
});
