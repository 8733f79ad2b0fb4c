import { describe, expect, test } from "vitest";
import { holdAll, LEAST, tooSeldom } from "./hold.ts";
import { situations } from "./situation.ts";

describe("what a preflight says to users", () => {
  test("is what the invitation then answers, in twelve thousand situations", {
    timeout: 600_000,
  }, async () => {
    const counts = await holdAll(
      situations("member", "guest", "administrator", "administrator", "guest inviter"),
      { numRuns: 12_000, seed: 8 },
    );
    expect(tooSeldom(counts, { ...LEAST, "clear, and invited": 400 })).toEqual([]);
  });
});
