import { VirtualClock } from "@vestibule/sdk/testing";
import { describe, expect, test } from "vitest";
import { planFor } from "../plan.ts";
import { runPlan } from "../run.ts";
import { violationsOf } from "../violations.ts";
import { untilOver } from "../watchdog.ts";

describe("the watchdog", () => {
  test("lets work end that ends", async () => {
    const clock = new VirtualClock();
    expect(await untilOver(clock.sleep(23 * 3_600_000), clock)).toBeUndefined();
  });

  test("passes on what went wrong with the work", async () => {
    const clock = new VirtualClock();
    await expect(untilOver(Promise.reject(new Error("broken")), clock)).rejects.toThrow("broken");
  });

  test("ends work that waits for nothing", async () => {
    const clock = new VirtualClock();
    expect(await untilOver(new Promise(() => undefined), clock)).toBe("nothing waits any more");
  });

  test("ends work that goes on and on", async () => {
    const clock = new VirtualClock();
    let isOver = false;
    const forEver = async () => {
      while (!isOver) await clock.sleep(3_600_000);
    };
    expect(await untilOver(forEver(), clock)).toBe("it goes on after 24 hours of its own time");
    isOver = true;
  });

  test("ends work that goes on without time", { timeout: 60_000 }, async () => {
    const clock = new VirtualClock();
    let isOver = false;
    const forEver = async () => {
      while (!isOver) await clock.sleep(0);
    };
    expect(await untilOver(forEver(), clock)).toBe("it goes on after 200000 tasks");
    isOver = true;
  });

  test("makes a violation of it that names the calls", async () => {
    const run = await runPlan(planFor(1));
    const [first, ...others] = run.calls;
    const calls = [{ ...first, endedAt: Number.NaN } as typeof first, ...others] as typeof run.calls;
    expect(violationsOf({ ...run, calls, stuckBecause: "nothing waits any more" })).toEqual([
      {
        seed: 1,
        invariant: "every run ends",
        text: "nothing waits any more, and these calls are not over: 0 (invite)",
      },
    ]);
  });
});
