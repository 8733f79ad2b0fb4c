import { describe, expect, test } from "vitest";
import { furnish, SECRET } from "./portal.ts";
import {
  authorized,
  broughtBack,
  claimsOf,
  type Fields,
  GRAPH,
  PUBLIC,
  posted,
  REDIRECT,
  sent,
  VERIFIER,
} from "./sign-in.ts";

describe("a refresh token", () => {
  test("gives new tokens, with fewer scopes if that is asked for, and stays good itself", async () => {
    const { signIn, refresh } = furnish();
    const { body } = await signIn({ scope: "openid offline_access User.Read Group.Read.All" });
    const fewer = await refresh(body.refresh_token, { scope: "User.Read" });
    expect([fewer.status, claimsOf(fewer.body.access_token).scp]).toEqual([200, "User.Read"]);
    const same = await refresh(body.refresh_token);
    expect(claimsOf(same.body.access_token).scp).toBe("User.Read Group.Read.All");
    expect((await refresh(same.body.refresh_token)).status).toBe(200);
  });

  test("is good for ninety days from its last use", async () => {
    const { world, signIn, refresh } = furnish();
    const { body } = await signIn();
    await world.clock.sleep(89 * 86_400_000);
    const renewed = await refresh(body.refresh_token);
    await world.clock.sleep(86_400_000);
    expect((await refresh(body.refresh_token)).body.error_codes).toEqual([700082]);
    expect((await refresh(renewed.body.refresh_token)).status).toBe(200);
  });

  test("of a page in a browser ends a day after the sign-in, however often it is used", async () => {
    const { world, contoso, redeem } = furnish();
    const { token: bearer } = await contoso.credential({ as: contoso.app("admin") }).getToken();
    const write = (path: string, body: object) =>
      sent(world, `${GRAPH}/v1.0${path}`, {
        ...{ method: "POST", body: JSON.stringify(body) },
        headers: { authorization: `Bearer ${bearer}`, "content-type": "application/json" },
      });
    const spa = { redirectUris: [REDIRECT] };
    const { body: page } = await write("/applications", { displayName: "page", spa });
    const client_id = String(page.appId);
    await write("/servicePrincipals", { appId: client_id });
    const back = await authorized(world, contoso.id, {
      ...{ client_id, scope: "openid offline_access", login_hint: "ada@contoso.example" },
    });
    const { code = "" } = broughtBack(back);
    const { body: refused } = await redeem(code, { client_id, client_secret: "" });
    expect(refused.error_codes).toEqual([9002327]);
    const fromPage = (fields: Fields) =>
      posted(world, `${PUBLIC}/${contoso.id}/oauth2/v2.0/token`, fields, { origin: "https://app.example" });
    const { status, body, headers } = await fromPage({
      ...{ grant_type: "authorization_code", client_id, code },
      ...{ redirect_uri: REDIRECT, code_verifier: VERIFIER },
    });
    expect([status, headers.get("access-control-allow-origin")]).toEqual([200, "*"]);
    await world.clock.sleep(23 * 3_600_000);
    const renew = (refresh_token: unknown) =>
      fromPage({ grant_type: "refresh_token", client_id, refresh_token: String(refresh_token) });
    const renewed = await renew(body.refresh_token);
    expect(renewed.status).toBe(200);
    await world.clock.sleep(3_600_000);
    expect((await renew(renewed.body.refresh_token)).body.error_codes).toEqual([700084]);
  });

  test("is worth nothing once the user's sessions are ended; a new sign-in is", async () => {
    const { world, contoso, ada, signIn, refresh } = furnish();
    const { body } = await signIn();
    const { token: bearer } = await contoso.credential({ as: contoso.app("admin") }).getToken();
    const revoked = await posted(
      world,
      `https://graph.microsoft.com/v1.0/users/${ada.id}/revokeSignInSessions`,
      {},
      { authorization: `Bearer ${bearer}` },
    );
    expect(revoked.status).toBe(200);
    const refused = await refresh(body.refresh_token);
    expect([refused.body.error, refused.body.error_codes]).toEqual(["invalid_grant", [50173]]);
    const { body: fresh } = await signIn();
    expect((await refresh(fresh.refresh_token)).status).toBe(200);
  });

  test("of a guest goes on when the sessions are ended here, and ends with those at home", async () => {
    const { world, contoso, send, redeem, refresh } = furnish();
    const home = world.cloud("public").tenant("fabrikam").domain("fabrikam.example");
    const gus = home.user("gus@fabrikam.example");
    const properties = { mail: gus.mail, userType: "Guest", creationType: "Invitation" } as const;
    const guest = contoso.user("gus_fabrikam.example#EXT#@contoso.onmicrosoft.com", properties);
    const { body } = await redeem(broughtBack(await send({ login_hint: gus.mail })).code ?? "");
    const end = async (tenant: typeof home, id: string) => {
      const { token: bearer } = await tenant.credential({ as: tenant.app("admin") }).getToken();
      const headers = { authorization: `Bearer ${bearer}` };
      return posted(world, `${GRAPH}/v1.0/users/${id}/revokeSignInSessions`, {}, headers);
    };
    expect((await end(contoso, guest.id)).status).toBe(200);
    expect((await refresh(body.refresh_token)).status).toBe(200);
    expect((await end(home, gus.id)).status).toBe(200);
    expect((await refresh(body.refresh_token)).body.error_codes).toEqual([50173]);
  });

  test("from a browser is refused of an application that is no page", async () => {
    const { world, contoso, app, signIn } = furnish();
    const { body } = await signIn();
    const fields = { grant_type: "refresh_token", client_id: app.appId, client_secret: SECRET };
    const answer = await posted(
      world,
      `${PUBLIC}/${contoso.id}/oauth2/v2.0/token`,
      { ...fields, refresh_token: String(body.refresh_token) },
      { origin: "https://app.example" },
    );
    expect(answer.body.error_codes).toEqual([9002326]);
  });

  test("is refused once the account is gone, and where a policy asks for more than was done", async () => {
    const { contoso, signIn, refresh } = furnish();
    const { body } = await signIn();
    contoso.requireMfa();
    const asked = await refresh(body.refresh_token);
    expect([asked.body.error, asked.body.error_codes, asked.body.suberror]).toEqual([
      ...["interaction_required", [50076], "basic_action"],
    ]);
    const { body: stronger } = await signIn();
    expect(claimsOf(stronger.access_token).amr).toEqual(["pwd", "mfa"]);
    expect((await refresh(stronger.refresh_token)).status).toBe(200);
  });

  test("that nobody has issued, or another application has, is refused", async () => {
    const { contoso, signIn, refresh } = furnish();
    const { body } = await signIn();
    expect((await refresh("made-up")).body.error_codes).toEqual([9002313]);
    const other = contoso.app("other", { secret: "other-secret" });
    const fields = { client_id: other.appId, client_secret: "other-secret" };
    expect((await refresh(body.refresh_token, fields)).body.error_codes).toEqual([70000]);
    expect((await refresh(body.refresh_token, { scope: "" })).status).toBe(200);
  });
});

