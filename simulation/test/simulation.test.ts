import { faultEffects } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { mutants } from "../mutants.ts";
import { checkMutants } from "../mutation.ts";
import { planFor } from "../plan.ts";
import { type Run, runPlan } from "../run.ts";
import { addRun, emptyTally, unseenEffects } from "../tally.ts";
import { explain, violationsOf } from "../violations.ts";

/** Each effect has its turn four times. */
const SEEDS = 4 * Object.values(faultEffects).flat().length;

describe("the simulation", () => {
  test("meets every fault there is, and nothing that must not be", { timeout: 900_000 }, async () => {
    const tally = emptyTally();
    for (let seed = 0; seed < SEEDS; seed++) {
      const run = await runPlan(planFor(seed));
      addRun(tally, run);
      const [violation] = violationsOf(run);
      if (violation) expect.fail(await explain(violation));
    }
    expect(unseenEffects(tally)).toEqual([]);
    expect(tally.calls).toBeGreaterThanOrEqual(50 * SEEDS);
    expect(tally.staleReads).toBeGreaterThan(0);
    expect(tally.reconciled).toBeGreaterThan(0);
  });

  test("goes the same way again from the same seed", async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      expect(traceOf(await runPlan(planFor(seed)))).toEqual(traceOf(await runPlan(planFor(seed))));
    }
  });

  test("goes the same way again from the schedule of what went wrong", async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const run = await runPlan(planFor(seed));
      expect(traceOf(await runPlan(planFor(seed), run.fired))).toEqual(traceOf(run));
    }
  });

  test("would notice each of the safety rules if it were missing", { timeout: 900_000 }, async () => {
    const texts: string[] = [];
    expect(await checkMutants((text) => texts.push(text))).toEqual([]);
    expect(texts).toHaveLength(mutants.length);
    for (const text of texts) {
      expect(text).toMatch(/^seed \d+, \d+ faults?:$/m);
      expect(text).toMatch(/^ {2}of \d+ faults these are enough$/m);
    }
  });
});

function traceOf({ calls, wire, fired }: Run): unknown {
  return {
    fired,
    calls: calls.map(({ kind, startedAt, endedAt, error }) => [kind, startedAt, endedAt, error?.code]),
    wire: wire.map(({ correlationId, sentAt, ending }) => [correlationId, sentAt, ending]),
  };
}
