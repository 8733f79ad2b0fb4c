import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { retryAfterMs } from "../../src/errors/retry-after.ts";

const NOW = Date.UTC(2026, 0, 1, 12, 0, 0);

function wait(headers: Record<string, string>): number | undefined {
  return retryAfterMs(new Headers(headers), NOW);
}

describe("Retry-After", () => {
  test("is read as seconds", () => {
    expect(wait({ "retry-after": "10" })).toBe(10_000);
    expect(wait({ "retry-after": "0" })).toBe(0);
    expect(wait({ "retry-after": " 7 " })).toBe(7_000);
  });

  test("may have decimals, and is never rounded down", () => {
    expect(wait({ "retry-after": "2.128" })).toBe(2_128);
    expect(wait({ "retry-after": "0.249" })).toBe(249);
    expect(wait({ "retry-after": "0.0001" })).toBe(1);
  });

  test("is never read as less than it says", () => {
    const seconds = fc.tuple(fc.nat(100_000), fc.nat(999_999)).map(([whole, part]) => `${whole}.${part}`);
    fc.assert(
      fc.property(seconds, (text) => {
        const ms = wait({ "retry-after": text }) ?? Number.NaN;
        expect(ms).toBeGreaterThanOrEqual(Number(text) * 1_000);
        expect(ms).toBeLessThan(Number(text) * 1_000 + 1);
      }),
    );
  });

  test.each(["retry-after-ms", "x-ms-retry-after-ms"])(
    "is read as milliseconds from %s, which goes first",
    (name) => {
      expect(wait({ [name]: "250" })).toBe(250);
      expect(wait({ [name]: "12.5" })).toBe(12.5);
      expect(wait({ [name]: "250", "retry-after": "1" })).toBe(250);
      expect(wait({ [name]: "soon", "retry-after": "1" })).toBe(1_000);
    },
  );

  test("in milliseconds takes back nothing where it is 0", () => {
    expect(wait({ "retry-after-ms": "0", "retry-after": "30" })).toBe(30_000);
    expect(wait({ "retry-after-ms": "0" })).toBe(0);
  });

  test("that came twice is the longer one", () => {
    expect(wait({ "retry-after": "5, 10" })).toBe(10_000);
    expect(wait({ "retry-after": "7, 2.5" })).toBe(7_000);
    expect(wait({ "retry-after": "7, soon" })).toBeUndefined();
  });

  test("is a number, however long it is", () => {
    expect(wait({ "retry-after": "9".repeat(400) })).toBe(100 * 365 * 86_400_000);
  });

  test.each([
    ["the date of today's HTTP", "Thu, 01 Jan 2026 12:00:30 GMT"],
    ["the date of RFC 850", "Thursday, 01-Jan-26 12:00:30 GMT"],
    ["the date of asctime", "Thu Jan  1 12:00:30 2026"],
  ])("may be %s", (_, date) => {
    expect(wait({ "retry-after": date })).toBe(30_000);
  });

  test.each([
    ["ahead of the client's", "Thu, 01 Jan 2026 13:00:00 GMT", "Thu, 01 Jan 2026 13:00:30 GMT"],
    ["behind it", "Thu, 01 Jan 2026 11:00:00 GMT", "Thu, 01 Jan 2026 11:00:30 GMT"],
  ])("is held against the service's own clock, be it %s", (_, date, until) => {
    expect(wait({ date, "retry-after": until })).toBe(30_000);
  });

  test("is held against the client's clock where the answer's date cannot be read", () => {
    expect(wait({ date: "today", "retry-after": "Thu, 01 Jan 2026 12:00:30 GMT" })).toBe(30_000);
  });

  test("may be a date of asctime, which means GMT wherever the computer is", () => {
    const { TZ } = process.env;
    process.env.TZ = "Asia/Tokyo";
    const ms = wait({ "retry-after": "Thu Jan  1 12:00:30 2026" });
    const offset = new Date(NOW).getTimezoneOffset();
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
    expect(offset).toBe(-540);
    expect(ms).toBe(30_000);
  });

  test("may be a date of asctime with a day of two digits", () => {
    expect(wait({ "retry-after": "Fri Jan 16 12:00:00 2026" })).toBe(15 * 86_400_000);
  });

  test("is no wait at all where its date is past", () => {
    expect(wait({ "retry-after": "Wed, 31 Dec 2025 12:00:00 GMT" })).toBe(0);
  });

  test.each([
    "",
    "soon",
    "-1",
    "+1",
    "1e3",
    "1,5",
    ".5",
    "5.",
    "10 s",
    "0x10",
    "Infinity",
    "NaN",
    "2026-01-01T12:00:30Z",
    "Thu, 01 Jan 2026 12:00:30 CET",
    "Thu, 01 Jan 2026 12:00:30",
    "Thu, 01 Jan 2026 99:99:99 GMT",
    "thu, 01 jan 2026 12:00:30 gmt",
    "1 Jan 2026",
  ])("says nothing where it is %j", (value) => {
    expect(wait({ "retry-after": value })).toBeUndefined();
    expect(wait({ "retry-after-ms": value })).toBeUndefined();
  });

  test("says nothing where it is missing", () => {
    expect(wait({})).toBeUndefined();
  });

  test("never throws and is never negative, whatever a header holds", () => {
    const printable = fc.string({
      unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    });
    fc.assert(fc.property(printable, (value) => (wait({ "retry-after": value }) ?? 0) >= 0));
  });
});
