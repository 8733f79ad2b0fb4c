import { getEventListeners } from "node:events";
import { systemClock } from "@vestibule/sdk/time";
import { describe, expect, test } from "vitest";
import { rejectionOf } from "../failure-of.ts";

const LONGEST_TIMER_MS = 2 ** 31 - 1;

describe("the system clock", () => {
  test("tells the computer's time", () => {
    const before = Date.now();
    const now = systemClock.now();
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });

  test("ends a wait at once with the reason of the abort, and leaves no listener behind", async () => {
    const controller = new AbortController();
    const reason = new Error("changed my mind");
    const sleep = rejectionOf(systemClock.sleep(60_000, controller.signal));
    controller.abort(reason);
    expect(await sleep).toBe(reason);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  test("leaves no timer behind when a wait is aborted", async () => {
    const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
    const before = timers();
    const controller = new AbortController();
    const sleep = rejectionOf(systemClock.sleep(60_000, controller.signal));
    expect(timers()).toBe(before + 1);
    controller.abort();
    await sleep;
    expect(timers()).toBe(before);
  });

  test("does not begin a wait for a signal that is aborted already", async () => {
    const reason = new Error("too late");
    expect(await rejectionOf(systemClock.sleep(60_000, AbortSignal.abort(reason)))).toBe(reason);
  });

  test("leaves no listener behind after a wait that came to its end", async () => {
    const { signal } = new AbortController();
    await systemClock.sleep(0, signal);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test.each([
    ["as long as a timer can hold", LONGEST_TIMER_MS],
    ["longer than a timer can hold", LONGEST_TIMER_MS + 1],
  ])("goes on waiting where the wait is %s", async (_, ms) => {
    const controller = new AbortController();
    let over = false;
    const sleep = systemClock.sleep(ms, controller.signal).then(
      () => {
        over = true;
      },
      () => undefined,
    );
    await systemClock.sleep(5);
    controller.abort();
    await sleep;
    expect(over).toBe(false);
  });
});
