import { type InvitationInput, TransportFailure, type WireRequest } from "@vestibule/sdk";
import { VirtualClock } from "@vestibule/sdk/testing";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { absent, adaId, adaRead, invited, mailToAda, toAda } from "../graph-answers.ts";
import { openClient } from "../open-client.ts";
import { answer, silence } from "../scripted-transport.ts";

describe("the caller's deadline", () => {
  test("ends a request under way, whose outcome is unknown then", async () => {
    const { b2b, clock, startedAt, sent } = openClient([silence]);
    const error = await failureOf(b2b.invitations.create(toAda, { timeoutMs: 5_000 }));
    expect(error).toMatchObject({ code: "timeout", outcome: "unknown" });
    expect(clock.now() - startedAt).toBe(5_000);
    expect(sent).toHaveLength(1);
    expect(clock.sleeping).toBe(0);
  });

  test("that ends a mail under way advises no other try: it may have gone out", async () => {
    const { b2b } = openClient([silence], { attemptTimeout: false });
    const mail = await failureOf(b2b.invitations.create(mailToAda, { timeoutMs: 5_000 }));
    expect(mail).toMatchObject({ code: "timeout", outcome: "unknown", retryable: false });
    const other = await failureOf(b2b.invitations.create(toAda, { timeoutMs: 5_000 }));
    expect(other).toMatchObject({ code: "timeout", outcome: "unknown", retryable: true });
  });

  test("ends a request under way even where chance would wait no time before the next", async () => {
    const { b2b, clock, startedAt, sent } = openClient([silence], { random: () => 0 });
    await failureOf(b2b.guests.get(adaId, { timeoutMs: 5_000 }));
    expect(clock.now() - startedAt).toBe(5_000);
    expect(sent).toHaveLength(1);
  });

  test("is not begun to be waited for by a refusal that would last exactly until then", async () => {
    const refused = answer(429, undefined, { "retry-after": "5" });
    const { b2b, sent } = openClient([refused, silence], { random: () => 0 });
    const error = await failureOf(b2b.invitations.create(toAda, { timeoutMs: 5_000 }));
    expect(error).toMatchObject({ code: "throttled", outcome: "rejected" });
    expect(sent).toHaveLength(1);
  });

  test("holds where one request may take as long as it likes", async () => {
    const { clock, ...opened } = openClient(
      [
        async (request) => {
          await clock.sleep(60_000, request.context.signal);
          return adaRead;
        },
      ],
      { attemptTimeout: false },
    );
    const error = await failureOf(opened.b2b.guests.get(adaId, { timeoutMs: 5_000 }));
    expect(error.code).toBe("timeout");
    expect(clock.now() - opened.startedAt).toBe(5_000);
  });

  test("that the client set for its retries holds there too", async () => {
    const { b2b, clock, startedAt } = openClient([silence], {
      attemptTimeout: false,
      retry: { deadlineMs: 5_000 },
    });
    expect(await failureOf(b2b.guests.get(adaId))).toMatchObject({
      code: "timeout",
      message: expect.stringContaining("the time of the whole call was over"),
    });
    expect(clock.now() - startedAt).toBe(5_000);
  });

  test("holds where nothing is ever sent again", async () => {
    const { b2b, clock, startedAt } = openClient([silence], { retry: false, readYourWrites: false });
    expect(await failureOf(b2b.guests.get(adaId, { timeoutMs: 5_000 }))).toMatchObject({ code: "timeout" });
    expect(clock.now() - startedAt).toBe(5_000);
  });

  test("that has come before anything was sent leaves the write not sent", async () => {
    const clock = new VirtualClock();
    const resolver = {
      async resolve() {
        await clock.sleep(10_000);
        return { kind: "unmanaged" } as const;
      },
    };
    const { b2b, sent } = openClient([invited], { boundary: { resolver } }, clock);
    const error = await failureOf(b2b.invitations.create(mailToAda, { timeoutMs: 5_000 }));
    expect(error).toMatchObject({ code: "timeout", outcome: "not-sent" });
    expect(sent).toEqual([]);
  });

  test("that comes while the token is awaited leaves the write not sent", async () => {
    const { b2b, sent, clock } = openClient([invited], {
      credential: () => new Promise<string>(() => undefined),
    });
    const error = await failureOf(b2b.invitations.create(mailToAda, { timeoutMs: 5_000 }));
    expect(error).toMatchObject({ code: "timeout", outcome: "not-sent", attempts: 0 });
    expect(sent).toEqual([]);
    expect(clock.sleeping).toBe(0);
  });

  test("bounds all the pages of a list together", async () => {
    const clock = new VirtualClock();
    const next = "https://graph.microsoft.com/v1.0/users?$skiptoken=x";
    const pages = [next, next, next, next, undefined].map((nextLink) => async (request: WireRequest) => {
      await clock.sleep(2_000, request.context.signal);
      return answer(200, { value: [], "@odata.nextLink": nextLink });
    });
    const { b2b, startedAt } = openClient(pages, {}, clock);
    expect(await failureOf(b2b.guests.list({ timeoutMs: 5_000 }).collect())).toMatchObject({
      code: "timeout",
    });
    expect(clock.now() - startedAt).toBe(5_000);
  });

  test("is no later than what the client's own retries may take", async () => {
    const { b2b, clock, startedAt } = openClient([answer(429, undefined, { "retry-after": "9" })], {
      retry: { deadlineMs: 20_000 },
    });
    expect(await failureOf(b2b.guests.get(adaId))).toMatchObject({ code: "throttled", attempts: 3 });
    expect(clock.now() - startedAt).toBeLessThanOrEqual(20_000);
  });
});

