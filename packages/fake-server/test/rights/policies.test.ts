import { type CallerOptions, createWorld, type Tenant } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { type Answer, asking, invitation } from "./ask.ts";

const POLICY = "/policies/authorizationPolicy";
const DOMAINS = "/policies/b2bManagementPolicies";
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
    const before = await ask("GET", POLICY);
    expect((await ask("PATCH", POLICY, { body })).status).toBe(400);
    expect(await ask("GET", POLICY)).toEqual(before);
  });

  test("stands in a set of its own in the older version, and there alone", async () => {
    const { ask } = open();
    const own = `${POLICY}/authorizationPolicy`;
    const status = async (path: string, version: "v1.0" | "beta") =>
      (await ask("GET", path, { version })).status;
    expect([await status(POLICY, "v1.0"), await status(own, "beta")]).toEqual([200, 200]);
    expect([await status(own, "v1.0"), await status(POLICY, "beta")]).toEqual([400, 400]);
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

  test("is nothing that members are held to", async () => {
    const { contoso } = open();
    contoso.authorizationPolicy({ guestUserRoleId: RESTRICTED });
    expect((await asking(contoso, { as: contoso.user("mia") })("GET", "/users")).status).toBe(200);
  });
});

describe("the policy of domains", () => {
  const definition = (lists: object) => [
    JSON.stringify({ B2BManagementPolicy: { InvitationsAllowedAndBlockedDomainsPolicy: lists } }),
  ];
  const policy = (lists: object) => ({
    ...{ definition: definition(lists), displayName: "B2BManagementPolicy", isOrganizationDefault: true },
  });
  const beta = "beta" as const;
  const idOf = ({ body }: Answer) => (body as { id: string }).id;

  async function invites(contoso: Tenant, address: string): Promise<number> {
    const body = { invitedUserEmailAddress: address, inviteRedirectUrl: "https://app.contoso.example" };
    return (await asking(contoso, { as: contoso.app("inviter") })("POST", "/invitations", { body })).status;
  }

  test("is kept as it was written, in the older version alone", async () => {
    const { ask } = open();
    const body = policy({ AllowedDomains: [], BlockedDomains: ["live.example"] });
    expect(await ask("POST", DOMAINS, { body, version: beta })).toMatchObject({ status: 201, body });
    expect((await ask("GET", DOMAINS, { version: beta })).body).toMatchObject({ value: [body] });
    expect((await ask("GET", DOMAINS)).status).toBe(400);
  });

  test("takes all but what it blocks, each domain by itself", async () => {
    const { contoso, ask } = open();
    const body = policy({ BlockedDomains: ["Fabrikam.example"] });
    await ask("POST", DOMAINS, { body, version: beta });
    expect(await invites(contoso, "ada@fabrikam.example")).toBe(403);
    expect(await invites(contoso, "ada@mail.fabrikam.example")).toBe(201);
    expect(await invites(contoso, "ada@woodgrove.example")).toBe(201);
  });

  test("takes nothing but what it allows", async () => {
    const { contoso, ask } = open();
    const body = policy({ AllowedDomains: ["fabrikam.example"] });
    await ask("POST", DOMAINS, { body, version: beta });
    expect(await invites(contoso, "ada@fabrikam.example")).toBe(201);
    expect(await invites(contoso, "ada@mail.fabrikam.example")).toBe(403);
  });

  test("is changed and taken away again", async () => {
    const { contoso, ask } = open();
    const made = await ask("POST", DOMAINS, {
      body: policy({ BlockedDomains: ["a.example"] }),
      version: beta,
    });
    const one = `${DOMAINS}/${idOf(made)}`;
    const body = { definition: definition({ BlockedDomains: ["b.example"] }) };
    expect((await ask("PATCH", one, { body, version: beta })).status).toBe(204);
    expect([await invites(contoso, "x@a.example"), await invites(contoso, "x@b.example")]).toEqual([
      201, 403,
    ]);
    expect((await ask("DELETE", one, { version: beta })).status).toBe(204);
    expect(await invites(contoso, "x@b.example")).toBe(201);
    expect((await ask("GET", one, { version: beta })).status).toBe(404);
  });

  test.each([
    ["both lists at once", definition({ AllowedDomains: ["a.example"], BlockedDomains: ["b.example"] })],
    ["no JSON", ["not json"]],
    ["JSON about something else", ['{"TokenLifetimePolicy":{}}']],
    ["a list that is none", definition({ BlockedDomains: "a.example" })],
    ["more than 25,000 characters", definition({ BlockedDomains: ["a".repeat(25_000)] })],
    ["two definitions", [...definition({}), ...definition({})]],
  ])("refuses %s", async (_, wrong) => {
    const { ask } = open();
    const body = { definition: wrong, displayName: "x", isOrganizationDefault: true };
    expect((await ask("POST", DOMAINS, { body, version: beta })).status).toBe(400);
  });

  test("is one", async () => {
    const { ask } = open();
    const body = policy({ BlockedDomains: ["a.example"] });
    await ask("POST", DOMAINS, { body, version: beta });
    expect((await ask("POST", DOMAINS, { body, version: beta })).status).toBe(400);
  });

  test("is a Global Administrator's, or of an application with the permission", async () => {
    const { contoso } = open();
    const status = async (options: CallerOptions) =>
      (await asking(contoso, options)("GET", DOMAINS, { version: beta })).status;
    expect(await status({ as: contoso.user("a", { roles: ["Global Administrator"] }) })).toBe(200);
    expect(await status({ as: contoso.user("b", { roles: ["User Administrator"] }) })).toBe(403);
    const permissions = ["Policy.ReadWrite.B2BManagementPolicy"];
    expect(await status({ as: contoso.app("c", { permissions }) })).toBe(200);
    expect(await status({ as: contoso.app("d", { permissions: ["Policy.Read.All"] }) })).toBe(403);
  });

  test("keeps a guest out who has not redeemed yet, and lets those in who have", async () => {
    const { world, contoso } = open();
    const ask = asking(contoso, { as: contoso.app("inviter") });
    const linkOf = ({ body }: Answer) => (body as { inviteRedeemUrl: string }).inviteRedeemUrl;
    const early = linkOf(await ask("POST", "/invitations", invitation("early")));
    const late = linkOf(await ask("POST", "/invitations", invitation("late")));
    expect(world.redeem(early).accepted).toBe(true);
    contoso.domainPolicy({ blocked: ["fabrikam.example"] });
    expect(world.redeem(late)).toMatchObject({ accepted: false, refusedBecause: "domain-not-taken" });
    expect(world.redeem(early).accepted).toBe(true);
    contoso.domainPolicy({ blocked: [] });
    expect(world.redeem(late).accepted).toBe(true);
  });
});
