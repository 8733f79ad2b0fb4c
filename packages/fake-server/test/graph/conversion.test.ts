import { createWorld } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { asking, invitation } from "../rights/ask.ts";

const PASSWORD = { password: "Str0ng-enough", forceChangePasswordNextSignIn: true };
const SELECT = { $select: "id,userPrincipalName,userType,creationType,externalUserState,identities,mail" };

async function open() {
  const world = createWorld();
  const contoso = world.cloud("public").tenant("contoso").domain("contoso.example");
  const ask = asking(contoso, { as: contoso.app("admin") });
  const { body } = await ask("POST", "/invitations", invitation("ada"));
  const { invitedUser, inviteRedeemUrl } = body as { invitedUser: { id: string }; inviteRedeemUrl: string };
  const path = `/users/${invitedUser.id}`;
  const convert = (changes: object = {}, version: "v1.0" | "beta" = "beta") =>
    ask("POST", `${path}/convertExternalToInternalMemberUser`, {
      body: { userPrincipalName: "ada@contoso.example", passwordProfile: PASSWORD, ...changes },
      version,
    });
  const read = async () => (await ask("GET", path, { query: SELECT })).body;
  return { world, contoso, ask, convert, read, id: invitedUser.id, inviteRedeemUrl };
}

describe("a guest who becomes the organisation's own", () => {
  test("keeps the id, and signs in here as a member from then on", async () => {
    const { convert, read, id } = await open();
    expect(await convert()).toMatchObject({
      status: 200,
      body: {
        "@odata.context": expect.stringMatching(/beta\/\$metadata#microsoft.graph.conversionUserDetails$/),
        displayName: "ada",
        userPrincipalName: "ada@contoso.example",
        convertedToInternalUserDateTime: "2026-01-01T00:00:00Z",
        mail: "ada@fabrikam.example",
      },
    });
    expect(await read()).toMatchObject({
      ...{ id, userPrincipalName: "ada@contoso.example", userType: "Member" },
      ...{ creationType: null, externalUserState: null },
      identities: [{ signInType: "userPrincipalName", issuerAssignedId: "ada@contoso.example" }],
    });
  });

  test("gets another address where one is given, and cannot redeem the old link any more", async () => {
    const { convert, read, world, inviteRedeemUrl } = await open();
    await convert({ mail: "ada@contoso.example" });
    expect(await read()).toMatchObject({ mail: "ada@contoso.example" });
    expect(world.redemption(inviteRedeemUrl)).toMatchObject({ at: "refused" });
  });

  test.each([
    ["no name", { userPrincipalName: undefined }, "The provided UPN cannot be empty."],
    [
      "a name elsewhere",
      { userPrincipalName: "ada@fabrikam.example" },
      "The provided UPN does not have a valid domain.",
    ],
    [
      "a name without a domain",
      { userPrincipalName: "ada" },
      "The provided UPN does not have a valid domain.",
    ],
    ["an empty address", { mail: "" }, "The mail provided cannot be empty."],
    ["no password", { passwordProfile: undefined }, "The provided password is not valid."],
    ["a weak password", { passwordProfile: { password: "weak" } }, "The provided password is not valid."],
    ["an address that is none", { mail: "ada" }, expect.any(String)],
    ["a number for a name", { userPrincipalName: 7 }, expect.any(String)],
    ["an unknown property", { colour: "green" }, expect.any(String)],
  ])("is refused with %s, and stays a guest", async (_, changes, message) => {
    const { convert, read } = await open();
    const before = await read();
    expect(await convert(changes)).toMatchObject({ status: 400, message });
    expect(await read()).toEqual(before);
  });

  test("does so once, without a role, with a name that nobody has, and in the beta alone", async () => {
    const { convert, read, contoso, ask, id } = await open();
    expect((await convert({}, "v1.0")).status).toBe(400);
    contoso.user("ada@contoso.example");
    expect((await convert()).status).toBe(400);
    const role = {
      principalId: id,
      roleDefinitionId: "95e79109-95c0-4d8e-aee3-d01accf2d47b",
      directoryScopeId: "/",
    };
    const assigned = await ask("POST", "/roleManagement/directory/roleAssignments", { body: role });
    expect((await convert({ userPrincipalName: "lovelace@contoso.example" })).status).toBe(400);
    await ask("DELETE", `/roleManagement/directory/roleAssignments/${(assigned.body as { id: string }).id}`);
    expect(await read()).toMatchObject({ userType: "Guest" });
    expect((await convert({ userPrincipalName: "lovelace@contoso.example" })).status).toBe(200);
    expect(await convert({ userPrincipalName: "lovelace@contoso.example" })).toMatchObject({
      status: 400,
      message: "The user authentication is already internal and is not eligible for conversion.",
    });
  });

  test("is converted by whoever may: with the permission, and with the role", async () => {
    const { contoso, id, read } = await open();
    const path = `/users/${id}/convertExternalToInternalMemberUser`;
    const question = {
      version: "beta" as const,
      body: { userPrincipalName: "ada@contoso.example", passwordProfile: PASSWORD },
    };
    const asApp = (permission: string) =>
      asking(contoso, { as: contoso.app(permission, { permissions: [permission] }) })("POST", path, question);
    const noa = asking(contoso, { as: contoso.user("noa", { roles: ["Guest Inviter"] }) });
    expect((await asApp("User.Read.All")).status).toBe(403);
    expect((await noa("POST", path, question)).status).toBe(403);
    expect(await read()).toMatchObject({ userType: "Guest" });
    expect((await asApp("User-ConvertToInternal.ReadWrite.All")).status).toBe(200);
  });
});
