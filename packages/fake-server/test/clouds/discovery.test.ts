import { createWorld, type World } from "@vestibule/fake-server";
import { clouds, createB2BClient } from "@vestibule/sdk";
import { type DiscoverHomesOptions, discoverHomes } from "@vestibule/sdk/graph";
import { describe, expect, test } from "vitest";
import { inviteRedirectUrl } from "../open-client.ts";

/** Discovery on the fake's login hosts, and whom it asked. */
function discovering(world: World, options: DiscoverHomesOptions = {}) {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    asked.push(new URL(request.url).host);
    return world.fetch(request);
  };
  return { homes: discoverHomes({ fetch, clock: world.clock, ...options }), asked };
}

const PUBLIC = "login.microsoftonline.com";
const GOVERNMENT = "login.microsoftonline.us";
const CHINA = "login.partner.microsoftonline.cn";

describe("discovery on the login hosts", () => {
  test.each([
    ["public", { regionScope: "WW" }, [PUBLIC]],
    ["usgov", { regionScope: "USGov", regionSubScope: "DODCON" }, [PUBLIC]],
    ["usgov-dod", { regionScope: "USGov", regionSubScope: "DOD" }, [PUBLIC]],
    ["china", { regionScope: "CN" }, [PUBLIC, GOVERNMENT, CHINA]],
  ])("finds a tenant of the cloud %s by its domain and by its id", async (cloud, region, hosts) => {
    const world = createWorld();
    const { id: tenantId } = world.cloud(cloud).tenant("corp").domain("corp.example");
    const home = { kind: "tenant", tenant: { cloud, tenantId, ...region } };
    const { homes, asked } = discovering(world);
    expect(await homes.resolve("Corp.EXAMPLE")).toEqual(home);
    expect(asked).toEqual(hosts);
    expect(await homes.resolve(tenantId.toUpperCase())).toEqual(home);
  });

  test.each([
    ["public", "GCC", { regionScope: "NA", regionSubScope: "GCC" }],
    ["usgov", "USG", { regionScope: "USG", regionSubScope: "DODCON" }],
    ["usgov-dod", "USG", { regionScope: "USG", regionSubScope: "DOD" }],
  ] as const)(
    "finds a tenant of the cloud %s, and that it is of the kind %s",
    async (cloud, kind, region) => {
      const world = createWorld();
      const { id: tenantId } = world.cloud(cloud).tenant("agency", { kind }).domain("agency.example");
      const home = { kind: "tenant", tenant: { cloud, tenantId, ...region } };
      expect(await discovering(world).homes.resolve("agency.example")).toEqual(home);
    },
  );

  test("finds it too where its own cloud is asked first, or alone", async () => {
    const world = createWorld();
    world.cloud("china").tenant("corp").domain("corp.example");
    const { homes, asked } = discovering(world, { clouds: [clouds.china] });
    expect(await homes.resolve("corp.example")).toMatchObject({ tenant: { cloud: "china" } });
    expect(asked).toEqual([CHINA]);
  });

  test("calls a domain unmanaged once every live cloud has said that it holds no such tenant", async () => {
    const { homes, asked } = discovering(createWorld());
    expect(await homes.resolve("nobody.example")).toEqual({ kind: "unmanaged" });
    expect(asked).toEqual([PUBLIC, GOVERNMENT, CHINA]);
  });

  test("calls it unknown where a cloud was left out, and so a tenant id that nobody has", async () => {
    const world = createWorld();
    const { homes } = discovering(world, { clouds: [clouds.public, clouds.usgov] });
    expect(await homes.resolve("nobody.example")).toEqual({ kind: "unknown" });
    const all = discovering(world).homes;
    expect(await all.resolve("aaaaaaaa-0000-4000-8000-000000000001")).toEqual({ kind: "unknown" });
  });

  test("tells personal accounts by their tenant", async () => {
    const { homes } = discovering(createWorld());
    expect(await homes.resolve("9188040d-6c67-4c5b-b112-36a304b66dad")).toEqual({ kind: "consumer" });
  });

  test("asks about nothing that is given: a home, a cloud, or a tenant id that wins over the domain", async () => {
    const world = createWorld();
    const moved = world.cloud("china").tenant("moved");
    world.cloud("public").tenant("before").domain("corp.example");
    const { homes, asked } = discovering(world, {
      homes: {
        "outlook.com": { kind: "consumer" },
        "fabrikam.cn": "china",
        "Corp.example": { tenantId: moved.id },
      },
    });
    expect(await homes.resolve("OUTLOOK.com")).toEqual({ kind: "consumer" });
    expect(await homes.resolve("fabrikam.cn")).toEqual({ kind: "tenant", tenant: { cloud: "china" } });
    expect(asked).toEqual([]);
    expect(await homes.resolve("corp.example")).toMatchObject({
      tenant: { cloud: "china", tenantId: moved.id },
    });
  });

  test("keeps a client from sending what cannot arrive, with nothing listed", async () => {
    const world = createWorld();
    world.cloud("china").tenant("corp").domain("corp.example");
    const contoso = world.cloud("public").tenant("contoso");
    const { homes } = discovering(world);
    const transport = contoso.transport({ as: contoso.app("inviter") });
    const b2b = createB2BClient({ transport, clock: world.clock, boundary: { resolver: homes } });
    const refused = await b2b.invitations
      .create({ invitedUserEmailAddress: "li@corp.example", inviteRedirectUrl })
      .safe();
    expect(refused).toMatchObject({ ok: false, error: { code: "cloud-boundary", outcome: "not-sent" } });
    const { warnings } = await b2b.invitations
      .create({ invitedUserEmailAddress: "kim@nobody.example", inviteRedirectUrl })
      .meta();
    expect(warnings).toEqual([]);
  });
});
