import { describe, expect, test } from "vitest";
import { furnish, SECRET } from "./portal.ts";
import {
  authorized,
  broughtBack,
  CHALLENGE,
  claimsOf,
  GRAPH,
  graph,
  PUBLIC,
  posted,
  REDIRECT,
  token,
  VERIFIER,
} from "./sign-in.ts";

describe("a user who is named to the login service", () => {
  test("comes back with a code and the state, and the code with tokens that tell who it is", async () => {
    const { contoso, ada, app, send, redeem } = furnish();
    const back = await send();
    expect(back.status).toBe(302);
    const { code = "", state } = broughtBack(back);
    expect(state).toBe("s-1");
    const { status, body } = await redeem(code);
    expect([status, body.scope]).toEqual([200, "User.Read openid profile offline_access"]);
    expect(claimsOf(body.id_token)).toMatchObject({
      ...{ aud: app.appId, iss: `${PUBLIC}/${contoso.id}/v2.0`, ver: "2.0", nonce: "n-1" },
      ...{ oid: ada.id, tid: contoso.id, preferred_username: "ada@contoso.example", name: "Ada L." },
    });
    expect(claimsOf(body.access_token)).toMatchObject({
      ...{ aud: "https://graph.microsoft.com", appid: app.appId, oid: ada.id, scp: "User.Read" },
      ...{ idtyp: "user", upn: "ada@contoso.example", given_name: "Ada", amr: ["pwd"], acct: 0 },
    });
  });

  test("is who Graph then answers, with the scopes that were asked for alone", async () => {
    const { world, signIn } = furnish();
    const { body } = await signIn();
    const me = await graph(world, body.access_token, "/v1.0/me");
    expect([me.status, me.body.userPrincipalName]).toEqual([200, "ada@contoso.example"]);
    expect((await graph(world, body.access_token, "/v1.0/groups")).status).toBe(403);
  });

  test("is told of no more than was asked for", async () => {
    const { signIn } = furnish();
    const { body } = await signIn({ scope: "User.Read" });
    expect([body.id_token, body.refresh_token, body.scope]).toEqual([undefined, undefined, "User.Read"]);
  });

  test("of a tenant without a name in the path is found by the domain", async () => {
    const { world, contoso, app } = furnish();
    for (const tenant of ["common", "organizations"]) {
      const back = await authorized(world, tenant, {
        ...{ client_id: app.appId, login_hint: "ada@contoso.example" },
      });
      const { body } = await token(world, tenant, {
        ...{ grant_type: "authorization_code", client_id: app.appId, client_secret: SECRET },
        ...{ code: broughtBack(back).code ?? "", redirect_uri: REDIRECT, code_verifier: VERIFIER },
      });
      expect(claimsOf(body.access_token).tid).toBe(contoso.id);
    }
  });

  test("is a guest elsewhere, whose token tells so and who vouches", async () => {
    const { world, contoso, send, redeem } = furnish();
    const home = world.cloud("public").tenant("fabrikam").domain("fabrikam.example");
    home.user("gus@fabrikam.example");
    const properties = {
      mail: "gus@fabrikam.example",
      userType: "Guest",
      creationType: "Invitation",
    } as const;
    const guest = contoso.user("gus_fabrikam.example#EXT#@contoso.onmicrosoft.com", properties);
    const { code = "" } = broughtBack(await send({ login_hint: "gus@fabrikam.example" }));
    const { body } = await redeem(code);
    expect(claimsOf(body.access_token)).toMatchObject({
      ...{ oid: guest.id, tid: contoso.id, acct: 1, email: "gus@fabrikam.example" },
      idp: `https://sts.windows.net/${home.id}/`,
    });
  });

  test("is vouched for by the directory itself where nobody invited it, whatever its address", async () => {
    const { world, contoso, send, redeem } = furnish();
    world.cloud("public").tenant("fabrikam").domain("fabrikam.example");
    const ida = contoso.user("ida", { mail: "ida@fabrikam.example", userType: "Guest" });
    const { code = "" } = broughtBack(await send({ login_hint: "ida@contoso.onmicrosoft.com" }));
    const { body } = await redeem(code);
    expect(claimsOf(body.access_token)).toMatchObject({
      ...{ oid: ida.id, acct: 1, idp: `https://sts.windows.net/${contoso.id}/` },
    });
  });
});

test("a user may agree to several APIs at once, each of which then gets a token of its own", async () => {
  const { contoso, send, redeem, refresh } = furnish();
  const api = contoso.app("api").appId;
  const scope = `openid offline_access User.Read api://${api}/Read`;
  const { code = "" } = broughtBack(await send({ scope }));
  const { body } = await redeem(code);
  expect(claimsOf(body.access_token)).toMatchObject({ aud: GRAPH, scp: "User.Read" });
  const { body: other } = await refresh(body.refresh_token, { scope: `api://${api}/Read` });
  expect(claimsOf(other.access_token)).toMatchObject({ aud: `api://${api}`, scp: "Read" });
  expect((await refresh(body.refresh_token, { scope })).body.error_codes).toEqual([700022]);
});

