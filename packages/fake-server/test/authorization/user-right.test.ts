import { createWorld, type FakeUser, type RoleName } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { asking, invitation } from "../rights/ask.ts";

const GROUP = { displayName: "team", mailNickname: "team", mailEnabled: false, securityEnabled: true };

function open() {
  const contoso = createWorld({ seed: 6 }).cloud("public").tenant("contoso");
  const as = (user: FakeUser, scopes?: readonly string[]) =>
    asking(contoso, { as: user, ...(scopes && { scopes }) });
  const refer = (id: string) => ({
    body: { "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${id}` },
  });
  const administrator = asking(contoso, { as: contoso.app("administrator") });
  return { contoso, as, refer, administrator };
}

const idIn = ({ body }: { readonly body: unknown }) => (body as { readonly id: string }).id;

describe("what a user may do in person", () => {
  test("takes in the groups that the user owns, and no others", async () => {
    const { contoso, as, refer, administrator } = open();
    const [mia, noa, guest] = [
      contoso.user("mia"),
      contoso.user("noa"),
      contoso.user("g", { userType: "Guest" }),
    ];
    const id = idIn(await as(mia)("POST", "/groups", { body: GROUP }));
    expect((await as(noa)("POST", `/groups/${id}/members/$ref`, refer(guest.id))).status).toBe(403);
    expect((await as(mia)("POST", `/groups/${id}/members/$ref`, refer(guest.id))).status).toBe(204);
    expect((await as(noa)("DELETE", `/groups/${id}/members/${guest.id}/$ref`)).status).toBe(403);
    await administrator("POST", `/groups/${id}/owners/$ref`, refer(noa.id));
    expect((await as(noa)("DELETE", `/groups/${id}/members/${guest.id}/$ref`)).status).toBe(204);
    expect((await as(noa, ["GroupMember.ReadWrite.All"])("DELETE", `/groups/${id}`)).status).toBe(403);
    expect((await as(noa, ["Group.ReadWrite.All"])("DELETE", `/groups/${id}`)).status).toBe(204);
  });

  test("takes in the applications that the user has made, and no others", async () => {
    const { contoso, as } = open();
    const [mia, noa] = [contoso.user("mia"), contoso.user("noa")];
    const id = idIn(await as(mia)("POST", "/applications", { body: { displayName: "wiki" } }));
    const changed = { body: { displayName: "the wiki" } };
    expect((await as(noa)("PATCH", `/applications/${id}`, changed)).status).toBe(403);
    expect((await as(mia)("PATCH", `/applications/${id}`, changed)).status).toBe(204);
  });

  test("is what the directory lets its members do; guests need a role for it", async () => {
    const { contoso, as } = open();
    const [mia, guest] = [contoso.user("mia"), contoso.user("g", { userType: "Guest" })];
    const makes = async (user: FakeUser, name: string) => [
      (await as(user)("POST", "/groups", { body: { ...GROUP, mailNickname: name } })).status,
      (await as(user)("POST", "/applications", { body: { displayName: name } })).status,
    ];
    expect(await makes(mia, "a")).toEqual([201, 201]);
    expect(await makes(guest, "b")).toEqual([403, 403]);
    contoso.authorizationPolicy({
      defaultUserRolePermissions: { allowedToCreateApps: false, allowedToCreateSecurityGroups: false },
    });
    expect(await makes(mia, "c")).toEqual([403, 403]);
    contoso.user("mia", { roles: ["Groups Administrator"] });
    contoso.user("g", { roles: ["Application Administrator"] });
    expect(await makes(mia, "d")).toEqual([201, 403]);
    expect(await makes(guest, "e")).toEqual([403, 201]);
  });

  test("is what a role of the directory's own allows", async () => {
    const { contoso, as, administrator } = open();
    const mia = contoso.user("mia");
    const target = contoso.user("noa");
    const change = () => as(mia)("PATCH", `/users/${target.id}`, { body: { jobTitle: "Host" } });
    expect((await change()).status).toBe(403);
    const role = await administrator("POST", "/roleManagement/directory/roleDefinitions", {
      body: {
        displayName: "Title Writer",
        isEnabled: true,
        rolePermissions: [{ allowedResourceActions: ["microsoft.directory/users/basic/update"] }],
      },
    });
    await administrator("POST", "/roleManagement/directory/roleAssignments", {
      body: { principalId: mia.id, roleDefinitionId: idIn(role), directoryScopeId: "/" },
    });
    expect((await change()).status).toBe(204);
    expect((await as(mia)("DELETE", `/users/${target.id}`)).status).toBe(403);
  });

  test("is more for groups that roles can be assigned to, of applications too", async () => {
    const { contoso, as, refer } = open();
    const { id } = contoso.group("keepers", { roles: ["Guest Inviter"] });
    const path = `/groups/${id}/members/$ref`;
    const adds = async (role: RoleName) =>
      (
        await as(contoso.user(role.replaceAll(" ", ""), { roles: [role] }))(
          "POST",
          path,
          refer(contoso.user(`new ${role}`.replaceAll(" ", "-")).id),
        )
      ).status;
    expect(await adds("Groups Administrator")).toBe(403);
    expect(await adds("Privileged Role Administrator")).toBe(204);
    const app = (...permissions: string[]) =>
      asking(contoso, { as: contoso.app(permissions.join(), { permissions }) })(
        "POST",
        path,
        refer(contoso.user("last").id),
      );
    expect((await app("GroupMember.ReadWrite.All")).status).toBe(403);
    expect((await app("GroupMember.ReadWrite.All", "RoleManagement.ReadWrite.Directory")).status).toBe(204);
  });

  test.each<[RoleName, number, number]>([
    ["Security Reader", 200, 403],
    ["Global Reader", 200, 403],
    ["Conditional Access Administrator", 200, 204],
    ["Security Administrator", 200, 204],
    ["User Administrator", 403, 403],
  ])(
    "lets a %s read conditional access with %i, and delete from it with %i",
    async (role, reads, deletes) => {
      const { contoso, as } = open();
      const { id } = contoso.conditionalAccess({
        displayName: "one",
        conditions: { users: { includeUsers: ["All"] }, applications: { includeApplications: ["All"] } },
        grantControls: { operator: "OR", builtInControls: ["mfa"] },
      });
      const ask = as(contoso.user("mia", { roles: [role] }));
      const path = "/identity/conditionalAccess/policies";
      expect((await ask("GET", path)).status).toBe(reads);
      expect((await ask("DELETE", `${path}/${id}`)).status).toBe(deletes);
    },
  );
});

describe("what users may change of themselves", () => {
  const SCOPES = ["User.ReadWrite"];
  const DENIED = { status: 403, code: "Authorization_RequestDenied" };

  test.each(["Member", "Guest"] as const)(
    "is the mobile phone, as a %s, and nothing beside it",
    async (userType) => {
      const { contoso, as } = open();
      const ada = contoso.user("ada", { userType });
      for (const path of ["/me", `/users/${ada.id}`, `/users/${ada.userPrincipalName}`]) {
        const change = (body: object) => as(ada, SCOPES)("PATCH", path, { body });
        expect((await change({ mobilePhone: "+41 79 1" })).status).toBe(204);
        const before = contoso.log.length;
        expect(await change({ mobilePhone: "+41 79 2", jobTitle: "Host" })).toMatchObject(DENIED);
        for (const body of [
          { userType: "Member" },
          { displayName: "Root" },
          { givenName: "Root" },
          { userPrincipalName: `root@contoso.onmicrosoft.com` },
          { mail: "root@fabrikam.example" },
          { accountEnabled: true },
          { passwordProfile: { password: "Sesame-7-open" } },
        ]) {
          expect(await change(body), JSON.stringify(body)).toMatchObject(DENIED);
        }
        expect(contoso.log.length).toBe(before);
      }
    },
  );

  test("does not make a guest a member who may then invite", async () => {
    const { contoso, as } = open();
    const guest = contoso.user("g", { userType: "Guest" });
    const invite = () => as(guest, [...SCOPES, "User.Invite.All"])("POST", "/invitations", invitation("noa"));
    contoso.authorizationPolicy({ allowInvitesFrom: "adminsGuestInvitersAndAllMembers" });
    expect((await invite()).status).toBe(403);
    expect(await as(guest, SCOPES)("PATCH", "/me", { body: { userType: "Member" } })).toMatchObject(DENIED);
    expect((await invite()).status).toBe(403);
  });

  test("takes the scope for it, also where it is deleting oneself", async () => {
    const { contoso, as } = open();
    const ada = contoso.user("ada", { roles: ["Global Administrator"] });
    expect(await as(ada, ["Calendars.Read"])("DELETE", `/users/${ada.id}`)).toMatchObject(DENIED);
    expect((await as(ada, ["User.DeleteRestore.All"])("DELETE", `/users/${ada.id}`)).status).toBe(204);
  });

  test("is everything for whoever has a role for it", async () => {
    const { contoso, as } = open();
    const change = as(contoso.user("noa", { roles: ["User Administrator"] }), SCOPES);
    expect((await change("PATCH", "/me", { body: { displayName: "Noa", jobTitle: "Host" } })).status).toBe(
      204,
    );
  });
});
