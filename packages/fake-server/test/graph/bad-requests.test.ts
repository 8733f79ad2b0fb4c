import { createWorld } from "@vestibule/fake-server";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

async function open() {
  const world = createWorld({ seed: 5 });
  const tenant = world.cloud("public").tenant("contoso").members(3);
  const app = tenant.app("caller");
  const group = tenant.group("team");
  const { token } = await tenant.credential({ as: app }).getToken();
  const send = (path: string, init: RequestInit = {}, bearer: string | undefined = token) =>
    world.fetch(
      new Request(`https://graph.microsoft.com${path}`, {
        ...init,
        headers: {
          ...(bearer && { authorization: `Bearer ${bearer}` }),
          ...(init.body !== undefined && { "content-type": "application/json" }),
          ...(init.headers as Record<string, string>),
        },
      }),
    );
  const post = (path: string, body: string) => send(path, { method: "POST", body });
  return { world, tenant, app, group, token, send, post };
}

interface Envelope {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly innerError?: Record<string, string>;
  };
}

async function refused(response: Response): Promise<{ status: number } & Envelope["error"]> {
  const { error } = (await response.json()) as Envelope;
  return { status: response.status, ...error };
}

const invitation = {
  invitedUserEmailAddress: "ada@fabrikam.example",
  inviteRedirectUrl: "https://contoso.example",
};

