import { createWorld } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { type Answer, asking } from "./ask.ts";

const DEFINITIONS = "/roleManagement/directory/roleDefinitions";
const ASSIGNMENTS = "/roleManagement/directory/roleAssignments";
const GUEST_INVITER = "95e79109-95c0-4d8e-aee3-d01accf2d47b";
const READERS = "88d8e3e3-8f55-4a1e-953a-9b9898b8876b";
const CUSTOM = {
  displayName: "Door keeper",
  isEnabled: true,
  rolePermissions: [{ allowedResourceActions: ["microsoft.directory/users/inviteGuest"] }],
};

function open() {
  const contoso = createWorld().cloud("public").tenant("contoso");
  const ask = asking(contoso, { as: contoso.app("admin") });
  const define = async () => ((await ask("POST", DEFINITIONS, { body: CUSTOM })).body as { id: string }).id;
  return { contoso, ask, define };
}

const itemsOf = ({ body }: Answer) => (body as { value: Record<string, unknown>[] }).value;

describe("the definitions of roles", () => {
  test("are those that are built in, which inherit from Directory Readers", async () => {
    const { ask } = open();
    const all = itemsOf(await ask("GET", DEFINITIONS));
    expect(all.every(({ isBuiltIn, id, templateId }) => isBuiltIn === true && id === templateId)).toBe(true);
    expect((await ask("GET", `${DEFINITIONS}/${GUEST_INVITER}`)).body).toMatchObject({
      "@odata.context": expect.stringMatching(/#roleManagement\/directory\/roleDefinitions\/\$entity$/),
      displayName: "Guest Inviter",
      isEnabled: true,
      resourceScopes: ["/"],
      version: "1",
      rolePermissions: [
        {
          allowedResourceActions: expect.arrayContaining(["microsoft.directory/users/inviteGuest"]),
          condition: null,
        },
      ],
      inheritsPermissionsFrom: [{ id: READERS }],
    });
    expect((await ask("GET", `${DEFINITIONS}/${READERS}`)).body).toMatchObject({
      inheritsPermissionsFrom: [],
    });
  });

  test("show what they inherit from whole where that is expanded", async () => {
    const { ask } = open();
    const path = `${DEFINITIONS}/${GUEST_INVITER}`;
    const { body } = await ask("GET", path, { query: { $expand: "inheritsPermissionsFrom" } });
    expect(body).toMatchObject({
      inheritsPermissionsFrom: [{ id: READERS, displayName: "Directory Readers", isBuiltIn: true }],
    });
    expect((await ask("GET", path, { query: { $expand: "holders" } })).status).toBe(400);
  });

  test("are filtered by id, name and whether they are built in, and by nothing else", async () => {
    const { ask, define } = open();
    const id = await define();
    const find = async ($filter: string) =>
      itemsOf(await ask("GET", DEFINITIONS, { query: { $filter } })).map((one) => one.id);
    expect(await find("isBuiltIn eq false")).toEqual([id]);
    expect(await find("displayName eq 'Guest Inviter'")).toEqual([GUEST_INVITER]);
    expect(await find(`id in ('${id}','${READERS}')`)).toEqual([READERS, id]);
    for (const $filter of [
      "isEnabled eq true",
      "startsWith(displayName,'G')",
      "isBuiltIn eq",
      "colour eq 'x'",
    ]) {
      expect((await ask("GET", DEFINITIONS, { query: { $filter } })).status).toBe(400);
    }
  });
});

describe("a role of the directory's own", () => {
  test("is made, changed, and deleted", async () => {
    const { ask, define } = open();
    const id = await define();
    const path = `${DEFINITIONS}/${id}`;
    expect((await ask("GET", path)).body).toMatchObject({
      id,
      ...{ displayName: "Door keeper", description: null, isBuiltIn: false, isEnabled: true },
      ...{ templateId: id, version: null, resourceScopes: ["/"], inheritsPermissionsFrom: [] },
      rolePermissions: [
        { allowedResourceActions: ["microsoft.directory/users/inviteGuest"], condition: null },
      ],
    });
    const changes = { description: "Keeps the door", isEnabled: false };
    expect((await ask("PATCH", path, { body: changes })).status).toBe(204);
    expect((await ask("GET", path)).body).toMatchObject({ displayName: "Door keeper", ...changes });
    expect((await ask("DELETE", path)).status).toBe(204);
    expect((await ask("GET", path)).status).toBe(404);
  });

  test("keeps the condition of each permission as it was sent, through changes of anything else", async () => {
    const { ask } = open();
    const permission = (condition?: string) => ({
      allowedResourceActions: ["microsoft.directory/applications/basic/update"],
      ...(condition !== undefined && { condition }),
    });
    const rolePermissions = [permission("$SubjectIsOwner"), permission()];
    const { body } = await ask("POST", DEFINITIONS, { body: { ...CUSTOM, rolePermissions } });
    const path = `${DEFINITIONS}/${(body as { id: string }).id}`;
    const kept = [permission("$SubjectIsOwner"), { ...permission(), condition: null }];
    expect((await ask("GET", path)).body).toMatchObject({ rolePermissions: kept });
    await ask("PATCH", path, { body: { description: "Changes what is theirs" } });
    expect((await ask("GET", path)).body).toMatchObject({ rolePermissions: kept });
    await ask("PATCH", path, { body: { rolePermissions: [permission("$ResourceIsSelf")] } });
    expect((await ask("GET", path)).body).toMatchObject({ rolePermissions: [permission("$ResourceIsSelf")] });
  });

  test("is assigned as any other, unless it is disabled, and is no directory role", async () => {
    const { ask, define, contoso } = open();
    const roleDefinitionId = await define();
    const mia = contoso.user("mia");
    const body = { principalId: mia.id, roleDefinitionId, directoryScopeId: "/" };
    await ask("PATCH", `${DEFINITIONS}/${roleDefinitionId}`, { body: { isEnabled: false } });
    expect((await ask("POST", ASSIGNMENTS, { body })).status).toBe(400);
    await ask("PATCH", `${DEFINITIONS}/${roleDefinitionId}`, { body: { isEnabled: true } });
    expect((await ask("POST", ASSIGNMENTS, { body })).status).toBe(201);
    expect(itemsOf(await ask("GET", "/directoryRoles"))).toHaveLength(1);
    expect(itemsOf(await ask("GET", `/users/${mia.id}/memberOf`))).toEqual([]);
    expect((await ask("DELETE", `${DEFINITIONS}/${roleDefinitionId}`)).status).toBe(400);
    expect((await ask("GET", `${DEFINITIONS}/${roleDefinitionId}`)).status).toBe(200);
  });

  test.each([
    ["no name", { displayName: undefined }],
    ["an empty name", { displayName: "" }],
    ["no permissions", { rolePermissions: undefined }],
    ["no word on whether it is enabled", { isEnabled: undefined }],
    ["the name of a built-in role", { displayName: "guest inviter" }],
    ["a scope that is not the directory", { resourceScopes: ["/administrativeUnits/x"] }],
    ["an action of no form", { rolePermissions: [{ allowedResourceActions: ["invite"] }] }],
    ["no action", { rolePermissions: [{ allowedResourceActions: [] }] }],
    [
      "an action that is taken away again",
      {
        rolePermissions: [
          {
            allowedResourceActions: ["microsoft.directory/users/create"],
            excludedResourceActions: ["microsoft.directory/users/inviteGuest"],
          },
        ],
      },
    ],
    ["an unknown property", { colour: "green" }],
    ["a number for a name", { displayName: 7 }],
    ["a list for a permission", { rolePermissions: [[]] }],
  ])("is not made with %s", async (_, changes) => {
    const { ask } = open();
    const before = itemsOf(await ask("GET", DEFINITIONS));
    expect((await ask("POST", DEFINITIONS, { body: { ...CUSTOM, ...changes } })).status).toBe(400);
    expect(itemsOf(await ask("GET", DEFINITIONS))).toEqual(before);
  });

  test("has a name that no other has", async () => {
    const { ask, define } = open();
    await define();
    expect((await ask("POST", DEFINITIONS, { body: CUSTOM })).status).toBe(400);
  });

  test("is all that can be changed: what is built in stays", async () => {
    const { ask } = open();
    const path = `${DEFINITIONS}/${GUEST_INVITER}`;
    expect((await ask("PATCH", path, { body: { displayName: "X" } })).status).toBe(400);
    expect((await ask("DELETE", path)).status).toBe(400);
    expect((await ask("PATCH", `${DEFINITIONS}/nothing`, { body: {} })).status).toBe(404);
    expect((await ask("GET", path)).body).toMatchObject({ displayName: "Guest Inviter" });
  });

  test("is made by whoever looks after the roles alone", async () => {
    const { contoso } = open();
    const noa = asking(contoso, { as: contoso.user("noa", { roles: ["User Administrator"] }) });
    const reader = asking(contoso, {
      as: contoso.app("r", { permissions: ["RoleManagement.Read.Directory"] }),
    });
    for (const ask of [noa, reader])
      expect((await ask("POST", DEFINITIONS, { body: CUSTOM })).status).toBe(403);
    expect((await reader("GET", DEFINITIONS)).status).toBe(200);
    const other = asking(contoso, { as: contoso.app("o", { permissions: ["User.Read.All"] }) });
    expect((await other("GET", DEFINITIONS)).status).toBe(403);
  });
});