describe("the time that the client's own retries may take", () => {
  test("is the whole call's, waits for what it wrote itself apart", async () => {
    const busy = answer(429, undefined, { "retry-after": "30" });
    const { b2b, clock, startedAt, sent } = openClient(
      [invited, busy, absent(adaId), busy, absent(adaId), busy, absent(adaId), busy],
      { random: () => 0 },
    );
    await b2b.invitations.create(toAda);
    const error = await failureOf(b2b.guests.get(adaId));
    expect(error).toMatchObject({ code: "throttled", retryAfterMs: 30_000 });
    expect(sent).toHaveLength(8);
    // Three waits of the service's, which leave ten of the hundred seconds; and what was missing three times.
    const waited = clock.now() - startedAt;
    expect(waited).toBeGreaterThan(90_000);
    expect(waited).toBeLessThan(90_000 + 3 * 12_000);
  });

  test("ends a request under way", async () => {
    const { b2b, clock, startedAt, sent } = openClient([silence], { retry: { deadlineMs: 10_000 } });
    expect(await failureOf(b2b.guests.get(adaId))).toMatchObject({ code: "timeout", attempts: 1 });
    expect(clock.now() - startedAt).toBe(10_000);
    expect(sent).toHaveLength(1);
  });
});

describe("an attempt's time", () => {
  test("that is up while the token is awaited leaves the write not sent", async () => {
    const credential = () => new Promise<string>(() => undefined);
    const { b2b, sent, clock } = openClient([invited], { credential });
    const error = await failureOf(b2b.invitations.create(mailToAda));
    expect(error).toMatchObject({ code: "timeout", outcome: "not-sent", attempts: 0, retryable: true });
    expect(sent).toEqual([]);
    expect(clock.sleeping).toBe(0);
  });

  test("is half a minute; then the request is given up, and sent again where that does no harm", async () => {
    const { b2b, clock, startedAt, sent } = openClient([silence, adaRead], { random: () => 0.5 });
    expect(await b2b.guests.get(adaId)).toMatchObject({ id: adaId });
    expect(clock.now() - startedAt).toBe(30_125);
    expect(sent).toHaveLength(2);
    expect(clock.sleeping).toBe(0);
  });

  test("can be chosen", async () => {
    const { b2b, clock, startedAt } = openClient([silence], {
      attemptTimeout: { timeoutMs: 700 },
      retry: false,
    });
    const error = await failureOf(b2b.guests.get(adaId));
    expect(error).toMatchObject({ code: "timeout", attempts: 1, retryable: true });
    expect(error.message).toBe("[timeout] guests.get: the request had no answer within 700 ms");
    expect(clock.now() - startedAt).toBe(700);
  });

  test("that is up leaves a mail's outcome unknown, and no mail is asked for again", async () => {
    const { b2b, sent } = openClient([silence]);
    const error = await failureOf(b2b.invitations.create(mailToAda));
    expect(error).toMatchObject({ code: "timeout", outcome: "unknown", retryable: false });
    const mails = sent.map(({ body }) => (body as InvitationInput).sendInvitationMessage);
    expect(mails).toEqual([true, false, false, false]);
  });

  test("leaves no sleeper and no listener behind where the answer comes in time", async () => {
    const controller = new AbortController();
    let listeners = 0;
    const { signal } = controller;
    const counting = new Proxy(signal, {
      get(target, name) {
        if (name === "addEventListener") listeners++;
        if (name === "removeEventListener") listeners--;
        const value = Reflect.get(target, name);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
    const { b2b, clock } = openClient([adaRead], { credential: () => "token" });
    await b2b.guests.get(adaId, { signal: counting });
    expect(listeners).toBe(0);
    expect(clock.sleeping).toBe(0);
  });

  test("ends with the transport's own failure where that comes first", async () => {
    const { b2b } = openClient([new TransportFailure("unknown")], { retry: false });
    expect(await failureOf(b2b.guests.get(adaId))).toMatchObject({ code: "network" });
  });

  test("is measured anew for each look at what is not there yet", async () => {
    const slow = async () => {
      await clock.sleep(20_000);
      return absent(adaId);
    };
    const clock = new VirtualClock();
    const { b2b } = openClient([invited, slow, slow, adaRead], {}, clock);
    await b2b.invitations.create(toAda);
    expect(await b2b.guests.get(adaId)).toMatchObject({ id: adaId });
  });
});
