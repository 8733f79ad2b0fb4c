import { type InviterFacts, judgeInviter } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";

const GUEST_INVITER = "95e79109-95c0-4d8e-aee3-d01accf2d47b";
const READER = "88d8e3e3-8f55-4a1e-953a-9b9898b8876b";
const MEMBERS = "adminsGuestInvitersAndAllMembers";
const FEW = "adminsAndGuestInviters";

type Inviter = NonNullable<InviterFacts["inviter"]>;
const user = (
  userType: string | null | undefined,
  roles: readonly string[] = [],
  allRoles = true,
): Inviter => ({
  ...{ kind: "user", userType, roles, allRoles },
});
const application: Inviter = { kind: "application" };

const verdictOf = (allowInvitesFrom: InviterFacts["allowInvitesFrom"], more: Partial<InviterFacts> = {}) =>
  judgeInviter({ allowInvitesFrom, inviter: undefined, ...more });

describe("who may invite", () => {
  test.each([
    ["none", user("Member", [GUEST_INVITER]), false, "allowInvitesFrom"],
    ["none", application, false, "allowInvitesFrom"],
    ["everyone", user("Guest"), true, "allowInvitesFrom"],
    ["everyone", undefined, true, "allowInvitesFrom"],
    [MEMBERS, user("Member"), true, "userType"],
    [MEMBERS, user("Guest"), false, "allowInvitesFrom"],
    [MEMBERS, user("Guest", [GUEST_INVITER]), true, "role"],
    [MEMBERS, user(null), false, "allowInvitesFrom"],
    [MEMBERS, application, true, "permission"],
    [FEW, user("Member"), false, "allowInvitesFrom"],
    [FEW, user("Member", [READER]), false, "allowInvitesFrom"],
    [FEW, user("Guest", [READER, GUEST_INVITER]), true, "role"],
    [FEW, user(undefined, [GUEST_INVITER], false), true, "role"],
    [FEW, application, true, "permission"],
  ] as const)("under %s, for %j: %s by %s", (setting, inviter, allowed, decidedBy) => {
    expect(verdictOf(setting, { inviter })).toMatchObject({ allowed, decidedBy, missing: [] });
  });

  test.each([
    ["the setting", undefined, user("Member"), /Policy\.Read\.All/],
    ["what the setting's value means", "onlyOnMondays", user("Member"), /onlyOnMondays/],
    ["what the setting's value means", null, user("Member"), /null/],
    ["who it is", FEW, undefined, /User\.Read/],
    ["the user type", MEMBERS, user(undefined), /User\.Read\.All/],
    ["some role", FEW, user("Member", [READER], false), /RoleManagement\.Read\.Directory/],
  ] as const)("is open where %s is not known", (_, setting, inviter, missing) => {
    const verdict = verdictOf(setting, { inviter });
    expect(verdict).toMatchObject({ allowed: undefined, decidedBy: undefined });
    expect(verdict.missing.join()).toMatch(missing);
    expect(verdict.remedies.map(({ action }) => action)).toEqual(["grant-permission"]);
  });

  test("takes User.Invite.All for granted, and says so, unless it is told what the token carries", () => {
    expect(verdictOf("everyone").assumed).toHaveLength(1);
    expect(verdictOf("everyone", { permissions: ["User.Invite.All"] })).toMatchObject({
      allowed: true,
      assumed: [],
    });
    expect(verdictOf("everyone", { permissions: ["User.ReadWrite.All"] })).toMatchObject({ allowed: true });
    expect(verdictOf("everyone", { permissions: ["User.Read.All"] })).toMatchObject({
      ...{ allowed: false, decidedBy: "permission" },
    });
  });

  test("goes by the permissions of a token whatever their case", () => {
    for (const permission of ["user.invite.all", "USER.READWRITE.ALL"]) {
      expect(verdictOf("everyone", { permissions: [permission] })).toMatchObject({ allowed: true });
    }
    const least = { inviter: application, permissions: ["user.invite.all"] };
    expect(verdictOf(FEW, least)).toMatchObject({ allowed: true, decidedBy: "permission" });
  });

  test("takes no role by its name, and says by which ids those that may invite go", () => {
    expect(() => verdictOf(FEW, { inviter: user("Member", [READER, "Global Administrator"]) })).toThrow(
      /inviter\.roles\[1\] must be the id of a role's template .*62e90394-69f5-4237-9190-012177145e10 \(Global Administrator\)/,
    );
    expect(verdictOf(FEW, { inviter: user("Member", [GUEST_INVITER.toUpperCase()]) }).allowed).toBe(true);
  });

  test("takes nothing but texts for permissions", () => {
    expect(() => verdictOf("everyone", { permissions: [7 as never] })).toThrow(/permissions must be a list/);
  });

  test("is settled by a token that carries nothing of the kind, whatever else is not known", () => {
    expect(verdictOf(undefined, { permissions: [] })).toMatchObject({ allowed: false, missing: [] });
  });

  test("knows of applications with a higher permission alone what was seen, and no more", () => {
    const higher = { inviter: application, permissions: ["User.ReadWrite.All"] };
    expect(verdictOf(FEW, higher)).toMatchObject({ allowed: false, decidedBy: "permission" });
    expect(verdictOf(MEMBERS, higher)).toMatchObject({ allowed: undefined });
    const both = { inviter: application, permissions: ["User.ReadWrite.All", "User.Invite.All"] };
    expect(verdictOf(FEW, both)).toMatchObject({ allowed: true });
  });

  test("advises no role where no role would help", () => {
    expect(verdictOf("none", { inviter: user("Member") }).remedies.map(({ action }) => action)).toEqual([
      "allow-inviting",
    ]);
  });
});
