import { type AccessToken, type Credential, clouds, createB2BClient, type Middleware } from "@vestibule/sdk";
import { VirtualClock } from "@vestibule/sdk/testing";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { adaId, adaRead, mailToAda } from "../graph-answers.ts";
import { openClient } from "../open-client.ts";
import { answer, type Step, scriptedTransport } from "../scripted-transport.ts";

/** A credential as those of @azure/identity are, which counts how often it is asked. */
function counting(clock: VirtualClock, livesMs = 3_600_000) {
  const scopes: unknown[] = [];
  return {
    scopes,
    async getToken(scope: string | string[]): Promise<AccessToken> {
      scopes.push(scope);
      const expiresOnTimestamp = clock.now() + livesMs;
      await clock.sleep(50);
      return { token: `token-${scopes.length}`, expiresOnTimestamp };
    },
  };
}

function open(credential: Credential, steps: readonly Step[] = [adaRead], clock = new VirtualClock()) {
  return openClient(steps, { credential }, clock);
}

const authorizations = (sent: readonly { headers: Readonly<Record<string, string>> }[]) =>
  sent.map(({ headers }) => headers.authorization);

describe("a credential", () => {
  test("gives each attempt its token, for the cloud's own scope", async () => {
    const clock = new VirtualClock();
    const credential = counting(clock);
    const transport = scriptedTransport([adaRead], clouds.china);
    await createB2BClient({ transport, credential, clock }).guests.get(adaId);
    expect(authorizations(transport.sent)).toEqual(["Bearer token-1"]);
    expect(credential.scopes.flat()).toEqual([clouds.china.scope]);
  });

  test.each(["abc…", "abc\ndef", "tök€n", "two words"])(
    "whose token no header can hold (%j) ends the call before anything is sent",
    async (token) => {
      const { b2b, sent } = open(() => token);
      const error = await failureOf(b2b.guests.get(adaId));
      expect(error).toMatchObject({ code: "unauthenticated", outcome: "not-sent", attempts: 0 });
      expect(String(error.cause)).toContain("characters that no header may have");
      expect(JSON.stringify(error) + String(error.cause)).not.toContain(token);
      expect(sent).toHaveLength(0);
    },
  );

  test("is asked once for calls that start together, and not again while its token holds", async () => {
    const clock = new VirtualClock();
    const credential = counting(clock);
    const { b2b, sent } = open(credential, [adaRead], clock);
    await Promise.all([b2b.guests.get(adaId), b2b.guests.get(adaId), b2b.guests.get(adaId)]);
    await b2b.guests.get(adaId);
    expect(credential.scopes).toHaveLength(1);
    expect(new Set(authorizations(sent))).toEqual(new Set(["Bearer token-1"]));
  });

  test("is asked anew shortly before its token ends", async () => {
    const clock = new VirtualClock();
    const credential = counting(clock);
    const { b2b, sent } = open(credential, [adaRead], clock);
    await b2b.guests.get(adaId);
    await clock.sleep(3_600_000 - 121_000);
    await b2b.guests.get(adaId);
    await clock.sleep(2_000);
    await b2b.guests.get(adaId);
    expect(authorizations(sent)).toEqual(["Bearer token-1", "Bearer token-1", "Bearer token-2"]);
  });

  test("keeps working though its tokens live shorter than they are kept", async () => {
    const clock = new VirtualClock();
    const { b2b, sent } = open(counting(clock, 60_000), [adaRead], clock);
    await b2b.guests.get(adaId);
    await b2b.guests.get(adaId);
    expect(authorizations(sent)).toEqual(["Bearer token-1", "Bearer token-2"]);
  });

  test("that failed is asked again by the next call", async () => {
    const clock = new VirtualClock();
    let asked = 0;
    const credential: Credential = {
      async getToken() {
        if (++asked === 1) throw new Error("the vault is closed");
        return { token: "late", expiresOnTimestamp: clock.now() + 3_600_000 };
      },
    };
    const { b2b, sent } = open(credential, [adaRead], clock);
    expect(await failureOf(b2b.guests.get(adaId))).toMatchObject({ code: "unauthenticated" });
    await b2b.guests.get(adaId);
    expect(authorizations(sent)).toEqual(["Bearer late"]);
  });

  test.each<[string, Credential]>([
    ["rejects", () => Promise.reject(new Error("no"))],
    [
      "throws",
      () => {
        throw new Error("no");
      },
    ],
    ["gives null", { getToken: async () => null }],
    ["gives an empty text", () => ""],
    ["gives nothing", (() => undefined) as never],
  ])("that %s is unauthenticated; nothing was sent, and nothing is tried again", async (_, credential) => {
    const { b2b, sent, clock, startedAt } = open(credential);
    const error = await failureOf(b2b.invitations.create(mailToAda));
    expect(error).toMatchObject({
      code: "unauthenticated",
      outcome: "not-sent",
      attempts: 0,
      retryable: false,
    });
    expect(sent).toEqual([]);
    expect(clock.now()).toBe(startedAt);
  });

  test("that one caller stops waiting for goes on for the others", async () => {
    const clock = new VirtualClock();
    const { b2b, sent } = open(counting(clock), [adaRead], clock);
    const controller = new AbortController();
    const given = failureOf(b2b.guests.get(adaId, { signal: controller.signal }));
    const other = b2b.guests.get(adaId);
    await clock.sleep(10);
    controller.abort();
    expect(await given).toMatchObject({ code: "aborted", outcome: "not-sent", attempts: 0 });
    expect(await other).toMatchObject({ id: adaId });
    expect(sent).toHaveLength(1);
  });
});

