import { createWorld, type World } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";

const PUBLIC = "https://login.microsoftonline.com";
const GOVERNMENT = "https://login.microsoftonline.us";
const CHINA = "https://login.partner.microsoftonline.cn";

/** A tenant in every cloud, each with a domain of its own. */
function furnish() {
  const world = createWorld({ seed: 7 });
  const tenant = (cloud: string) => world.cloud(cloud).tenant(`${cloud}-org`).domain(`${cloud}.example`);
  return {
    world,
    ids: Object.fromEntries(
      ["public", "usgov", "usgov-dod", "china"].map((cloud) => [cloud, tenant(cloud).id]),
    ),
  };
}

async function ask(world: World, host: string, name: string, init?: RequestInit) {
  const address = `${host}/${name}/v2.0/.well-known/openid-configuration`;
  const response = await world.fetch(new Request(address, init));
  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
}

describe("the OpenID configuration of a tenant", () => {
  test.each([
    ["public", PUBLIC, "microsoftonline.com", "WW", undefined, "graph.microsoft.com"],
    ["usgov", GOVERNMENT, "microsoftonline.us", "USGov", "DODCON", "graph.microsoft.us"],
    ["usgov-dod", GOVERNMENT, "microsoftonline.us", "USGov", "DOD", "dod-graph.microsoft.us"],
    ["china", CHINA, "partner.microsoftonline.cn", "CN", undefined, "microsoftgraph.chinacloudapi.cn"],
  ])("of the cloud %s tells its cloud, at its own host", async (cloud, host, instance, scope, sub, graph) => {
    const { world, ids } = furnish();
    const { status, body } = await ask(world, host, `${cloud}.example`);
    expect([status, body.issuer]).toEqual([200, `${host}/${ids[cloud]}/v2.0`]);
    expect(body.token_endpoint).toBe(`${host}/${ids[cloud]}/oauth2/v2.0/token`);
    expect(body).toMatchObject({
      cloud_instance_name: instance,
      tenant_region_scope: scope,
      msgraph_host: graph,
    });
    expect(body.tenant_region_sub_scope).toBe(sub);
  });

  test("is the same by its id and by any of its domains, in any case, and needs no token", async () => {
    const { world, ids } = furnish();
    const byDomain = await ask(world, CHINA, "China.EXAMPLE");
    expect(byDomain.status).toBe(200);
    expect(await ask(world, CHINA, ids.china ?? "")).toEqual(byDomain);
    expect(await ask(world, CHINA, "china-org.partner.onmschina.cn")).toEqual(byDomain);
  });

  test("of the government's clouds is known at the public host too, with the government's values", async () => {
    const { world } = furnish();
    for (const domain of ["usgov.example", "usgov-dod.example"]) {
      const there = await ask(world, GOVERNMENT, domain);
      expect(there.status).toBe(200);
      expect(await ask(world, PUBLIC, domain)).toEqual(there);
    }
  });

  test.each([
    ["china.example", PUBLIC],
    ["china.example", GOVERNMENT],
    ["public.example", CHINA],
    ["usgov.example", CHINA],
    ["nobody.example", PUBLIC],
    ["aaaaaaaa-0000-4000-8000-000000000001", PUBLIC],
  ])("of %s is not found at %s", async (name, host) => {
    const { status, body } = await ask(furnish().world, host, name);
    expect([status, body.error, body.error_codes]).toEqual([400, "invalid_tenant", [90002]]);
    expect(body.error_description).toMatch(new RegExp(`^AADSTS90002: Tenant '${name}' not found\\.`));
    expect(body.timestamp).toBe("2026-01-01 00:00:00Z");
  });

  test.each([
    ["https://login.windows.net", PUBLIC, "public.example"],
    ["https://sts.windows.net", PUBLIC, "usgov.example"],
    ["https://login.usgovcloudapi.net", GOVERNMENT, "usgov-dod.example"],
    ["https://login.chinacloudapi.cn", CHINA, "china.example"],
  ])("is the same by another name of the host: %s", async (alias, host, domain) => {
    const { world } = furnish();
    const { status, body } = await ask(world, alias, domain);
    expect(status).toBe(200);
    expect(await ask(world, host, domain)).toEqual({ status, body });
  });

  test("is gone with the tenant, when a world goes back to before it", async () => {
    const world = createWorld();
    const mark = world.mark();
    world.cloud("public").tenant("late").domain("late.example");
    expect((await ask(world, PUBLIC, "late.example")).status).toBe(200);
    world.rewind(mark);
    expect((await ask(world, PUBLIC, "late.example")).status).toBe(400);
  });
});

describe("a login host", () => {
  test("has a document for personal accounts, at the public host alone", async () => {
    const { body } = await ask(createWorld(), PUBLIC, "consumers");
    expect(body.issuer).toBe(`${PUBLIC}/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0`);
    expect((await ask(createWorld(), CHINA, "consumers")).status).toBe(400);
  });

  test("has one for all tenants, whose issuer is a form", async () => {
    const { body } = await ask(createWorld(), GOVERNMENT, "common");
    expect(body).toMatchObject({ issuer: `${GOVERNMENT}/{tenantid}/v2.0`, tenant_region_scope: null });
  });

  test.each(["not a domain", "a..b", "x", "-a.example", "%ff"])("takes %j for no tenant", async (name) => {
    const { status, body } = await ask(createWorld(), PUBLIC, name);
    expect([status, body.error_codes]).toEqual([400, [900023]]);
  });

  test("answers at no other address, and gives its documents to GET alone", async () => {
    const { world } = furnish();
    expect((await world.fetch(new Request(`${PUBLIC}/public.example/oauth2/v3.0/token`))).status).toBe(404);
    expect((await ask(world, PUBLIC, "public.example", { method: "POST" })).status).toBe(405);
  });
});
