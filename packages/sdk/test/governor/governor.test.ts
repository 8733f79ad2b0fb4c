import { localGovernor } from "@vestibule/sdk";
import type { VirtualClock } from "@vestibule/sdk/testing";
import { describe, expect, test } from "vitest";
import { governed, operation, SCOPE } from "./governed.ts";

describe("a governor", () => {
  test("lets everything leave at once until the service refuses", async () => {
    const { leave, clock } = governed();
    expect(await Promise.all(Array.from({ length: 1_000 }, () => leave()))).toEqual(Array(1_000).fill(0));
    expect(clock.sleeping).toBe(0);
  });

  test("holds a request back until its own time", async () => {
    const { leave, startedAt } = governed();
    expect(await leave({ notBefore: startedAt + 700 })).toBe(700);
  });

  test("lets nothing of a scope leave during its cooldown, and other scopes go on", async () => {
    const { leave, report } = governed();
    report("throttled", { cooldownMs: 3_000 });
    expect(await leave({}, "invitations")).toBe(0);
    expect(await leave()).toBe(3_000);
  });

  test("releases after a cooldown one after the other, a little below the rate that was accepted, and faster with time", async () => {
    const { leave, report } = governed();
    for (let n = 0; n < 20; n++) report("accepted");
    report("throttled", { cooldownMs: 2_000 });
    // 20 in the span of the cooldown, two seconds: 10 a second, less a twentieth.
    const times = (await Promise.all(Array.from({ length: 40 }, () => leave()))) as number[];
    const gaps = times.slice(1).map((at, n) => at - (times[n] ?? 0));
    expect(times[0]).toBe(2_000);
    expect(gaps[0]).toBeCloseTo(1_000 / 9.5, 0);
    expect(gaps.at(-1)).toBeLessThan(gaps[0] ?? 0);
    expect(Math.min(...gaps)).toBeGreaterThan(70);
  });

  test("lets those who were late for their turn catch up with one gap, and not leave in a crowd", async () => {
    const { leave, report, clock } = governed();
    for (let n = 0; n < 20; n++) report("accepted");
    report("throttled", { cooldownMs: 1_000 });
    await clock.sleep(30_000);
    const times = (await Promise.all(Array.from({ length: 5 }, () => leave()))) as number[];
    const gaps = times.slice(1).map((at, n) => at - (times[n] ?? 0));
    expect(gaps.filter((gap) => gap < 0.5)).toHaveLength(1);
  });

  test("learns from answers that come after the refusal what the service takes", async () => {
    const { leave, report } = governed();
    report("throttled", { cooldownMs: 2_000 });
    for (let n = 0; n < 20; n++) report("accepted");
    const [first = 0, second = 0] = (await Promise.all([leave(), leave()])) as number[];
    expect(second - first).toBeCloseTo(1_000 / 9.5, 0);
  });

  test("searches for the limit, faster and faster, where nothing was accepted before the refusal", async () => {
    const { leave, report } = governed();
    report("throttled", { cooldownMs: 1_000 });
    const times = (await Promise.all(Array.from({ length: 200 }, () => leave()))) as number[];
    const within = (from: number) => times.filter((at) => at >= from && at < from + 1_000).length;
    expect([within(1_000), within(2_000), within(3_000), within(4_000)]).toEqual([3, 6, 12, 23]);
  });

  test("keeps the order in which requests came", async () => {
    const { leave, report } = governed();
    report("throttled", { cooldownMs: 1_000 });
    const order: number[] = [];
    await Promise.all([0, 1, 2, 3, 4].map((n) => leave().then(() => order.push(n))));
    expect(order).toEqual([0, 1, 2, 3, 4]);
  });

  test("counts in the service's own units once it knows what an operation costs", async () => {
    const { leave, report } = governed();
    for (let n = 0; n < 10; n++) report("accepted", { units: 2 });
    report("throttled", { cooldownMs: 1_000 });
    const [first = 0, second = 0] = (await Promise.all([leave(), leave()])) as number[];
    // 20 units a second, less a twentieth; two units each.
    expect(second - first).toBeCloseTo(2_000 / 19, 0);
  });

  test("slows down before it is refused, where the service says how much of the limit is used", async () => {
    const { leave, report } = governed();
    for (let n = 0; n < 900; n++) report("accepted");
    report("accepted", { usage: 0.9 });
    const [first = 0, second = 0] = (await Promise.all([leave(), leave()])) as number[];
    // 900 units are nine tenths of what ten seconds allow: 100 a second, less a twentieth.
    expect(second - first).toBeCloseTo(1_000 / 95, 0);
    expect(first).toBe(0);
  });

  test("goes at full speed below the warning", async () => {
    const { leave, report } = governed();
    report("accepted", { usage: 0.79 });
    expect(await Promise.all([leave(), leave(), leave()])).toEqual([0, 0, 0]);
  });

  test("is free again a minute after the last refusal", async () => {
    const { leave, report, clock } = governed();
    report("throttled", { cooldownMs: 1_000 });
    await clock.sleep(61_001);
    expect(await Promise.all([leave(), leave(), leave()])).toEqual(Array(3).fill(61_001));
  });

  test("slows down further when it is refused again, once for all that were under way together", async () => {
    const gapAfter = async (refusalsAtOnce: number) => {
      const { leave, report, clock } = governed();
      for (let n = 0; n < 100; n++) report("accepted");
      report("throttled", { cooldownMs: 1_000 });
      await clock.sleep(1_000);
      for (let n = 0; n < 100; n++) report("accepted");
      for (let n = 0; n < refusalsAtOnce; n++) report("throttled", { cooldownMs: 1_000 });
      const [first = 0, second = 0] = (await Promise.all([leave(), leave()])) as number[];
      return second - first;
    };
    expect(await gapAfter(1)).toBeGreaterThan(1_000 / 95);
    expect(await gapAfter(50)).toBe(await gapAfter(1));
  });

  test("makes nobody else wait for a day because one request was told to", async () => {
    const { leave, report } = governed();
    report("throttled", { cooldownMs: 86_400_000 });
    expect(await leave()).toBe(300_000);
  });

  test("pauses a scope that a service in trouble wants to be quiet, at full speed afterwards", async () => {
    const { leave, report } = governed();
    report("failed", { cooldownMs: 4_000 });
    expect(await Promise.all([leave(), leave(), leave()])).toEqual([4_000, 4_000, 4_000]);
  });
});

