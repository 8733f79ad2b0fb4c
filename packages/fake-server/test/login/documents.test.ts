import { createPublicKey, verify } from "node:crypto";
import { createWorld } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { CHINA, GOVERNMENT, GRAPH, PUBLIC, sent, token } from "./sign-in.ts";

const HOSTS = { public: PUBLIC, usgov: GOVERNMENT, china: CHINA } as const;

function furnish() {
  const world = createWorld({ seed: 14 });
  const tenants = Object.fromEntries(
    Object.keys(HOSTS).map((cloud) => [
      cloud,
      world.cloud(cloud).tenant(`${cloud}-org`).domain(`${cloud}.example`),
    ]),
  );
  return { world, tenants };
}

describe("a key set", () => {
  test("has the key by which a token is signed, under the name that the token gives", async () => {
    const { world, tenants } = furnish();
    const { id, app } = { id: tenants.public?.id ?? "", app: tenants.public?.app("a", { secret: "s3cret" }) };
    const { body } = await token(world, id, {
      ...{ grant_type: "client_credentials", client_id: app?.appId ?? "", client_secret: "s3cret" },
      scope: `${GRAPH}/.default`,
    });
    const [header = "", payload = "", signature = ""] = String(body.access_token).split(".");
    const { kid } = JSON.parse(Buffer.from(header, "base64url").toString());
    const { body: set } = await sent(world, `${PUBLIC}/common/discovery/v2.0/keys`);
    const key = (set.keys as { kid: string; n: string; e: string; kty: string }[]).find(
      (one) => one.kid === kid,
    );
    const publicKey = createPublicKey({ key: { ...key }, format: "jwk" });
    const signed = Buffer.from(`${header}.${payload}`);
    expect(verify("sha256", signed, publicKey, Buffer.from(signature, "base64url"))).toBe(true);
  });

  test("is a cloud's own, has the same names in every run, and other keys", async () => {
    const keysOf = async (host: string, world = furnish().world) => {
      const { body } = await sent(world, `${host}/common/discovery/keys`);
      return body.keys as { kid: string; n: string; issuer?: string }[];
    };
    const [[first], [again], [china]] = await Promise.all([keysOf(PUBLIC), keysOf(PUBLIC), keysOf(CHINA)]);
    expect(first?.kid).toHaveLength(27);
    expect([again?.kid, again?.n === first?.n]).toEqual([first?.kid, false]);
    expect(china?.kid).not.toBe(first?.kid);
  });

  test("of a tenant that is not known is not there", async () => {
    const { world } = furnish();
    const { status, body } = await sent(world, `${PUBLIC}/nobody.example/discovery/v2.0/keys`);
    expect([status, body.error_codes]).toEqual([400, [90002]]);
  });
});

test("the OpenID configuration of the first version leads to the endpoints of the first version", async () => {
  const { world, tenants } = furnish();
  const { body } = await sent(world, `${CHINA}/china.example/.well-known/openid-configuration`);
  expect(body).toMatchObject({
    issuer: `https://sts.chinacloudapi.cn/${tenants.china?.id}/`,
    token_endpoint: `${CHINA}/${tenants.china?.id}/oauth2/token`,
    jwks_uri: `${CHINA}/${tenants.china?.id}/discovery/keys`,
  });
});

describe("instance discovery", () => {
  const at = (endpoint: string) =>
    `${PUBLIC}/common/discovery/instance?api-version=1.1&authorization_endpoint=${encodeURIComponent(endpoint)}`;

  test.each(Object.entries(HOSTS))(
    "knows the host of the cloud %s, with its other names",
    async (_, host) => {
      const { world } = furnish();
      const { status, body } = await sent(world, at(`${host}/common/oauth2/v2.0/authorize`));
      const mine = (body.metadata as { aliases: string[] }[]).filter(({ aliases }) =>
        aliases.includes(new URL(host).host),
      );
      expect([status, mine.length]).toEqual([200, 1]);
      expect(body.tenant_discovery_endpoint).toBe(`${host}/common/v2.0/.well-known/openid-configuration`);
      expect((await sent(world, String(body.tenant_discovery_endpoint))).status).toBe(200);
    },
  );

  test.each(["https://login.evil.example/common/oauth2/v2.0/authorize", "nonsense", ""])(
    "takes %j for no login host",
    async (endpoint) => {
      const { status, body } = await sent(furnish().world, at(endpoint));
      expect([status, body.error]).toEqual([400, "invalid_instance"]);
    },
  );
});

describe("the user realm", () => {
  test.each(Object.entries(HOSTS))("of the cloud %s knows its own domains alone", async (cloud, host) => {
    const { world } = furnish();
    for (const domain of ["public.example", "usgov.example", "china.example", "nobody.example"]) {
      const kind = domain === `${cloud}.example` ? "Managed" : "Unknown";
      const first = await sent(world, `${host}/common/userrealm/ada%40${domain}?api-version=1.0`);
      expect([first.status, first.body.account_type]).toEqual([200, kind]);
      const second = await sent(world, `${host}/common/userrealm/ada@${domain}?api-version=2.1`);
      expect([second.body.NameSpaceType, second.body.DomainName]).toEqual([kind, domain]);
      const older = await sent(world, `${host}/getuserrealm.srf?login=ada@${domain}&json=1`);
      expect(older.body).toEqual(second.body);
    }
  });

  test("says the same of everybody: no account is looked for", async () => {
    const { world, tenants } = furnish();
    tenants.public?.user("ada@public.example");
    const of = async (name: string) =>
      (await sent(world, `${PUBLIC}/common/userrealm/${name}@public.example?api-version=1.0`)).body;
    expect(await of("ada")).toEqual(await of("nobody"));
  });
});
