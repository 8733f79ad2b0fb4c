import { constants, createHash, sign, X509Certificate } from "node:crypto";
import { createWorld } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { CERTIFICATE, CERTIFICATE_KEY } from "./certificate.ts";
import { claimsOf, type Fields, GRAPH, graph, PUBLIC, sent, token } from "./sign-in.ts";

const TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const der = new X509Certificate(CERTIFICATE).raw;
const thumbprint = (algorithm: string) => createHash(algorithm).update(der).digest("base64url");

function furnish(certificate = CERTIFICATE) {
  const world = createWorld({ seed: 13 });
  const contoso = world.cloud("public").tenant("contoso");
  const { appId } = contoso.app("inviter", { certificate });
  return { world, contoso, appId };
}

interface Changes {
  readonly header?: object;
  readonly claims?: object;
  readonly tamper?: (assertion: string) => string;
  readonly fields?: Fields;
}

/** Asks with an assertion that is right but for what is changed. */
function ask({ world, contoso, appId }: ReturnType<typeof furnish>, changes: Changes = {}) {
  const now = Math.floor(world.clock.now() / 1000);
  const header = { alg: "PS256", typ: "JWT", "x5t#S256": thumbprint("sha256"), ...changes.header };
  const claims = {
    ...{ aud: `${PUBLIC}/${contoso.id}/oauth2/v2.0/token`, iss: appId, sub: appId, jti: "1" },
    ...{ nbf: now, exp: now + 600 },
    ...changes.claims,
  };
  const signed = `${part(header)}.${part(claims)}`;
  const isPss = header.alg === "PS256";
  const signature = sign("sha256", Buffer.from(signed), {
    key: CERTIFICATE_KEY,
    padding: isPss ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING,
    ...(isPss && { saltLength: 32 }),
  }).toString("base64url");
  const { tamper = (assertion: string) => assertion } = changes;
  return token(world, contoso.id, {
    ...{ grant_type: "client_credentials", client_id: appId, scope: `${GRAPH}/.default` },
    ...{ client_assertion_type: TYPE, client_assertion: tamper(`${signed}.${signature}`) },
    ...changes.fields,
  });
}

describe("an application with a certificate", () => {
  test.each([
    ["PS256, named by SHA-256", {}],
    ["RS256, named by SHA-1", { header: { alg: "RS256", "x5t#S256": undefined, x5t: thumbprint("sha1") } }],
    ["the address of the issuer", { claims: { aud: "issuer" } }],
  ])("proves who it is by an assertion with %s", async (_, changes: Changes) => {
    const scene = furnish();
    const aud = `${PUBLIC}/${scene.contoso.id}/v2.0`;
    const isIssuer = changes.claims !== undefined;
    const { status, body } = await ask(scene, isIssuer ? { claims: { aud } } : changes);
    expect([status, claimsOf(body.access_token).appidacr]).toEqual([200, "2"]);
    expect((await graph(scene.world, body.access_token)).status).toBe(200);
  });

  test.each<[string, Changes, number]>([
    ["changed afterwards", { tamper: (text) => `${text.slice(0, -6)}AAAAAA` }, 700027],
    ["by no algorithm", { header: { alg: "none" } }, 700027],
    ["by the key as a secret", { header: { alg: "HS256" } }, 700027],
    ["by a certificate that is not named", { header: { "x5t#S256": undefined } }, 700027],
    ["of one application for another", { claims: { sub: "x" } }, 50048],
    ["of another application", { claims: { iss: "x", sub: "x" } }, 700021],
    ["for another service", { claims: { aud: "https://login.microsoftonline.us/x/v2.0" } }, 700023],
    ["that is over", { claims: { exp: 1 } }, 700024],
    ["that has no end", { claims: { exp: undefined } }, 700024],
    ["of a time to come", { claims: { nbf: 4_000_000_000 } }, 700024],
    ["that is no token", { tamper: () => "a.b" }, 50027],
    ["that is not said to be one", { fields: { client_assertion_type: "" } }, 50027],
  ])("is refused with an assertion %s", async (_, changes, code) => {
    const answer = await ask(furnish(), changes);
    expect([answer.status, answer.body.error, answer.body.error_codes]).toEqual([
      ...[401, "invalid_client", [code]],
    ]);
  });

  test("may have written it to its registration through Graph", async () => {
    const world = createWorld();
    const contoso = world.cloud("public").tenant("contoso");
    const { token: bearer } = await contoso.credential({ as: contoso.app("admin") }).getToken();
    const write = (path: string, body: object) =>
      sent(world, `${GRAPH}/v1.0${path}`, {
        ...{ method: "POST", body: JSON.stringify(body) },
        headers: { authorization: `Bearer ${bearer}`, "content-type": "application/json" },
      });
    const key = { type: "AsymmetricX509Cert", usage: "Verify", key: der.toString("base64") };
    const made = await write("/applications", { displayName: "own", keyCredentials: [key] });
    const appId = String(made.body.appId);
    await write("/servicePrincipals", { appId });
    expect((await ask({ world, contoso, appId })).status).toBe(200);
  });
});

test("a builder refuses what is no certificate, and shows nothing of it", () => {
  const contoso = createWorld().cloud("public").tenant("contoso");
  for (const certificate of ["", "no certificate", CERTIFICATE_KEY, CERTIFICATE + CERTIFICATE_KEY]) {
    expect(() => contoso.app("one", { certificate })).toThrow(/has to be a certificate .* in PEM/);
  }
  expect(() => contoso.app("one", { secret: "abc" })).toThrow(/has to be a secret of four characters/);
  expect(() => contoso.app("one", { secret: "abc" })).not.toThrow(/abc/);
  expect(() => contoso.app("one", { redirectUris: ["nowhere"] })).toThrow(/has to be an address/);
});
