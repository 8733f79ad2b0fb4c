import { judgeLimit, limits } from "@vestibule/sdk";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const objects = limits["directory-objects"];
const sponsors = limits["sponsors-per-guest"];

describe("how far a limit is away", () => {
  test.each([
    [objects, 0, "clear"],
    [objects, 269_999, "clear"],
    [objects, 270_000, "close"],
    [objects, 299_999, "close"],
    [objects, 300_000, "reached"],
    [sponsors, 3, "clear"],
    [sponsors, 4, "close"],
    [sponsors, 5, "reached"],
  ] as const)("$id with $used: $status", (limit, used, status) => {
    expect(judgeLimit(limit, { used })).toMatchObject({ limit, used, left: limit.value - used, status });
  });

  test("goes by the number that the service gives, where it gives one", () => {
    expect(judgeLimit(objects, { used: 300_000, total: 600_000 })).toMatchObject({
      total: 600_000,
      status: "clear",
    });
  });

  test("leaves nothing where there is more than may be", () => {
    expect(judgeLimit(objects, { used: 60_000, total: 50_000 })).toMatchObject({
      left: 0,
      status: "reached",
    });
  });

  test("is not known where nobody can say, and says why", () => {
    const standing = judgeLimit(objects, { unreadable: "Ask the guest." });
    expect(standing).toEqual({
      ...{ limit: objects, used: null, left: null, total: objects.value },
      ...{ status: "unknown", because: "Ask the guest.", permission: null },
    });
  });

  test("is reached exactly where what is to be added does not fit any more", () => {
    const number = fc.integer({ min: 0, max: 1_000 });
    fc.assert(
      fc.property(number, number, fc.integer({ min: 1, max: 1_000 }), (used, total, adding) => {
        const { status, left } = judgeLimit(objects, { used, total }, adding);
        expect(status === "reached").toBe(used + adding > total);
        expect(left).toBe(Math.max(0, total - used));
      }),
    );
  });

  test("never gets better as more is used", () => {
    const order = ["clear", "close", "reached"];
    const number = fc.integer({ min: 0, max: 1_000 });
    fc.assert(
      fc.property(number, number, number, (used, more, total) => {
        const [before, after] = [used, used + more].map(
          (n) => judgeLimit(objects, { used: n, total }).status,
        );
        expect(order.indexOf(after ?? "")).toBeGreaterThanOrEqual(order.indexOf(before ?? ""));
      }),
    );
  });

  test.each<[string, unknown, unknown]>([
    ["NaN", { used: Number.NaN }, 1],
    ["less than nothing", { used: -1 }, 1],
    ["a total of NaN", { used: 1, total: Number.NaN }, 1],
    ["NaN to be added", { used: 1 }, Number.NaN],
    ["a number that could not be read", { used: 1, unreadable: "x" }, 1],
  ])("is judged by no number that cannot be meant: %s", (_, usage, adding) => {
    expect(() => judgeLimit(sponsors, usage as never, adding as never)).toThrow("from 0");
  });
});
