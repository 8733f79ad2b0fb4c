import { type CallerOptions, createWorld, type Tenant } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { asking, invitation } from "./ask.ts";

const VALUES = ["none", "adminsAndGuestInviters", "adminsGuestInvitersAndAllMembers", "everyone"] as const;
type Value = (typeof VALUES)[number];

/** Every kind of caller, and the values that let it invite. */
const CALLERS: Readonly<Record<string, readonly [(contoso: Tenant) => CallerOptions, readonly Value[]]>> = {
  "a member": [(t) => ({ as: t.user("mia") }), VALUES.slice(2)],
  "a member with a role that has nothing to do with it": [
    (t) => ({ as: t.user("mia", { roles: ["Directory Readers", "Helpdesk Administrator"] }) }),
    VALUES.slice(2),
  ],
  "a Guest Inviter": [(t) => ({ as: t.user("mia", { roles: ["Guest Inviter"] }) }), VALUES.slice(1)],
  "a Directory Writer": [(t) => ({ as: t.user("mia", { roles: ["Directory Writers"] }) }), VALUES.slice(1)],
  "a User Administrator": [
    (t) => ({ as: t.user("mia", { roles: ["User Administrator"] }) }),
    VALUES.slice(1),
  ],
  "a Global Administrator": [
    (t) => ({ as: t.user("mia", { roles: ["Global Administrator"] }) }),
    VALUES.slice(1),
  ],
  "a guest": [(t) => ({ as: t.user("ada", { userType: "Guest" }) }), VALUES.slice(3)],
  "a guest with the role": [
    (t) => ({ as: t.user("ada", { userType: "Guest", roles: ["Guest Inviter"] }) }),
    VALUES.slice(1),
  ],
  "an external member": [
    (t) => ({ as: t.user("ada", { userType: "Member", creationType: "Invitation" }) }),
    VALUES.slice(2),
  ],
  "an application with User.Invite.All": [
    (t) => ({ as: t.app("inviter", { permissions: ["User.Invite.All"] }) }),
    VALUES.slice(1),
  ],
  "an application with a higher permission alone": [
    (t) => ({ as: t.app("inviter", { permissions: ["User.ReadWrite.All"] }) }),
    VALUES.slice(2),
  ],
};

const REFUSED = {
  status: 403,
  code: "Forbidden",
  message:
    "Guest invitations not allowed for your company. Contact your company administrator for more details.",
};

function open(allowInvitesFrom: Value) {
  const world = createWorld();
  const contoso = world.cloud("public").tenant("contoso").authorizationPolicy({ allowInvitesFrom });
  return { world, contoso };
}

