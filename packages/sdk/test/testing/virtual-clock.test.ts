import { getEventListeners } from "node:events";
import { createServer } from "node:net";
import { VirtualClock } from "@vestibule/sdk/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rejectionOf } from "../failure-of.ts";

describe("the virtual clock", () => {
  test("starts at the beginning of 2026, or where it is told to", () => {
    expect(new VirtualClock().now()).toBe(Date.UTC(2026, 0, 1));
    expect(new VirtualClock(5).now()).toBe(5);
  });

  test("is an hour later after an hour of waiting", async () => {
    const clock = new VirtualClock(0);
    await clock.sleep(3_600_000);
    expect(clock.now()).toBe(3_600_000);
  });

  test("wakes whoever has the earliest deadline first, whatever the order of falling asleep", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(1_000), { minLength: 1, maxLength: 20 }), async (waits) => {
        const clock = new VirtualClock(0);
        const woken: { wait: number; index: number; at: number }[] = [];
        await Promise.all(
          waits.map(async (wait, index) => {
            await clock.sleep(wait);
            woken.push({ wait, index, at: clock.now() });
          }),
        );
        const expected = waits
          .map((wait, index) => ({ wait, index, at: wait }))
          .sort((a, b) => a.wait - b.wait || a.index - b.index);
        expect(woken).toEqual(expected);
        expect(clock.now()).toBe(Math.max(...waits));
        expect(clock.sleeping).toBe(0);
      }),
    );
  });

  test("lets what overlaps in reality overlap", async () => {
    const clock = new VirtualClock(0);
    const inTwoSteps = async () => {
      await clock.sleep(400);
      await clock.sleep(400);
      return clock.now();
    };
    const ends = await Promise.all([clock.sleep(1_000).then(() => clock.now()), inTwoSteps()]);
    expect(ends).toEqual([1_000, 800]);
  });

  test("does not move while promises are still settling", async () => {
    const clock = new VirtualClock(0);
    const sleep = clock.sleep(10);
    for (let turn = 0; turn < 1_000; turn++) await Promise.resolve();
    expect(clock.now()).toBe(0);
    await sleep;
    expect(clock.now()).toBe(10);
  });

  test("takes a wait of no or less than no time as one that is over at once", async () => {
    const clock = new VirtualClock(7);
    await clock.sleep(0);
    await clock.sleep(-100);
    expect(clock.now()).toBe(7);
  });

  test("ends an aborted wait with the signal's reason, without moving, and forgets it", async () => {
    const clock = new VirtualClock(0);
    const controller = new AbortController();
    const reason = new Error("changed my mind");
    const aborted = rejectionOf(clock.sleep(50, controller.signal));
    const other = clock.sleep(20);
    expect(clock.sleeping).toBe(2);
    controller.abort(reason);
    expect(clock.sleeping).toBe(1);
    expect(await aborted).toBe(reason);
    expect(clock.now()).toBe(0);
    await other;
    expect(clock.now()).toBe(20);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  test("does not begin a wait for a signal that is aborted already", async () => {
    const clock = new VirtualClock(0);
    const reason = new Error("too late");
    expect(await rejectionOf(clock.sleep(50, AbortSignal.abort(reason)))).toBe(reason);
    expect(clock.sleeping).toBe(0);
  });

  test("leaves no listener behind after a wait that came to its end", async () => {
    const clock = new VirtualClock(0);
    const { signal } = new AbortController();
    await clock.sleep(50, signal);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("stands still during work that waits for the outside world", async () => {
    const clock = new VirtualClock(0);
    const sleep = clock.sleep(1_000);
    const seen = await clock.during(async () => {
      await listenOnce();
      return clock.now();
    });
    expect(seen).toBe(0);
    await sleep;
    expect(clock.now()).toBe(1_000);
  });

  test("moves on after work that failed, and hands its failure on", async () => {
    const clock = new VirtualClock(0);
    const failure = new Error("no such socket");
    expect(await rejectionOf(clock.during(() => Promise.reject(failure)))).toBe(failure);
    await clock.sleep(10);
    expect(clock.now()).toBe(10);
  });

  test("stands still until the last of several works is done", async () => {
    const clock = new VirtualClock(0);
    let sleepIsOver = false;
    const sleep = clock.sleep(1_000).then(() => {
      sleepIsOver = true;
    });
    await clock.during(async () => {
      await clock.during(listenOnce);
      await listenOnce();
      expect(sleepIsOver).toBe(false);
    });
    await sleep;
    expect(clock.now()).toBe(1_000);
  });

  test("can be set to an earlier time, but not while anything sleeps", async () => {
    const clock = new VirtualClock(0);
    const sleep = clock.sleep(1_000);
    expect(() => clock.reset(0)).toThrow(RangeError);
    await sleep;
    clock.reset(5);
    expect(clock.now()).toBe(5);
  });
});

/** Something real to wait for: a server comes up on a loopback port and goes down again. */
function listenOnce(): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => server.close(() => resolve()));
  });
}
