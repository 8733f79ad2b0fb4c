import { createB2BClient } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { objectsCreatedBy } from "../../src/directory/index.ts";
import { failureOf } from "../failure-of.ts";
import { inviteRedirectUrl, openClient } from "../open-client.ts";

const DAY = 86_400_000;
const guest = (n: number | string) => ({
  invitedUserEmailAddress: `guest${n}@fabrikam.example`,
  inviteRedirectUrl,
});

describe("the number of objects in a directory", () => {
  test("is no obstacle to inviting somebody again who is there already", async () => {
    const { b2b, contoso } = openClient();
    contoso.members(50_000 - 2);
    const last = await b2b.invitations.create(guest(1));
    expect(await failureOf(b2b.invitations.create(guest(2)))).toMatchObject({
      ...{ code: "limit-reached", limit: "directory-objects", outcome: "rejected", status: 403 },
      remedies: [{ action: "free-quota" }, { action: "raise-quota" }],
    });
    await expect(b2b.invitations.create(guest(1))).resolves.toMatchObject({ invitedUser: last.invitedUser });
  });

  test("is 300,000 once a domain is verified", async () => {
    const { b2b, contoso } = openClient();
    contoso.otherObjects(50_000 - 1);
    expect((await b2b.invitations.create(guest(1)).safe()).ok).toBe(false);
    contoso.domain("contoso.example");
    expect(contoso.objectLimit).toBe(300_000);
    expect((await b2b.invitations.create(guest(1)).safe()).ok).toBe(true);
  });

  test("counts a deleted guest for 30 days", async () => {
    const { b2b, contoso, world } = openClient();
    contoso.otherObjects(50_000 - 2);
    const { invitedUser } = await b2b.invitations.create(guest(1));
    await b2b.guests.delete(invitedUser.id);
    expect((await b2b.invitations.create(guest(2)).safe()).ok).toBe(false);
    await world.clock.sleep(30 * DAY);
    expect((await b2b.invitations.create(guest(2)).safe()).ok).toBe(true);
  });

  test("is what was said of what is not looked into, and no more fits in", () => {
    const { contoso } = openClient();
    contoso.otherObjects(49_999);
    expect(() => contoso.otherObjects(1)).toThrow(RangeError);
    expect(() => contoso.members(1)).toThrow(RangeError);
  });
});

describe("the number of objects that one person creates", () => {
  const open = () => {
    const { contoso, world, b2b } = openClient();
    const [mia, noa] = [contoso.user("mia"), contoso.user("noa")];
    const as = (user: typeof mia) =>
      createB2BClient({
        transport: contoso.transport({ as: user }),
        clock: world.clock,
        random: world.random,
      });
    return { contoso, world, mia, byMia: as(mia), byNoa: as(noa), byApp: b2b, noa };
  };

  test("is each person's own, and no application's where nothing else is said of it", async () => {
    const { contoso, byMia, byNoa, byApp } = open();
    contoso.limit("objects-created-by-non-admin", 2);
    for (const n of [1, 2]) await byMia.invitations.create(guest(n));
    expect(await failureOf(byMia.invitations.create(guest(3)))).toMatchObject({
      code: "limit-reached",
      limit: "objects-created-by-non-admin",
      remedies: [{ action: "create-as-admin" }, { action: "free-quota" }],
    });
    await byNoa.invitations.create(guest(3));
    for (const n of [4, 5, 6]) await byApp.invitations.create(guest(n));
  });

  test("is an application's too, where it has no administrator's rights, by whichever way it calls", async () => {
    const { contoso, world } = open();
    contoso.limit("objects-created-by-non-admin", 2);
    const app = contoso.app("modest", { isAdministrator: false });
    const modest = createB2BClient({
      transport: contoso.transport({ as: app }),
      clock: world.clock,
      random: world.random,
    });
    for (const n of [1, 2]) await modest.invitations.create(guest(n));
    const error = await failureOf(modest.invitations.create(guest(3)));
    expect(error).toMatchObject({ code: "limit-reached", limit: "objects-created-by-non-admin" });
    const { token } = await contoso.credential({ as: app }).getToken();
    const response = await world.fetch(
      new Request("https://graph.microsoft.com/v1.0/invitations", {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify(guest(3)),
      }),
    );
    expect(response.status).toBe(403);
  });

  test("is not limited for an administrator", async () => {
    const { contoso, mia, byMia } = open();
    contoso.limit("objects-created-by-non-admin", 0).administrators(mia);
    await byMia.invitations.create(guest(1));
  });

  test("goes by the roles that somebody has: a Guest Inviter is no administrator", async () => {
    const { contoso, byMia, byNoa } = open();
    contoso.limit("objects-created-by-non-admin", 0);
    contoso.user("mia", { roles: ["User Administrator"] });
    contoso.user("noa", { roles: ["Guest Inviter"] });
    await byMia.invitations.create(guest(1));
    expect(await failureOf(byNoa.invitations.create(guest(2)))).toMatchObject({ code: "limit-reached" });
  });

  test("counts member accounts as well", async () => {
    const { contoso, byNoa, noa } = open();
    contoso.user("noa", { roles: ["Directory Writers"] });
    contoso.limit("objects-created-by-non-admin", 1);
    const make = (name: string) =>
      byNoa.members.create({
        displayName: name,
        userPrincipalName: `${name}@contoso.onmicrosoft.com`,
        passwordProfile: { password: "Correct-Horse-7" },
      });
    await make("li");
    expect(objectsCreatedBy(contoso.directory, noa.id)).toBe(1);
    expect(await failureOf(make("kim"))).toMatchObject({ code: "limit-reached" });
  });

  test("does not grow by whoever is there already", async () => {
    const { contoso, mia, byMia } = open();
    contoso.limit("objects-created-by-non-admin", 1);
    for (const _ of [1, 2, 3]) await byMia.invitations.create(guest(1));
    expect(objectsCreatedBy(contoso.directory, mia.id)).toBe(1);
  });

  test("counts what was deleted in full for 30 days, and a quarter of it for 30 more", async () => {
    const { contoso, world, mia, byMia, byApp } = open();
    const created = () => objectsCreatedBy(contoso.directory, mia.id);
    for (const n of [1, 2, 3, 4]) {
      const { invitedUser } = await byMia.invitations.create(guest(n));
      await byApp.guests.delete(invitedUser.id);
    }
    contoso.limit("objects-created-by-non-admin", 4);
    expect(created()).toBe(4);
    await world.clock.sleep(30 * DAY - 1);
    expect(created()).toBe(4);
    expect((await byMia.invitations.create(guest(5)).safe()).ok).toBe(false);
    await world.clock.sleep(1);
    expect(created()).toBe(1);
    for (const n of [5, 6, 7]) await byMia.invitations.create(guest(n));
    expect((await byMia.invitations.create(guest(8)).safe()).ok).toBe(false);
    await world.clock.sleep(30 * DAY);
    expect(created()).toBe(3);
  });
});

