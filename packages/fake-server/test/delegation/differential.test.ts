import { createWorld } from "@vestibule/fake-server";
import type { CanInvite } from "@vestibule/sdk";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KINDS, meet, ROLES, SIGHTS, type Situation, VALUES } from "./situation.ts";

const PERMISSIONS = [
  ...["User.Invite.All", "User.ReadWrite.All", "Directory.ReadWrite.All"],
  ...["Policy.Read.All", "RoleManagement.Read.Directory", "User.Read"],
];

const READING_ONESELF = ["User.Read", "Directory.ReadWrite.All"];

const situation: fc.Arbitrary<Situation> = fc.record({
  value: fc.constantFrom(...VALUES),
  kind: fc.constantFrom(...KINDS),
  sight: fc.constantFrom(...SIGHTS),
  roles: fc.subarray([...ROLES], { maxLength: 2 }),
  groupRoles: fc.option(fc.subarray([...ROLES], { maxLength: 1 }), { nil: undefined, freq: 2 }),
  permissions: fc.option(fc.subarray(PERMISSIONS), { nil: undefined, freq: 3 }),
  isTold: fc.boolean(),
  asks: fc.constantFrom("self", "administrator"),
});

/** Everything that the verdict rests on can be read. */
function canReadAll({ kind, permissions }: Situation, isAboutOther: boolean): boolean {
  if (isAboutOther || permissions === undefined) return true;
  const isSeen = kind === "application" || READING_ONESELF.some((one) => permissions.includes(one));
  return (
    isSeen && ["Policy.Read.All", "RoleManagement.Read.Directory"].every((one) => permissions.includes(one))
  );
}

function hold(given: Situation, { verdict, answer, isAboutOther }: Awaited<ReturnType<typeof meet>>): void {
  expect(verdict.missing.length > 0).toBe(verdict.allowed === undefined);
  expect(verdict.remedies.length > 0).toBe(verdict.allowed !== true);
  if (verdict.allowed === false) expect([401, 403]).toContain(answer.status);
  if (verdict.allowed === true && answer.status !== 201) {
    // Nothing but what was taken for granted can have been wrong: a token without the permission.
    expect(verdict.assumed).not.toEqual([]);
    expect(given.permissions).not.toContain("User.Invite.All");
  }
  if (verdict.allowed === undefined && canReadAll(given, isAboutOther)) {
    expect([given.kind, given.value]).toEqual(["application", "adminsGuestInvitersAndAllMembers"]);
  }
}

const outcomeOf = ({ allowed, decidedBy }: CanInvite) => `${allowed} by ${decidedBy}`;

describe("what the SDK says of who may invite", () => {
  test("is what an invitation then answers, in six thousand situations", { timeout: 600_000 }, async () => {
    const seen = new Map<string, number>();
    let number = 0;
    let world = createWorld();
    await fc.assert(
      fc.asyncProperty(situation, async (given) => {
        if (number % 500 === 0) world = createWorld();
        const met = await meet(world, number++, given);
        hold(given, met);
        const outcome = outcomeOf(met.verdict);
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
      }),
      { numRuns: 6_000, seed: 11 },
    );
    for (const outcome of [
      ...["true by allowInvitesFrom", "false by allowInvitesFrom", "true by role", "true by userType"],
      ...["true by permission", "false by permission", "undefined by undefined"],
    ]) {
      expect([outcome, (seen.get(outcome) ?? 0) >= 100]).toEqual([outcome, true]);
    }
  });
});
