import { type ErrorCode, type Outcome, updateGuest } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { adaId, mailToAda, toAda } from "../graph-answers.ts";
import { openClient } from "../open-client.ts";
import { answer, refusal } from "../scripted-transport.ts";

const once = { retry: false } as const;

describe("the error for a response", () => {
  const byStatus: readonly [number, ErrorCode, Outcome][] = [
    [302, "http", "rejected"],
    [304, "http", "rejected"],
    [400, "rejected-input", "rejected"],
    [401, "unauthenticated", "rejected"],
    [403, "forbidden", "rejected"],
    [404, "not-found", "rejected"],
    [405, "rejected-input", "rejected"],
    [408, "transient", "unknown"],
    [409, "conflict", "rejected"],
    [412, "rejected-input", "rejected"],
    [413, "rejected-input", "rejected"],
    [422, "rejected-input", "rejected"],
    [429, "throttled", "rejected"],
    [500, "transient", "unknown"],
    [501, "http", "rejected"],
    [502, "transient", "unknown"],
    [503, "transient", "unknown"],
    [504, "transient", "unknown"],
    [509, "throttled", "rejected"],
  ];

  test.each(byStatus)("of status %i is %s; the write was left %s", async (status, code, outcome) => {
    const { b2b } = openClient([answer(status)], once);
    const error = await failureOf(b2b.invitations.create(toAda));
    expect(error).toMatchObject({ code, outcome, status, operation: "invitations.create", attempts: 1 });
  });

  test.each(byStatus)("of status %i is %s for a read too, which changes nothing", async (status, code) => {
    const { b2b } = openClient([answer(status)], once);
    expect(await failureOf(b2b.guests.get(adaId))).toMatchObject({ code, outcome: "rejected", status });
  });

  test.each([0, 100, 199])("is never missing for status %i, which is no success", async (status) => {
    const { b2b } = openClient([{ status, body: undefined, headers: new Headers() }], once);
    const error = await failureOf(b2b.call(updateGuest, { id: adaId, changes: { jobTitle: "x" } }));
    expect(error.code).not.toBe("unexpected-response");
  });

  test("says that calling again is worth it for a throttled call, whatever it does", async () => {
    const { b2b } = openClient([answer(429)], once);
    expect(await failureOf(b2b.invitations.create(mailToAda))).toMatchObject({ retryable: true });
  });

  test.each([408, 500, 502, 503, 504])(
    "of status %i says that calling again is worth it, unless a mail may have gone out",
    async (status) => {
      const { b2b } = openClient([answer(status)], once);
      expect(await failureOf(b2b.invitations.create(toAda))).toMatchObject({ retryable: true });
      expect(await failureOf(b2b.invitations.create(mailToAda))).toMatchObject({
        retryable: false,
        outcome: "unknown",
      });
    },
  );

  test("carries Graph's code and request id, our own request id, and the wait that was asked for", async () => {
    const response = refusal(429, "TooManyRequests", "Please retry again later.", {
      "retry-after": "12",
      "request-id": "graph-7",
    });
    const { b2b, sent } = openClient([response], once);
    const error = await failureOf(b2b.guests.get(adaId));
    expect(error).toMatchObject({ graphCode: "TooManyRequests", requestId: "graph-7", retryAfterMs: 12_000 });
    expect(error.clientRequestId).toBe(sent[0]?.headers["client-request-id"]);
    expect(error.clientRequestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(error.message).toBe(
      "[throttled] guests.get: TooManyRequests: Please retry again later. (status 429, asks for a wait of 12 s)",
    );
  });

  test("says how often it was tried, and that it may have been carried out", async () => {
    const { b2b } = openClient([answer(503)]);
    const error = await failureOf(b2b.guests.update(adaId, { displayName: "Ada" }));
    expect(error.message).toBe(
      "[transient] guests.update: an answer without an error of Graph's (status 503, after 5 attempts, may have been carried out)",
    );
  });

  test("has no properties that nobody knows", async () => {
    const { b2b } = openClient([{ status: 400, body: undefined, headers: new Headers() }], once);
    const error = await failureOf(b2b.guests.get(adaId));
    expect(error.graphCode).toBeUndefined();
    expect(error.requestId).toBeUndefined();
    expect(error.retryAfterMs).toBeUndefined();
    expect(error.remedies).toBeUndefined();
    expect(error.message).toBe(
      "[rejected-input] guests.get: an answer without an error of Graph's (status 400)",
    );
  });

  test.each([
    ["HTML", "<html><body>502 Bad Gateway</body></html>"],
    ["nothing", undefined],
    ["null", null],
    ["an array", []],
    ["an error without a code", { error: { message: "x" } }],
    ["an error that is a text", { error: "invalid_request" }],
  ])("falls back on the status where the body is %s", async (_, body) => {
    const { b2b } = openClient([answer(502, body)], once);
    const error = await failureOf(b2b.guests.get(adaId));
    expect(error).toMatchObject({ code: "transient", status: 502, graphCode: undefined });
    expect(error.message).not.toContain("html");
  });

  test("keeps an empty code of Graph's out of the message", async () => {
    const { b2b } = openClient([refusal(400, "", "Something is wrong.")], once);
    const error = await failureOf(b2b.guests.get(adaId));
    expect(error.message).toBe("[rejected-input] guests.get: Something is wrong. (status 400)");
    expect(error.graphCode).toBeUndefined();
  });
});
