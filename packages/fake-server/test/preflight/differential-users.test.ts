import { describe, expect, test } from "vitest";
import { holdAll, LEAST, tooSeldom } from "./hold.ts";
import { situations } from "./situation.ts";

describe("what a preflight says to users", () => {
  test("is what the invitation then answers, in fifteen thousand situations", {
    timeout: 600_000,
  }, async () => {
    const counts = await holdAll(
      situations("member", "guest", "administrator", "administrator", "guest inviter"),
      { numRuns: 15_000, seed: 8 },
    );
    expect(tooSeldom(counts, LEAST)).toEqual([]);
  });
});
