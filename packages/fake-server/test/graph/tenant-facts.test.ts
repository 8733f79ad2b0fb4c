import { createWorld } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { type Answer, asking } from "../rights/ask.ts";

const NOBODY = "00000000-0000-4000-8000-000000000000";
const itemsOf = ({ body }: Answer) => (body as { value: Record<string, unknown>[] }).value;

function open(cloud = "public") {
  const world = createWorld();
  const contoso = world.cloud(cloud).tenant("contoso").domain("contoso.example");
  return { world, contoso, ask: asking(contoso, { as: contoso.app("reader") }) };
}

describe("the domains of a tenant", () => {
  test("are those that it has verified, the one that it was made with first, with every property", async () => {
    const { ask, contoso } = open();
    contoso.domain("shop.contoso.example");
    const domains = itemsOf(await ask("GET", "/domains"));
    expect(domains.map(({ id }) => id)).toEqual([
      "contoso.onmicrosoft.com",
      "contoso.example",
      "shop.contoso.example",
    ]);
    expect(domains[1]).toEqual({
      id: "contoso.example",
      authenticationType: "Managed",
      availabilityStatus: null,
      isAdminManaged: true,
      isDefault: false,
      isInitial: false,
      isRoot: true,
      isVerified: true,
      manufacturer: null,
      model: null,
      passwordNotificationWindowInDays: null,
      passwordValidityPeriodInDays: null,
      state: null,
      supportedServices: ["Email", "OfficeCommunicationsOnline"],
    });
    expect(domains[2]).toMatchObject({ isRoot: false, isDefault: false });
  });

  test("are found by name, whatever the case, with what is selected alone", async () => {
    const { ask } = open();
    expect(await ask("GET", "/domains/Contoso.Example", { query: { $select: "ID,isRoot" } })).toMatchObject({
      status: 200,
      body: {
        "@odata.context": expect.stringMatching(/#domains\(ID,isRoot\)\/\$entity$/),
        id: "contoso.example",
        isRoot: true,
      },
    });
    const { body } = await ask("GET", "/domains/contoso.example", { query: { $select: "id" } });
    expect(body).not.toHaveProperty("isRoot");
  });

  test("are not found where there are none, and have no property that Graph does not know", async () => {
    const { ask } = open();
    expect(await ask("GET", "/domains/fabrikam.example")).toMatchObject({
      status: 404,
      code: "Request_ResourceNotFound",
    });
    expect(await ask("GET", "/domains", { query: { $select: "id,colour" } })).toMatchObject({
      status: 400,
      code: "BadRequest",
      message: "Could not find a property named 'colour' on type 'microsoft.graph.domain'.",
    });
  });
});

describe("the organization", () => {
  test("shows every property by default but what has to be selected, null where nobody has set it", async () => {
    const { ask, contoso } = open();
    const { body } = await ask("GET", `/organization/${contoso.id}`);
    expect(body).toMatchObject({
      "@odata.context": expect.stringMatching(/#organization\/\$entity$/),
      id: contoso.id,
      displayName: "contoso",
      tenantType: "AAD",
      createdDateTime: "2026-01-01T00:00:00Z",
      defaultUsageLocation: null,
      city: null,
      privacyProfile: null,
      assignedPlans: [],
      technicalNotificationMails: [],
      verifiedDomains: [{ name: "contoso.onmicrosoft.com" }, { name: "contoso.example" }],
    });
    expect(body).not.toHaveProperty("mobileDeviceManagementAuthority");
    const query = { $select: "mobileDeviceManagementAuthority" };
    expect(itemsOf(await ask("GET", "/organization", { query }))).toEqual([
      { mobileDeviceManagementAuthority: "unknown" },
    ]);
  });

  test("lacks in a national cloud what its metadata lacks", async () => {
    const { ask } = open("usgov");
    expect(itemsOf(await ask("GET", "/organization"))[0]).not.toHaveProperty("defaultUsageLocation");
    const query = { $select: "defaultUsageLocation" };
    expect((await ask("GET", "/organization", { query })).status).toBe(400);
  });
});

describe("another tenant", () => {
  const byDomain = (name: string) =>
    `/tenantRelationships/findTenantInformationByDomainName(domainName='${name}')`;
  const byId = (id: string) => `/tenantRelationships/findTenantInformationByTenantId(tenantId='${id}')`;

  test("is told by a domain of its own, and by its id", async () => {
    const { ask, world } = open();
    const fabrikam = world.cloud("public").tenant("fabrikam").domain("fabrikam.example");
    const told = {
      "@odata.context": expect.stringMatching(/#microsoft.graph.tenantInformation$/),
      tenantId: fabrikam.id,
      displayName: "fabrikam",
      defaultDomainName: "fabrikam.onmicrosoft.com",
      federationBrandName: null,
    };
    for (const path of [byDomain("Fabrikam.example"), byId(fabrikam.id.toUpperCase())]) {
      expect(await ask("GET", path)).toMatchObject({ status: 200, body: told });
    }
  });

  test("is not found in another cloud, nor where there is none", async () => {
    const { ask, world } = open();
    const abroad = world.cloud("usgov").tenant("agency").domain("agency.example");
    for (const path of [
      byDomain("agency.example"),
      byId(abroad.id),
      byDomain("nobody.example"),
      byId(NOBODY),
    ]) {
      expect(await ask("GET", path)).toMatchObject({ status: 404, code: "Request_ResourceNotFound" });
    }
  });

  test.each([
    byDomain("no domain"),
    byDomain(""),
    byId("contoso"),
    "/tenantRelationships/findTenantInformationByDomainName(tenantId='contoso.example')",
    "/tenantRelationships/findTenantInformationByDomainName/contoso.example",
    "/tenantRelationships/findTenantInformationByDomainName",
  ])("is not asked for by %s", async (path) => {
    expect(await open().ask("GET", path)).toMatchObject({ status: 400, code: "BadRequest" });
  });

  test("is told to those alone who have the permission for it", async () => {
    const { contoso } = open();
    const asks = (permission: string) =>
      asking(contoso, { as: contoso.app(permission, { permissions: [permission] }) })(
        "GET",
        byDomain("contoso.example"),
      );
    expect(await asks("User.Read.All")).toMatchObject({ status: 403, code: "Authorization_RequestDenied" });
    expect(await asks("CrossTenantInformation.ReadBasic.All")).toMatchObject({ status: 200 });
  });
});
