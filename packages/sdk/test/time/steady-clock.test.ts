import { clouds, createB2BClient } from "@vestibule/sdk";
import { VirtualClock } from "@vestibule/sdk/testing";
import { describe, expect, test } from "vitest";
import { steadyClock } from "../../src/time/index.ts";
import { adaId, adaRead } from "../graph-answers.ts";
import { refusal, scriptedTransport, silence } from "../scripted-transport.ts";
import { seededRandom } from "../seeded-random.ts";

const HOUR_MS = 3_600_000;

/** A computer's clock, which somebody sets; its timers run as time does. */
function computer() {
  const time = new VirtualClock();
  let offset = 0;
  const clock = { now: () => time.now() + offset, sleep: time.sleep.bind(time) };
  return {
    time,
    clock,
    set(ms: number) {
      offset += ms;
    },
  };
}

describe("steady time", () => {
  test("goes on from where it was when the clock is put back", async () => {
    const { clock, time, set } = computer();
    const steady = steadyClock(clock);
    const startedAt = steady.now();
    set(-HOUR_MS);
    expect(steady.now()).toBe(startedAt);
    await time.sleep(500);
    expect(steady.now()).toBe(startedAt + 500);
    expect(steady.wall()).toBe(startedAt + 500 - HOUR_MS);
  });

  test("goes forward with its clock, as after a computer's sleep", () => {
    const { clock, set } = computer();
    const steady = steadyClock(clock);
    const startedAt = steady.now();
    set(HOUR_MS);
    expect(steady.now()).toBe(startedAt + HOUR_MS);
  });

  test("is one and the same for all who have the same clock", () => {
    const { clock } = computer();
    expect(steadyClock(clock)).toBe(steadyClock(clock));
  });
});

describe("a client whose computer's clock is put back by an hour", () => {
  function opened(...steps: Parameters<typeof scriptedTransport>[0]) {
    const { clock, time, set } = computer();
    const transport = scriptedTransport(steps, clouds.public);
    const b2b = createB2BClient({ transport, clock, random: seededRandom(7) });
    return { b2b, time, set, startedAt: time.now() };
  }

  test("waits for a cooldown no longer than the service asked", async () => {
    const busy = refusal(429, "TooManyRequests", "", { "retry-after": "5" });
    const { b2b, time, set, startedAt } = opened(busy, adaRead, adaRead);
    const first = b2b.guests.get(adaId);
    await time.sleep(1_000);
    set(-HOUR_MS);
    await b2b.guests.get(adaId);
    await first;
    expect(time.now() - startedAt).toBeGreaterThanOrEqual(5_000);
    expect(time.now() - startedAt).toBeLessThan(7_000);
  });

  test("still ends in its caller's time", async () => {
    const { b2b, time, set, startedAt } = opened(silence);
    const call = b2b.guests.get(adaId, { timeoutMs: 2_000 }).safe();
    set(-HOUR_MS);
    expect(await call).toMatchObject({ ok: false, error: { code: "timeout" } });
    expect(time.now() - startedAt).toBe(2_000);
  });

  test("comes back when the service's own date says, where its answer has one", async () => {
    const { b2b, time, set, startedAt } = opened(async () => {
      const date = new Date(startedAt).toUTCString();
      const until = new Date(startedAt + 8_000).toUTCString();
      return refusal(429, "TooManyRequests", "", { date, "retry-after": until });
    }, adaRead);
    set(-HOUR_MS);
    await b2b.guests.get(adaId);
    expect(time.now() - startedAt).toBeGreaterThanOrEqual(8_000);
    expect(time.now() - startedAt).toBeLessThan(9_000);
  });
});
