import { type CallerOptions, createWorld, type Tenant } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { asking } from "./ask.ts";

const POLICY = "/policies/authorizationPolicy";
const DENIED = { status: 403, code: "Authorization_RequestDenied" };

function open() {
  const world = createWorld();
  const contoso = world.cloud("public").tenant("contoso");
  return { world, contoso, ask: asking(contoso, { as: contoso.app("admin") }) };
}

describe("the authorization policy", () => {
  test("is what a directory comes with, until it is changed", async () => {
    const { ask } = open();
    expect((await ask("GET", POLICY)).body).toEqual({
      "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#policies/authorizationPolicy/$entity",
      id: "authorizationPolicy",
      deletedDateTime: null,
      displayName: "Authorization Policy",
      description: "Used to manage authorization related settings across the company.",
      allowInvitesFrom: "everyone",
      guestUserRoleId: "10dae51f-b6af-4016-8d66-8c2a99b929b3",
      allowedToSignUpEmailBasedSubscriptions: true,
      allowEmailVerifiedUsersToJoinOrganization: false,
      allowedToUseSSPR: true,
      blockMsolPowerShell: false,
      allowUserConsentForRiskyApps: null,
      defaultUserRolePermissions: {
        allowedToCreateApps: true,
        allowedToCreateSecurityGroups: true,
        allowedToCreateTenants: true,
        allowedToReadBitlockerKeysForOwnedDevice: true,
        allowedToReadOtherUsers: true,
        permissionGrantPoliciesAssigned: [],
      },
    });
  });

  test("keeps what is not named, of the members' permissions too", async () => {
    const { ask } = open();
    const body = {
      allowInvitesFrom: "adminsAndGuestInviters",
      guestUserRoleId: "2AF84B1E-32C8-42B7-82BC-DAA82404023B",
      defaultUserRolePermissions: { allowedToCreateApps: false },
    };
    expect((await ask("PATCH", POLICY, { body })).status).toBe(204);
    expect((await ask("GET", POLICY)).body).toMatchObject({
      allowInvitesFrom: "adminsAndGuestInviters",
      guestUserRoleId: "2af84b1e-32c8-42b7-82bc-daa82404023b",
      allowedToUseSSPR: true,
      defaultUserRolePermissions: { allowedToCreateApps: false, allowedToReadOtherUsers: true },
    });
  });

  test.each([
    ["a value that it does not know", { allowInvitesFrom: "guests" }],
    ["a role that is no guest's", { guestUserRoleId: "95e79109-95c0-4d8e-aee3-d01accf2d47b" }],
    ["a property that it does not have", { allowGuests: true }],
    [
      "a permission of members that there is none of",
      { defaultUserRolePermissions: { allowedToDance: true } },
    ],
  ])("refuses %s, and changes nothing", async (_, body) => {
    const { ask } = open();
    const { body: before } = await ask("GET", POLICY);
    expect((await ask("PATCH", POLICY, { body })).status).toBe(400);
    expect((await ask("GET", POLICY)).body).toEqual(before);
  });

  test("takes its values in any case, and keeps them as the metadata spells them", async () => {
    const { ask } = open();
    const restricted = "2af84b1e-32c8-42b7-82bc-daa82404023b";
    const body = { allowInvitesFrom: "NONE", guestUserRoleId: restricted.toUpperCase() };
    expect((await ask("PATCH", POLICY, { body })).status).toBe(204);
    expect((await ask("GET", POLICY)).body).toMatchObject({
      allowInvitesFrom: "none",
      guestUserRoleId: restricted,
    });
  });

  test("stands in a set of one in the beta, where it is changed by its own path alone", async () => {
    const { ask } = open();
    const own = `${POLICY}/authorizationPolicy`;
    const beta = { version: "beta" } as const;
    const { body: alone } = await ask("GET", POLICY);
    const { "@odata.context": _, ...policy } = alone as Record<string, unknown>;
    expect((await ask("GET", POLICY, beta)).body).toEqual({
      "@odata.context": "https://graph.microsoft.com/beta/$metadata#policies/authorizationPolicy",
      value: [policy],
    });
    expect((await ask("GET", own, beta)).body).toMatchObject(policy);
    const change = { ...beta, body: { allowInvitesFrom: "none" } };
    expect((await ask("PATCH", POLICY, change)).status).toBe(405);
    expect((await ask("PATCH", own, change)).status).toBe(204);
    expect((await ask("GET", own)).status).toBe(400);
  });

  test.each([
    ["a member", (t: Tenant): CallerOptions => ({ as: t.user("mia") }), 200, 403],
    [
      "a User Administrator",
      (t: Tenant): CallerOptions => ({ as: t.user("mia", { roles: ["User Administrator"] }) }),
      200,
      403,
    ],
    [
      "whoever looks after the roles",
      (t: Tenant): CallerOptions => ({ as: t.user("mia", { roles: ["Privileged Role Administrator"] }) }),
      200,
      204,
    ],
    [
      "an application that may read it",
      (t: Tenant): CallerOptions => ({ as: t.app("a", { permissions: ["Policy.Read.All"] }) }),
      200,
      403,
    ],
    [
      "an application that may do nothing of the kind",
      (t: Tenant): CallerOptions => ({ as: t.app("a", { permissions: ["User.Invite.All"] }) }),
      403,
      403,
    ],
  ] as const)("is read and changed by %s with %i and %i", async (_, optionsOf, read, written) => {
    const { contoso } = open();
    const ask = asking(contoso, optionsOf(contoso));
    const got = await ask("GET", POLICY);
    const patched = await ask("PATCH", POLICY, { body: { allowInvitesFrom: "none" } });
    expect([got.status, patched.status]).toEqual([read, written]);
    for (const { status, code } of [got, patched]) if (status === 403) expect(code).toBe(DENIED.code);
  });
});

