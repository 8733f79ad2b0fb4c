import { type LimitId, limits } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { DOCUMENTED_LIMITS } from "../../src/directory/index.ts";
import { DOCUMENTED } from "../../src/graph/throttle/documented.ts";

/** Two statements of the same facts, made apart: where they differ, one of them is wrong. */
describe("the fake's table of limits", () => {
  const names = Object.keys(DOCUMENTED_LIMITS) as (keyof typeof DOCUMENTED_LIMITS)[];

  test.each(names)("has the value that the SDK's catalogue has, of the same day: %s", (name) => {
    const { value, asOf, source } = limits[name];
    expect(DOCUMENTED_LIMITS[name]).toEqual({ value, asOf, source });
  });

  test("has every limit that the catalogue says is enforced, the rate of invitations in the throttle's table", () => {
    const enforced = (Object.keys(limits) as LimitId[]).filter((id) => limits[id].enforcedBy === "service");
    const elsewhere: readonly LimitId[] = ["invitations-per-5-seconds"];
    expect(enforced.filter((id) => !(id in DOCUMENTED_LIMITS))).toEqual(elsewhere);
    expect(DOCUMENTED.invitations).toEqual({
      amount: limits["invitations-per-5-seconds"].value,
      perMs: 5_000,
    });
  });

  test("has beyond them only what Graph has no request for", () => {
    expect(names.filter((name) => limits[name].enforcedBy !== "service")).toEqual([
      "tenants-created-by-user",
    ]);
  });
});
