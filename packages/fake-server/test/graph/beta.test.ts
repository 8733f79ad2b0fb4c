import { createWorld } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { asking } from "../rights/ask.ts";

const beta = { version: "beta" } as const;

function open() {
  const world = createWorld({ seed: 6 });
  const contoso = world.cloud("public").tenant("contoso");
  const ada = contoso.user("ada", { department: "Sales", userType: "Guest" });
  return { world, contoso, ada, ask: asking(contoso, { as: contoso.app("caller") }) };
}

describe("the beta", () => {
  test("shows nearly everything of a user where nothing is selected, alone and in lists", async () => {
    const { ask, ada } = open();
    const alone = (await ask("GET", `/users/${ada.id}`, beta)).body as Record<string, unknown>;
    expect(alone).toMatchObject({
      ...{ id: ada.id, department: "Sales", userType: "Guest", accountEnabled: true },
      ...{ externalUserState: null, otherMails: [], proxyAddresses: expect.any(Array) },
    });
    expect(Object.keys(alone)).not.toEqual(expect.arrayContaining(["aboutMe"]));
    expect(Object.keys(alone)).not.toContain("signInActivity");
    const { value } = (await ask("GET", "/users", beta)).body as { readonly value: unknown[] };
    const { "@odata.context": _, ...shown } = alone;
    expect(value).toContainEqual(shown);
    const inV1 = (await ask("GET", `/users/${ada.id}`)).body as object;
    expect(Object.keys(inV1)).toHaveLength(12);
  });

  test("shows what is selected of a user and no more", async () => {
    const { ask, ada } = open();
    const { body } = await ask("GET", `/users/${ada.id}`, { ...beta, query: { $select: "userType" } });
    expect(body).toMatchObject({ userType: "Guest" });
    expect(Object.keys(body as object)).toHaveLength(2);
  });

  test("knows how somebody signed in, and v1.0 does not", async () => {
    const { ask } = open();
    const query = { $filter: "signInEventTypes/any(t: t eq 'interactiveUser')" };
    expect((await ask("GET", "/auditLogs/signIns", { ...beta, query })).status).toBe(200);
    expect((await ask("GET", "/auditLogs/signIns", { query })).status).toBe(400);
  });
});
