import { clouds, defineCloud } from "@vestibule/sdk";
import { discoverHomes } from "@vestibule/sdk/graph";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { corpDocument, corpHome, corpId, noSuchTenant, publicHostAnswers } from "./login-hosts.ts";

const unknown = { kind: "unknown" };
const { login } = clouds.public;
const hostsOfClouds = new Set(Object.values(clouds).map((cloud) => new URL(cloud.login).host));

/** What is made of the document of Corp with some of it changed. */
async function readAs(changes: Readonly<Record<string, unknown>>, asked = "corp.example") {
  const { homes, asked: requests } = publicHostAnswers(() => Response.json(corpDocument(changes)));
  const home = await homes.resolve(asked);
  for (const { url } of requests) expect(hostsOfClouds).toContain(new URL(url).host);
  return home;
}

describe("a request for a tenant's document", () => {
  test("tells the name alone, carries nothing that is the user's, and follows no redirect", async () => {
    const { homes, asked } = publicHostAnswers(() => Response.json(corpDocument()));
    expect(await homes.resolve("Corp.example")).toEqual(corpHome);
    expect(asked).toHaveLength(1);
    const [request] = asked as [Request];
    expect(request.url).toBe(`${login}/corp.example/v2.0/.well-known/openid-configuration`);
    expect([request.method, request.redirect, request.credentials]).toEqual(["GET", "manual", "omit"]);
    expect(request.headers.get("authorization")).toBeNull();
  });

  test("writes a domain with other letters as the net does", async () => {
    const { homes, asked } = publicHostAnswers(() => Response.json(corpDocument()));
    expect(await homes.resolve("bücher.example")).toEqual(corpHome);
    expect(asked[0]?.url).toContain("/xn--bcher-kva.example/");
  });
});

describe("a document", () => {
  test.each([
    ["no region", { tenant_region_scope: null }, { cloud: "public", tenantId: corpId }],
    [
      "GCC, which is in the public cloud",
      { tenant_region_scope: "NA", tenant_region_sub_scope: "GCC" },
      { cloud: "public", tenantId: corpId, regionScope: "NA", regionSubScope: "GCC" },
    ],
    [
      "endpoints at another name of its own host",
      { token_endpoint: `https://login.windows.net/${corpId}/oauth2/v2.0/token` },
      corpHome.tenant,
    ],
    ["no cloud by name, only by its issuer", { cloud_instance_name: undefined }, corpHome.tenant],
  ])("may have %s", async (_, changes, tenant) => {
    expect(await readAs(changes)).toEqual({ kind: "tenant", tenant });
  });

  const government = (changes: Readonly<Record<string, unknown>>) => {
    const host = clouds.usgov.login;
    return {
      issuer: `${host}/${corpId}/v2.0`,
      authorization_endpoint: `${host}/${corpId}/oauth2/v2.0/authorize`,
      token_endpoint: `${host}/${corpId}/oauth2/v2.0/token`,
      jwks_uri: `${host}/${corpId}/discovery/v2.0/keys`,
      cloud_instance_name: "microsoftonline.us",
      tenant_region_scope: "USGov",
      ...changes,
    };
  };

  const atHost = (host: string) => ({
    issuer: `${host}/${corpId}/v2.0`,
    authorization_endpoint: `${host}/${corpId}/oauth2/v2.0/authorize`,
    token_endpoint: `${host}/${corpId}/oauth2/v2.0/token`,
    jwks_uri: `${host}/${corpId}/discovery/v2.0/keys`,
    cloud_instance_name: undefined,
    msgraph_host: undefined,
  });

  test.each([
    ["public", "https://login.windows.net"],
    ["public", "https://login.microsoft.com"],
    ["public", "https://sts.windows.net"],
    ["usgov", "https://login.usgovcloudapi.net"],
    ["china", "https://login.chinacloudapi.cn"],
  ])("of the cloud %s may come by another name of its host, %s", async (cloud, alias) => {
    expect(await readAs(atHost(alias))).toMatchObject({ kind: "tenant", tenant: { cloud } });
  });

  test.each([
    ["usgov", { tenant_region_sub_scope: "DODCON" }],
    ["usgov-dod", { tenant_region_sub_scope: "DOD" }],
    ["usgov-dod", { tenant_region_sub_scope: "dod" }],
    ["usgov-dod", { msgraph_host: "dod-graph.microsoft.us" }],
    ["usgov", { msgraph_host: "graph.microsoft.us" }],
    ["usgov", { tenant_region_scope: "USG" }],
  ])("of the government's host is of the cloud %s by %o", async (cloud, changes) => {
    expect(await readAs(government(changes))).toMatchObject({ tenant: { cloud } });
  });

  test.each([
    ["an issuer elsewhere", { issuer: `https://evil.example/${corpId}/v2.0` }],
    [
      "an issuer that only looks right",
      { issuer: `https://login.microsoftonline.com.evil.example/${corpId}/v2.0` },
    ],
    ["an issuer with a password", { issuer: `https://x:y@login.microsoftonline.com/${corpId}/v2.0` }],
    ["an issuer with a query", { issuer: `${login}/${corpId}/v2.0?x` }],
    ["an issuer without a tenant", { issuer: `${login}/{tenantid}/v2.0` }],
    ["an issuer over http", { issuer: `http://login.microsoftonline.com/${corpId}/v2.0` }],
    ["no issuer", { issuer: undefined }],
    ["a token endpoint elsewhere", { token_endpoint: "https://evil.example/token" }],
    ["a token endpoint of another cloud", { token_endpoint: `${clouds.china.login}/x` }],
    ["keys elsewhere", { jwks_uri: "https://evil.example/keys" }],
    ["an endpoint that is no address", { authorization_endpoint: "authorize" }],
    ["an endpoint that is no text", { authorization_endpoint: {} }],
    ["the name of another cloud", { cloud_instance_name: "partner.microsoftonline.cn" }],
    ["the name of no cloud", { cloud_instance_name: "evil.example" }],
    ["a cloud that is no text", { cloud_instance_name: 7 }],
    ["a region that is no text", { tenant_region_scope: ["EU"] }],
    ["a Graph that is no text", { msgraph_host: false }],
  ])("that has %s is not believed", async (_, changes) => {
    expect(await readAs(changes)).toEqual(unknown);
  });

  test("of another tenant than the one asked for is not believed", async () => {
    expect(await readAs({}, "bbbbbbbb-0000-4000-8000-000000000002")).toEqual(unknown);
    expect(await readAs({}, corpId.toUpperCase())).toEqual(corpHome);
  });

  test("is of one of the clouds asked, or of nobody, whatever it holds", async () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(...Object.values(corpDocument()), ...Object.values(clouds).map((cloud) => cloud.login)),
    );
    const changes = fc.dictionary(fc.constantFrom(...Object.keys(corpDocument())), value, { maxKeys: 3 });
    await fc.assert(
      fc.asyncProperty(changes, async (changed) => {
        const home = await readAs(changed);
        const isBelievable = home.kind === "tenant" && home.tenant.cloud === "public";
        expect(isBelievable || home.kind === "unknown").toBe(true);
      }),
      { numRuns: 2_000, seed: 11 },
    );
  });
});

