import { administer, createWorld } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";

function open(world = createWorld()) {
  const admin = administer(world);
  const ask = async (body: object = {}) => {
    const init = { method: "POST", body: JSON.stringify(body) };
    const response = (await admin(new Request("http://localhost/_fake/token", init))) as Response;
    const given = (await response.json()) as { token?: string; appId?: string; error?: { message: string } };
    return { status: response.status, ...given };
  };
  const graph = async (token = "") => {
    const headers = { authorization: `Bearer ${token}` };
    return (await world.fetch("https://graph.microsoft.com/v1.0/users", { headers })).status;
  };
  return { world, ask, graph };
}

describe("a token for whoever administers the fake", () => {
  test("is of the first application that may do everything, or of one by its name or client id", async () => {
    const { world, ask, graph } = open();
    const contoso = world.cloud("public").tenant("contoso");
    const reader = contoso.app("reader", { permissions: ["Group.Read.All"] });
    const inviter = contoso.app("inviter");
    expect(await ask()).toMatchObject({ status: 200, appId: inviter.appId });
    expect(await graph((await ask()).token)).toBe(200);
    for (const app of ["reader", reader.appId.toUpperCase()]) {
      const given = await ask({ tenant: "public/contoso", app });
      expect(given).toMatchObject({ status: 200, appId: reader.appId, tenant: contoso.id });
      expect(await graph(given.token)).toBe(403);
    }
  });

  test("is good for an hour, and can be had anew", async () => {
    const { world, ask, graph } = open();
    world.cloud("public").tenant("contoso").app("inviter");
    const { token } = await ask();
    await world.clock.sleep(3_600_000);
    expect(await graph(token)).toBe(401);
    expect(await graph((await ask()).token)).toBe(200);
  });

  test("is refused with what there is where nothing is meant by that", async () => {
    const { world, ask } = open();
    expect(await ask()).toMatchObject({
      status: 404,
      error: { message: "there is no tenant in this world" },
    });
    const contoso = world.cloud("public").tenant("contoso");
    contoso.app("reader", { permissions: [] });
    expect(await ask()).toMatchObject({
      status: 404,
      error: { message: "no application of contoso may do everything: name one of reader" },
    });
    expect(await ask({ app: "writer" })).toMatchObject({
      error: { message: 'contoso has no application "writer" that is enabled; it has reader' },
    });
    expect((await ask({ application: "reader" })).status).toBe(400);
  });

  test("is none of an application that is disabled", async () => {
    const { world, ask } = open();
    const contoso = world.cloud("public").tenant("contoso");
    const portal = contoso.app("portal");
    const { token } = await ask();
    const disabled = await world.fetch(`https://graph.microsoft.com/v1.0/servicePrincipals/${portal.id}`, {
      method: "PATCH",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ accountEnabled: false }),
    });
    expect(disabled.status).toBe(204);
    expect((await ask({ app: "portal" })).status).toBe(404);
  });
});
