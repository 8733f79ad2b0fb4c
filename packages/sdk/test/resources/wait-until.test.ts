import type { WaitOptions, WaitProgress } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { failureOf, rejectionOf } from "../failure-of.ts";
import { absent, ada, adaId, adaRead, invited, toAda } from "../graph-answers.ts";
import { openClient } from "../open-client.ts";
import { answer, refusal, type Step, silence } from "../scripted-transport.ts";

const missing = absent(adaId);
const accepted = answer(200, { ...ada, externalUserState: "Accepted" });
const member = answer(200, { ...ada, externalUserState: null });

async function progressOf(steps: readonly Step[], state: "visible" | "redeemed" = "visible") {
  const { b2b, sent } = openClient(steps);
  const progress: WaitProgress[] = [];
  await b2b.guests.waitUntil(adaId, state, { onProgress: (one) => progress.push(one) });
  return { progress, sent };
}

describe("waiting for a guest", () => {
  test("wants three reads in a row that agree", async () => {
    const { progress, sent } = await progressOf([missing, adaRead, adaRead, adaRead]);
    expect(sent).toHaveLength(4);
    expect(progress).toEqual([
      { reads: 1, agreeing: 0, seen: "absent" },
      { reads: 2, agreeing: 1, seen: "PendingAcceptance" },
      { reads: 3, agreeing: 2, seen: "PendingAcceptance" },
      { reads: 4, agreeing: 3, seen: "PendingAcceptance" },
    ]);
  });

  test("starts counting anew where an instance answers otherwise", async () => {
    const { progress } = await progressOf([adaRead, adaRead, missing, adaRead, adaRead, adaRead]);
    expect(progress.map(({ agreeing }) => agreeing)).toEqual([1, 2, 0, 1, 2, 3]);
  });

  test("wants as many reads as the caller says", async () => {
    const { b2b, sent } = openClient([adaRead]);
    await b2b.guests.waitUntil(adaId, "visible", { confirmations: 1 });
    expect(sent).toHaveLength(1);
    await b2b.guests.waitUntil(adaId, "visible", { confirmations: 6 });
    expect(sent).toHaveLength(7);
  });

  test("waits for the invitation to be accepted, and answers with the guest as last seen", async () => {
    const last = answer(200, { ...ada, externalUserState: "Accepted", displayName: "Ada Lovelace" });
    const { b2b } = openClient([missing, adaRead, accepted, accepted, last]);
    expect(await b2b.guests.waitUntil(adaId, "redeemed")).toMatchObject({ displayName: "Ada Lovelace" });
  });

  test("calls a user who was never invited visible", async () => {
    const { progress } = await progressOf([member]);
    expect(progress.map(({ seen }) => seen)).toEqual(["visible", "visible", "visible"]);
  });

  test("asks a condition of the caller's only about reads in which the guest was there", async () => {
    const asked: (string | null)[] = [];
    const { b2b } = openClient([missing, adaRead, accepted]);
    await b2b.guests.waitUntil(adaId, ({ externalUserState }) => {
      asked.push(externalUserState);
      return externalUserState === "Accepted";
    });
    expect(asked).toEqual(["PendingAcceptance", "Accepted", "Accepted", "Accepted"]);
  });

  test("hands on what a condition of the caller's throws", async () => {
    const own = new RangeError("odd guest");
    const { b2b } = openClient([adaRead]);
    const wait = b2b.guests.waitUntil(adaId, () => {
      throw own;
    });
    expect(await rejectionOf(wait)).toBe(own);
  });

  test("reads once at a time, even a guest that this client has just invited", async () => {
    const { b2b, sent } = openClient([invited, missing, missing, adaRead]);
    await b2b.invitations.create(toAda);
    const seen: string[] = [];
    await b2b.guests.waitUntil(adaId, "visible", { onProgress: (one) => seen.push(one.seen) });
    expect(seen.slice(0, 3)).toEqual(["absent", "absent", "PendingAcceptance"]);
    expect(sent.slice(1).every(({ operation }) => operation.id === "guests.waitUntil")).toBe(true);
  });

  test("pauses longer each time until a first read agrees, and never for more than a quarter of a minute", async () => {
    const times: number[] = [];
    const look = () => {
      times.push(clock.now());
      return missing;
    };
    const { b2b, clock } = openClient([look], { random: () => 0.999_999 });
    await failureOf(b2b.guests.waitUntil(adaId, "visible"));
    const pauses = times.slice(1).map((at, n) => at - (times[n] ?? 0));
    expect(pauses[0]).toBeLessThanOrEqual(1_000);
    expect(pauses.every((pause, n) => n === 0 || pause >= (pauses[n - 1] ?? 0))).toBe(true);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(15_000);
  });
});

