import {
  type Cloud,
  createClient,
  createInvitation,
  type InvitationInput,
  TransportFailure,
} from "@vestibule/sdk";
import { VirtualClock } from "@vestibule/sdk/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { absent, adaId, adaRead, invited, mailToAda, strangerId, toAda } from "../graph-answers.ts";
import { openClient } from "../open-client.ts";
import { answer, refusal, type Step, scriptedTransport } from "../scripted-transport.ts";
import { seededRandom } from "../seeded-random.ts";

const throttled = (seconds: number) =>
  refusal(429, "TooManyRequests", "", { "retry-after": String(seconds) });
const unavailable = answer(503);
const reset = new TransportFailure("unknown", {
  cause: Object.assign(new Error("x"), { code: "ECONNRESET" }),
});
const refused = new TransportFailure("not-sent", {
  cause: Object.assign(new Error("x"), { code: "ECONNREFUSED" }),
});

describe("what failed for now", () => {
  test.each([
    ["a 408", answer(408)],
    ["a 500", answer(500)],
    ["a 502", answer(502)],
    ["a 503", unavailable],
    ["a 504", answer(504)],
    ["a reset", reset],
    ["a refused connection", refused],
    ["a 429", answer(429)],
    ["a 509", answer(509)],
  ])("is sent again after %s, where a second time does no harm", async (_, step) => {
    const reading = openClient([step, adaRead]);
    expect(await reading.b2b.guests.get(adaId)).toMatchObject({ id: adaId });
    const inviting = openClient([step, invited]);
    expect(await inviting.b2b.invitations.create(toAda)).toMatchObject({ invitedUser: { id: adaId } });
    expect([reading.sent.length, inviting.sent.length]).toEqual([2, 2]);
  });

  test("is sent five times at the most", async () => {
    const { b2b, sent, clock } = openClient([unavailable]);
    const error = await failureOf(b2b.guests.get(adaId));
    expect(error).toMatchObject({ code: "transient", status: 503, attempts: 5 });
    expect(sent).toHaveLength(5);
    expect(clock.sleeping).toBe(0);
  });

  test.each([1, 2, 9])("is sent %i times at the most where the options say so", async (attempts) => {
    const { b2b, sent } = openClient([reset], { retry: { attempts } });
    await failureOf(b2b.guests.get(adaId));
    expect(sent).toHaveLength(attempts);
  });

  test("is sent once where retrying is off", async () => {
    const { b2b, sent } = openClient([throttled(1)], { retry: false });
    expect(await failureOf(b2b.guests.get(adaId))).toMatchObject({ code: "throttled", attempts: 1 });
    expect(sent).toHaveLength(1);
  });

  test.each([400, 401, 403, 404, 405, 409, 410, 412, 422, 501, 505])(
    "is not what a %i says",
    async (status) => {
      const { b2b, sent, clock, startedAt } = openClient([answer(status)]);
      await failureOf(b2b.guests.get(adaId));
      expect(sent).toHaveLength(1);
      expect(clock.now()).toBe(startedAt);
    },
  );

  test("is not a guest that is missing", async () => {
    const { b2b, sent } = openClient([absent(strangerId)]);
    expect(await failureOf(b2b.guests.get(strangerId))).toMatchObject({ code: "not-found" });
    expect(sent).toHaveLength(1);
  });

  test("tells how many requests it took", async () => {
    const { b2b } = openClient([unavailable, reset, adaRead]);
    expect(await b2b.guests.get(adaId).meta()).toMatchObject({ attempts: 3, status: 200 });
  });
});

