import { type B2BClientOptions, createB2BClient } from "@vestibule/sdk";
import { VirtualClock } from "@vestibule/sdk/testing";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { adaId, adaRead, invited, mailToAda } from "../graph-answers.ts";
import { answer, refusal, type Step, scriptedTransport } from "../scripted-transport.ts";

const claims = '{"access_token":{"nbf":{"essential":true,"value":"1767225600"}}}';

function challenge(wanted = claims, status = 401): Step {
  return refusal(
    status,
    "InvalidAuthenticationToken",
    "Continuous access evaluation resulted in challenge.",
    {
      "www-authenticate": `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${btoa(wanted)}"`,
    },
  );
}

function challenged(steps: readonly Step[], options: Partial<B2BClientOptions> = {}) {
  const asked: { readonly claims?: string }[] = [];
  const credential = {
    getToken: async (_: string | string[], wanted: { readonly claims?: string } = {}) => {
      asked.push(wanted);
      return { token: `token-${asked.length}`, expiresOnTimestamp: Date.UTC(2030, 0, 1) };
    },
  };
  const transport = scriptedTransport(steps);
  const b2b = createB2BClient({ transport, credential, clock: new VirtualClock(), ...options });
  const bearers = () => transport.sent.map(({ headers }) => headers.authorization);
  return { b2b, asked, sent: transport.sent, bearers };
}

describe("a claims challenge", () => {
  test("is answered once, with a token that was asked for with the claims", async () => {
    const { b2b, asked, bearers } = challenged([challenge(), adaRead]);
    expect(await b2b.guests.get(adaId)).toMatchObject({ id: adaId });
    expect(asked).toEqual([{}, { claims }]);
    expect(bearers()).toEqual(["Bearer token-1", "Bearer token-2"]);
  });

  test("is answered for a mail too: the service had refused before any work", async () => {
    const { b2b, sent } = challenged([challenge(), invited]);
    expect(await b2b.invitations.create(mailToAda)).toMatchObject({ mail: "requested", reconciled: false });
    expect(sent.map(({ body }) => body)).toEqual([mailToAda, mailToAda]);
  });

  test("leaves the better token to the calls that follow", async () => {
    const { b2b, asked, bearers } = challenged([challenge(), adaRead]);
    await b2b.guests.get(adaId);
    await b2b.guests.get(adaId);
    expect(asked).toHaveLength(2);
    expect(bearers().at(-1)).toBe("Bearer token-2");
  });

  test("that comes again is an error that hands the claims on", async () => {
    const { b2b, sent } = challenged([challenge()]);
    const error = await failureOf(b2b.guests.get(adaId));
    expect(error).toMatchObject({ code: "unauthenticated", claims, attempts: 2, outcome: "rejected" });
    expect(error).toMatchObject({ retryable: false });
    expect(sent).toHaveLength(2);
  });

  test("may come with a 403", async () => {
    const { b2b } = challenged([challenge(claims, 403)]);
    expect(await failureOf(b2b.guests.get(adaId))).toMatchObject({ code: "unauthenticated", claims });
  });

  test("is understood in base64url and beyond ASCII", async () => {
    const wide = '{"id_token":{"acrs":{"value":"ü~~~???"}}}';
    const encoded = btoa(String.fromCharCode(...new TextEncoder().encode(wide)))
      .replaceAll("+", "-")
      .replaceAll("/", "_");
    const header = { "www-authenticate": `Bearer error="insufficient_claims", claims="${encoded}"` };
    const { b2b, asked } = challenged([answer(401, undefined, header), adaRead]);
    await b2b.guests.get(adaId);
    expect(asked.at(-1)).toEqual({ claims: wide });
  });

  test.each([
    ["another error", 'Bearer error="invalid_token", claims="e30="'],
    ["no claims", 'Bearer error="insufficient_claims"'],
    ["claims that are no base64", 'Bearer error="insufficient_claims", claims="=a="'],
    ["claims that are no JSON", `Bearer error="insufficient_claims", claims="${btoa("none")}"`],
  ])("is none where the header has %s", async (_, header) => {
    const { b2b, sent } = challenged([answer(401, undefined, { "www-authenticate": header })]);
    const error = await failureOf(b2b.guests.get(adaId));
    expect(error).toMatchObject({ code: "unauthenticated", claims: undefined });
    expect(sent).toHaveLength(1);
  });

  test("reaches a function that gives tokens", async () => {
    const wishes: unknown[] = [];
    const credential = (wish: { readonly claims?: string }) => {
      wishes.push(wish.claims);
      return "token";
    };
    const { b2b } = challenged([challenge(), adaRead], { credential });
    await b2b.guests.get(adaId);
    expect(wishes).toEqual([undefined, claims]);
  });

  test("is an error at once where the client has no credential", async () => {
    const transport = scriptedTransport([challenge()]);
    const b2b = createB2BClient({ transport, clock: new VirtualClock() });
    expect(await failureOf(b2b.guests.get(adaId))).toMatchObject({ code: "unauthenticated", attempts: 1 });
  });

  test.each([
    ["throws", () => Promise.reject(new Error("interaction required"))],
    ["gives none", () => Promise.resolve(null)],
  ])("hands the claims on where the credential %s for them", async (_, refusing) => {
    const credential = {
      getToken: (_scopes: unknown, options?: { claims?: string }) =>
        options?.claims === undefined
          ? Promise.resolve({ token: "t", expiresOnTimestamp: Number.MAX_SAFE_INTEGER })
          : refusing(),
    };
    const { b2b } = challenged([challenge()], { credential });
    const error = await failureOf(b2b.guests.get(adaId));
    expect(error).toMatchObject({ code: "unauthenticated", claims });
    expect(error.message).toMatch(/let the user sign in again with them/);
  });

  test("whose token cannot be had is an error that says so", async () => {
    const credential = ({ claims: wanted }: { readonly claims?: string }) =>
      wanted === undefined ? "token" : Promise.reject(new Error("the user has to sign in"));
    const { b2b } = challenged([challenge()], { credential });
    const error = await failureOf(b2b.guests.get(adaId));
    expect(error).toMatchObject({ code: "unauthenticated", attempts: 1, outcome: "rejected" });
  });
});

describe("the token that answered a challenge", () => {
  test("serves the later attempts of its call", async () => {
    const { b2b, asked, bearers } = challenged([challenge(), answer(503), adaRead]);
    await b2b.guests.get(adaId);
    expect(asked).toEqual([{}, { claims }]);
    expect(bearers()).toEqual(["Bearer token-1", "Bearer token-2", "Bearer token-2"]);
  });
});
