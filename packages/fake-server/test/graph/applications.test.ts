import { describe, expect, test } from "vitest";
import { codeOf, idsOf, NOBODY, openRaw, refusalOf, valuesOf } from "./raw-calls.ts";

const ROLE = {
  id: "11111111-0000-4000-8000-00000000000A",
  allowedMemberTypes: ["User"],
  displayName: "Reader",
  value: "reader",
  isEnabled: true,
};

describe("an application that is registered", () => {
  test("is found by its id and by its own, with every property that is shown by default", async () => {
    const { ask, made } = openRaw();
    const app = await made("/applications", { displayName: "Shop" });
    expect(app).toMatchObject({
      displayName: "Shop",
      publisherDomain: "contoso.onmicrosoft.com",
      signInAudience: "AzureADandPersonalMicrosoftAccount",
      ...{ identifierUris: [], appRoles: [], keyCredentials: [], description: null },
      web: { redirectUris: [] },
    });
    const byId = await ask("GET", `/applications/${app.id}`);
    const byAppId = await ask("GET", `/applications(appId='${app.appId}')`);
    expect(byAppId.body).toEqual(byId.body);
    const listed = (set: string, id: unknown) =>
      ask("GET", set, { query: { $filter: `id eq '${id}'`, $select: "id" } }).then(idsOf);
    expect(await listed("/applications", app.id)).toEqual([app.id]);
    expect(await listed("/applications", app.appId)).toEqual([]);
    expect(await listed("/servicePrincipals", app.id)).toEqual([]);
    expect((await ask("GET", `/applications(appId='${NOBODY}')`)).status).toBe(404);
    expect((await ask("GET", `/applications/${app.appId}`)).status).toBe(404);
    expect((await ask("GET", "/applications/none")).status).toBe(400);
  });

  test.each([
    ["no name", {}, "displayName"],
    ["an audience that there is not", { displayName: "A", signInAudience: "Everybody" }, "signInAudience"],
    ["a role without an id", { displayName: "A", appRoles: [{ allowedMemberTypes: ["User"] }] }, "id"],
    ["two roles of one id", { displayName: "A", appRoles: [ROLE, ROLE] }, "appRoles"],
    ["an id of its own choice", { displayName: "A", appId: NOBODY }, "read-only"],
    ["an unknown property", { displayName: "A", colour: "red" }, "microsoft.graph.application"],
    ["a text for a list", { displayName: "A", tags: "x" }, "Collection(Edm.String)"],
  ])("is refused with %s, and nothing is written", async (_, body, text) => {
    const { ask, contoso } = openRaw();
    const before = contoso.log.length;
    const [status, , message] = refusalOf(await ask("POST", "/applications", { body }));
    expect([status, message]).toEqual([400, expect.stringContaining(text)]);
    expect(contoso.log.length).toBe(before);
  });

  test("is listed, counted and searched; its URIs are nobody else's", async () => {
    const { ask, made } = openRaw();
    const shop = await made("/applications", {
      displayName: "Web Shop",
      identifierUris: ["api://shop.contoso.onmicrosoft.com"],
    });
    await made("/applications", { displayName: "Till" });
    const $filter = "startswith(displayName,'web')";
    expect(idsOf(await ask("GET", "/applications", { query: { $filter } }))).toEqual([shop.id]);
    const found = await ask("GET", "/applications", {
      eventual: true,
      query: { $search: '"displayName:shop"' },
    });
    expect(idsOf(found)).toEqual([shop.id]);
    expect((await ask("GET", "/applications/$count", { eventual: true })).body).toBe(2);
    const taken = { displayName: "Copy", identifierUris: ["api://shop.contoso.onmicrosoft.com"] };
    expect((await ask("POST", "/applications", { body: taken })).status).toBe(400);
  });
});