describe("inviting", () => {
  for (const [caller, [optionsOf, lets]] of Object.entries(CALLERS)) {
    test.each(VALUES)(`by ${caller} under %s`, async (value) => {
      const { contoso } = open(value);
      const answer = await asking(contoso, optionsOf(contoso))("POST", "/invitations", invitation("new"));
      if (lets.includes(value)) expect(answer.status).toBe(201);
      else expect(answer).toMatchObject(REFUSED);
    });
  }

  test("is let by a role of a group, and not by one of a group that somebody else is in", async () => {
    const { contoso } = open("adminsAndGuestInviters");
    const admin = asking(contoso, { as: contoso.app("admin") });
    const { id } = contoso.group("inviters", { roles: ["Guest Inviter"] });
    const [mia, ben] = [contoso.user("mia"), contoso.user("ben")];
    const member = { "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${mia.id}` };
    await admin("POST", `/groups/${id}/members/$ref`, { body: member });
    expect((await asking(contoso, { as: mia })("POST", "/invitations", invitation("a"))).status).toBe(201);
    expect(await asking(contoso, { as: ben })("POST", "/invitations", invitation("b"))).toMatchObject(
      REFUSED,
    );
  });

  test.each([
    [
      "an application",
      (t: Tenant): CallerOptions => ({ as: t.app("a", { permissions: ["User.Read.All"] }) }),
    ],
    [
      "an administrator who lends no scope for it",
      (t: Tenant): CallerOptions => ({
        as: t.user("mia", { roles: ["Global Administrator"] }),
        scopes: ["User.Read"],
      }),
    ],
  ])("without a permission for it is refused as the service does, with 401: %s", async (_, optionsOf) => {
    const { contoso } = open("everyone");
    const answer = await asking(contoso, optionsOf(contoso))("POST", "/invitations", invitation("new"));
    expect(answer).toMatchObject({ status: 401, code: "Unauthorized" });
    expect(answer.message).toMatch(
      /^Insufficient privileges to perform requested operation by the application/,
    );
    expect(answer.message).toContain(`/api/${contoso.id}/invites`);
  });

  test("leaves nothing behind where it is refused", async () => {
    const { contoso } = open("none");
    const before = contoso.log.length;
    await asking(contoso, { as: contoso.user("mia") })("POST", "/invitations", invitation("new"));
    expect(contoso.log.slice(before).map(({ operation }) => operation)).not.toContain("invitations.create");
    expect(contoso.mails).toEqual([]);
  });

  test("is nobody's in a new directory of the US government, where the world is as documented", async () => {
    const world = createWorld({ realism: "documented" });
    const invites = async (cloud: string) => {
      const tenant = world.cloud(cloud).tenant(`t-${cloud}`);
      const as = tenant.user("mia", { roles: ["Global Administrator"] });
      return (await asking(tenant, { as })("POST", "/invitations", invitation("new"))).status;
    };
    expect(await Promise.all(["public", "usgov", "usgov-dod", "china"].map(invites))).toEqual([
      201, 403, 403, 201,
    ]);
  });
});

describe("letting a guest redeem anew", () => {
  async function reset(options: (t: Tenant) => CallerOptions, guestRoles = false) {
    const { contoso } = open("everyone");
    const guest = contoso.user("ada@fabrikam.example", {
      ...{ userType: "Guest", creationType: "Invitation", externalUserState: "Accepted" },
      ...(guestRoles && { roles: ["Guest Inviter"] }),
    });
    const body = {
      ...{
        invitedUserEmailAddress: "ada@fabrikam.example",
        inviteRedirectUrl: "https://app.contoso.example",
      },
      ...{ resetRedemption: true, invitedUser: { id: guest.id } },
    };
    return asking(contoso, options(contoso))("POST", "/invitations", { body });
  }
  const refused = { status: 403, code: "Forbidden", message: "Generic authorization exception." };

  test.each([
    ["a Helpdesk Administrator", 201, ["Helpdesk Administrator"]],
    ["a User Administrator", 201, ["User Administrator"]],
    ["a Guest Inviter", 403, ["Guest Inviter"]],
    ["a member", 403, []],
  ] as const)("by %s is answered with %i", async (_, status, roles) => {
    const answer = await reset((t) => ({ as: t.user("mia", { roles }) }));
    expect(answer).toMatchObject(status === 201 ? { status } : refused);
  });

  test("takes more than User.Invite.All", async () => {
    expect(await reset((t) => ({ as: t.app("a", { permissions: ["User.Invite.All"] }) }))).toMatchObject(
      refused,
    );
    expect((await reset((t) => ({ as: t.app("a", { permissions: ["User.ReadWrite.All"] }) }))).status).toBe(
      201,
    );
  });

  test("by an application is refused for a guest with roles", async () => {
    expect(await reset((t) => ({ as: t.app("a") }), true)).toMatchObject(refused);
  });
});

describe("what is changed about who may invite", () => {
  const HOUR = 3_600_000;

  /** Asks every minute of two hours. */
  async function firstLet(world: ReturnType<typeof createWorld>, invite: () => Promise<number>) {
    for (let minute = 0; minute <= 120; minute++) {
      if ((await invite()) === 201) return minute;
      await world.clock.sleep(60_000);
    }
    return undefined;
  }

  test("takes from a quarter of an hour to an hour to act, though it is read at once", async () => {
    const minutes: (number | undefined)[] = [];
    for (let seed = 1; seed <= 20; seed++) {
      const world = createWorld({ seed, realism: "documented" });
      const contoso = world.cloud("public").tenant("contoso");
      contoso.authorizationPolicy({ allowInvitesFrom: "adminsAndGuestInviters" });
      const mia = contoso.user("mia");
      const admin = asking(contoso, { as: contoso.user("admin", { roles: ["Global Administrator"] }) });
      const role = { principalId: mia.id, roleDefinitionId: "95e79109-95c0-4d8e-aee3-d01accf2d47b" };
      const body = { ...role, directoryScopeId: "/" };
      expect((await admin("POST", "/roleManagement/directory/roleAssignments", { body })).status).toBe(201);
      const invite = asking(contoso, { as: mia });
      minutes.push(
        await firstLet(world, async () => (await invite("POST", "/invitations", invitation("a"))).status),
      );
    }
    for (const minute of minutes) expect(minute).toSatisfy((m: number) => m >= 15 && m <= 60);
    expect(new Set(minutes).size).toBeGreaterThan(5);
  });

  test("holds up nothing else, and is over for everybody once the world has settled", async () => {
    const world = createWorld({ realism: "documented" });
    const contoso = world.cloud("public").tenant("contoso");
    const as = contoso.user("admin", { roles: ["Global Administrator"] });
    const ask = asking(contoso, { as });
    const mia = contoso.user("mia");
    await world.settle();
    const start = world.clock.now();
    await ask("PATCH", "/policies/authorizationPolicy", { body: { allowInvitesFrom: "none" } });
    expect(await ask("GET", "/policies/authorizationPolicy")).toMatchObject({
      body: { allowInvitesFrom: "none" },
    });
    expect((await asking(contoso, { as: mia })("POST", "/invitations", invitation("a"))).status).toBe(201);
    await world.settle();
    expect(world.clock.now() - start).toBeGreaterThanOrEqual(HOUR / 4);
    expect(world.clock.now() - start).toBeLessThanOrEqual(HOUR);
    expect(await asking(contoso, { as: mia })("POST", "/invitations", invitation("b"))).toMatchObject(
      REFUSED,
    );
  });
});
