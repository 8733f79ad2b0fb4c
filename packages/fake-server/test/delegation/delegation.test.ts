import { guestUserRoles } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { invitation } from "../rights/ask.ts";
import { openOffice as open } from "./open-office.ts";

describe("the policy of who may invite", () => {
  test("is read and changed by Graph's names", async () => {
    const { b2b } = open();
    expect(await b2b.invitePolicy.get()).toMatchObject({
      allowInvitesFrom: "everyone",
      guestUserRoleId: guestUserRoles.guest,
    });
    await b2b.invitePolicy.update({
      allowInvitesFrom: "adminsAndGuestInviters",
      guestUserRoleId: guestUserRoles.restrictedGuest,
    });
    expect(await b2b.invitePolicy.get()).toMatchObject({
      allowInvitesFrom: "adminsAndGuestInviters",
      guestUserRoleId: guestUserRoles.restrictedGuest,
    });
  });

  test("is forbidden to whoever may not change it", async () => {
    const { client, mia } = open();
    const error = await failureOf(client({ as: mia }).invitePolicy.update({ allowInvitesFrom: "none" }));
    expect(error).toMatchObject({ code: "forbidden", outcome: "rejected" });
  });

  test.each([
    ["nothing", {}],
    ["a value that there is none of", { allowInvitesFrom: "guests" }],
    ["a role that is no guest's", { guestUserRoleId: "x" }],
    ["what it does not hold", { allowGuests: true }],
  ])("is not sent %s", async (_, changes) => {
    const { b2b, contoso } = open();
    const before = contoso.log.length;
    const error = await failureOf(b2b.invitePolicy.update(changes as never));
    expect(error).toMatchObject({ code: "invalid-input", outcome: "not-sent" });
    expect(contoso.log).toHaveLength(before);
  });

  test("keeps an invitation from whom it does not name, with what can be done", async () => {
    const { contoso, client, mia } = open();
    contoso.authorizationPolicy({ allowInvitesFrom: "adminsAndGuestInviters" });
    const { body } = invitation("new");
    const error = await failureOf(client({ as: mia }).invitations.create(body));
    expect(error).toMatchObject({ code: "invitations-restricted", outcome: "rejected", retryable: false });
    expect(error.remedies?.map(({ action }) => action)).toEqual(["allow-inviting", "grant-guest-inviter"]);
  });

  test("has nothing to do with a token that lacks the permission: that is forbidden, though Graph says 401", async () => {
    const { client, mia } = open();
    const { body } = invitation("new");
    const error = await failureOf(client({ as: mia, scopes: ["User.Read"] }).invitations.create(body));
    expect(error).toMatchObject({ code: "forbidden", status: 401, outcome: "rejected" });
    expect(error.remedies?.map(({ action }) => action)).toEqual(["grant-permission"]);
  });
});