describe("giving up waiting", () => {
  test("after two minutes is not-yet-visible, with what was seen", async () => {
    const { b2b, clock, startedAt, sent } = openClient([missing]);
    const error = await failureOf(b2b.guests.waitUntil(adaId, "visible"));
    expect(error).toMatchObject({ code: "not-yet-visible", retryable: true, operation: "guests.waitUntil" });
    expect(error.attempts).toBe(sent.length);
    expect(error.seen).toEqual(sent.map(() => "absent"));
    expect(error.remedies?.map(({ action }) => action)).toEqual(["wait"]);
    expect(clock.now() - startedAt).toBeLessThanOrEqual(120_000);
    expect(clock.now() - startedAt).toBeGreaterThan(100_000);
  });

  test("on any other state is a timeout, with what was seen", async () => {
    const { b2b, clock, startedAt } = openClient([missing, adaRead]);
    const error = await failureOf(b2b.guests.waitUntil(adaId, "redeemed", { timeoutMs: 10_000 }));
    expect(error).toMatchObject({ code: "timeout", retryable: true });
    expect(error.seen?.slice(0, 2)).toEqual(["absent", "PendingAcceptance"]);
    expect(error.message).toContain("PendingAcceptance");
    expect(clock.now() - startedAt).toBeLessThanOrEqual(10_000);
  });

  test("says what was seen even where the last read never came back", async () => {
    const { b2b, clock, startedAt } = openClient([missing, silence]);
    const error = await failureOf(b2b.guests.waitUntil(adaId, "visible", { timeoutMs: 10_000 }));
    expect(["not-yet-visible", "timeout"]).toContain(error.code);
    expect(error.seen).toEqual(["absent"]);
    expect(clock.now() - startedAt).toBe(10_000);
    expect(clock.sleeping).toBe(0);
  });

  test("lives through an outage that is shorter than the wait", async () => {
    const down = refusal(503, "ServiceUnavailable");
    const outage = Array<Step>(10).fill(down);
    const { b2b } = openClient([adaRead, ...outage, accepted]);
    const seen: string[] = [];
    const guest = await b2b.guests.waitUntil(adaId, "redeemed", {
      onProgress: (progress) => void seen.push(progress.seen),
    });
    expect(guest).toMatchObject({ externalUserState: "Accepted" });
    expect(seen).toEqual(["PendingAcceptance", "transient", "transient", "Accepted", "Accepted", "Accepted"]);
  });

  test("counts a read that failed neither for nor against the others", async () => {
    const { b2b } = openClient([adaRead, adaRead, refusal(503, "ServiceUnavailable"), adaRead], {
      retry: false,
    });
    const agreeing: number[] = [];
    await b2b.guests.waitUntil(adaId, "visible", { onProgress: (one) => void agreeing.push(one.agreeing) });
    expect(agreeing).toEqual([1, 2, 2, 3]);
  });

  test("ends at once where the service asks for a longer pause than there is time", async () => {
    const { b2b, clock, startedAt } = openClient([
      refusal(429, "TooManyRequests", "", { "retry-after": "50" }),
    ]);
    const error = await failureOf(b2b.guests.waitUntil(adaId, "visible", { timeoutMs: 30_000 }));
    expect(error).toMatchObject({ code: "not-yet-visible", seen: ["throttled"], retryAfterMs: 50_000 });
    expect(error.cause).toMatchObject({ code: "throttled" });
    expect(clock.now() - startedAt).toBe(0);
  });

  test.each(["throws", "rejects"])("ends with what its progress callback %s", async (how) => {
    const { b2b } = openClient([missing]);
    const broken = new Error("no disk");
    const onProgress = () => {
      if (how === "throws") throw broken;
      return Promise.reject(broken);
    };
    expect(await rejectionOf(b2b.guests.waitUntil(adaId, "visible", { onProgress }))).toBe(broken);
  });

  test.each([
    [{ timeout: 5 }, "timeout is not a known option"],
    [{ onProgress: "a" }, "onProgress must be a function"],
    [null, "options must be an object"],
  ])("refuses the options %j before anything is sent", async (options, problem) => {
    const { b2b, sent } = openClient([adaRead]);
    const error = await failureOf(b2b.guests.waitUntil(adaId, "visible", options as WaitOptions));
    expect(error.code).toBe("invalid-input");
    expect(error.message).toContain(problem);
    expect(sent).toHaveLength(0);
  });

  test("remembers no more than the last twenty sightings of a long wait", async () => {
    const { b2b, sent } = openClient([missing, missing, adaRead], { random: () => 0 });
    const error = await failureOf(b2b.guests.waitUntil(adaId, "redeemed", { timeoutMs: 3_600_000 }));
    expect(sent.length).toBeGreaterThan(100);
    expect(error.seen).toEqual(Array(20).fill("PendingAcceptance"));
  });

  test("at the caller's abort is aborted, at once, and leaves no sleeper", async () => {
    const { b2b, clock, startedAt } = openClient([missing]);
    const controller = new AbortController();
    const error = failureOf(b2b.guests.waitUntil(adaId, "visible", { signal: controller.signal }));
    await clock.sleep(100);
    controller.abort(new Error("changed my mind"));
    expect(await error).toMatchObject({ code: "aborted", operation: "guests.waitUntil", attempts: 1 });
    expect(clock.now() - startedAt).toBe(100);
    expect(clock.sleeping).toBe(0);
  });

  test("at a refusal ends at once, as that refusal", async () => {
    const { b2b, sent } = openClient([missing, refusal(403, "Authorization_RequestDenied")]);
    const error = await failureOf(b2b.guests.waitUntil(adaId, "visible"));
    expect(error).toMatchObject({ code: "forbidden", operation: "guests.waitUntil" });
    expect(sent).toHaveLength(2);
  });

  test("does not happen at trouble that passes", async () => {
    const { b2b } = openClient([answer(503), adaRead, answer(500), adaRead, adaRead]);
    expect(await b2b.guests.waitUntil(adaId, "visible")).toMatchObject({ id: adaId });
  });
});
