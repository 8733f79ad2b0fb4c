import { createWorld } from "@vestibule/fake-server";
import {
  type B2BClient,
  createB2BClient,
  type LimitId,
  type LimitStanding,
  type Transport,
} from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { inviteRedirectUrl, openClient } from "../open-client.ts";
import { ask } from "./ask.ts";

const guest = (n: number) => ({ invitedUserEmailAddress: `guest${n}@fabrikam.example`, inviteRedirectUrl });

async function standing(b2b: B2BClient, id: LimitId): Promise<LimitStanding> {
  const found = (await b2b.limits.check()).find(({ limit }) => limit.id === id);
  if (found === undefined) throw new Error(`${id} is not in the answer`);
  return found;
}

describe("a check of the limits", () => {
  test("tells how full the directory is, by the limit that it has, and sees it fill up", async () => {
    const { b2b, contoso, world } = openClient();
    contoso.members(44_000);
    const of = () => standing(b2b, "directory-objects-without-domain");
    expect(await of()).toMatchObject({ used: 44_001, total: 50_000, left: 5_999, status: "clear" });
    contoso.otherObjects(5_998);
    expect(await of()).toMatchObject({ used: 49_999, left: 1, status: "close" });
    const { invitedUser } = await b2b.invitations.create(guest(1));
    expect(await of()).toMatchObject({ used: 50_000, left: 0, status: "reached" });
    await b2b.guests.delete(invitedUser.id);
    expect(await of()).toMatchObject({ left: 0, status: "reached" });
    await world.clock.sleep(30 * 86_400_000);
    expect(await of()).toMatchObject({ left: 1, status: "close" });
    contoso.domain("contoso.example");
    expect(await standing(b2b, "directory-objects")).toMatchObject({
      used: 49_999,
      total: 300_000,
      status: "clear",
    });
  });

  test("goes by the number that the service gives, where support has raised it", async () => {
    const { b2b, contoso } = openClient();
    contoso.domain("contoso.example").limit("directory-objects", 500_000);
    expect(await standing(b2b, "directory-objects")).toMatchObject({
      total: 500_000,
      used: 1,
      left: 499_999,
    });
  });

  test("goes by the smaller number of a directory that self-service sign-up has made, domain or not", async () => {
    const world = createWorld();
    const fabrikam = world.cloud("public").tenant("fabrikam", { isSelfService: true });
    fabrikam.domain("fabrikam.example").otherObjects(49_998);
    const transport = fabrikam.transport({ as: fabrikam.app("inviter") });
    const b2b = createB2BClient({ transport, clock: world.clock });
    const [objects] = await b2b.limits.check();
    expect(objects).toMatchObject({ used: 49_999, total: 50_000, status: "close" });
    await b2b.invitations.create({ ...guest(1), invitedUserEmailAddress: "ada@partner.example" });
    const late = b2b.invitations.create({ ...guest(2), invitedUserEmailAddress: "bo@partner.example" });
    expect(await failureOf(late)).toMatchObject({ code: "limit-reached", limit: "directory-objects" });
  });

  test("tells a user's and a group's limits where they are named", async () => {
    const { b2b, contoso } = openClient();
    const { invitedUser } = await b2b.invitations.create(guest(1));
    const group = contoso.group("readers");
    for (const name of ["a", "b", "c", "d"])
      await b2b.guests.addSponsor(invitedUser.id, contoso.user(name).id);
    await b2b.groups.addOwner(group.id, contoso.user("a").id);
    await b2b.apps.assign({ principalId: invitedUser.id, resourceId: contoso.app("portal").id });
    // Those of a group are the group's, though the user's list has them.
    await b2b.groups.addMember(group.id, invitedUser.id);
    await b2b.apps.assign({ principalId: group.id, resourceId: contoso.app("shop").id });
    expect(await b2b.apps.assignmentsOf(invitedUser.id).collect()).toHaveLength(2);
    contoso.requireMfaForGuests();
    const answer = await b2b.limits.check({ userId: invitedUser.id, groupId: group.id });
    const told = Object.fromEntries(answer.map(({ limit, used, status }) => [limit.id, [used, status]]));
    expect(told).toMatchObject({
      "sponsors-per-guest": [4, "close"],
      "app-role-assignments": [1, "clear"],
      "owners-per-group": [1, "clear"],
      "conditional-access-policies": [1, "clear"],
    });
    expect((await b2b.limits.check()).map(({ limit }) => limit.id)).not.toContain("sponsors-per-guest");
  });

  test("tells how long the policy with the list of domains is, other services' parts included", async () => {
    const { b2b, contoso } = openClient();
    expect(await standing(b2b, "domain-list-characters")).toMatchObject({ used: 0, status: "clear" });
    const other = { B2BManagementPolicy: { AutoRedeemPolicy: { AdminConsented: ["x".repeat(22_000)] } } };
    const body = { definition: [JSON.stringify(other)], displayName: "mine", isOrganizationDefault: true };
    await ask(b2b, "POST", "/policies/b2bManagementPolicies", { body, version: "beta" });
    await b2b.beta.domainPolicy.block(["a.example", "b.example"]);
    const [policy] = contoso.directory.store.primary().find("domainPolicy");
    const used = policy?.kind === "domainPolicy" ? policy.definition.join("").length : 0;
    expect(used).toBeGreaterThan(22_100);
    expect(await standing(b2b, "domain-list-characters")).toMatchObject({
      ...{ used, total: 25_000, left: 25_000 - used, status: "clear" },
    });
    await b2b.beta.domainPolicy.block(Array.from({ length: 40 }, (_, n) => `domain-${n}.example`));
    expect(await standing(b2b, "domain-list-characters")).toMatchObject({ status: "close" });
  });

  test("lets a group be assigned for a guest who has all the assignments there can be, as the remedy says", async () => {
    const { b2b, contoso } = openClient();
    contoso.limit("app-role-assignments", 1);
    const { invitedUser } = await b2b.invitations.create(guest(1));
    const [portal, shop] = [contoso.app("portal"), contoso.app("shop")];
    await b2b.apps.assign({ principalId: invitedUser.id, resourceId: portal.id });
    const full = await failureOf(b2b.apps.assign({ principalId: invitedUser.id, resourceId: shop.id }));
    expect(full).toMatchObject({ code: "limit-reached", limit: "app-role-assignments" });
    expect(full.remedies?.map(({ action }) => action)).toEqual(["assign-group"]);
    const group = contoso.group("shoppers");
    await b2b.groups.addMember(group.id, invitedUser.id);
    expect(await b2b.apps.assign({ principalId: group.id, resourceId: shop.id })).toMatchObject({
      ...{ status: "assigned", assignment: { principalType: "Group" } },
    });
    const late = await failureOf(b2b.apps.assign({ principalId: group.id, resourceId: portal.id }));
    expect(late).toMatchObject({ code: "limit-reached", limit: "app-role-assignments" });
  });

  test("leaves room for as many as are to be added", async () => {
    const { b2b, contoso } = openClient();
    contoso.otherObjects(49_900);
    const [objects] = await b2b.limits.check({ adding: 100 });
    expect(objects).toMatchObject({ left: 99, status: "reached" });
    const [fewer] = await b2b.limits.check({ adding: 99 });
    expect(fewer).toMatchObject({ left: 99, status: "close" });
  });

  test.each([
    ["organization.list", "directory-objects", "Organization.Read.All"],
    ["conditionalAccess.list", "conditional-access-policies", "Policy.Read.All"],
    ["domainPolicies.list", "domain-list-characters", "Policy.ReadWrite.B2BManagementPolicy"],
    ["users.listSponsors", "sponsors-per-guest", "User.Read.All"],
    ["users.listAssignments", "app-role-assignments", "Directory.Read.All"],
    ["groups.listOwners", "owners-per-group", "GroupMember.Read.All"],
  ] as const)(
    "says that %s is forbidden, and which permission that takes, and tells the rest",
    async (operation, id, permission) => {
      const { b2b, contoso } = openClient();
      const question = { userId: contoso.user("mia").id, groupId: contoso.group("readers").id };
      contoso.faults.add({ match: { operation }, effect: "forbidden" });
      const answer = await b2b.limits.check(question);
      expect(answer.find(({ limit }) => limit.id === id)).toMatchObject({
        ...{ used: null, left: null, status: "unknown", permission },
        because: expect.stringContaining(permission),
      });
      const others = answer.filter(({ limit }) => limit.id !== id);
      expect(others.filter(({ used }) => used !== null)).toHaveLength(5);
      expect(others.map((other) => other.permission)).toEqual(others.map(() => null));
    },
  );

  test("tells the rest where Graph does not know how large a directory is", async () => {
    const { contoso, world } = openClient();
    const inner = contoso.transport({ as: contoso.app("inviter") });
    const error = { code: "BadRequest", message: "Could not find a property named 'directorySizeQuota'." };
    const transport: Transport = {
      ...inner,
      send: async (request) => {
        const response = await inner.send(request);
        if (request.operation.id !== "organization.list") return response;
        return { ...response, status: 400, body: { error } };
      },
    };
    const b2b = createB2BClient({ transport, clock: world.clock, random: world.random });
    const answer = await b2b.limits.check();
    expect(answer[0]).toMatchObject({ status: "unknown", because: expect.any(String), permission: null });
    expect(answer.find(({ limit }) => limit.id === "conditional-access-policies")).toMatchObject({ used: 0 });
  });

  test("never leaves out what nobody can be asked about", async () => {
    const { b2b } = openClient();
    for (const id of [
      "objects-created-by-non-admin",
      "tenants-per-user",
      "tenants-created-by-user",
    ] as const) {
      const { status, because } = await standing(b2b, id);
      expect([status, because]).toEqual(["unknown", expect.any(String)]);
    }
  });

  test("fails where a user is not there, and where the service is in trouble", async () => {
    const { b2b, contoso, world } = openClient();
    const userId = "00000000-0000-4000-8000-000000000000";
    expect(await failureOf(b2b.limits.check({ userId }))).toMatchObject({ code: "not-found" });
    const transport = contoso.transport({ as: contoso.app("inviter") });
    const hasty = createB2BClient({ transport, clock: world.clock, random: world.random, retry: false });
    contoso.faults.add({ match: { operation: "organization.list" }, effect: "internal-error" });
    expect(await failureOf(hasty.limits.check())).toMatchObject({ code: "transient" });
  });

  test("refuses what is no question, and asks nobody", async () => {
    const { b2b, contoso } = openClient();
    const before = contoso.directory.routing.requests;
    for (const question of [
      { userId: "x" },
      { groupId: "x" },
      { adding: 0 },
      { adding: 1.5 },
      { adding: 1e308 },
      { user: "x" },
    ]) {
      expect(await failureOf(b2b.limits.check(question as object))).toMatchObject({ code: "invalid-input" });
    }
    expect(contoso.directory.routing.requests).toBe(before);
  });
});
