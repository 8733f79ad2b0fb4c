import { describe, expect, test } from "vitest";
import { MOST_LEFT_OPEN } from "../clouds/hold.ts";
import { holdAll, LEAST, shareLeftOpen, tooSeldom } from "./hold.ts";
import { situations } from "./situation.ts";

describe("what a preflight says to applications", () => {
  test("is what the invitation then answers, in thirteen thousand situations", {
    timeout: 600_000,
  }, async () => {
    const counts = await holdAll(situations("application"), { numRuns: 13_000, seed: 7 });
    expect(tooSeldom(counts, LEAST)).toEqual([]);
    expect(shareLeftOpen(counts)).toBeLessThanOrEqual(MOST_LEFT_OPEN);
  });
});
