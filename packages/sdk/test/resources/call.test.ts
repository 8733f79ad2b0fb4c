import { B2BError, type CallOptions } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { failureOf, rejectionOf } from "../failure-of.ts";
import { absent, adaId, adaRead, invited, strangerId, toAda } from "../graph-answers.ts";
import { openClient } from "../open-client.ts";
import { answer, silence } from "../scripted-transport.ts";

describe("a call", () => {
  test("is a promise of its value, and sends one request however often it is looked at", async () => {
    const { b2b, sent } = openClient([adaRead]);
    const call = b2b.guests.get(adaId, { select: ["id"] });
    expect(call).toBeInstanceOf(Promise);
    const [value, again, result, meta] = await Promise.all([call, call, call.safe(), call.meta()]);
    expect(again).toBe(value);
    expect(result).toEqual({ ok: true, value });
    expect(meta).toEqual({
      status: 200,
      attempts: 1,
      staleReads: 0,
      reconciled: false,
      requestId: "r-1",
      clientRequestId: sent[0]?.headers["client-request-id"],
      warnings: [],
    });
    expect(sent).toHaveLength(1);
  });

  test("begins by itself, whether or not anyone awaits it", async () => {
    const { b2b, sent, clock } = openClient([adaRead]);
    const call = b2b.guests.get(adaId);
    await clock.sleep(1);
    expect(sent).toHaveLength(1);
    await call;
  });

  test("that failed rejects, gives its error as a value, and has no meta", async () => {
    const { b2b, sent } = openClient([absent(strangerId)]);
    const call = b2b.guests.get(strangerId);
    const result = await call.safe();
    expect(result.ok).toBe(false);
    const error = result.ok ? undefined : result.error;
    expect(error).toBeInstanceOf(B2BError);
    expect(await rejectionOf(call)).toBe(error);
    expect(await rejectionOf(call.meta())).toBe(error);
    expect(sent).toHaveLength(1);
  });

  test("of which only safe() or only meta() is looked at leaves no rejection that nobody handled", async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => unhandled.push(reason);
    process.on("unhandledRejection", note);
    const { b2b, clock } = openClient([absent(strangerId)]);
    await b2b.guests.get(strangerId).safe();
    await rejectionOf(b2b.guests.get(strangerId).meta());
    await clock.sleep(1);
    await clock.sleep(1);
    process.off("unhandledRejection", note);
    expect(unhandled).toEqual([]);
  });

  test("chains like any promise", async () => {
    const { b2b } = openClient([adaRead, absent(strangerId)]);
    expect(await b2b.guests.get(adaId).then(({ id }) => id)).toBe(adaId);
    const caught = await b2b.guests.get(strangerId).catch((error: unknown) => error);
    expect(caught).toBeInstanceOf(B2BError);
  });

  test("sends what the caller had put in when it was made, whatever becomes of that afterwards", async () => {
    const { b2b, sent } = openClient([invited]);
    const input = { ...toAda };
    const call = b2b.invitations.create(input);
    input.invitedUserEmailAddress = "eve@fabrikam.com";
    await call;
    expect(sent[0]?.body).toMatchObject({ invitedUserEmailAddress: "ada@fabrikam.com" });
  });
});

describe("the stack of an error", () => {
  async function inviteAdaFromHere(steps: Parameters<typeof openClient>[0]) {
    const { b2b } = openClient(steps, { retry: { attempts: 2 } });
    await b2b.invitations.create(toAda, { timeoutMs: 40_000 });
  }

  test.each([
    ["a refusal", answer(403)],
    ["trouble that lasts", answer(503)],
    ["an unexpected answer", answer(201, {})],
    ["a time limit", silence],
  ])("names the function that called, for %s", async (_, step) => {
    const error = await failureOf(inviteAdaFromHere([step]));
    expect(error.stack).toContain("inviteAdaFromHere");
  });

  test("names it for what is not there yet", async () => {
    async function readAdaFromHere() {
      const { b2b } = openClient([invited, absent(adaId)]);
      await b2b.invitations.create(toAda);
      await b2b.guests.get(adaId);
    }
    const error = await failureOf(readAdaFromHere());
    expect(error).toMatchObject({ code: "not-yet-visible" });
    expect(error.stack).toContain("readAdaFromHere");
  });

  test("names it for an input that cannot be right, and for an item of a list", async () => {
    async function inviteNobodyFromHere() {
      await openClient([]).b2b.invitations.create({ ...toAda, invitedUserEmailAddress: "nobody" });
    }
    async function listFromHere() {
      await openClient([answer(403)])
        .b2b.guests.list()
        .collect();
    }
    expect((await failureOf(inviteNobodyFromHere())).stack).toContain("inviteNobodyFromHere");
    expect((await failureOf(listFromHere())).stack).toContain("listFromHere");
  });
});

describe("the options of a call", () => {
  test.each([
    [{ timeout: 5 }, "timeout is not a known option; there are `signal`, `timeoutMs`"],
    [{ retry: false }, "retry is not a known option"],
    [5, "options must be an object"],
    [null, "options must be an object"],
    [{ timeoutMs: -1 }, "timeoutMs must be a number above 0"],
    [{ signal: {} }, "signal must be an AbortSignal"],
  ])("are refused before anything is sent where they are %j", async (options, problem) => {
    const { b2b, sent } = openClient([invited]);
    const error = await failureOf(b2b.invitations.create(toAda, options as CallOptions));
    expect(error.code).toBe("invalid-input");
    expect(error.message).toContain(problem);
    expect(sent).toHaveLength(0);
  });
});
