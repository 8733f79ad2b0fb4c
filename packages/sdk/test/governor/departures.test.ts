import { localGovernor } from "@vestibule/sdk";
import { VirtualClock } from "@vestibule/sdk/testing";
import { describe, expect, test } from "vitest";
import { governed, operation, SCOPE } from "./governed.ts";

describe("a request that cannot leave in time", () => {
  test("is turned away at once, with the time it would have had to wait", async () => {
    const { leave, report, startedAt, clock } = governed();
    report("throttled", { cooldownMs: 5_000 });
    expect(await leave({ deadline: startedAt + 4_999 })).toEqual({ admitted: false, waitMs: 5_000 });
    expect(clock.now()).toBe(startedAt);
  });

  test("is turned away at once because of those who wait before it", async () => {
    const { leave, report, startedAt } = governed();
    report("throttled", { cooldownMs: 1_000 });
    const first = Array.from({ length: 3 }, () => leave());
    expect(await leave({ deadline: startedAt + 2_000 })).toMatchObject({ admitted: false });
    expect(await Promise.all(first)).toHaveLength(3);
  });

  test("is turned away while it waits, as soon as a longer cooldown begins", async () => {
    const { leave, report, startedAt, clock } = governed();
    report("throttled", { cooldownMs: 2_000 });
    const waiting = leave({ deadline: startedAt + 10_000 });
    await clock.sleep(500);
    report("throttled", { cooldownMs: 60_000 });
    expect(await waiting).toEqual({ admitted: false, waitMs: 60_000 });
    expect(clock.now() - startedAt).toBe(500);
    await clock.sleep(0);
    expect(clock.sleeping).toBe(0);
  });
});

describe("a request that was refused", () => {
  test("keeps its place before those that came after it", async () => {
    const { leave, report, startedAt } = governed();
    report("throttled", { cooldownMs: 1_000 });
    const order: string[] = [];
    const younger = leave({ since: startedAt + 1 }).then(() => order.push("younger"));
    const refused = leave({ since: startedAt }).then(() => order.push("refused"));
    await Promise.all([younger, refused]);
    expect(order).toEqual(["refused", "younger"]);
  });
});

describe("a request in a queue that moves slower than was hoped", () => {
  test("is turned away when its time is over, and not later", async () => {
    const { leave, report, startedAt, clock } = governed();
    report("throttled", { cooldownMs: 1_000 });
    const ahead = Array.from({ length: 6 }, () => leave());
    const admission = await leave({ deadline: startedAt + 2_500 });
    expect(admission).toMatchObject({ admitted: false });
    expect(clock.now() - startedAt).toBe(2_500);
    expect(await Promise.all(ahead)).toHaveLength(6);
    expect(clock.sleeping).toBe(0);
  });
});

describe("a request that was held up after it had been admitted", () => {
  test("leaves, whatever the pace, as long as the service has not asked to be left alone since", async () => {
    const { leave, report, startedAt, clock } = governed();
    report("throttled", { cooldownMs: 1_000 });
    expect(await leave()).toBe(1_000);
    await clock.sleep(400);
    expect(await leave({ admittedAt: startedAt + 1_000 })).toBe(1_400);
    report("throttled", { cooldownMs: 700 });
    expect(await leave({ admittedAt: startedAt + 1_000 })).toEqual({ admitted: false, waitMs: 700 });
  });
});

describe("a request whose timer rang after its deadline", () => {
  /** A clock whose timers ring late by as long as a computer sleeps. */
  function sleepy() {
    const time = new VirtualClock();
    let asleepMs = 0;
    const clock = {
      now: () => time.now() + asleepMs,
      async sleep(ms: number, signal?: AbortSignal) {
        await time.sleep(ms, signal);
        asleepMs = 3_600_000;
      },
    };
    return { clock, governor: localGovernor({ clock }) };
  }

  test("does not leave any more from the queue", async () => {
    const { clock, governor } = sleepy();
    governor.report(SCOPE, { operation, sentAt: clock.now(), result: "throttled", cooldownMs: 1_000 });
    const admission = await governor.admit(SCOPE, { operation, deadline: clock.now() + 5_000 });
    expect(admission).toEqual({ admitted: false, waitMs: 0 });
  });

  test("does not leave any more after a pause of its own", async () => {
    const { clock, governor } = sleepy();
    const now = clock.now();
    const admission = await governor.admit(SCOPE, { operation, notBefore: now + 500, deadline: now + 5_000 });
    expect(admission).toEqual({ admitted: false, waitMs: 0 });
  });

  test("does not leave at once either", () => {
    const { clock, governor } = sleepy();
    expect(governor.admit(SCOPE, { operation, deadline: clock.now() - 1 })).toEqual({
      admitted: false,
      waitMs: 0,
    });
  });
});

describe("a request whose caller gives up", () => {
  test("stops waiting with the caller's reason, and leaves no timer and no place in the queue behind", async () => {
    const { leave, report, clock } = governed();
    report("throttled", { cooldownMs: 60_000 });
    const controllers = Array.from({ length: 500 }, () => new AbortController());
    const waiting = controllers.map(({ signal }) => leave({ signal }));
    await clock.sleep(10);
    for (const controller of controllers) controller.abort("enough");
    const settled = await Promise.allSettled(waiting);
    expect(settled.every((one) => one.status === "rejected" && one.reason === "enough")).toBe(true);
    expect(clock.sleeping).toBe(0);
    expect(await leave()).toBe(60_000);
  });

  test("does not hold up those behind it", async () => {
    const { leave, report, clock } = governed();
    report("throttled", { cooldownMs: 1_000 });
    const controller = new AbortController();
    const first = leave({ signal: controller.signal });
    const second = leave();
    await clock.sleep(100);
    controller.abort("enough");
    await expect(first).rejects.toBe("enough");
    expect(await second).toBe(1_000);
  });
});
