import { administer, createWorld, readScenario, type Scenario } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";

const TENANT = "11111111-2222-4333-8444-555555555555";
const CLIENT = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";
const SECRET = "what-the-application-has-in-its-own-settings";

/** Upper case, as a portal may show it. */
const scenario: Scenario = {
  clouds: {
    public: {
      contoso: {
        id: TENANT.toUpperCase(),
        apps: { portal: { appId: CLIENT.toUpperCase(), secret: SECRET } },
      },
    },
  },
};

function tokenOf(world: ReturnType<typeof createWorld>, tenant = TENANT, client = CLIENT) {
  const form = { client_id: client, client_secret: SECRET, grant_type: "client_credentials" };
  return world.fetch(`https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams({ ...form, scope: "https://graph.microsoft.com/.default" }),
  });
}

describe("an application that brings its own ids along", () => {
  test("gets a token by them, and calls Graph with it", async () => {
    const world = createWorld({ scenario });
    const { access_token } = (await (await tokenOf(world)).json()) as { readonly access_token: string };
    const headers = { authorization: `Bearer ${access_token}` };
    const organization = await world.fetch("https://graph.microsoft.com/v1.0/organization", { headers });
    expect(await organization.json()).toMatchObject({ value: [{ id: TENANT }] });
  });

  test("is the same after a snapshot, and after going back", async () => {
    const world = createWorld({ scenario });
    const mark = world.mark();
    world.cloud("public").tenant("contoso").app("another");
    world.rewind(mark);
    expect((await tokenOf(world)).status).toBe(200);
    const again = createWorld({ snapshot: world.snapshot() });
    expect(again.snapshot()).toEqual(world.snapshot());
    expect((await tokenOf(again)).status).toBe(200);
  });

  test("is told of with its client id, and without its secret, by whoever administers the fake", async () => {
    const world = createWorld({ scenario });
    const told = await administer(world)(new Request("http://localhost/_fake/state"));
    const text = await (told as Response).text();
    expect(JSON.parse(text)).toMatchObject({
      tenants: [{ id: TENANT, applications: [{ displayName: "portal", appId: CLIENT }] }],
    });
    expect(text).not.toContain(SECRET);
  });

  test("hears which ids there are where its own is none of them", async () => {
    const world = createWorld({ scenario });
    const said = async (answer: Promise<Response>) =>
      ((await (await answer).json()) as { readonly error_description: string }).error_description;
    const other = "99999999-2222-4333-8444-555555555555";
    expect(await said(tokenOf(world, TENANT, other))).toContain(`This fake has there: portal is ${CLIENT};`);
    expect(await said(tokenOf(world, other))).toContain(
      `This fake has there: contoso is ${TENANT} (public);`,
    );
  });
});

describe("an id of one's own", () => {
  test("changes nothing of what else follows from the seed", () => {
    const ids = (id?: string) => {
      const tenant = createWorld({ seed: 7 })
        .cloud("public")
        .tenant("contoso", id === undefined ? {} : { id });
      return [tenant.user("mia").id, tenant.app("portal").id, tenant.app("portal").appId];
    };
    expect(ids(TENANT)).toEqual(ids());
  });

  test("is nobody else's, and stays what it is", () => {
    const cloud = createWorld().cloud("public");
    const contoso = cloud.tenant("contoso", { id: TENANT });
    expect(cloud.tenant("contoso", { id: TENANT })).toBe(contoso);
    expect(() => cloud.tenant("fabrikam", { id: TENANT })).toThrow(`contoso has the id ${TENANT} already`);
    expect(() => cloud.tenant("contoso", { id: CLIENT })).toThrow(
      `contoso is there already, with the id ${TENANT}`,
    );
    const portal = contoso.app("portal", { appId: CLIENT });
    expect(contoso.app("portal", { appId: CLIENT })).toEqual(portal);
    expect(() => contoso.app("other", { appId: CLIENT })).toThrow(`portal has the appId ${CLIENT} already`);
    expect(() => contoso.app("portal", { appId: TENANT })).toThrow(
      `portal is there already, with the appId ${CLIENT}`,
    );
    // One application may work in many tenants.
    expect(cloud.tenant("fabrikam").app("portal", { appId: CLIENT }).appId).toBe(CLIENT);
  });

  test.each([
    [
      "a tenant's",
      { clouds: { public: { contoso: { id: "contoso" } } } },
      "clouds.public.contoso.id has to be a GUID",
    ],
    [
      "an application's",
      { clouds: { public: { contoso: { apps: { portal: { appId: 5 } } } } } },
      "clouds.public.contoso.apps.portal.appId has to be a GUID",
    ],
  ])("is refused with its path where it is none: %s", (_, given, text) => {
    expect(() => readScenario(given)).toThrow(text);
  });
});
