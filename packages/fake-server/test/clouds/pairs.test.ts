import { describe, expect, test } from "vitest";
import { outcomeOf } from "./hold.ts";
import { furnish, meet } from "./meeting.ts";
import { type CloudName, pairs, type Side } from "./sides.ts";

const open: Side = { opensCloud: true, general: "unset", entry: "empty" };

/**
 * What comes of everything being open, by who invites and from where; written down from the pages, and from neither side's
 * table: a pair that is wrong in one of them, or in both, is seen here.
 *
 * @see https://learn.microsoft.com/entra/external-id/cross-cloud-settings
 */
const FROM: Readonly<Record<CloudName, Readonly<Record<CloudName, "within" | "across" | "never">>>> = {
  public: { public: "within", usgov: "across", "usgov-dod": "across", china: "across" },
  usgov: { public: "across", usgov: "within", "usgov-dod": "within", china: "never" },
  "usgov-dod": { public: "across", usgov: "within", "usgov-dod": "within", china: "never" },
  china: { public: "across", usgov: "never", "usgov-dod": "never", china: "within" },
};
const OUTCOME = { within: "same-cloud", across: "cross-cloud", never: "pair-unsupported" } as const;

describe("with everything open on both sides, a tenant of one cloud invites from another", () => {
  test.each(pairs)("as the pages have it, on both sides: %s from %s", async (here, there) => {
    const { reach, reachOfBoth, answer } = await meet(furnish(), 1, {
      ...{ pair: [here, there], ours: open, theirs: open, address: "custom" },
      ...{ personal: "outlook.com", older: "neither", worker: "unseen" },
    });
    const expected = FROM[here][there];
    expect([outcomeOf(reach), outcomeOf(reachOfBoth)]).toEqual([OUTCOME[expected], OUTCOME[expected]]);
    expect(answer.ok).toBe(expected !== "never");
  });
});
