import { createWorld } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { CHINA, claimsOf, type Fields, GOVERNMENT, graph, PUBLIC, posted, sent, token } from "./sign-in.ts";

const SECRET = "a-secret-of-the-application";
const SCOPE = "https://graph.microsoft.com/.default";

function furnish(permissions?: readonly string[]) {
  const world = createWorld({ seed: 11 });
  const contoso = world.cloud("public").tenant("contoso").domain("contoso.example");
  contoso.user("ada");
  const app = contoso.app("inviter", { secret: SECRET, ...(permissions && { permissions }) });
  const api = contoso.app("api").appId;
  const fields = {
    ...{ grant_type: "client_credentials", client_id: app.appId, client_secret: SECRET, scope: SCOPE },
  };
  return {
    world,
    contoso,
    app,
    fields,
    ask: ({ scope = SCOPE, ...changes }: Fields = {}) =>
      token(world, contoso.id, { ...fields, ...changes, scope: scope.replace("API", api) }),
  };
}

describe("an application with a secret", () => {
  test("gets a token that says who it is and what it may do, and opens Graph with it", async () => {
    const { world, contoso, app, ask } = furnish(["User.Read.All"]);
    const { status, body, headers } = await ask();
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: "Bearer", expires_in: 3599, ext_expires_in: 3599 });
    expect(headers.get("cache-control")).toContain("no-store");
    const now = Math.floor(world.clock.now() / 1000);
    expect(claimsOf(body.access_token)).toMatchObject({
      ...{ aud: "https://graph.microsoft.com", iss: `https://sts.windows.net/${contoso.id}/`, ver: "1.0" },
      ...{ tid: contoso.id, appid: app.appId, appidacr: "1", oid: app.id, sub: app.id, idtyp: "app" },
      ...{ roles: ["User.Read.All"], iat: now, nbf: now, exp: now + 3600 },
    });
    const users = await graph(world, body.access_token);
    expect([users.status, users.body.value]).toMatchObject([200, [{ displayName: "ada" }]]);
  });

  test("may do no more than its permissions say", async () => {
    const { world, ask } = furnish(["Group.Read.All"]);
    const { body } = await ask();
    expect((await graph(world, body.access_token)).status).toBe(403);
    expect((await graph(world, body.access_token, "/v1.0/groups")).status).toBe(200);
  });

  test("that may do everything is told all permissions by name", async () => {
    const { ask } = furnish();
    const { roles } = claimsOf((await ask()).body.access_token);
    expect(roles).toEqual(expect.arrayContaining(["User.Invite.All", "Directory.Read.All"]));
  });

  test("may name itself in a header instead", async () => {
    const { world, contoso, app } = furnish();
    const authorization = `Basic ${btoa(`${app.appId}:${SECRET}`)}`;
    const fields = { grant_type: "client_credentials", scope: SCOPE };
    const url = `${PUBLIC}/${contoso.id}/oauth2/v2.0/token`;
    expect((await posted(world, url, fields, { authorization })).status).toBe(200);
  });

  test("is served at the endpoint of the first version too, where numbers are text", async () => {
    const { world, contoso, fields } = furnish();
    const { scope: _, ...rest } = fields;
    const url = `${PUBLIC}/contoso.example/oauth2/token`;
    const { status, body } = await posted(world, url, { ...rest, resource: "https://graph.microsoft.com/" });
    const now = Math.floor(world.clock.now() / 1000);
    expect([status, body.expires_in, body.expires_on]).toEqual([200, "3599", String(now + 3599)]);
    expect(body.resource).toBe("https://graph.microsoft.com/");
    expect(claimsOf(body.access_token).tid).toBe(contoso.id);
  });

  test.each([
    ["a wrong secret", { client_secret: "another-secret" }, 401, "invalid_client", 7000215],
    ["no proof", { client_secret: "" }, 401, "invalid_client", 7000216],
    [
      "an unknown application",
      { client_id: "11111111-0000-4000-8000-000000000000" },
      400,
      "unauthorized_client",
      700016,
    ],
    ["no application's id", { client_id: "inviter" }, 400, "unauthorized_client", 700016],
    ["no scope", { scope: "" }, 400, "invalid_request", 900144],
    ["a scope by name", { scope: "https://graph.microsoft.com/User.Read" }, 400, "invalid_scope", 1002012],
    [
      "another cloud's Graph",
      { scope: "https://graph.microsoft.us/.default" },
      400,
      "invalid_resource",
      500011,
    ],
    ["an unknown resource", { scope: "api://nothing/.default" }, 400, "invalid_resource", 500011],
    ["two resources", { scope: `${SCOPE} api://API/.default` }, 400, "invalid_scope", 700022],
    ["no grant", { grant_type: "" }, 400, "invalid_request", 900144],
    ["an unknown grant", { grant_type: "telepathy" }, 400, "unsupported_grant_type", 70003],
    ["a claims request that is none", { claims: "[]" }, 400, "invalid_request", 9002313],
  ])("is refused with %s", async (_, changes, status, error, code) => {
    const { ask } = furnish();
    const answer = await ask(changes as Fields);
    expect([answer.status, answer.body.error, answer.body.error_codes]).toEqual([status, error, [code]]);
    expect(answer.body.error_description).toMatch(new RegExp(`^AADSTS${code}: `));
    expect(Object.keys(answer.body)).toEqual(
      expect.arrayContaining(["timestamp", "trace_id", "correlation_id", "error_uri"]),
    );
    expect(answer.text).not.toContain("secret-of");
    expect(answer.text).not.toContain("another-secret");
  });

  test.each([
    ["an unknown tenant", "nobody.example", 90002],
    ["what is no tenant's name", "no tenant", 900023],
    ["a name for many tenants", "common", 50059],
  ])("is refused at %s", async (_, tenant, code) => {
    const { world, fields } = furnish();
    expect((await token(world, tenant, fields)).body.error_codes).toEqual([code]);
  });

  test("is not known at another cloud's host", async () => {
    const { world, contoso, fields } = furnish();
    for (const host of [GOVERNMENT, CHINA]) {
      expect((await token(world, contoso.id, fields, host)).body.error_codes).toEqual([90002]);
    }
  });

  test("of the government's cloud is sent away from the public host, which knows its tenant", async () => {
    const { world } = furnish();
    const agency = world.cloud("usgov").tenant("agency");
    const { appId } = agency.app("inviter", { secret: SECRET });
    const fields = {
      grant_type: "client_credentials",
      client_id: appId,
      client_secret: SECRET,
      scope: SCOPE,
    };
    expect((await token(world, agency.id, fields)).body.error_codes).toEqual([900382]);
  });

  test("can ask for nothing by an address alone", async () => {
    const { world, contoso, fields } = furnish();
    const url = `${PUBLIC}/${contoso.id}/oauth2/v2.0/token?${new URLSearchParams(fields)}`;
    expect((await sent(world, url)).body.error_codes).toEqual([900561]);
    expect((await posted(world, url, {})).body.error_codes).toEqual([900144]);
  });

  test("is not known in another tenant", async () => {
    const { world, fields } = furnish();
    const other = world.cloud("public").tenant("fabrikam");
    expect((await token(world, other.id, fields)).body.error_codes).toEqual([700016]);
  });

  test("is refused where a field is there twice", async () => {
    const { world, contoso, fields } = furnish();
    const body = `${new URLSearchParams(fields)}&scope=other`;
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const url = `${PUBLIC}/${contoso.id}/oauth2/v2.0/token`;
    expect((await sent(world, url, { method: "POST", body, headers })).body.error_codes).toEqual([9000411]);
  });

  test("finds the correlation id that it has sent in the error", async () => {
    const { world, contoso } = furnish();
    const id = "22222222-0000-4000-8000-000000000000";
    const url = `${PUBLIC}/${contoso.id}/oauth2/v2.0/token`;
    const { body } = await posted(world, url, {}, { "client-request-id": id });
    expect(body.correlation_id).toBe(id);
    expect(body.error_description).toContain(`Correlation ID: ${id}`);
  });
});