describe("conditional access", () => {
  test("keeps a user out, who is told on the page and sent nowhere", async () => {
    const { contoso, send } = furnish();
    contoso.conditionalAccess({
      displayName: "nobody",
      state: "enabled",
      conditions: { users: { includeUsers: ["All"] }, applications: { includeApplications: ["All"] } },
      grantControls: { operator: "OR", builtInControls: ["block"] },
    });
    const shown = await send();
    expect([shown.status, shown.headers.get("location")]).toEqual([400, null]);
    expect(shown.text).toContain("AADSTS53003: Access has been blocked");
    const silent = broughtBack(await send({ prompt: "none" }));
    expect([silent.error, silent.state]).toEqual(["access_denied", "s-1"]);
  });

  test("asks for a second factor, which nobody gives who is not asked", async () => {
    const { contoso, send } = furnish();
    contoso.requireMfa();
    const silent = broughtBack(await send({ prompt: "none" }));
    expect([silent.error, silent.error_description]).toEqual([
      "interaction_required",
      expect.stringMatching(/^AADSTS50076: /),
    ]);
  });
});

describe("a claims challenge", () => {
  const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: "c1" } } });

  test("is met by a sign-in, whose token tells so, and not by a refresh of an earlier one", async () => {
    const { signIn, refresh } = furnish();
    const { body } = await signIn();
    const refused = await refresh(body.refresh_token, { claims });
    expect([refused.body.error, refused.body.claims]).toEqual(["interaction_required", claims]);
    const { body: stepped } = await signIn({ claims });
    expect(claimsOf(stepped.access_token).acrs).toEqual(["c1"]);
    expect((await refresh(stepped.refresh_token, { claims })).status).toBe(200);
  });

  test("can ask for a sign-in that is not older than a time", async () => {
    const { world, signIn, refresh } = furnish();
    const { body } = await signIn();
    await world.clock.sleep(60_000);
    const value = String(Math.floor(world.clock.now() / 1000));
    const late = JSON.stringify({ access_token: { nbf: { essential: true, value } } });
    expect((await refresh(body.refresh_token, { claims: late })).body.error_codes).toEqual([50078]);
    expect((await refresh((await signIn()).body.refresh_token, { claims: late })).status).toBe(200);
  });

  test("tells of what a client can do", async () => {
    const { signIn, refresh } = furnish();
    const can = JSON.stringify({ access_token: { xms_cc: { values: ["cp1"] } } });
    const { body } = await signIn({ claims: can });
    expect(claimsOf(body.access_token).xms_cc).toEqual(["cp1"]);
    const again = await refresh(body.refresh_token, { claims: can });
    expect(claimsOf(again.body.access_token).xms_cc).toEqual(["cp1"]);
  });
});