describe("a function that gives tokens", () => {
  test("is asked at every attempt, with the scope and the attempt's signal", async () => {
    const wanted: { scope: string; signal?: AbortSignal }[] = [];
    const { b2b, sent } = open(
      (asked) => {
        wanted.push(asked);
        return `token-${wanted.length}`;
      },
      [answer(503), answer(503), adaRead],
    );
    await b2b.guests.get(adaId);
    expect(authorizations(sent)).toEqual(["Bearer token-1", "Bearer token-2", "Bearer token-3"]);
    expect(wanted.map(({ scope }) => scope)).toEqual(Array(3).fill("https://graph.microsoft.com/.default"));
    expect(wanted.every(({ signal }) => signal instanceof AbortSignal)).toBe(true);
  });

  test("may take its time", async () => {
    const { b2b, sent } = open(async () => "slow");
    await b2b.guests.get(adaId);
    expect(authorizations(sent)).toEqual(["Bearer slow"]);
  });
});

describe("the token", () => {
  test("is seen by no layer of the user's", async () => {
    const seen: Readonly<Record<string, string>>[] = [];
    const spy: Middleware = (next) => async (request) => {
      seen.push(request.headers);
      const response = await next(request);
      seen.push(request.headers);
      return response;
    };
    const { b2b, sent } = openClient([adaRead], {
      credential: () => "secret",
      use: [spy],
      useAttempt: [spy],
    });
    await b2b.guests.get(adaId);
    expect(seen).toHaveLength(4);
    expect(JSON.stringify(seen)).not.toContain("secret");
    expect(seen.every((headers) => !("authorization" in headers))).toBe(true);
    expect(authorizations(sent)).toEqual(["Bearer secret"]);
  });

  test.each([
    "https://evil.example/v1.0/users",
    "https://graph.microsoft.com.evil.example/",
    "/users",
    "http://graph.microsoft.com/v1.0/users",
  ])("is neither fetched nor sent for the next link %s", async (next) => {
    let asked = 0;
    const astray: Middleware = (send) => (request) => send({ ...request, target: { next } });
    const credential = () => `token-${++asked}`;
    const { b2b, sent } = openClient([adaRead], { credential, use: [astray] });
    const error = await failureOf(b2b.guests.get(adaId));
    expect(error).toMatchObject({ code: "unexpected-response", outcome: "not-sent", attempts: 0 });
    expect(error.problems?.map(({ path }) => path)).toEqual(["@odata.nextLink"]);
    expect(asked).toBe(0);
    expect(sent).toEqual([]);
  });

  test("is not added where there is no credential", async () => {
    const { b2b, sent } = openClient([adaRead]);
    await b2b.guests.get(adaId);
    expect(authorizations(sent)).toEqual([undefined]);
  });
});
