import { createWorld } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { asking } from "../rights/ask.ts";

const PASSWORD = { password: "Sesame-7-open", forceChangePasswordNextSignIn: true };
const ENABLING = ["User.EnableDisableAccount.All", "User.Read.All"];
const CHANGES: readonly (readonly [property: string, value: unknown, permissions: readonly string[]])[] = [
  ["accountEnabled", false, ENABLING],
  ["businessPhones", ["+41 31 1"], ["User-Phone.ReadWrite.All"]],
  ["mobilePhone", "+41 79 1", ["User-Phone.ReadWrite.All"]],
  ["otherMails", ["ada@home.example"], ["User-Mail.ReadWrite.All"]],
  ["passwordProfile", PASSWORD, ["User-PasswordProfile.ReadWrite.All"]],
];

function open() {
  const contoso = createWorld({ seed: 6 }).cloud("public").tenant("contoso");
  const ada = contoso.user("ada");
  const change = (permissions: readonly string[], body: object, path = `/users/${ada.id}`) =>
    asking(contoso, { as: contoso.app(permissions.join(), { permissions }) })("PATCH", path, { body });
  return { contoso, ada, change };
}

describe("a permission for one property of users", () => {
  test.each(CHANGES)(
    "is enough to write it, and not to write another with it: %s",
    async (name, value, permissions) => {
      const { contoso, change } = open();
      expect((await change(permissions, { [name]: value })).status).toBe(204);
      const before = contoso.log.length;
      const DENIED = { status: 403, code: "Authorization_RequestDenied" };
      expect(await change(permissions, { [name]: value, jobTitle: "Host" })).toMatchObject(DENIED);
      expect(await change(permissions, { jobTitle: "Host" })).toMatchObject(DENIED);
      expect(await change(permissions, {})).toMatchObject(DENIED);
      for (const [other, another, needed] of CHANGES) {
        if (needed.join() === permissions.join()) continue;
        expect(await change(permissions, { [name]: value, [other]: another })).toMatchObject(DENIED);
      }
      expect(contoso.log.length).toBe(before);
    },
  );

  test("is enough together with one for another, each for its own", async () => {
    const { change } = open();
    const both = ["User-Phone.ReadWrite.All", "User-Mail.ReadWrite.All"];
    expect((await change(both, { mobilePhone: "1", otherMails: [] })).status).toBe(204);
    expect((await change(["User.EnableDisableAccount.All"], { accountEnabled: true })).status).toBe(403);
  });

  test("does not stand for the role that a user takes who lends it, and is not needed beside the wide one", async () => {
    const { contoso, ada, change } = open();
    const scopes = ["User-Phone.ReadWrite.All"];
    const as = (name: string, roles: readonly "User Administrator"[]) =>
      asking(contoso, { as: contoso.user(name, { roles }), scopes })("PATCH", `/users/${ada.id}`, {
        body: { mobilePhone: "1" },
      });
    expect((await as("mia", [])).status).toBe(403);
    expect((await as("noa", ["User Administrator"])).status).toBe(204);
    expect((await change(["User.ReadWrite.All"], { mobilePhone: "2", jobTitle: "Host" })).status).toBe(204);
    const own = asking(contoso, { as: ada, scopes });
    expect((await own("PATCH", "/me", { body: { mobilePhone: "3" } })).status).toBe(204);
    expect((await own("PATCH", "/me", { body: { jobTitle: "Host" } })).status).toBe(403);
  });
});

describe("whoever reads users by a permission for one property", () => {
  const PHONE = ["User-Phone.ReadWrite.All"];
  const DENIED = { status: 403, code: "Authorization_RequestDenied" };

  function read(permissions: readonly string[], $select: string | undefined, $expand?: string) {
    const { contoso, ada } = open();
    const query = { ...($select && { $select }), ...($expand && { $expand }) };
    return asking(contoso, { as: contoso.app("reader", { permissions }) })("GET", `/users/${ada.id}`, {
      query,
    });
  }

  test.each([
    [PHONE, "mobilePhone,businessPhones"],
    [PHONE, "id, userPrincipalName, MobilePhone"],
    [["User-Mail.ReadWrite.All"], "id,otherMails"],
    [["User-PasswordProfile.ReadWrite.All"], "passwordProfile"],
    [["User-Mail.ReadWrite.All", ...PHONE], "otherMails,mobilePhone"],
  ])("is shown what it writes, and what tells users apart: %j, %s", async (permissions, $select) => {
    expect((await read(permissions, $select)).status).toBe(200);
  });

  test.each([
    [PHONE, undefined],
    [PHONE, ""],
    [PHONE, "mobilePhone,displayName"],
    [PHONE, "otherMails"],
    [PHONE, "shoeSize"],
    [["User.EnableDisableAccount.All"], "accountEnabled"],
    [["User.Invite.All"], "id"],
  ])("is shown nothing else: %j, %s", async (permissions, $select) => {
    expect(await read(permissions, $select)).toMatchObject(DENIED);
  });

  test("is shown one user and not all of them, and nobody along with it", async () => {
    const { contoso } = open();
    const ask = asking(contoso, { as: contoso.app("reader", { permissions: PHONE }) });
    const query = { $select: "mobilePhone" };
    expect(await ask("GET", "/users", { query })).toMatchObject(DENIED);
    expect(await read(PHONE, "mobilePhone", "manager")).toMatchObject(DENIED);
  });

  test("is shown oneself by what was lent, as whoever is signed in", async () => {
    const { contoso, ada } = open();
    const ask = asking(contoso, { as: ada, scopes: PHONE });
    expect((await ask("GET", "/me", { query: { $select: "mobilePhone" } })).status).toBe(200);
    expect(await ask("GET", "/me", { query: { $select: "jobTitle" } })).toMatchObject(DENIED);
    expect(await ask("GET", "/me")).toMatchObject(DENIED);
  });
});

describe("the password of a user", () => {
  const DENIED = { status: 403, code: "Authorization_RequestDenied" };

  test.each([["User.ReadWrite.All"], ["Directory.ReadWrite.All"]])(
    "is not set by an application on its own that has no more than %s, alone or with the rest",
    async (permission) => {
      const { contoso, change } = open();
      expect(await change([permission], { passwordProfile: PASSWORD })).toMatchObject(DENIED);
      const before = contoso.log.length;
      expect(await change([permission], { passwordProfile: PASSWORD, jobTitle: "Host" })).toMatchObject(
        DENIED,
      );
      expect(contoso.log.length).toBe(before);
      expect((await change([permission], { jobTitle: "Host" })).status).toBe(204);
      const both = [permission, "User-PasswordProfile.ReadWrite.All"];
      expect((await change(both, { passwordProfile: PASSWORD, jobTitle: "Host" })).status).toBe(204);
    },
  );

  test("is set by an application that has a role for it", async () => {
    const { contoso, ada } = open();
    const app = contoso.app("keeper", { permissions: ["User.ReadWrite.All"] });
    const change = () =>
      asking(contoso, { as: app })("PATCH", `/users/${ada.id}`, { body: { passwordProfile: PASSWORD } });
    expect(await change()).toMatchObject(DENIED);
    const administrator = asking(contoso, { as: contoso.app("administrator") });
    const role = { principalId: app.id, directoryScopeId: "/" };
    await administrator("POST", "/roleManagement/directory/roleAssignments", {
      body: { ...role, roleDefinitionId: "729827e3-9c14-49f7-bb1b-9608f156bbb8" },
    });
    expect((await change()).status).toBe(204);
  });
});