describe("whether somebody may invite", () => {
  test("is told with the setting or the role that decides it, and what would help", async () => {
    const { contoso, b2b, mia } = open();
    const told = async () => {
      const { allowed, decidedBy, role, remedies } = await b2b.delegation.canInvite(mia.id);
      return [allowed, decidedBy, role, remedies.map(({ action }) => action)];
    };
    expect(await told()).toEqual([true, "allowInvitesFrom", undefined, []]);
    contoso.authorizationPolicy({ allowInvitesFrom: "adminsGuestInvitersAndAllMembers" });
    expect(await told()).toEqual([true, "userType", undefined, []]);
    contoso.authorizationPolicy({ allowInvitesFrom: "adminsAndGuestInviters" });
    expect(await told()).toEqual([
      ...[false, "allowInvitesFrom", undefined],
      ["grant-guest-inviter", "allow-inviting"],
    ]);
    contoso.user("mia", { roles: ["Guest Inviter"] });
    expect(await told()).toEqual([true, "role", "Guest Inviter", []]);
    contoso.authorizationPolicy({ allowInvitesFrom: "none" });
    expect(await told()).toEqual([false, "allowInvitesFrom", undefined, ["allow-inviting"]]);
  });

  test("reads no more than the setting asks for", async () => {
    const { contoso, client, mia } = open();
    const asked: string[] = [];
    const b2b = client(
      { as: mia },
      {
        use: [
          (next) => (request) => {
            asked.push(request.operation.id);
            return next(request);
          },
        ],
      },
    );
    const [policy, who, roles] = ["invitePolicy.get", "delegation.getInviter", "delegation.listMemberships"];
    for (const [value, wanted] of [
      ["everyone", [policy]],
      ["none", [policy]],
      ["adminsGuestInvitersAndAllMembers", [policy, who]],
      ["adminsAndGuestInviters", [policy, who, roles]],
    ] as const) {
      contoso.authorizationPolicy({ allowInvitesFrom: value });
      asked.length = 0;
      await b2b.delegation.canInvite("me");
      expect([value, asked]).toEqual([value, wanted]);
    }
  });

  test("is left open where something may not be read, and names what", async () => {
    const { contoso, client, mia } = open();
    contoso.authorizationPolicy({ allowInvitesFrom: "adminsAndGuestInviters" });
    contoso.user("mia", { roles: ["Directory Readers"] });
    const asks = (scopes: readonly string[]) => client({ as: mia, scopes }).delegation.canInvite("me");
    const blind = await asks(["User.Invite.All"]);
    expect(blind).toMatchObject({ allowed: undefined, allowInvitesFrom: undefined, decidedBy: undefined });
    expect(blind.missing.join()).toContain("Policy.Read.All");
    const nobody = await asks(["User.Invite.All", "Policy.Read.All"]);
    expect(nobody.missing.join()).toContain("User.Read");
    const half = await asks(["User.Invite.All", "Policy.Read.All", "User.Read"]);
    expect(half).toMatchObject({ allowed: undefined, allowInvitesFrom: "adminsAndGuestInviters" });
    expect(half.missing.join()).toContain("RoleManagement.Read.Directory");
    expect(half.remedies.map(({ action }) => action)).toEqual(["grant-permission"]);
  });

  test("of an application is settled by its permission, and never by roles", async () => {
    const { contoso, client } = open();
    contoso.authorizationPolicy({ allowInvitesFrom: "adminsAndGuestInviters" });
    const app = contoso.app("inviter", { permissions: ["User.Invite.All", "Policy.Read.All"] });
    const { delegation } = client({ as: app });
    expect(await delegation.canInvite("me")).toMatchObject({
      ...{ allowed: true, decidedBy: "permission" },
      assumed: ["that the token carries User.Invite.All"],
    });
    const told = await delegation.canInvite("me", { permissions: app.permissions ?? [] });
    expect(told).toMatchObject({ allowed: true, assumed: [] });
    expect(await delegation.canInvite("me", { permissions: ["User.Read.All"] })).toMatchObject({
      ...{ allowed: false, decidedBy: "permission" },
      remedies: [{ action: "grant-permission" }],
    });
  });

  test("is no of an account that is blocked, whatever role it has and whoever may", async () => {
    const { contoso, b2b, client } = open();
    const { id } = contoso.user("eve", { roles: ["Guest Inviter"], accountEnabled: false });
    for (const allowInvitesFrom of ["everyone", "adminsAndGuestInviters"] as const) {
      contoso.authorizationPolicy({ allowInvitesFrom });
      expect(await b2b.delegation.canInvite(id)).toMatchObject({
        ...{ allowed: false, decidedBy: "account", remedies: [{ action: "unblock-account" }] },
      });
    }
    contoso.authorizationPolicy({ allowInvitesFrom: "everyone" });
    const blind = client({ as: contoso.app("blind", { permissions: ["Policy.Read.All"] }) });
    const { allowed, assumed } = await blind.delegation.canInvite(id);
    expect([allowed, assumed.join()]).toEqual([true, expect.stringContaining("not blocked")]);
  });

  test.each(["everyone", "adminsAndGuestInviters", "adminsGuestInvitersAndAllMembers"] as const)(
    "of nobody is not-found where it is left to %s",
    async (allowInvitesFrom) => {
      const { contoso, b2b } = open();
      contoso.authorizationPolicy({ allowInvitesFrom });
      const error = await failureOf(b2b.delegation.canInvite("00000000-0000-4000-8000-000000000000"));
      expect(error.code).toBe("not-found");
    },
  );

  test.each(["mia", "", "../me", 7])("is not asked of %j", async (who) => {
    const { b2b } = open();
    const error = await failureOf(b2b.delegation.canInvite(who as string));
    expect(error).toMatchObject({ code: "invalid-input", outcome: "not-sent" });
    expect(error.problems?.map(({ path }) => path)).toEqual(["who"]);
  });
});
