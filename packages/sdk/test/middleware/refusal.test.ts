import { TransportFailure } from "@vestibule/sdk";
import { expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { adaId } from "../graph-answers.ts";
import { openClient } from "../open-client.ts";
import { refusal } from "../scripted-transport.ts";

test("a refusal without Retry-After is never answered at once, and ends with the deadline", async () => {
  const { b2b, sent, clock, startedAt } = openClient([refusal(429, "TooManyRequests")], { random: () => 0 });
  expect(await failureOf(b2b.guests.get(adaId))).toMatchObject({ code: "throttled", outcome: "rejected" });
  expect(clock.now() - startedAt).toBeLessThanOrEqual(100_000);
  expect(sent.length).toBeLessThanOrEqual(100_000 / 250);
});

test("a transport's failure is known whichever copy of the package it comes from", () => {
  const foreign = Object.defineProperty(new Error("x"), Symbol.for("vestibule.TransportFailure"), {
    value: true,
  });
  expect(foreign).toBeInstanceOf(TransportFailure);
  expect(new Error("x")).not.toBeInstanceOf(TransportFailure);
});
