import { createWorld } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { asking } from "../rights/ask.ts";

const PARTNERS = "/policies/crossTenantAccessPolicy/partners";
const PARTNER = "aaaaaaaa-0000-4000-8000-000000000001";
const PATH = `${PARTNERS}/${PARTNER}/identitySynchronization`;
const ALLOWED = { userSyncInbound: { isSyncAllowed: true } };

async function open() {
  const contoso = createWorld().cloud("public").tenant("contoso");
  const ask = asking(contoso, { as: contoso.app("admin") });
  await ask("POST", PARTNERS, { body: { tenantId: PARTNER } });
  return { ask };
}

describe("the synchronization from a partner", () => {
  test("is there once it has been put, and gone once it has been deleted", async () => {
    const { ask } = await open();
    expect((await ask("GET", PATH)).status).toBe(404);
    expect((await ask("PUT", PATH, { body: { displayName: "Fabrikam", ...ALLOWED } })).status).toBe(204);
    expect(await ask("GET", PATH)).toMatchObject({
      status: 200,
      body: {
        "@odata.context": expect.stringMatching(/identitySynchronization\/\$entity$/),
        tenantId: PARTNER,
        displayName: "Fabrikam",
        ...ALLOWED,
      },
    });
    expect((await ask("DELETE", PATH)).status).toBe(204);
    for (const method of ["GET", "DELETE"] as const) expect((await ask(method, PATH)).status).toBe(404);
    expect((await ask("PATCH", PATH, { body: ALLOWED })).status).toBe(404);
  });

  test("is changed property by property, and put anew as a whole", async () => {
    const { ask } = await open();
    await ask("PUT", PATH, { body: { displayName: "Fabrikam", ...ALLOWED } });
    await ask("PATCH", PATH, { body: { userSyncInbound: { isSyncAllowed: false } } });
    expect((await ask("GET", PATH)).body).toMatchObject({
      displayName: "Fabrikam",
      userSyncInbound: { isSyncAllowed: false },
    });
    await ask("PUT", PATH, { body: ALLOWED });
    expect((await ask("GET", PATH)).body).toMatchObject({ displayName: null, ...ALLOWED });
  });

  test("keeps the partner's entry from being deleted", async () => {
    const { ask } = await open();
    await ask("PUT", PATH, { body: ALLOWED });
    expect(await ask("DELETE", `${PARTNERS}/${PARTNER}`)).toMatchObject({
      status: 400,
      code: "Request_BadRequest",
    });
    expect((await ask("GET", `${PARTNERS}/${PARTNER}`)).status).toBe(200);
    await ask("DELETE", PATH);
    expect((await ask("DELETE", `${PARTNERS}/${PARTNER}`)).status).toBe(204);
  });

  test("is said of a partner that has an entry alone", async () => {
    const { ask } = await open();
    const other = PATH.replace(PARTNER, "bbbbbbbb-0000-4000-8000-000000000001");
    expect((await ask("PUT", other, { body: ALLOWED })).status).toBe(404);
  });

  test.each([
    ["another organisation's id", { tenantId: "bbbbbbbb-0000-4000-8000-000000000001" }],
    ["an unknown property", { colour: "green" }],
    ["a word where yes or no is due", { userSyncInbound: { isSyncAllowed: "yes" } }],
    ["an unknown setting", { userSyncInbound: { isGroupSyncAllowed: true } }],
    ["a list for the settings", { userSyncInbound: [] }],
    ["no body", undefined],
  ])("is refused with %s, and stays as it was", async (_, body) => {
    const { ask } = await open();
    await ask("PUT", PATH, { body: ALLOWED });
    for (const method of ["PUT", "PATCH"] as const) {
      expect((await ask(method, PATH, { body })).status).toBe(400);
    }
    expect((await ask("GET", PATH)).body).toMatchObject(ALLOWED);
  });
});
