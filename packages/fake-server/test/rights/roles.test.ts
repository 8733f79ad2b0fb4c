import { createWorld } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { type Answer, asking } from "./ask.ts";

const ASSIGNMENTS = "/roleManagement/directory/roleAssignments";
const GUEST_INVITER = "95e79109-95c0-4d8e-aee3-d01accf2d47b";
const READER = "88d8e3e3-8f55-4a1e-953a-9b9898b8876b";

function open() {
  const contoso = createWorld().cloud("public").tenant("contoso");
  const mia = contoso.user("mia");
  const body = { principalId: mia.id, roleDefinitionId: GUEST_INVITER, directoryScopeId: "/" };
  return { contoso, mia, body, ask: asking(contoso, { as: contoso.app("admin") }) };
}

const itemsOf = ({ body }: Answer) => (body as { value: Record<string, unknown>[] }).value;

describe("a role", () => {
  test("is assigned, listed by whose and which, and taken away", async () => {
    const { ask, mia, body } = open();
    const made = await ask("POST", ASSIGNMENTS, { body });
    expect(made).toMatchObject({ status: 201, body });
    const { id } = made.body as { id: string };
    const find = async ($filter: string) => itemsOf(await ask("GET", ASSIGNMENTS, { query: { $filter } }));
    const wanted = [{ id, ...body }];
    expect(itemsOf(await ask("GET", ASSIGNMENTS))).toEqual(wanted);
    expect(await find(`principalId eq '${mia.id}'`)).toEqual(wanted);
    expect(await find(`roleDefinitionId eq '${GUEST_INVITER}' and principalId eq '${mia.id}'`)).toEqual(
      wanted,
    );
    expect(await find(`principalId eq '${mia.id}' and roleDefinitionId eq '${READER}'`)).toEqual([]);
    expect((await ask("GET", `${ASSIGNMENTS}/${id}`)).body).toMatchObject(wanted[0] ?? {});
    expect((await ask("DELETE", `${ASSIGNMENTS}/${id}`)).status).toBe(204);
    expect((await ask("DELETE", `${ASSIGNMENTS}/${id}`)).status).toBe(404);
    expect(itemsOf(await ask("GET", ASSIGNMENTS))).toEqual([]);
  });

  test("is not assigned a second time", async () => {
    const { ask, body } = open();
    await ask("POST", ASSIGNMENTS, { body });
    expect(await ask("POST", ASSIGNMENTS, { body })).toMatchObject({
      status: 400,
      code: "Request_BadRequest",
      message:
        "A conflicting object with one or more of the specified property values is present in the directory.",
    });
  });

  test.each([
    ["nobody", { principalId: "00000000-0000-4000-8000-000000000000" }, 404],
    ["a role that there is none of", { roleDefinitionId: "00000000-0000-4000-8000-000000000000" }, 400],
    ["a part of the directory", { directoryScopeId: "/administrativeUnits/x" }, 400],
    ["no scope", { directoryScopeId: undefined }, 400],
  ])("is refused to %s", async (_, changes, status) => {
    const { ask, body } = open();
    expect((await ask("POST", ASSIGNMENTS, { body: { ...body, ...changes } })).status).toBe(status);
  });

  test("is refused to a group that was not made for roles", async () => {
    const { ask, contoso, body } = open();
    const plain = { ...body, principalId: contoso.group("plain").id };
    const made = { ...body, principalId: contoso.group("inviters", { roles: [] }).id };
    expect((await ask("POST", ASSIGNMENTS, { body: plain })).status).toBe(400);
    expect((await ask("POST", ASSIGNMENTS, { body: made })).status).toBe(201);
  });

  test("is handed out by whoever looks after the roles, and by no other administrator", async () => {
    const { contoso, body } = open();
    const assigns = async (name: string, role: "User Administrator" | "Privileged Role Administrator") => {
      const as = contoso.user(name, { roles: [role] });
      return (await asking(contoso, { as })("POST", ASSIGNMENTS, { body })).status;
    };
    expect(await assigns("a", "User Administrator")).toBe(403);
    expect(await assigns("b", "Privileged Role Administrator")).toBe(201);
  });

  test("is listed among the roles in use, with who has it", async () => {
    const { ask, body, mia } = open();
    const inUse = async () => itemsOf(await ask("GET", "/directoryRoles"));
    expect((await inUse()).map(({ displayName }) => displayName)).toEqual(["Global Administrator"]);
    await ask("POST", ASSIGNMENTS, { body });
    const [, role] = await inUse();
    expect(role).toMatchObject({ displayName: "Guest Inviter", roleTemplateId: GUEST_INVITER });
    expect(role?.id).not.toBe(GUEST_INVITER);
    expect(itemsOf(await ask("GET", `/directoryRoles/${role?.id}/members`))).toMatchObject([
      { "@odata.type": "#microsoft.graph.user", id: mia.id, displayName: "mia" },
    ]);
  });
});

