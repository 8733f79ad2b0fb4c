import { describe, expect, test } from "vitest";
import { MOST_LEFT_OPEN } from "../clouds/hold.ts";
import { atSignIn, holdAll, LEAST, shareLeftOpen, tooSeldom } from "./hold.ts";
import { situations } from "./situation.ts";

describe("what a preflight says to users", () => {
  test("is what the invitation then answers, and what the guest then meets, in twenty-nine thousand situations", {
    timeout: 600_000,
  }, async () => {
    const counts = await holdAll(
      situations("member", "guest", "administrator", "administrator", "guest inviter"),
      { numRuns: 29_000, seed: 8 },
    );
    expect(tooSeldom(counts, { ...LEAST, ...atSignIn(300) })).toEqual([]);
    expect(shareLeftOpen(counts)).toBeLessThanOrEqual(MOST_LEFT_OPEN);
  });
});
