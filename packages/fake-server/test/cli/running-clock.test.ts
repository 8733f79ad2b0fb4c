import { VirtualClock } from "@vestibule/sdk/testing";
import { describe, expect, test } from "vitest";
import { RunningClock } from "../../src/cli/running-clock.ts";

describe("a clock that runs", () => {
  test("stands still until it is started, and is then as late as the machine's, to the millisecond", () => {
    const real = new VirtualClock(1_000);
    const clock = new RunningClock(real);
    real.leap(500);
    expect(clock.now()).toBe(1_000);
    clock.start();
    real.leap(7);
    expect(clock.now()).toBe(1_007);
  });

  test("stays where it was moved to, and goes on from there", () => {
    const real = new VirtualClock(1_000);
    const clock = new RunningClock(real);
    clock.start();
    clock.leap(3_600_000);
    real.leap(10);
    expect(clock.now()).toBe(3_601_010);
    real.leap(100);
    clock.reset(5_000);
    real.leap(2);
    expect(clock.now()).toBe(5_002);
  });

  test("does not go back where the machine's is put back", () => {
    const real = new VirtualClock(1_000);
    const clock = new RunningClock(real);
    clock.start();
    real.reset(10);
    expect(clock.now()).toBe(1_000);
    real.leap(5);
    expect(clock.now()).toBe(1_005);
  });

  test("wakes what sleeps on it once its time has come", async () => {
    const real = new VirtualClock(1_000);
    const clock = new RunningClock(real);
    clock.start();
    const slept = clock.sleep(50);
    real.leap(80);
    clock.now();
    await slept;
    expect(clock.now()).toBeGreaterThanOrEqual(1_080);
  });
});