describe("an authorization code", () => {
  test("is good once", async () => {
    const { send, redeem } = furnish();
    const { code = "" } = broughtBack(await send());
    expect((await redeem(code)).status).toBe(200);
    const again = await redeem(code);
    expect([again.status, again.body.error, again.body.error_codes]).toEqual([400, "invalid_grant", [54005]]);
    expect(again.text).not.toContain(code);
  });

  test("is good for ten minutes", async () => {
    const { world, send, redeem } = furnish();
    const { code = "" } = broughtBack(await send());
    await world.clock.sleep(10 * 60_000);
    expect((await redeem(code)).body.error_codes).toEqual([70008]);
  });

  test.each([
    ["without its verifier", { code_verifier: "" }, 501481],
    ["with another verifier", { code_verifier: "x".repeat(43) }, 501481],
    ["with another address to go back to", { redirect_uri: "https://app.example/other" }, 500112],
    ["without the application's secret", { client_secret: "" }, 7000218],
    ["with a wrong secret", { client_secret: "wrong" }, 7000215],
    ["that nobody has issued", { code: "made-up" }, 9002313],
    ["that is missing", { code: "" }, 900144],
  ])("is refused %s, and good afterwards", async (_, changes, expected) => {
    const { send, redeem } = furnish();
    const { code = "" } = broughtBack(await send());
    expect((await redeem(code, changes)).body.error_codes).toEqual([expected]);
    expect((await redeem(code)).status).toBe(200);
  });

  test("of one application is no good to another", async () => {
    const { contoso, send, redeem } = furnish();
    const other = contoso.app("other", { secret: "other-secret" });
    const { code = "" } = broughtBack(await send());
    const answer = await redeem(code, { client_id: other.appId, client_secret: "other-secret" });
    expect(answer.body.error_codes).toEqual([70000]);
  });

  test("needs no secret of an application that can keep none", async () => {
    const { send, redeem } = furnish({ isPublicClient: true });
    const { code = "" } = broughtBack(await send());
    const { status, body } = await redeem(code, { client_secret: "" });
    expect([status, claimsOf(body.access_token).appidacr]).toEqual([200, "0"]);
  });

  test("that was used after a mark can be used again after the way back", async () => {
    const { world, send, redeem } = furnish();
    const { code = "" } = broughtBack(await send());
    const mark = world.mark();
    expect((await redeem(code)).status).toBe(200);
    const { code: later = "" } = broughtBack(await send());
    world.rewind(mark);
    expect((await redeem(later)).body.error_codes).toEqual([9002313]);
    expect((await redeem(code)).status).toBe(200);
  });
});

describe("what was agreed to", () => {
  test("is all that an application is lent; more is refused", async () => {
    const { send, signIn } = furnish({ scopes: ["User.Read"] });
    expect((await signIn()).status).toBe(200);
    const { error, error_description } = broughtBack(await send({ scope: "Group.Read.All" }));
    expect([error, error_description]).toEqual(["invalid_grant", expect.stringMatching(/^AADSTS65001: /)]);
  });

  test("is lent as a whole for the default scope", async () => {
    const { signIn } = furnish({ scopes: ["User.Read", "Group.Read.All"] });
    const { body } = await signIn({ scope: "https://graph.microsoft.com/.default" });
    expect(claimsOf(body.access_token).scp).toBe("User.Read Group.Read.All");
  });
});

test("a verifier may be announced as it is", async () => {
  const { send, redeem } = furnish();
  const plain = { code_challenge: VERIFIER, code_challenge_method: "plain" };
  expect(CHALLENGE).not.toBe(VERIFIER);
  expect((await redeem(broughtBack(await send(plain)).code ?? "")).status).toBe(200);
});

test("the endpoints of the first version name a resource, and lend all of it", async () => {
  const { world, contoso, app, redeem: _ } = furnish({ scopes: ["User.Read"] });
  const place = `${PUBLIC}/${contoso.id}/oauth2`;
  const resource = "https://graph.microsoft.com";
  const fields = { client_id: app.appId, redirect_uri: REDIRECT, response_type: "code", resource };
  const back = await posted(world, `${place}/authorize`, { ...fields, login_hint: "ada@contoso.example" });
  const { body } = await posted(world, `${place}/token`, {
    ...{ grant_type: "authorization_code", client_id: app.appId, client_secret: SECRET },
    ...{ code: broughtBack(back).code ?? "", redirect_uri: REDIRECT, resource },
  });
  expect([body.resource, body.expires_in]).toEqual([resource, "3599"]);
  expect(claimsOf(body.access_token).scp).toBe("User.Read");
  expect(claimsOf(body.id_token)).toMatchObject({ ver: "1.0", upn: "ada@contoso.example" });
});