describe("an invitation with a mail", () => {
  test.each([
    ["a 408", answer(408)],
    ["a 500", answer(500)],
    ["a 503", unavailable],
    ["a 503 with Retry-After", answer(503, undefined, { "retry-after": "1" })],
    ["a reset", reset],
    ["a success in HTML", answer(201, "<html>")],
    ["a success without a body", answer(201)],
    ["a success that does not say who the guest is", answer(201, { id: "i-1", status: "Completed" })],
  ])(
    "is never sent again blindly after %s: the guest is invited again without one, and the result says so",
    async (_, step) => {
      const { b2b, sent } = openClient([step, invited]);
      const call = b2b.invitations.create(mailToAda);
      expect(await call).toMatchObject({ invitedUser: { id: adaId }, reconciled: true, mail: "unknown" });
      expect(await call.meta()).toMatchObject({ attempts: 2, reconciled: true });
      expect(sent.map(({ body }) => body)).toEqual([
        mailToAda,
        { ...mailToAda, sendInvitationMessage: false },
      ]);
      expect(sent[1]?.operation).toMatchObject({ id: "invitations.create", effect: "idempotent" });
    },
  );

  test("waits before it is reconciled, as long as the service said", async () => {
    const busy = answer(503, undefined, { "retry-after": "7" });
    const { b2b, clock, startedAt } = openClient([busy, invited]);
    await b2b.invitations.create(mailToAda);
    expect(clock.now() - startedAt).toBeGreaterThanOrEqual(7_000);
  });

  test("that could not be reconciled either is an error that says nobody knows what became of it", async () => {
    const { b2b, sent } = openClient([reset]);
    const error = await failureOf(b2b.invitations.create(mailToAda));
    expect(error).toMatchObject({ code: "network", outcome: "unknown", attempts: 5, retryable: false });
    expect(error.remedies).toMatchObject([{ action: "invite-without-mail", who: "inviter" }]);
    const mails = sent.map(({ body }) => (body as InvitationInput).sendInvitationMessage);
    expect(mails).toEqual([true, false, false, false, false]);
  });

  test("that may have been carried out is not worth calling again, even where its last answer was a refusal", async () => {
    const { b2b } = openClient([reset, refusal(429, "TooManyRequests", "", { "retry-after": "86400" })]);
    expect(await failureOf(b2b.invitations.create(mailToAda))).toMatchObject({
      ...{ code: "throttled", outcome: "unknown", retryable: false, retryAfterMs: 86_400_000 },
    });
  });

  test("says that its mail was ordered, and one without a mail that none was", async () => {
    const { b2b } = openClient([invited]);
    expect(await b2b.invitations.create(mailToAda)).toMatchObject({ mail: "requested", reconciled: false });
    expect(await b2b.invitations.create(toAda)).toMatchObject({ mail: "not-requested", reconciled: false });
  });

  test.each([
    ["a 429", throttled(1)],
    ["a 509", answer(509)],
    ["a refused connection", refused],
  ])("is sent again after %s, which did no work on it", async (_, step) => {
    const { b2b, sent } = openClient([step, invited]);
    expect(await b2b.invitations.create(mailToAda)).toMatchObject({ invitedUser: { id: adaId } });
    expect(sent).toHaveLength(2);
  });

  test("is ordered no more once it may have been carried out, however often it was refused before", async () => {
    const { b2b, sent } = openClient([throttled(1), refused, reset, invited]);
    expect(await b2b.invitations.create(mailToAda)).toMatchObject({ mail: "unknown" });
    const mails = sent.map(({ body }) => (body as InvitationInput).sendInvitationMessage);
    expect(mails).toEqual([true, true, true, false]);
  });

  test("of an operation that has nothing to reconcile with ends where nobody knows", async () => {
    const client = createClient({
      transport: scriptedTransport([reset, invited]),
      clock: new VirtualClock(),
    });
    const { describe: described, ...rest } = createInvitation;
    const bare = {
      ...rest,
      describe: (input: InvitationInput, cloud: Cloud) => {
        const { reconcile: _, ...request } = described(input, cloud);
        return request;
      },
    };
    expect(await failureOf(client.call(bare, mailToAda))).toMatchObject({ outcome: "unknown", attempts: 1 });
  });
});

describe("time", () => {
  test("is never shorter than Retry-After, and the call is never past its deadline", async () => {
    const step = fc.oneof(
      fc.integer({ min: 0, max: 20_000 }).map((ms) => ({ kind: "throttled", ms }) as const),
      fc.constantFrom({ kind: "trouble", ms: 0 } as const, { kind: "reset", ms: 0 } as const),
    );
    const scripts = fc.array(step, { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        scripts,
        fc.integer({ min: 1, max: 60_000 }),
        fc.nat(),
        async (script, timeoutMs, seed) => {
          const clock = new VirtualClock(0);
          const times: number[] = [];
          const steps = script.map(
            ({ kind, ms }): Step =>
              () => {
                times.push(clock.now());
                if (kind === "reset") throw reset;
                return kind === "trouble"
                  ? unavailable
                  : answer(429, undefined, { "retry-after-ms": String(ms) });
              },
          );
          const transport = scriptedTransport([...steps, adaRead]);
          const { b2b } = openClient([], { transport, clock, random: seededRandom(seed) }, clock);
          await b2b.guests.get(adaId, { timeoutMs }).safe();
          for (const [n, at] of times.entries()) {
            const before = script[n - 1];
            if (before) expect(at - (times[n - 1] ?? 0)).toBeGreaterThanOrEqual(before.ms);
            expect(at).toBeLessThan(timeoutMs);
          }
          expect(clock.now()).toBeLessThanOrEqual(timeoutMs);
          expect(clock.sleeping).toBe(0);
        },
      ),
    );
  });
});
