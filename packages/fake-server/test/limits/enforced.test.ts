import { type LimitId, limits } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { type Approach, approaches } from "./reach.ts";

/** What the way to a limit may take, in milliseconds of work: however much else the machine has to do. */
const MOST_MS = 2_000;

const enforced = Object.values(limits).filter(({ enforcedBy }) => enforcedBy === "service");

describe("a limit that the service enforces", () => {
  test("is reached by a test of its own, each of them", () => {
    expect(Object.keys(approaches).sort()).toEqual(enforced.map(({ id }) => id).sort());
  });

  test.each(enforced)("$id: $value $unit, and not one more", async ({ id, error: code, remedies }) => {
    const before = process.cpuUsage();
    const { last, oneMore } = await approachTo(id);
    await last();
    const error = await failureOf(oneMore());
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(MOST_MS);
    expect(error).toMatchObject({ code, outcome: "rejected" });
    if (!error.is("limit-reached")) return;
    // Graph says that the directory is full, and not which of the two limits it had.
    expect(error.limit).toBe(id === "directory-objects-without-domain" ? "directory-objects" : id);
    expect(error.remedies).toEqual(remedies);
    expect(error.retryable).toBe(false);
  });
});

async function approachTo(id: LimitId): Promise<Approach> {
  const approach = approaches[id];
  if (approach === undefined) throw new Error(`no way to ${id} is known`);
  return approach();
}
