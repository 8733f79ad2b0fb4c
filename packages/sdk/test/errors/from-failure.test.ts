import { type Middleware, TransportFailure } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { failureOf, rejectionOf } from "../failure-of.ts";
import { adaId, adaRead, invited, mailToAda, toAda } from "../graph-answers.ts";
import { openClient } from "../open-client.ts";
import { answer, silence } from "../scripted-transport.ts";

const reset = new TransportFailure("unknown", {
  cause: Object.assign(new Error("x"), { code: "ECONNRESET" }),
});
const refused = new TransportFailure("not-sent", {
  cause: Object.assign(new Error("x"), { code: "ECONNREFUSED" }),
});

describe("a transport's failure", () => {
  test("is a network error that tells the outcome, the system's code and no more, and keeps the cause", async () => {
    const { b2b } = openClient([refused], { retry: false });
    const error = await failureOf(b2b.invitations.create(toAda));
    expect(error).toMatchObject({ code: "network", outcome: "not-sent", attempts: 1, retryable: true });
    expect(error.message).toBe("[network] invitations.create: the request was not sent (ECONNREFUSED)");
    expect(error.cause).toBe(refused.cause);
  });

  test("of unknown outcome is worth another call only where a second time does no harm", async () => {
    const { b2b } = openClient([reset], { retry: false });
    expect(await failureOf(b2b.invitations.create(toAda))).toMatchObject({
      outcome: "unknown",
      retryable: true,
    });
    expect(await failureOf(b2b.invitations.create(mailToAda))).toMatchObject({
      outcome: "unknown",
      retryable: false,
    });
  });

  test("that was not sent is worth another call, whatever the effect", async () => {
    const { b2b } = openClient([refused], { retry: false });
    expect(await failureOf(b2b.invitations.create(mailToAda))).toMatchObject({
      outcome: "not-sent",
      retryable: true,
    });
  });

  test("keeps the id that the last request was sent with, since no other was given to it", async () => {
    const { b2b, sent } = openClient([reset], { retry: false });
    const error = await failureOf(b2b.guests.get(adaId));
    expect(error.clientRequestId).toBe(sent[0]?.headers["client-request-id"]);
    expect(error.clientRequestId).toBeDefined();
  });

  test("without a system's code says only what became of the request", async () => {
    const { b2b } = openClient([new TransportFailure("unknown")], { retry: false });
    const error = await failureOf(b2b.guests.get(adaId));
    expect(error.message).toBe("[network] guests.get: no response arrived");
  });
});

describe("an abort by the caller", () => {
  test("before anything was sent is aborted, not sent, and keeps the reason", async () => {
    const { b2b, sent } = openClient([adaRead]);
    const reason = new Error("changed my mind");
    const error = await failureOf(b2b.guests.get(adaId, { signal: AbortSignal.abort(reason) }));
    expect(error).toMatchObject({ code: "aborted", outcome: "not-sent", attempts: 0, retryable: false });
    expect(error.cause).toBe(reason);
    expect(sent).toEqual([]);
  });

  test.each([undefined, false] as const)(
    "just before the request is sent is not sent either",
    async (attemptTimeout) => {
      const controller = new AbortController();
      const giveUp: Middleware = (next) => (request) => {
        controller.abort();
        return next(request);
      };
      const { b2b, sent } = openClient([invited], {
        useAttempt: [giveUp],
        ...(attemptTimeout === false && { attemptTimeout }),
      });
      const error = await failureOf(b2b.invitations.create(toAda, { signal: controller.signal }));
      expect(error).toMatchObject({ code: "aborted", outcome: "not-sent", attempts: 0 });
      expect(sent).toEqual([]);
    },
  );

  test("while a request is under way is aborted, and its outcome unknown", async () => {
    const controller = new AbortController();
    const { b2b, clock } = openClient([
      (request) => {
        const answered = silence(request);
        controller.abort(new Error("changed my mind"));
        return answered;
      },
    ]);
    const error = await failureOf(b2b.invitations.create(toAda, { signal: controller.signal }));
    expect(error).toMatchObject({ code: "aborted", outcome: "unknown", attempts: 1 });
    expect(clock.sleeping).toBe(0);
  });

  test.each([
    ["a refusal that did nothing", answer(429, undefined, { "retry-after": "60" }), "rejected"],
    ["a request that was not sent", refused, "not-sent"],
    ["a request that may have arrived", answer(503, undefined, { "retry-after": "60" }), "unknown"],
  ] as const)("while waiting after %s says what became of the write", async (_, step, outcome) => {
    const controller = new AbortController();
    const { b2b, clock } = openClient([step], { random: () => 0.9 });
    const error = failureOf(b2b.invitations.create(toAda, { signal: controller.signal }));
    await clock.sleep(1);
    controller.abort();
    expect(await error).toMatchObject({ code: "aborted", outcome, attempts: 1 });
    expect(clock.sleeping).toBe(0);
  });
});

describe("what a layer of the user's throws", () => {
  test("stays what it is", async () => {
    const own = new RangeError("not today");
    const { b2b } = openClient([adaRead], {
      use: [
        () => async () => {
          throw own;
        },
      ],
    });
    expect(await rejectionOf(b2b.guests.get(adaId))).toBe(own);
    expect(await rejectionOf(b2b.guests.get(adaId).safe())).toBe(own);
  });
});
