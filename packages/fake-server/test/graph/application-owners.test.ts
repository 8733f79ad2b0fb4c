import type { RoleName } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { codeOf, idsOf, NOBODY, openRaw, refusalOf, valuesOf } from "./raw-calls.ts";

const refer = (id: string) => ({
  body: { "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${id}` },
});

/** An application and its service principal, which nobody owns. */
async function open() {
  const opened = openRaw();
  const application = await opened.made("/applications", { displayName: "Shop" });
  const servicePrincipal = await opened.made("/servicePrincipals", { appId: application.appId });
  const paths = [`/applications/${application.id}`, `/servicePrincipals/${servicePrincipal.id}`] as const;
  return { ...opened, application, servicePrincipal, paths };
}

describe.each([0, 1] as const)(
  "the owners of an application, of its registration (0) or here (1): %i",
  (nth) => {
    test("are users and applications, added once and removed", async () => {
      const { ask, contoso, paths, servicePrincipal, application } = await open();
      const path = paths[nth];
      const mia = contoso.user("mia");
      expect(valuesOf(await ask("GET", `${path}/owners`))).toEqual([]);
      for (const id of [mia.id, servicePrincipal.id]) {
        expect((await ask("POST", `${path}/owners/$ref`, refer(id))).status).toBe(204);
      }
      expect(refusalOf(await ask("POST", `${path}/owners/$ref`, refer(mia.id)))).toEqual([
        400,
        "Request_BadRequest",
        "One or more added object references already exist for the following modified properties: 'owners'.",
      ]);
      expect(valuesOf(await ask("GET", `${path}/owners`))).toMatchObject([
        { "@odata.type": "#microsoft.graph.user", id: mia.id, displayName: "mia" },
        { "@odata.type": "#microsoft.graph.servicePrincipal", id: servicePrincipal.id },
      ]);
      const byAppId = `${path.split("/", 2).join("/")}(appId='${application.appId}')/owners`;
      expect(idsOf(await ask("GET", byAppId))).toEqual([mia.id, servicePrincipal.id]);
      expect((await ask("GET", `${path}/owners/$count`, { eventual: true })).body).toBe(2);
      const { body } = await ask("GET", path, { query: { $expand: "owners($select=id)" } });
      expect(body).toMatchObject({ owners: [{ id: mia.id }, { id: servicePrincipal.id }] });
      expect((await ask("DELETE", `${path}/owners/${mia.id}/$ref`)).status).toBe(204);
      expect((await ask("DELETE", `${path}/owners/${mia.id}/$ref`)).status).toBe(404);
      expect(idsOf(await ask("GET", `${path}/owners`))).toEqual([servicePrincipal.id]);
    });

    test("have to be there, and no group is one; a hundred are enough", async () => {
      const { ask, contoso, paths } = await open();
      const path = paths[nth];
      for (const id of [NOBODY, contoso.group("team").id]) {
        expect(codeOf(await ask("POST", `${path}/owners/$ref`, refer(id)))).toEqual([
          404,
          "Request_ResourceNotFound",
        ]);
      }
      for (let n = 0; n < 100; n++) await ask("POST", `${path}/owners/$ref`, refer(contoso.user(`u${n}`).id));
      expect(refusalOf(await ask("POST", `${path}/owners/$ref`, refer(contoso.user("last").id)))).toEqual([
        403,
        "Directory_QuotaExceeded",
        "Unable to perform operation as '101' would exceed the maximum quota count '100' for forward-link 'owners'.",
      ]);
      expect(valuesOf(await ask("GET", `${path}/owners`))).toHaveLength(100);
    });

    test("may change it, and its owners, without a role; nobody else may", async () => {
      const { ask, as, contoso, paths } = await open();
      const path = paths[nth];
      const [mia, noa] = [contoso.user("mia"), contoso.user("noa")];
      const change = () => as(mia)("PATCH", path, { body: { tags: ["x"] } });
      expect((await change()).status).toBe(403);
      await ask("POST", `${path}/owners/$ref`, refer(mia.id));
      expect((await change()).status).toBe(204);
      expect((await as(noa)("POST", `${path}/owners/$ref`, refer(noa.id))).status).toBe(403);
      expect((await as(mia)("POST", `${path}/owners/$ref`, refer(noa.id))).status).toBe(204);
      expect((await as(noa)("DELETE", `${path}/owners/${mia.id}/$ref`)).status).toBe(204);
      expect((await change()).status).toBe(403);
    });
  },
);

describe("whoever makes an application", () => {
  test.each<[readonly RoleName[], number]>([
    [[], 1],
    [["Global Administrator"], 1],
    [["Application Administrator"], 0],
    [["Cloud Application Administrator"], 0],
  ])("is its owner, with the roles %j, so often: %i", async (roles, owners) => {
    const { ask, as, contoso } = openRaw();
    const mia = contoso.user("mia", { roles });
    const { body } = await as(mia)("POST", "/applications", { body: { displayName: "Shop" } });
    const { id, appId } = body as { id: string; appId: string };
    const here = await as(mia)("POST", "/servicePrincipals", { body: { appId } });
    const { id: servicePrincipalId } = here.body as { id: string };
    const ids = Array.from({ length: owners }, () => mia.id);
    expect(idsOf(await ask("GET", `/applications/${id}/owners`))).toEqual(ids);
    expect(idsOf(await ask("GET", `/servicePrincipals/${servicePrincipalId}/owners`))).toEqual(ids);
  });
});

describe("a service principal", () => {
  test("is made by a member of an application that is his own, and by an administrator of any", async () => {
    const { as, contoso, made } = openRaw();
    const [mia, noa] = [
      contoso.user("mia"),
      contoso.user("noa", { roles: ["Cloud Application Administrator"] }),
    ];
    const shop = await made("/applications", { displayName: "Shop" });
    const here = (who: typeof mia, appId: unknown) =>
      as(who)("POST", "/servicePrincipals", { body: { appId } });
    expect(codeOf(await here(mia, shop.appId))).toEqual([403, "Authorization_RequestDenied"]);
    const own = await as(mia)("POST", "/applications", { body: { displayName: "Wiki" } });
    expect((await here(mia, (own.body as { appId: string }).appId)).status).toBe(201);
    expect((await here(noa, shop.appId)).status).toBe(201);
  });
});

describe("an application that may manage its own", () => {
  test("sees all, changes what it has made or was given, and nothing else", async () => {
    const { ask, as, contoso, application, paths } = await open();
    const deployer = contoso.app("deployer", { permissions: ["Application.ReadWrite.OwnedBy"] });
    const deploy = as(deployer);
    const made = await deploy("POST", "/applications", { body: { displayName: "Own" } });
    const { id } = made.body as { id: string };
    expect(idsOf(await deploy("GET", "/applications"))).toEqual([application.id, id]);
    expect(idsOf(await deploy("GET", `/applications/${id}/owners`))).toEqual([deployer.id]);
    const secret = { body: { passwordCredential: { displayName: "s" } } };
    expect((await deploy("POST", `/applications/${id}/addPassword`, secret)).status).toBe(200);
    expect((await deploy("PATCH", `/applications/${id}`, { body: { tags: ["x"] } })).status).toBe(204);
    const mia = refer(contoso.user("mia").id);
    const before = contoso.log.length;
    const DENIED = [403, "Authorization_RequestDenied"];
    for (const path of paths) {
      expect(codeOf(await deploy("PATCH", path, { body: { tags: ["x"] } }))).toEqual(DENIED);
      expect(codeOf(await deploy("DELETE", path))).toEqual(DENIED);
    }
    expect(codeOf(await deploy("POST", `${paths[0]}/addPassword`, secret))).toEqual(DENIED);
    // Not even an owner may name another: the page says so.
    expect(codeOf(await deploy("POST", `/applications/${id}/owners/$ref`, mia))).toEqual(DENIED);
    expect(contoso.log.length).toBe(before);
    await ask("POST", `${paths[0]}/owners/$ref`, refer(deployer.id));
    expect((await deploy("PATCH", paths[0], { body: { tags: ["x"] } })).status).toBe(204);
    expect((await deploy("DELETE", paths[0])).status).toBe(204);
    expect((await deploy("POST", `/directory/deletedItems/${application.id}/restore`)).status).toBe(200);
    expect((await deploy("DELETE", `${paths[0]}/owners/${deployer.id}/$ref`)).status).toBe(204);
    expect(codeOf(await deploy("DELETE", paths[0]))).toEqual(DENIED);
  });

  test("makes service principals of the applications that it owns, and of no others", async () => {
    const { ask, as, contoso, made } = openRaw();
    const shop = await made("/applications", { displayName: "Shop" });
    const deployer = contoso.app("deployer", { permissions: ["Application.ReadWrite.OwnedBy"] });
    const here = () => as(deployer)("POST", "/servicePrincipals", { body: { appId: shop.appId } });
    const before = contoso.log.length;
    expect(codeOf(await here())).toEqual([403, "Authorization_RequestDenied"]);
    const unknown = await as(deployer)("POST", "/servicePrincipals", { body: { appId: NOBODY } });
    expect(unknown.status).toBe(400);
    expect(contoso.log.length).toBe(before);
    await ask("POST", `/applications/${shop.id}/owners/$ref`, refer(deployer.id));
    expect((await here()).status).toBe(201);
  });

  test("makes service principals of any application where it may manage all", async () => {
    const { as, contoso, made } = openRaw();
    const shop = await made("/applications", { displayName: "Shop" });
    const permissions = ["Application.ReadWrite.OwnedBy", "Application.ReadWrite.All"];
    const { status } = await as(contoso.app("deployer", { permissions }))("POST", "/servicePrincipals", {
      body: { appId: shop.appId },
    });
    expect(status).toBe(201);
  });

  test("owns nothing by that where it may manage all", async () => {
    const { ask, as, contoso } = openRaw();
    const permissions = ["Application.ReadWrite.OwnedBy", "Application.ReadWrite.All"];
    const made = await as(contoso.app("deployer", { permissions }))("POST", "/applications", {
      body: { displayName: "Shop" },
    });
    const { id } = made.body as { id: string };
    expect(idsOf(await ask("GET", `/applications/${id}/owners`))).toEqual([]);
  });
});
