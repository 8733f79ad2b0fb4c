import type { B2BClientOptions, Middleware, TokenWish } from "@vestibule/sdk";
import { VirtualClock } from "@vestibule/sdk/testing";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { adaId, adaRead, invited, mailToAda } from "../graph-answers.ts";
import { openClient } from "../open-client.ts";
import { refusal, type Step } from "../scripted-transport.ts";

const busy = (seconds: number) => refusal(429, "TooManyRequests", "", { "retry-after": String(seconds) });

/** A credential whose token number `slow` takes so long, and all others no time. */
function credential(clock: VirtualClock, slow: number, ms: number) {
  let asked = 0;
  return async () => {
    if (++asked === slow) await clock.sleep(ms);
    return `token-${asked}`;
  };
}

function opened(steps: readonly Step[], slow: number, ms: number) {
  const clock = new VirtualClock();
  const times: number[] = [];
  const noted = steps.map((step): Step => {
    return async (request) => {
      times.push(clock.now() - startedAt);
      if (step instanceof Error) throw step;
      return typeof step === "function" ? step(request) : step;
    };
  });
  const { b2b, startedAt, sent } = openClient(noted, { credential: credential(clock, slow, ms) }, clock);
  return { b2b, clock, times, sent };
}

describe("a request whose token is slow", () => {
  test("does not leave while the service wants to be left alone, though it had leave to go before", async () => {
    const { b2b, times, clock } = opened([busy(7), adaRead], 2, 1_000);
    const call = b2b.guests.get(adaId);
    const other = b2b.guests.get(adaId);
    await Promise.all([call, other]);
    expect(times).toHaveLength(3);
    expect(Math.min(...times.slice(1))).toBeGreaterThanOrEqual(7_000);
    expect(await other.meta()).toMatchObject({ attempts: 1 });
    expect(clock.sleeping).toBe(0);
  });

  test("ends at once where that would be after the call's deadline, with nothing sent", async () => {
    const { b2b, sent } = opened([busy(60), adaRead], 2, 1_000);
    const refused = b2b.guests.get(adaId).safe();
    const error = await failureOf(b2b.guests.get(adaId, { timeoutMs: 10_000 }));
    expect(error).toMatchObject({ code: "throttled", outcome: "not-sent", attempts: 0, retryable: true });
    expect(sent).toHaveLength(1);
    expect(await refused).toMatchObject({ ok: true });
  });

  test("that never comes ends with the call, and the error does not speak of an answer", async () => {
    const { b2b, sent } = opened([adaRead], 1, 600_000);
    const error = await failureOf(b2b.guests.get(adaId, { timeoutMs: 5_000 }));
    expect(error).toMatchObject({ code: "timeout", outcome: "not-sent", attempts: 0 });
    expect(error.message).not.toContain("no answer");
    expect(sent).toHaveLength(0);
  });

  test("leaves as soon as it has it where nobody minds", async () => {
    const { b2b, times } = opened([adaRead], 1, 4_000);
    await b2b.guests.get(adaId);
    expect(times).toEqual([4_000]);
  });
});

describe("a call that is given up while the token for a claims challenge is awaited", () => {
  const claims = btoa('{"access_token":{"acrs":{"essential":true,"value":"c1"}}}');
  const challenge = refusal(401, "InvalidAuthenticationToken", "Continue with claims.", {
    "www-authenticate": `Bearer error="insufficient_claims", claims="${claims}"`,
  });

  test("says that its mail was refused, and not that nobody knows", async () => {
    const { b2b, sent } = opened([challenge, invited], 2, 50_000);
    const error = await failureOf(b2b.invitations.create(mailToAda, { timeoutMs: 20_000 }));
    expect(error).toMatchObject({ code: "timeout", outcome: "rejected", attempts: 1, retryable: true });
    expect(sent).toHaveLength(1);
  });

  test("goes on with the same mail where only the attempt's time was over", async () => {
    const { b2b, sent } = opened([challenge, invited], 2, 50_000);
    const invitation = await b2b.invitations.create(mailToAda);
    expect(invitation).toMatchObject({ mail: "requested", reconciled: false });
    expect(sent.map(({ body }) => body)).toEqual([mailToAda, mailToAda]);
  });
});

describe("a request that is held up by a token that answers a claims challenge", () => {
  const claims = "{}";
  const challenge = refusal(401, "InvalidAuthenticationToken", "", {
    "www-authenticate": `Bearer error="insufficient_claims", claims="${btoa(claims)}"`,
  });

  /** One call is challenged, and its second token takes a second; meanwhile another call is refused. */
  async function heldUp(options: Partial<B2BClientOptions> = {}) {
    const clock = new VirtualClock();
    const asked: (string | undefined)[] = [];
    const credential = async (wish: TokenWish) => {
      asked.push(wish.claims);
      if (wish.claims !== undefined) await clock.sleep(1_000);
      return wish.claims === undefined ? "plain" : "better";
    };
    const opened = openClient([challenge, busy(7), adaRead], { credential, ...options }, clock);
    const call = opened.b2b.guests.get(adaId);
    const other = opened.b2b.guests.get(adaId);
    await Promise.all([call, other]);
    return { ...opened, asked, meta: await call.meta() };
  }

  test("goes out with that token in its next turn: the user is asked once a call", async () => {
    const { asked, sent, clock, startedAt } = await heldUp();
    expect(asked.filter((wanted) => wanted !== undefined)).toHaveLength(1);
    expect(clock.now() - startedAt).toBeGreaterThanOrEqual(7_000);
    expect(sent).toHaveLength(4);
  });

  test("does so whatever a layer of the user's makes of the rejection", async () => {
    const audit: Middleware = (next) => async (request) => {
      try {
        return await next(request);
      } catch (cause) {
        throw new Error("audit failed", { cause });
      }
    };
    const { meta } = await heldUp({ useAttempt: [audit] });
    expect(meta).toMatchObject({ status: 200, attempts: 2 });
  });
});