describe("memberships", () => {
  test("are groups and roles; those through a group are shown where they are asked for", async () => {
    const { contoso, ask, mia, body } = open();
    const { id } = contoso.group("inviters", { roles: ["Guest Inviter"] });
    await ask("POST", ASSIGNMENTS, { body: { ...body, roleDefinitionId: READER } });
    const reference = { "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${mia.id}` };
    await ask("POST", `/groups/${id}/members/$ref`, { body: reference });
    const me = asking(contoso, { as: mia });
    const names = (answer: Answer) => itemsOf(answer).map(({ displayName }) => displayName);
    expect(names(await me("GET", "/me/memberOf"))).toEqual(["inviters", "Directory Readers"]);
    expect(names(await me("GET", "/me/transitiveMemberOf"))).toEqual([
      "inviters",
      "Directory Readers",
      "Guest Inviter",
    ]);
    const { body: mine } = await me("GET", "/me/transitiveMemberOf");
    expect((await ask("GET", `/users/${mia.id}/transitiveMemberOf`)).body).toEqual(mine);
  });

  test("hide which role it is from whoever may not see roles", async () => {
    const { contoso, ask, mia, body } = open();
    await ask("POST", ASSIGNMENTS, { body });
    const me = asking(contoso, { as: mia, scopes: ["User.Read"] });
    const [role] = itemsOf(await me("GET", "/me/transitiveMemberOf"));
    expect(role).toMatchObject({
      ...{ "@odata.type": "#microsoft.graph.directoryRole", id: expect.any(String) },
      ...{ displayName: null, roleTemplateId: null },
    });
  });
});

describe("me", () => {
  test("is the user who asks, and nobody where an application does", async () => {
    const { contoso, ask, mia } = open();
    const me = asking(contoso, { as: mia });
    expect((await me("GET", "/me", { query: { $select: "id,userType" } })).body).toMatchObject({
      id: mia.id,
      userType: "Member",
    });
    expect(await ask("GET", "/me")).toMatchObject({
      status: 400,
      message: "/me request is only valid with delegated authentication flow.",
    });
  });
});

describe("a caller", () => {
  test("keeps what an application was made with, and has no scopes beside it", () => {
    const { contoso } = open();
    contoso.app("narrow", { permissions: ["User.Invite.All"] });
    expect(contoso.app("narrow").permissions).toEqual(["User.Invite.All"]);
    expect(contoso.app("wide").permissions).toBeUndefined();
    expect(() => contoso.transport({ as: contoso.app("wide"), scopes: ["User.Read"] })).toThrow(TypeError);
  });

  test("has the same rights by a token", async () => {
    const world = createWorld();
    const contoso = world.cloud("public").tenant("contoso");
    const invites = async (options: Parameters<typeof contoso.credential>[0]) => {
      const { token } = await contoso.credential(options).getToken();
      const request = new Request("https://graph.microsoft.com/v1.0/invitations", {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify({
          invitedUserEmailAddress: "ada@fabrikam.example",
          inviteRedirectUrl: "https://app.contoso.example",
        }),
      });
      return (await world.fetch(request)).status;
    };
    const mia = contoso.user("mia");
    expect(await invites({ as: mia })).toBe(201);
    expect(await invites({ as: mia, scopes: ["User.Read"] })).toBe(401);
    expect(await invites({ as: contoso.app("narrow", { permissions: [] }) })).toBe(401);
  });
});
