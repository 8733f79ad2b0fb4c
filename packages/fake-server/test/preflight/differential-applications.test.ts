import { describe, expect, test } from "vitest";
import { holdAll, LEAST, tooSeldom } from "./hold.ts";
import { situations } from "./situation.ts";

describe("what a preflight says to applications", () => {
  test("is what the invitation then answers, in thirteen thousand situations", {
    timeout: 600_000,
  }, async () => {
    const counts = await holdAll(situations("application"), { numRuns: 13_000, seed: 7 });
    expect(tooSeldom(counts, LEAST)).toEqual([]);
  });
});