describe("a host that does not answer as it should", () => {
  const endless = () =>
    new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(4_096).fill(32)),
    });
  const silent = () => new ReadableStream<Uint8Array>();

  test.each<[string, () => Response | Promise<Response>]>([
    ["a page of HTML", () => new Response("<html><body>Welcome</body></html>")],
    ["an empty body", () => new Response("")],
    ["no body at all", () => new Response(null, { status: 204 })],
    ["JSON that is no object", () => Response.json([corpDocument()])],
    ["null", () => Response.json(null)],
    ["half a document", () => new Response(JSON.stringify(corpDocument()).slice(0, -9))],
    ["a document of 65 KB", () => Response.json(corpDocument({ padding: "x".repeat(65_536) }))],
    ["a body without an end", () => new Response(endless())],
    ["a body that never comes", () => new Response(silent())],
    ["never a word", () => new Promise<Response>(() => undefined)],
    ["a redirect", () => Response.redirect("https://evil.example/", 302)],
    ["a document with the status 500", () => Response.json(corpDocument(), { status: 500 })],
    [
      "another error",
      () => Response.json({ error: "invalid_request", error_codes: [900023] }, { status: 400 }),
    ],
    [
      "an error of the kind with another status",
      () => Response.json({ error: "invalid_tenant", error_codes: [90002] }, { status: 503 }),
    ],
    ["an error without its number", () => Response.json({ error: "invalid_tenant" }, { status: 400 })],
    ["a failure", () => Promise.reject(new TypeError("fetch failed"))],
  ])("by %s leaves the home unknown, in bounded time", async (_, answer) => {
    const { homes, asked, clock } = publicHostAnswers(answer);
    const start = clock.now();
    expect(await homes.resolve("corp.example")).toEqual(unknown);
    expect(clock.now() - start).toBeLessThanOrEqual(10_000);
    for (const { url } of asked) expect(hostsOfClouds).toContain(new URL(url).host);
    expect(clock.sleeping).toBe(0);
  });

  test("by a redirect that a fetch of the user's own has followed is not believed either", async () => {
    const followed = Object.defineProperty(Response.json(corpDocument()), "redirected", { value: true });
    const { homes } = publicHostAnswers(() => followed);
    expect(await homes.resolve("corp.example")).toEqual(unknown);
  });

  test("in time gets its request ended", async () => {
    const { homes, asked } = publicHostAnswers(() => new Promise<Response>(() => undefined));
    await homes.resolve("corp.example");
    expect(asked[0]?.signal.aborted).toBe(true);
  });

  test("as the others do leaves the home unknown: two hosts with a tenant of their own each", async () => {
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const { origin } = new URL(new Request(input, init).url);
      if (origin === login) return noSuchTenant();
      return Response.json({ issuer: `${origin}/${corpId}/v2.0` });
    };
    expect(await discoverHomes({ fetch }).resolve("corp.example")).toEqual(unknown);
  });

  test("does not hide what another host knows", async () => {
    const fetch: typeof globalThis.fetch = async (input) => {
      const { origin } = new URL(input instanceof Request ? input.url : String(input));
      if (origin === login) throw new TypeError("fetch failed");
      if (origin !== clouds.china.login) return noSuchTenant();
      const moved = JSON.parse(JSON.stringify(corpDocument()).replaceAll(login, origin));
      return Response.json({ ...moved, cloud_instance_name: "partner.microsoftonline.cn" });
    };
    expect(await discoverHomes({ fetch }).resolve("corp.example")).toMatchObject({
      tenant: { cloud: "china", tenantId: corpId },
    });
  });
});

describe("a cloud of one's own", () => {
  const own = defineCloud({
    ...clouds.public,
    id: "local",
    instance: "local.example",
    graph: "http://127.0.0.1:4000",
    login: "http://127.0.0.1:4001",
    lacks: [],
  });

  test("is discovered at its own login host", async () => {
    const fetch: typeof globalThis.fetch = async () =>
      Response.json({ issuer: `http://127.0.0.1:4001/${corpId}/v2.0`, cloud_instance_name: "local.example" });
    const homes = discoverHomes({ fetch, clouds: [own] });
    expect(await homes.resolve("corp.example")).toEqual({
      kind: "tenant",
      tenant: { cloud: "local", tenantId: corpId },
    });
  });
});