describe("a service principal", () => {
  test("is made of an application that there is, once, and says what the registration says", async () => {
    const { ask, made } = openRaw();
    const app = await made("/applications", { displayName: "Shop", appRoles: [ROLE] });
    const principal = await made("/servicePrincipals", { appId: app.appId, tags: ["x"] });
    expect(principal).toMatchObject({
      ...{ appId: app.appId, displayName: "Shop", appDisplayName: "Shop", tags: ["x"], accountEnabled: true },
      servicePrincipalType: "Application",
      appRoles: [{ value: "reader" }],
    });
    expect(codeOf(await ask("POST", "/servicePrincipals", { body: { appId: app.appId } }))).toEqual([
      409,
      "Request_MultipleObjectsWithSameKeyValue",
    ]);
    expect(codeOf(await ask("POST", "/servicePrincipals", { body: { appId: NOBODY } }))).toEqual([
      400,
      "NoBackingApplicationObject",
    ]);
    await ask("PATCH", `/applications/${app.id}`, { body: { displayName: "Store", description: "Sells" } });
    const path = `/servicePrincipals(appId='${app.appId}')`;
    expect((await ask("GET", path)).body).toMatchObject({ displayName: "Store", appDescription: "Sells" });
    expect((await ask("PATCH", path, { body: { accountEnabled: false, notes: "Closed" } })).status).toBe(204);
    expect((await ask("PATCH", path, { body: { appId: NOBODY } })).status).toBe(400);
    expect((await ask("GET", `/servicePrincipals/${principal.id}`)).body).toMatchObject({
      ...{ accountEnabled: false, notes: "Closed", displayName: "Store" },
    });
  });

  test("shows by itself, and in no list, its endpoints and who has published it", async () => {
    const { ask, made } = openRaw();
    const { appId } = await made("/applications", { displayName: "Portal" });
    const { id } = await made("/servicePrincipals", { appId });
    const path = `/servicePrincipals/${id}`;
    expect((await ask("GET", path)).body).toMatchObject({ endpoints: [], publisherName: null });
    const query = { $select: "displayName" };
    expect((await ask("GET", path, { query })).body).not.toHaveProperty("publisherName");
    const [listed] = valuesOf(await ask("GET", "/servicePrincipals", { query: { $top: "1" } }));
    expect(listed).not.toHaveProperty("publisherName");
  });

  test("goes with its application; each is restored for itself", async () => {
    const { ask, made } = openRaw();
    const app = await made("/applications", { displayName: "Shop" });
    const principal = await made("/servicePrincipals", { appId: app.appId });
    expect((await ask("DELETE", `/applications(appId='${app.appId}')`)).status).toBe(204);
    expect((await ask("GET", `/servicePrincipals/${principal.id}`)).status).toBe(404);
    const deleted = (kind: string) => ask("GET", `/directory/deletedItems/microsoft.graph.${kind}`);
    expect(idsOf(await deleted("application"))).toEqual([app.id]);
    expect(idsOf(await deleted("servicePrincipal"))).toEqual([principal.id]);
    expect((await ask("POST", `/directory/deletedItems/${app.id}/restore`)).status).toBe(200);
    expect((await ask("GET", `/servicePrincipals/${principal.id}`)).status).toBe(404);
    expect((await ask("POST", `/directory/deletedItems/${principal.id}/restore`)).status).toBe(200);
    expect((await ask("GET", `/servicePrincipals/${principal.id}`)).status).toBe(200);
  });

  test("of another publisher's application is listed beside the directory's own, and can be deleted", async () => {
    const { ask, contoso } = openRaw();
    const portal = contoso.app("portal");
    const names = async () =>
      valuesOf(await ask("GET", "/servicePrincipals")).map(({ displayName }) => displayName);
    expect(await names()).toEqual(["caller", "portal"]);
    expect((await ask("DELETE", `/servicePrincipals/${portal.id}`)).status).toBe(204);
    expect(await names()).toEqual(["caller"]);
  });
});

describe("assignments to an application", () => {
  test("are seen from both sides, of people, groups and applications, and can be removed from either", async () => {
    const { ask, contoso } = openRaw();
    const [portal, robot] = [contoso.app("portal"), contoso.app("robot")];
    const [mia, team] = [contoso.user("mia"), contoso.group("team")];
    const appRoleId = "00000000-0000-0000-0000-000000000000";
    const sides = [
      [`/users/${mia.id}`, mia.id, "User"],
      [`/groups/${team.id}`, team.id, "Group"],
      [`/servicePrincipals/${robot.id}`, robot.id, "ServicePrincipal"],
    ] as const;
    const ofPortal = `/servicePrincipals/${portal.id}/appRoleAssignedTo`;
    for (const [path, principalId, principalType] of sides) {
      const body = { principalId, resourceId: portal.id, appRoleId };
      const assigned = await ask("POST", `${path}/appRoleAssignments`, { body });
      expect(assigned).toMatchObject({
        status: 201,
        body: { principalId, principalType, resourceDisplayName: "portal" },
      });
      const { id } = assigned.body as { id: string };
      expect(idsOf(await ask("GET", `${path}/appRoleAssignments`))).toEqual([id]);
      expect((await ask("GET", `${ofPortal}/${id}`)).body).toMatchObject({
        id,
        principalId,
        deletedDateTime: null,
      });
    }
    const [first, second, third] = idsOf(await ask("GET", ofPortal));
    expect((await ask("DELETE", `${ofPortal}/${first}`)).status).toBe(204);
    expect((await ask("DELETE", `/groups/${team.id}/appRoleAssignments/${second}`)).status).toBe(204);
    expect((await ask("DELETE", `/groups/${team.id}/appRoleAssignments/${third}`)).status).toBe(404);
    expect(idsOf(await ask("GET", ofPortal))).toEqual([third]);
  });

  test("take a role that is for such principals, and whoever the path names", async () => {
    const { ask, contoso, made } = openRaw();
    const app = await made("/applications", { displayName: "Shop", appRoles: [ROLE] });
    const shop = await made("/servicePrincipals", { appId: app.appId });
    const [mia, robot] = [contoso.user("mia"), contoso.app("robot")];
    const assign = async (path: string, principalId: string, appRoleId: string) => {
      const body = { principalId, resourceId: shop.id, appRoleId };
      return (await ask("POST", `${path}/appRoleAssignments`, { body })).status;
    };
    expect(await assign(`/users/${mia.id}`, mia.id, "00000000-0000-0000-0000-000000000000")).toBe(400);
    expect(await assign(`/servicePrincipals/${robot.id}`, robot.id, ROLE.id)).toBe(400);
    expect(await assign(`/users/${mia.id}`, robot.id, ROLE.id)).toBe(400);
    expect(await assign(`/users/${mia.id}`, mia.id, "none")).toBe(400);
    expect(await assign(`/users/${mia.id}`, mia.id, ROLE.id)).toBe(201);
    expect(await assign(`/users/${mia.id}`, mia.id, ROLE.id)).toBe(400);
  });
});
