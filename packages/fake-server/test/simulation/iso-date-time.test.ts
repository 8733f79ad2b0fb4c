import fc from "fast-check";
import { expect, test } from "vitest";
import { isoDateTime } from "../../src/simulation/index.ts";

test("an instant is written as the platform writes it, to the second", () => {
  const instants = fc.integer({ min: Date.UTC(1600, 0, 1), max: Date.UTC(2400, 0, 1) });
  const edges = [
    0,
    -1,
    999,
    Date.UTC(2000, 1, 29),
    Date.UTC(1900, 1, 28, 23, 59, 59),
    Date.UTC(2026, 11, 31, 23, 59, 59, 999),
  ];
  const written = (ms: number) => new Date(Math.floor(ms / 1000) * 1000).toISOString().replace(".000Z", "Z");
  for (const ms of edges) expect(isoDateTime(ms)).toBe(written(ms));
  fc.assert(
    fc.property(instants, (ms) => {
      expect(isoDateTime(ms)).toBe(written(ms));
    }),
    { numRuns: 5_000 },
  );
});