describe("a malformed request", () => {
  test.each([
    ["a body that is no JSON", "{"],
    ["no body", ""],
    ["an array", "[]"],
    ["a text", '"invite"'],
    ["null", "null"],
    ["an empty object", "{}"],
    ["an unknown property", JSON.stringify({ ...invitation, invitedUserEmail: "x" })],
    ["a property of the object prototype", '{"constructor":1}'],
    ["a number for the address", JSON.stringify({ ...invitation, invitedUserEmailAddress: 1 })],
    ["null for the address", JSON.stringify({ ...invitation, invitedUserEmailAddress: null })],
    ["a text for a boolean", JSON.stringify({ ...invitation, sendInvitationMessage: "true" })],
    ["an unknown user type", JSON.stringify({ ...invitation, invitedUserType: "Visitor" })],
    ["a redirect that is no address", JSON.stringify({ ...invitation, inviteRedirectUrl: "home" })],
    ["a redirect to a script", JSON.stringify({ ...invitation, inviteRedirectUrl: "javascript:alert(1)" })],
    ["a redirect to data", JSON.stringify({ ...invitation, inviteRedirectUrl: "data:text/html,hello" })],
    ["a reset of nobody", JSON.stringify({ ...invitation, resetRedemption: true })],
    [
      "a copy to a number",
      JSON.stringify({ ...invitation, invitedUserMessageInfo: { ccRecipients: [{ emailAddress: 1 }] } }),
    ],
  ])("to /invitations (%s) answers 400 in Graph's envelope, and changes nothing", async (_, body) => {
    const { post, tenant } = await open();
    const before = tenant.log.length;
    const error = await refused(await post("/v1.0/invitations", body));
    expect(error).toMatchObject({ status: 400, code: "BadRequest" });
    expect(error.message).not.toBe("");
    expect(error.innerError).toMatchObject({ date: "2026-01-01T00:00:00" });
    expect(error.innerError?.["request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(tenant.log.length).toBe(before);
  });

  test.each([
    "a+b@fabrikam.example",
    "a b@fabrikam.example",
    "ada",
    "@fabrikam.example",
    "ada@",
    "ada@fabrikam",
    "a@b@c.example",
    ".a@b.example",
  ])("with the address %s is refused as the service does", async (invitedUserEmailAddress) => {
    const { post } = await open();
    const error = await refused(
      await post("/v1.0/invitations", JSON.stringify({ ...invitation, invitedUserEmailAddress })),
    );
    expect(error).toMatchObject({ status: 400, message: "The Primary SMTP Address is an invalid value" });
  });

  test("to a path that is not there names its segment; to a version that is not there, the version", async () => {
    const { send } = await open();
    expect(await refused(await send("/v1.0/nothing/here"))).toMatchObject({
      status: 400,
      code: "BadRequest",
      message: expect.stringContaining("'nothing'"),
    });
    expect(await refused(await send("/v3/users"))).toMatchObject({
      status: 400,
      message: expect.stringContaining("v3"),
    });
    expect(await refused(await send("/v1.0/users/%E0%A4%A"))).toMatchObject({ status: 400 });
    expect(await refused(await send("/v1.0/users", { method: "DELETE" }))).toMatchObject({ status: 405 });
  });

  test("for invitations that were made finds a web server's page, as with the service", async () => {
    const { send } = await open();
    const error = await refused(await send("/v1.0/invitations"));
    expect(error).toMatchObject({ status: 404, code: "UnknownError" });
    expect(error.message).toMatch(/^<html>/);
  });
});

describe("a principal name", () => {
  test("that another user has cannot be taken", async () => {
    const { send, tenant } = await open();
    const [mia, bo] = [tenant.user("mia"), tenant.user("bo")];
    const body = JSON.stringify({ userPrincipalName: mia.userPrincipalName.toUpperCase() });
    const error = await refused(await send(`/v1.0/users/${bo.id}`, { method: "PATCH", body }));
    expect(error).toMatchObject({
      status: 400,
      message: "Another object with the same value for property userPrincipalName already exists.",
    });
  });
});

describe("a token", () => {
  test("that is missing, unknown or out of date is refused with 401", async () => {
    const { send, world } = await open();
    expect(await refused(await send("/v1.0/users", {}, ""))).toMatchObject({
      status: 401,
      code: "InvalidAuthenticationToken",
    });
    expect(await refused(await send("/v1.0/users", {}, "ey.not.ours"))).toMatchObject({ status: 401 });
    expect((await send("/v1.0/users")).status).toBe(200);
    await world.clock.sleep(3_600_000);
    expect(await refused(await send("/v1.0/users"))).toMatchObject({ status: 401 });
  });

  test("that is refused is answered with the time and the ids of the request, as every error is", async () => {
    const { world } = await open();
    const id = "22222222-0000-4000-8000-000000000000";
    const ask = async (headers: Record<string, string>) => {
      const response = await world.fetch("https://graph.microsoft.com/v1.0/users", { headers });
      const { error } = (await response.json()) as { error: { innerError: Record<string, string> } };
      const ids = ["request-id", "client-request-id"].map((name) => response.headers.get(name));
      return { inner: error.innerError, ids };
    };
    const first = await ask({ authorization: "Bearer x", "client-request-id": id });
    const second = await ask({});
    expect(first.inner).toEqual({
      date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
      "request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
      "client-request-id": id,
    });
    expect(first.ids).toEqual([first.inner["request-id"], id]);
    expect(second.ids).toEqual([second.inner["request-id"], second.inner["request-id"]]);
    expect(second.inner["request-id"]).not.toBe(first.inner["request-id"]);
  });

  test("of one cloud is refused at the Graph of another", async () => {
    const { world, token } = await open();
    const elsewhere = new Request("https://graph.microsoft.us/v1.0/users", {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await refused(await world.fetch(elsewhere))).toMatchObject({
      status: 401,
      message: expect.stringContaining("audience"),
    });
  });
});

describe("anything at all", () => {
  const word = fc.oneof(
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.constantFrom(
      "users",
      "invitations",
      "groups",
      "members",
      "$ref",
      "servicePrincipals",
      "policies",
      "$count",
      "..",
      "%23",
      "'",
    ),
  );
  const request = fc.record({
    method: fc.constantFrom("GET", "POST", "PATCH", "PUT", "DELETE", "HEAD"),
    path: fc.array(word, { maxLength: 5 }),
    query: fc.dictionary(
      fc.constantFrom("$filter", "$select", "$top", "$orderby", "$count", "$skiptoken", "$skip", "x"),
      fc.string({ maxLength: 40 }),
    ),
    body: fc.oneof(fc.string({ maxLength: 60 }), fc.json({ maxDepth: 4 })),
    eventual: fc.boolean(),
  });

  test("that is sent gets an answer below 500, in Graph's envelope where it is refused, and a refusal changes nothing", async () => {
    const { send, tenant } = await open();
    await fc.assert(
      fc.asyncProperty(request, async ({ method, path, query, body, eventual }) => {
        const before = tenant.log.length;
        const url = `/v1.0/${path.map(encodeURIComponent).join("/")}?${new URLSearchParams(query)}`;
        const response = await send(url, {
          method,
          ...(method !== "GET" && method !== "HEAD" && { body }),
          ...(eventual && { headers: { consistencylevel: "eventual" } }),
        });
        expect(response.status).toBeLessThan(500);
        if (response.status < 400) return;
        expect(tenant.log.length).toBe(before);
        expect(await response.json()).toMatchObject({
          error: { code: expect.any(String), message: expect.any(String) },
        });
      }),
      { numRuns: 3_000 },
    );
  });
});
