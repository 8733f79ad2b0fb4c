import { createWorld } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { furnish, SECRET } from "../login/portal.ts";
import { graph, token } from "../login/sign-in.ts";
import { inviteRedirectUrl, openClient } from "../open-client.ts";

function stored<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

const ada = {
  invitedUserEmailAddress: "ada@fabrikam.example",
  inviteRedirectUrl,
  sendInvitationMessage: true,
};

test("a world whose time no date can have is refused, and nothing has changed", () => {
  const world = createWorld();
  const [before, snapshot] = [world.clock.now(), { ...world.snapshot(), now: 1e308 }];
  expect(() => world.restore(snapshot)).toThrow("snapshot: now has to be a time that a date can have");
  expect(world.clock.now()).toBe(before);
});

describe("a world that came from a snapshot", () => {
  test("lets in whoever holds a token, a refresh token or a secret from before, none of which is in it", async () => {
    const { world, contoso, app, signIn } = furnish();
    const { body } = await signIn();
    const opaque = await contoso.credential({ as: app }).getToken();
    const snapshot = stored(world.snapshot());
    const text = JSON.stringify(snapshot);
    const secrets = [body.access_token, body.refresh_token, body.id_token, opaque.token, SECRET].map(String);
    for (const secret of secrets) expect(text).not.toContain(secret);

    const again = createWorld({ snapshot });
    const asked = [await graph(again, body.access_token, "/v1.0/me"), await graph(again, opaque.token)];
    expect(asked.map(({ status }) => status)).toEqual([200, 200]);
    const client = { client_id: app.appId, client_secret: SECRET };
    const refreshed = await token(again, contoso.id, {
      ...{ ...client, grant_type: "refresh_token", refresh_token: String(body.refresh_token) },
    });
    expect(refreshed.status).toBe(200);
    const credentials = {
      ...client,
      grant_type: "client_credentials",
      scope: "https://graph.microsoft.com/.default",
    };
    expect((await token(again, contoso.id, credentials)).status).toBe(200);
    expect((await token(again, contoso.id, { ...credentials, client_secret: "another" })).status).toBe(401);
  });

  test("takes a code once, and one that was used never again", async () => {
    const { world, contoso, app, send, redeem } = furnish();
    const [used, fresh] = [await codeFrom(send), await codeFrom(send)];
    await redeem(used);
    const again = createWorld({ snapshot: stored(world.snapshot()) });
    const redeemAgain = (code: string) =>
      token(again, contoso.id, {
        ...{ grant_type: "authorization_code", client_id: app.appId, client_secret: SECRET, code },
        ...{ redirect_uri: "https://app.example/signed-in" },
        code_verifier: "a-verifier-as-long-as-they-have-to-be-which-is-43",
      });
    expect((await redeemAgain(used)).body.error).toBe("invalid_grant");
    expect((await redeemAgain(fresh)).status).toBe(200);
    expect((await redeemAgain(fresh)).body.error).toBe("invalid_grant");
  });

  test("keeps no verifier of a code that was asked for in the plain way", async () => {
    const { world, send } = furnish();
    const verifier = "a-plain-verifier-which-is-a-secret-until-it-is-used";
    await send({ code_challenge: verifier, code_challenge_method: "plain" });
    expect(JSON.stringify(world.snapshot())).not.toContain(verifier);
  });

  test("keeps no secret of an application, and tells no two files of the same secret", () => {
    const digests = [1, 2].map((seed) => {
      const world = createWorld({ seed });
      world.cloud("public").tenant("contoso").app("portal", { secret: SECRET });
      const [proof] = /"saltedDigest":"([^"]+)"/.exec(JSON.stringify(world.snapshot()))?.slice(1) ?? [];
      return proof;
    });
    expect(digests[0]).toMatch(/^[\w-]{43}$/);
    expect(digests[1]).not.toBe(digests[0]);
  });

  test("leaves out a secret or a private key that was written to an application's settings", async () => {
    const { contoso, ask, world } = openWorld();
    const passwordCredentials = [{ displayName: "own", secretText: "written-by-hand-1" }];
    const keyCredentials = [
      { type: "X509CertAndPassword", usage: "Sign", key: "cHJpdmF0ZS1rZXk=" },
      { type: "AsymmetricX509Cert", usage: "Verify", key: "cHVibGljLWtleQ==" },
    ];
    const { id } = contoso.app("portal");
    const changes = { passwordCredentials, keyCredentials };
    expect((await ask("PATCH", `/servicePrincipals/${id}`, changes)).status).toBe(204);
    const text = JSON.stringify(world.snapshot());
    expect(text).not.toContain("written-by-hand-1");
    expect(text).not.toContain("cHJpdmF0ZS1rZXk=");
    expect(text).toContain("cHVibGljLWtleQ==");
  });

  test("leaves out what a client wrote into an address as if it were a secret", async () => {
    const { ask, world } = openWorld();
    await ask("POST", "/users?access_token=written-by-hand-2&$top=5", {});
    const text = JSON.stringify(world.snapshot());
    expect(text).not.toContain("written-by-hand-2");
    expect(text).toContain('"access_token":"…","$top":"5"');
  });

  test("has an instance that was held still held, and behind", async () => {
    const { world, contoso, b2b } = openClient({ realism: "documented" });
    for (const reader of contoso.readers) reader.hold();
    await b2b.invitations.create(ada);
    const again = createWorld({ snapshot: stored(world.snapshot()) });
    const [before, after] = [contoso, again.cloud("public").tenant("contoso")].map(({ readers }) =>
      readers.map(({ name, applied, held }) => [name, applied, held]),
    );
    expect(after).toEqual(before);
    await expect(again.settle()).rejects.toThrow("an instance is held");
  });

  test("takes a guest from the mail of before to acceptance", async () => {
    const { world, b2b } = openClient();
    await b2b.invitations.create(ada);
    const again = createWorld({ snapshot: stored(world.snapshot()) });
    const mail = await again.inbox.next({ to: ada.invitedUserEmailAddress });
    expect(mail).toEqual(await world.inbox.next({ to: ada.invitedUserEmailAddress }));
    expect(again.redeem(mail).accepted).toBe(true);
  });

  test("is made of nothing else beside", () => {
    const snapshot = createWorld().snapshot();
    for (const [name, value] of Object.entries({ seed: 2, realism: "documented", scenario: "empty" })) {
      expect(() => createWorld({ snapshot, [name]: value })).toThrow(`${name} has no place beside it`);
    }
  });
});