describe("what guests see", () => {
  const MEMBER_LIKE = "a0b1b346-4d3e-4e8b-98f8-753987be4970";
  const LIMITED = "10dae51f-b6af-4016-8d66-8c2a99b929b3";
  const RESTRICTED = "2af84b1e-32c8-42b7-82bc-daa82404023b";

  test.each([
    ["like members", MEMBER_LIKE, [200, 200, 200, 200]],
    ["within limits", LIMITED, [403, 200, 200, 200]],
    ["restricted", RESTRICTED, [403, 403, 403, 200]],
  ] as const)("%s: everybody, one member, his groups, themselves", async (_, guestUserRoleId, statuses) => {
    const { contoso } = open();
    contoso.authorizationPolicy({ guestUserRoleId });
    const mia = contoso.user("mia");
    const ask = asking(contoso, { as: contoso.user("ada", { userType: "Guest" }) });
    const paths = ["/users", `/users/${mia.id}`, `/users/${mia.id}/memberOf`, "/me"];
    const answers: number[] = [];
    for (const path of paths) answers.push((await ask("GET", path)).status);
    expect(answers).toEqual(statuses);
  });

  test("are no groups but their own where they are restricted", async () => {
    const { contoso } = open();
    contoso.authorizationPolicy({ guestUserRoleId: RESTRICTED });
    const guest = contoso.user("ada", { userType: "Guest" });
    const [own, other] = [contoso.group("own"), contoso.group("other")];
    const body = { "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${guest.id}` };
    await asking(contoso, { as: contoso.app("admin") })("POST", `/groups/${own.id}/members/$ref`, { body });
    const statuses = async () => {
      const ask = asking(contoso, { as: guest });
      const paths = ["/groups", `/groups/${other.id}`, `/groups/${other.id}/members`];
      const casts = [`/groups/${other.id}/members/microsoft.graph.user`, `/groups/${own.id}`];
      const answers: number[] = [];
      for (const path of [...paths, ...casts, `/groups/${own.id}/members`]) {
        answers.push((await ask("GET", path)).status);
      }
      return answers;
    };
    expect(await statuses()).toEqual([403, 403, 403, 403, 200, 200]);
    contoso.authorizationPolicy({ guestUserRoleId: LIMITED });
    expect(await statuses()).toEqual([200, 200, 200, 200, 200, 200]);
  });

  test("is nothing that members are held to", async () => {
    const { contoso } = open();
    contoso.authorizationPolicy({ guestUserRoleId: RESTRICTED });
    expect((await asking(contoso, { as: contoso.user("mia") })("GET", "/users")).status).toBe(200);
  });
});