describe("a token that was signed", () => {
  const refused = { code: "InvalidAuthenticationToken" };

  test("is refused by Graph once its hour is over", async () => {
    const { world, ask } = furnish();
    const { body } = await ask();
    await world.clock.sleep(3_599_000);
    expect((await graph(world, body.access_token)).status).toBe(200);
    await world.clock.sleep(1_000);
    const late = await graph(world, body.access_token);
    expect([late.status, late.body.error]).toMatchObject([401, refused]);
    expect(late.text).toContain("Lifetime validation failed, the token is expired.");
  });

  test("is refused where anything in it was changed", async () => {
    const { world, ask } = furnish(["User.Read.All"]);
    const jwt = String((await ask()).body.access_token);
    const [head, , signature] = jwt.split(".");
    const more = { ...claimsOf(jwt), roles: ["Directory.ReadWrite.All"] };
    const payload = Buffer.from(JSON.stringify(more)).toString("base64url");
    for (const forged of [
      `${head}.${payload}.${signature}`,
      `${head}.${payload}.`,
      `${jwt}A`,
      "a.b.c",
      "x",
    ]) {
      const answer = await graph(world, forged);
      expect([answer.status, answer.body.error]).toMatchObject([401, refused]);
    }
  });

  test("of another world is refused, whose tenants have the same ids", async () => {
    const { ask } = furnish();
    const { world } = furnish();
    const { body } = await ask();
    expect((await graph(world, body.access_token)).status).toBe(401);
  });

  test("of one cloud is refused at the Graph of another", async () => {
    const { world, ask } = furnish();
    const { body } = await ask();
    const answer = await graph(world, body.access_token, "/v1.0/users", "https://graph.microsoft.us");
    expect([answer.status, answer.text]).toEqual([401, expect.stringContaining("Invalid audience")]);
  });

  test("for another API is refused by Graph", async () => {
    const { world, contoso, ask } = furnish();
    const api = contoso.app("api");
    const { status, body } = await ask({ scope: `api://${api.appId}/.default` });
    expect([status, claimsOf(body.access_token).aud]).toEqual([200, `api://${api.appId}`]);
    expect((await graph(world, body.access_token)).status).toBe(401);
  });

  test("is taken back with the time in which it was issued, and one from before stays good", async () => {
    const { world, ask } = furnish();
    const before = (await ask()).body.access_token;
    const mark = world.mark();
    const after = (await ask()).body.access_token;
    expect((await graph(world, after)).status).toBe(200);
    world.rewind(mark);
    expect((await graph(world, after)).status).toBe(401);
    expect((await graph(world, before)).status).toBe(200);
  });
});

test("a secret stands nowhere in what Graph shows of an application", async () => {
  const { world, app, ask } = furnish();
  const { body } = await ask();
  const select = "?$select=id,passwordCredentials,keyCredentials";
  const shown = await graph(world, body.access_token, `/v1.0/servicePrincipals/${app.id}${select}`);
  expect(shown.status).toBe(200);
  expect(shown.text).not.toContain(SECRET);
});