describe("the retry budget", () => {
  const pay = (retry: "transient" | "throttled") => ({ retry }) as const;

  test("pays for ten retries of a server in trouble, then for none", () => {
    const { report } = governed();
    const paid = Array.from({ length: 12 }, () => report("failed", pay("transient")));
    expect(paid).toEqual([...Array(10).fill(true), false, false]);
  });

  test("gets one token back for each success, and holds a hundred at the most", () => {
    const { report } = governed();
    for (let n = 0; n < 500; n++) report("accepted");
    for (let n = 0; n < 10; n++) report("failed", pay("transient"));
    for (let n = 0; n < 9; n++) report("accepted");
    expect(report("failed", pay("transient"))).toBe(false);
    report("accepted");
    expect(report("failed", pay("transient"))).toBe(true);
  });

  test("pays fifty times for a service that refuses", async () => {
    const { report, clock } = governed();
    const paid: unknown[] = [];
    for (let n = 0; n < 52; n++) {
      paid.push(report("throttled", { ...pay("throttled"), cooldownMs: 10 }));
      await clock.sleep(11);
    }
    expect(paid).toEqual([...Array(50).fill(true), false, false]);
  });

  test("pays once for requests that were refused together", () => {
    const { report } = governed();
    const paid = Array.from({ length: 1_000 }, () =>
      report("throttled", { ...pay("throttled"), cooldownMs: 1_000 }),
    );
    expect(paid).not.toContain(false);
    for (let n = 0; n < 9; n++) expect(report("failed", pay("transient"))).toBe(true);
  });

  test("is each scope's own", () => {
    const { report } = governed();
    for (let n = 0; n < 10; n++) report("failed", pay("transient"), "invitations");
    expect(report("failed", pay("transient"), "invitations")).toBe(false);
    expect(report("failed", pay("transient"))).toBe(true);
  });

  test("costs nothing where nothing is sent again", () => {
    const { report } = governed();
    for (let n = 0; n < 100; n++) expect(report("failed")).toBe(false);
    expect(report("failed", pay("transient"))).toBe(true);
  });
});

test("a governor's clock has to be one, and is the computer's by default", () => {
  expect(localGovernor().admit(SCOPE, { operation })).toEqual({ admitted: true });
  const clock = { now: () => 0 } as unknown as VirtualClock;
  expect(() => localGovernor({ clock })).toThrow("clock must be a clock, with `now` and `sleep`");
});