describe("world.restore", () => {
  test("puts another world in the place of the one that runs, time and seed included, and the doors stay open", async () => {
    const world = createWorld({ seed: 1, scenario: "one-tenant" });
    const other = createWorld({ seed: 2, realism: "documented" });
    const fabrikam = other.cloud("public").tenant("fabrikam");
    const { token: bearer } = await fabrikam.credential({ as: fabrikam.app("inviter") }).getToken();
    other.clock.leap(3_600);
    world.restore(stored(other.snapshot()));
    expect([world.seed, world.clock.now()]).toEqual([2, other.clock.now()]);
    expect(world.tenants.map(({ name }) => name)).toEqual(["fabrikam"]);
    expect(stored(world.snapshot())).toEqual(stored(other.snapshot()));
    expect((await graph(world, bearer)).status).toBe(200);
  });

  test("leaves the world as it was where the snapshot is none, or anything sleeps on the clock", async () => {
    const world = createWorld({ seed: 1, scenario: "one-tenant" });
    const before = stored(world.snapshot());
    const empty = createWorld({ seed: 2 }).snapshot();
    expect(() => world.restore({ ...empty, tenants: [{}] })).toThrow("snapshot: tenants[0]");
    const sleeping = world.clock.sleep(1);
    expect(() => world.restore(empty)).toThrow(RangeError);
    await sleeping;
    expect(stored(world.snapshot())).toEqual({ ...before, now: before.now + 1 });
  });

  test("signs with the same keys in a world of the same seed: whoever knows them need not learn others", async () => {
    const { world } = furnish();
    const keys = async () =>
      (await world.fetch("https://login.microsoftonline.com/common/discovery/v2.0/keys")).json();
    const before: unknown = await keys();
    world.restore(world.snapshot());
    expect(await keys()).toEqual(before);
  });

  test("has no mark from before", () => {
    const world = createWorld();
    const mark = world.mark();
    world.restore(world.snapshot());
    expect(() => world.rewind(mark)).toThrow("not of this world");
  });
});

function openWorld() {
  const world = createWorld({ seed: 5 });
  const contoso = world.cloud("public").tenant("contoso");
  const ask = async (method: string, path: string, body: object) => {
    const { token: bearer } = await contoso.credential({ as: contoso.app("inviter") }).getToken();
    const headers = { authorization: `Bearer ${bearer}`, "content-type": "application/json" };
    const init = { method, headers, body: JSON.stringify(body) };
    return world.fetch(`https://graph.microsoft.com/v1.0${path}`, init);
  };
  return { world, contoso, ask };
}

async function codeFrom(send: () => Promise<{ readonly headers: Headers }>): Promise<string> {
  return new URL((await send()).headers.get("location") ?? "").searchParams.get("code") ?? "";
}