describe("the number of directories that one user belongs to", () => {
  test("counts one's own directory, and each where one is a guest; not those of another cloud", async () => {
    const { b2b, contoso, world } = openClient();
    const cloud = world.cloud("public");
    contoso.limit("tenants-per-user", 2);
    cloud.tenant("fabrikam").domain("fabrikam.example");
    world
      .cloud("china")
      .tenant("far")
      .user("g", { mail: guest(1).invitedUserEmailAddress });
    const first = await b2b.invitations.create(guest(1));
    cloud.tenant("host").user("g", { mail: guest(2).invitedUserEmailAddress, userType: "Guest" });
    expect(await failureOf(b2b.invitations.create(guest(2)))).toMatchObject({
      ...{ code: "limit-reached", limit: "tenants-per-user" },
      remedies: [{ action: "leave-directories" }],
    });
    await b2b.guests.delete(first.invitedUser.id);
    await b2b.invitations.create(guest(1));
  });
});

describe("the number of directories that one user creates", () => {
  test("ends at 200, and is each user's own", () => {
    const { contoso, world } = openClient();
    const cloud = world.cloud("public");
    const [mia, noa] = [contoso.user("mia"), contoso.user("noa")];
    for (let n = 0; n < 200; n++) cloud.tenant(`made${n}`, { createdBy: mia });
    expect(() => cloud.tenant("late", { createdBy: mia })).toThrow(/mia@.* has created 200 directories/);
    expect(cloud.tenant("made0", { createdBy: mia }).createdBy).toBe(mia.id);
    expect(cloud.tenant("late", { createdBy: noa }).createdBy).toBe(noa.id);
  });
});

describe("a limit of a tenant", () => {
  test("can be set, is the tenant's own, and goes back with the world", async () => {
    const { b2b, contoso, world } = openClient();
    const mark = world.mark();
    contoso.limit("directory-objects-without-domain", 1);
    expect(contoso.objectLimit).toBe(1);
    expect(world.cloud("public").tenant("other").objectLimit).toBe(50_000);
    expect((await b2b.invitations.create(guest(1)).safe()).ok).toBe(false);
    world.rewind(mark);
    expect(contoso.objectLimit).toBe(50_000);
  });

  test("has to exist, and to be a number of things", () => {
    const { contoso } = openClient();
    expect(() => contoso.limit("toString" as "users-per-page", 1)).toThrow(TypeError);
    for (const value of [-1, 1.5, Number.NaN]) {
      expect(() => contoso.limit("users-per-page", value)).toThrow(RangeError);
    }
  });

  test("on pages and alternatives goes for lists too", async () => {
    const { b2b, contoso } = openClient();
    contoso.limit("users-per-page", 5).limit("filter-alternatives", 2);
    expect(await failureOf(b2b.guests.list({ top: 6 }).collect())).toMatchObject({ limit: "users-per-page" });
    const filter = "mail in ('a@x.example','b@x.example','c@x.example')";
    expect(await failureOf(b2b.guests.list({ filter }).collect())).toMatchObject({
      limit: "filter-alternatives",
    });
  });
});
