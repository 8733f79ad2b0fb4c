import { createWorld } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { meet, ROLES, SIGHTS, type Situation, VALUES } from "./situation.ts";

/** Every kind of user; what guests may see matters to guests alone. */
const PEOPLE = [
  { kind: "member", sight: "guest" },
  { kind: "external member", sight: "guest" },
  ...SIGHTS.map((sight) => ({ kind: "guest", sight }) as const),
] as const;

/** No role, or one: the user's own, or a group's. */
const HELD: readonly Pick<Situation, "roles" | "groupRoles">[] = [
  { roles: [], groupRoles: undefined },
  ...ROLES.flatMap((role) => [
    { roles: [role], groupRoles: undefined },
    { roles: [], groupRoles: [role] },
  ]),
];

const users: readonly Situation[] = VALUES.flatMap((value) =>
  PEOPLE.flatMap((person) =>
    HELD.flatMap((held) =>
      (["self", "administrator"] as const).map((asks) => ({
        ...{ value, ...person, ...held, asks },
        ...{ permissions: undefined, isTold: false },
      })),
    ),
  ),
);

/** What lets an application invite: every combination of the least permission and of one that includes it. */
const INVITING = [[], ["User.ReadWrite.All"], ["Directory.ReadWrite.All"]].flatMap((higher) => [
  higher,
  [...higher, "User.Invite.All"],
]);

const applications: readonly Situation[] = VALUES.flatMap((value) =>
  INVITING.map((inviting) => ({
    ...{ value, kind: "application", sight: "guest", roles: [], groupRoles: undefined },
    ...{ permissions: [...inviting, "Policy.Read.All"], isTold: true, asks: "self" },
  })),
);

/** What is told of a situation, and what an invitation is answered in it. */
async function outcomes(situations: readonly Situation[]) {
  const world = createWorld();
  const all: { readonly given: Situation; readonly told: boolean | undefined; readonly status: number }[] =
    [];
  for (const given of situations) {
    const { verdict, answer } = await meet(world, all.length, given);
    all.push({ given, told: verdict.allowed, status: answer.status });
  }
  return all;
}

describe("what the SDK says of every kind of caller under every setting", () => {
  test("is, of users, what an invitation is answered", async () => {
    const all = await outcomes(users);
    expect(all).toHaveLength(4 * 5 * 19 * 2);
    expect(all.filter(({ told, status }) => told !== (status === 201))).toEqual([]);
    // Neither side is right by always saying the same.
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([201, 403]));
  });

  test("is, of applications, what an invitation is answered, but for the one case that nobody documents", async () => {
    const all = await outcomes(applications);
    expect(all).toHaveLength(4 * 6);
    const open = all.filter(({ told }) => told === undefined).map(({ given }) => given);
    expect(open.map(({ value, permissions = [] }) => [value, permissions[0]])).toEqual([
      ["adminsGuestInvitersAndAllMembers", "User.ReadWrite.All"],
      ["adminsGuestInvitersAndAllMembers", "Directory.ReadWrite.All"],
    ]);
    const wrong = all.filter(({ told, status }) => told !== undefined && told !== (status === 201));
    expect(wrong).toEqual([]);
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([201, 401, 403]));
  });
});
