import {
  type CallerOptions,
  createWorld,
  type FakeUser,
  type RoleName,
  type Tenant,
  type World,
} from "@vestibule/fake-server";
import { type CanInvite, createB2BClient } from "@vestibule/sdk";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asking, invitation } from "../rights/ask.ts";

const VALUES = ["none", "adminsAndGuestInviters", "adminsGuestInvitersAndAllMembers", "everyone"] as const;
const ROLES: readonly RoleName[] = [
  ...(["Guest Inviter", "User Administrator", "Directory Writers", "Global Administrator"] as const),
  ...(["Helpdesk Administrator", "Directory Readers", "Privileged Role Administrator"] as const),
];
const PERMISSIONS = [
  ...["User.Invite.All", "User.ReadWrite.All", "Directory.ReadWrite.All"],
  ...["Policy.Read.All", "RoleManagement.Read.Directory", "User.Read"],
];

const situation = fc.record({
  value: fc.constantFrom(...VALUES),
  kind: fc.constantFrom("member", "guest", "external member", "application"),
  roles: fc.subarray([...ROLES], { maxLength: 2 }),
  groupRoles: fc.option(fc.subarray([...ROLES], { maxLength: 1 }), { nil: undefined, freq: 2 }),
  /** What the inviting token carries; `undefined` for everything. */
  permissions: fc.option(fc.subarray(PERMISSIONS), { nil: undefined, freq: 3 }),
  isTold: fc.boolean(),
  /** Who asks: the one who invites, or an administrator about a user. */
  asks: fc.constantFrom("self", "administrator"),
});
type Situation = typeof situation extends fc.Arbitrary<infer T> ? T : never;

const PROPERTIES = {
  member: {},
  guest: { userType: "Guest" },
  "external member": { userType: "Member", creationType: "Invitation" },
} as const;

async function inviterIn(contoso: Tenant, { kind, roles, groupRoles, permissions }: Situation) {
  if (kind === "application") {
    return { as: contoso.app("inviter", permissions && { permissions }) } satisfies CallerOptions;
  }
  const user = contoso.user("inviter", { ...PROPERTIES[kind as keyof typeof PROPERTIES], roles });
  if (groupRoles) await join(contoso, user, groupRoles);
  return { as: user, ...(permissions && { scopes: permissions }) } satisfies CallerOptions;
}

async function join(contoso: Tenant, user: FakeUser, roles: readonly RoleName[]): Promise<void> {
  const { id } = contoso.group("with roles", { roles });
  const body = { "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${user.id}` };
  await asking(contoso, { as: contoso.app("portal") })("POST", `/groups/${id}/members/$ref`, { body });
}

async function meet(world: World, n: number, given: Situation) {
  const contoso = world
    .cloud("public")
    .tenant(`c${n}`)
    .authorizationPolicy({ allowInvitesFrom: given.value });
  const inviter: CallerOptions = await inviterIn(contoso, given);
  const isAboutOther = given.asks === "administrator" && inviter.as.kind === "user";
  const as: CallerOptions = isAboutOther ? { as: contoso.app("administrator") } : inviter;
  const b2b = createB2BClient({ transport: contoso.transport(as), clock: world.clock });
  const told = given.isTold && given.permissions ? { permissions: given.permissions } : {};
  return {
    verdict: await b2b.delegation.canInvite(isAboutOther ? inviter.as.id : "me", told),
    answer: await asking(contoso, inviter)("POST", "/invitations", invitation("new")),
    isAboutOther,
  };
}

/** Everything that the verdict rests on can be read. */
function canReadAll({ permissions }: Situation, isAboutOther: boolean): boolean {
  if (isAboutOther || permissions === undefined) return true;
  return ["Policy.Read.All", "RoleManagement.Read.Directory"].every((one) => permissions.includes(one));
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
  test("is what an invitation then answers, in six thousand situations", { timeout: 120_000 }, async () => {
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
