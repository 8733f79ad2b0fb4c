import { createWorld } from "@vestibule/fake-server";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { authorized, broughtBack, CHALLENGE, CHINA, PUBLIC, REDIRECT, VERIFIER } from "./sign-in.ts";

const SECRET = "the-one-secret-that-nobody-sees";
/** What a request of any kind may be answered with. */
const STATUSES = [200, 302, 400, 401, 404, 405];

/** Requests that are right in part: what is wrong is wrong at any depth. */
async function pieces() {
  const world = createWorld({ seed: 16 });
  const contoso = world.cloud("public").tenant("contoso").domain("contoso.example");
  contoso.user("ada@contoso.example");
  const { appId } = contoso.app("portal", { secret: SECRET, redirectUris: [REDIRECT] });
  const back = await authorized(world, contoso.id, {
    ...{ client_id: appId, login_hint: "ada@contoso.example" },
  });
  const { code = "" } = broughtBack(back);
  const junk = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.constantFrom(
      "",
      "%",
      "\u0000",
      "..",
      "null",
      "{}",
      "[]",
      '{"access_token":7}',
      "a.b.c",
      "e30.e30.e30",
    ),
  );
  const field = (...good: readonly string[]) =>
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...good) }, junk);
  const fields = {
    grant_type: field("client_credentials", "authorization_code", "refresh_token"),
    client_id: field(appId),
    client_secret: field(SECRET),
    client_assertion: junk,
    client_assertion_type: field("urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
    scope: field("https://graph.microsoft.com/.default", "openid User.Read", "/", "//.default"),
    resource: field("https://graph.microsoft.com"),
    code: field(code),
    code_verifier: field(VERIFIER),
    refresh_token: junk,
    redirect_uri: field(REDIRECT),
    response_type: field("code"),
    response_mode: field("query", "fragment", "form_post"),
    code_challenge: field(CHALLENGE),
    code_challenge_method: field("S256", "plain"),
    claims: field('{"access_token":{"acrs":{"value":"c1"},"nbf":{"value":"1"}}}'),
    login_hint: field("ada@contoso.example", "@", "nobody@nowhere.example"),
    prompt: field("none", "login"),
    answer: field("approve", "deny", "cancel"),
    state: junk,
    authorization_endpoint: field(`${PUBLIC}/common`),
    login: field("ada@contoso.example"),
    post_logout_redirect_uri: field(REDIRECT),
    client_info: field("1"),
  };
  const place = fc.oneof(
    ...[
      "oauth2/v2.0/token",
      "oauth2/token",
      "oauth2/v2.0/authorize",
      "oauth2/authorize",
      "oauth2/logout",
    ].map(fc.constant),
    ...["v2.0/.well-known/openid-configuration", "discovery/v2.0/keys", "discovery/instance"].map(
      fc.constant,
    ),
    junk.map((text) => `userrealm/${encodeURIComponent(text.toWellFormed())}`),
    junk.map((text) => encodeURIComponent(text.toWellFormed())),
  );
  const tenant = field(contoso.id, "contoso.example", "common").map((text) =>
    encodeURIComponent(text.toWellFormed()),
  );
  const request = fc.record({
    host: fc.constantFrom(PUBLIC, PUBLIC, PUBLIC, CHINA),
    ...{ tenant, place },
    method: fc.constantFrom("GET", "POST", "POST", "PUT"),
    basic: fc.option(
      junk.map((text) => `Basic ${Buffer.from(text).toString("base64")}`),
      { nil: undefined },
    ),
    form: fc.record(fields, { requiredKeys: [] }),
  });
  return { world, request };
}

test("whatever is sent to the login hosts is answered, and no answer shows a secret: three thousand made-up requests", async () => {
  const { world, request } = await pieces();
  const seen = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(request, async ({ host, tenant, place, method, basic, form }) => {
      const given = Object.entries(form).filter((entry) => entry[1] !== undefined);
      const body = new URLSearchParams(given as [string, string][]);
      const isForm = method !== "GET";
      const response = await world.fetch(
        new Request(`${host}/${tenant}/${place}${isForm ? "" : `?${body}`}`, {
          ...{ method, headers: basic === undefined ? {} : { authorization: basic } },
          ...(isForm && { body }),
        }),
      );
      const text = await response.text();
      seen.set(response.status, (seen.get(response.status) ?? 0) + 1);
      expect(STATUSES).toContain(response.status);
      const isJson = response.headers.get("content-type")?.startsWith("application/json");
      if (isJson && response.status !== 200) {
        expect(JSON.parse(text).error_description).toMatch(/^AADSTS\d+: .* Trace ID: [-0-9a-f]{36} /s);
        expect(text).not.toContain(SECRET);
      }
    }),
    { seed: 6, numRuns: 3_000 },
  );
  // Every kind of answer was among them, so that something was tried.
  expect([...seen.keys()].sort()).toEqual(STATUSES);
});
