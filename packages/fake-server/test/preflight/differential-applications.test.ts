import { describe, expect, test } from "vitest";
import { MOST_LEFT_OPEN } from "../clouds/hold.ts";
import { atSignIn, holdAll, LEAST, shareLeftOpen, tooSeldom } from "./hold.ts";
import { situations } from "./situation.ts";

describe("what a preflight says to applications", () => {
  test("is what the invitation then answers, and what the guest then meets, in thirty thousand situations", {
    timeout: 600_000,
  }, async () => {
    const counts = await holdAll(situations("application"), { numRuns: 30_000, seed: 7 });
    expect(tooSeldom(counts, { ...LEAST, "a disabled worker, blocked": 1_000, ...atSignIn(1_000) })).toEqual(
      [],
    );
    expect(shareLeftOpen(counts)).toBeLessThanOrEqual(MOST_LEFT_OPEN);
  });
});
