import type { Governor } from "@vestibule/sdk";
import { VirtualClock } from "@vestibule/sdk/testing";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { adaId, adaRead } from "../graph-answers.ts";
import { openClient } from "../open-client.ts";
import { answer, refusal, type Step } from "../scripted-transport.ts";

const throttled = (seconds: number) =>
  refusal(429, "TooManyRequests", "", { "retry-after": String(seconds) });
const unavailable = answer(503);

describe("a refusal", () => {
  test("costs none of the attempts: it counts against the deadline alone", async () => {
    const { b2b } = openClient([...Array<Step>(12).fill(throttled(1)), adaRead]);
    expect(await b2b.guests.get(adaId).meta()).toMatchObject({ attempts: 13 });
  });

  test("leaves all attempts to the server's trouble that comes after it", async () => {
    const steps = [
      ...Array<Step>(6).fill(throttled(1)),
      unavailable,
      unavailable,
      unavailable,
      unavailable,
      adaRead,
    ];
    const { b2b } = openClient(steps);
    expect(await b2b.guests.get(adaId).meta()).toMatchObject({ attempts: 11 });
  });

  test.each(["0", "Thu, 01 Jan 1970 00:00:00 GMT"])(
    "that asks for no wait at all, by Retry-After: %s, is waited out all the same",
    async (value) => {
      const refusedNow = answer(429, undefined, { "retry-after": value });
      const { b2b, clock, startedAt } = openClient([refusedNow, refusedNow, refusedNow, adaRead], {
        random: () => 0,
      });
      await b2b.guests.get(adaId);
      expect(clock.now() - startedAt).toBeGreaterThanOrEqual(3 * 250);
    },
  );

  test("ends the call at once where its wait would pass the deadline, and says how long it was", async () => {
    const { b2b, sent, clock, startedAt } = openClient([throttled(120)]);
    const error = await failureOf(b2b.guests.get(adaId));
    expect(error).toMatchObject({
      code: "throttled",
      retryAfterMs: 120_000,
      outcome: "rejected",
      retryable: true,
    });
    expect(sent).toHaveLength(1);
    expect(clock.now()).toBe(startedAt);
    expect(clock.sleeping).toBe(0);
  });

  test("ends the call when waits that were begun have used the time up", async () => {
    const { b2b, clock, startedAt } = openClient([throttled(30)]);
    expect(await failureOf(b2b.guests.get(adaId))).toMatchObject({ code: "throttled", attempts: 4 });
    expect(clock.now() - startedAt).toBeLessThanOrEqual(100_000);
  });

  test("without Retry-After is never answered at once, and ends with the deadline", async () => {
    const { b2b, sent, clock, startedAt } = openClient([refusal(429, "TooManyRequests")], {
      random: () => 0,
    });
    expect(await failureOf(b2b.guests.get(adaId))).toMatchObject({ code: "throttled", outcome: "rejected" });
    expect(clock.now() - startedAt).toBeLessThanOrEqual(100_000);
    expect(sent.length).toBeGreaterThan(1);
    expect(clock.now() - startedAt).toBeGreaterThanOrEqual((sent.length - 1) * 250);
  });

  test("is never answered at once, even where a governor of one's own minds nothing but the time", async () => {
    const clock = new VirtualClock();
    let reports = 0;
    const governor: Governor = {
      async admit(_, { notBefore = 0 }) {
        await clock.sleep(Math.max(0, notBefore - clock.now()));
        return { admitted: true };
      },
      report: () => ++reports < 1_000,
    };
    const steps = [refusal(429, "TooManyRequests")];
    const { b2b, sent } = openClient(steps, { random: () => 0, governor }, clock);
    await failureOf(b2b.guests.get(adaId));
    expect(sent.length).toBeLessThanOrEqual(100_000 / 250);
  });
});
