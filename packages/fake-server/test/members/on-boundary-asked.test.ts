import { B2BError, type BoundaryAnswer } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { failureOf, rejectionOf } from "../failure-of.ts";
import { li, member, twoClouds as open } from "./two-clouds.ts";

const nobodyKnows = (): undefined => undefined;

describe("a remedy that cannot be right", () => {
  test.each([
    ["no account", { onBoundary: "create-member" }, "member"],
    [
      "an account without a password",
      { onBoundary: "create-member", member: { ...member, passwordProfile: {} } },
      "member.passwordProfile.password",
    ],
    ["what is no remedy", { onBoundary: "wait" }, "onBoundary"],
    ["an account, and not what it is for", { member }, "onBoundary"],
    ["an account beside a question", { onBoundary: nobodyKnows, member }, "member"],
    ["an option that there is none of", { onBoundary: nobodyKnows, timeout: 5 }, "timeout"],
  ])("(%s) is refused before anything is sent, though it may not be needed", async (_, options, path) => {
    const { b2b, contoso } = open();
    const input = { ...li, invitedUserEmailAddress: "ada@mail.example" };
    const error = await failureOf(b2b.invitations.create(input, options as never) as Promise<unknown>);
    expect(error).toMatchObject({
      code: "invalid-input",
      outcome: "not-sent",
      operation: "invitations.create",
    });
    expect(error.problems?.map((problem) => problem.path)).toEqual([path]);
    expect(contoso.faults.requests).toBe(0);
  });

  test("goes with no reset of a guest who is there", async () => {
    const { b2b } = open();
    const invitedUser = { id: "00000000-0000-4000-8000-000000000000" };
    const input = { ...li, resetRedemption: true, invitedUser };
    const error = await failureOf(b2b.invitations.create(input, { onBoundary: "create-member", member }));
    expect(error).toMatchObject({ code: "invalid-input", outcome: "not-sent" });
  });

  test.each([
    ["nothing of the kind", {}, "onBoundary"],
    ["what is no object", "li@mail.example", "onBoundary"],
    [
      "something that nobody asked for",
      { invitedUserEmailAddress: "li@mail.example", sendInvitationMessage: true },
      "onBoundary",
    ],
    ["an address and an account", { invitedUserEmailAddress: "li@mail.example", member }, "onBoundary"],
    [
      "an address that cannot be invited",
      { invitedUserEmailAddress: "li+1@mail.example" },
      "invitedUserEmailAddress",
    ],
    ["an account without a name", { member: { ...member, displayName: "" } }, "displayName"],
  ])("(an answer with %s) is refused, and makes nothing", async (_, answer, path) => {
    const { b2b, done } = open();
    const error = await failureOf(b2b.invitations.create(li, { onBoundary: () => answer as BoundaryAnswer }));
    expect(error).toMatchObject({ code: "invalid-input", outcome: "not-sent" });
    expect(error.problems?.map((problem) => problem.path)).toEqual([path]);
    expect(done()).toEqual([]);
  });
});

describe("whoever is asked", () => {
  test("may fail: what it throws passes through, and makes nothing", async () => {
    const { b2b, done } = open();
    const thrown = new Error("the form was closed");
    const call = b2b.invitations.create(li, {
      onBoundary: () => {
        throw thrown;
      },
    });
    expect(await rejectionOf(call)).toBe(thrown);
    expect(await rejectionOf(call.safe())).toBe(thrown);
    expect(done()).toEqual([]);
  });

  test("has the time of the call, and no more", async () => {
    const { b2b, world, done } = open();
    const onBoundary = async (): Promise<BoundaryAnswer> => {
      await world.clock.sleep(20_000);
      return { member };
    };
    const error = await failureOf(b2b.invitations.create(li, { onBoundary, timeoutMs: 15_000 }));
    expect(error).toMatchObject({ code: "timeout", outcome: "not-sent" });
    expect(done()).toEqual([]);
    const other = open();
    const slow = async (): Promise<BoundaryAnswer> => {
      await other.world.clock.sleep(10_000);
      return { member };
    };
    expect(await other.b2b.invitations.create(li, { onBoundary: slow, timeoutMs: 15_000 })).toMatchObject({
      kind: "member",
    });
  });

  test.each([
    ["the time of the call is over", { timeoutMs: 15_000 }, "timeout"],
    ["its caller gives up", {}, "aborted"],
  ])(
    "may never answer: the call ends when %s, and the question's signal with it",
    async (_, options, code) => {
      const { b2b, world, done } = open();
      const controller = new AbortController();
      const signals: AbortSignal[] = [];
      const call = b2b.invitations.create(li, {
        ...options,
        signal: controller.signal,
        onBoundary: ({ signal }) => {
          signals.push(signal);
          return new Promise<BoundaryAnswer>(() => undefined);
        },
      });
      const failure = failureOf(call);
      await world.clock.sleep(20_000);
      if (code === "aborted") controller.abort();
      expect(await failure).toMatchObject({ code, outcome: "not-sent", operation: "invitations.create" });
      expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
      expect(done()).toEqual([]);
    },
  );

  test("is handed a signal by every call, even by one that nobody limits", async () => {
    const { b2b } = open();
    const seen: unknown[] = [];
    const onBoundary = ({ signal }: { readonly signal: AbortSignal }) => void seen.push(signal);
    await b2b.invitations.create(li, { onBoundary }).safe();
    expect(seen).toEqual([expect.any(AbortSignal)]);
  });

  test("sees the call's signal; after an abort nothing is made", async () => {
    const { b2b, done } = open();
    const controller = new AbortController();
    const error = await failureOf(
      b2b.invitations.create(li, {
        signal: controller.signal,
        onBoundary: ({ signal }) => {
          controller.abort();
          expect(signal.aborted).toBe(true);
          return { member };
        },
      }),
    );
    expect(error).toMatchObject({ code: "aborted", outcome: "not-sent" });
    expect(done()).toEqual([]);
  });

  test("is told by an error that holds no address", async () => {
    const { b2b } = open();
    const texts: string[] = [];
    await b2b.invitations
      .create(li, {
        onBoundary: ({ error }) => {
          texts.push(error.message, JSON.stringify(error));
          expect(error).toBeInstanceOf(B2BError);
          return undefined;
        },
      })
      .safe();
    expect(texts).toHaveLength(2);
    for (const text of texts) expect(text).not.toContain("li@");
  });
});
