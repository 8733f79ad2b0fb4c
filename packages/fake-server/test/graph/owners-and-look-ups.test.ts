import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { ask } from "../limits/ask.ts";
import { inviteRedirectUrl, openClient } from "../open-client.ts";

const NOBODY = "00000000-0000-4000-8000-000000000000";
const idsOf = (answered: unknown) => (answered as { value: { id: string }[] }).value.map(({ id }) => id);

describe("the owners of a group", () => {
  test("are users and applications; one who is an owner already stays one", async () => {
    const { b2b, contoso } = openClient();
    const group = contoso.group("readers");
    const [mia, portal] = [contoso.user("mia"), contoso.app("portal")];
    expect(await b2b.groups.addOwner(group.id, mia.id)).toBe("added");
    expect(await b2b.groups.addOwner(group.id, mia.id)).toBe("already-owner");
    expect(await b2b.groups.addOwner(group.id, portal.id)).toBe("added");
    expect(await b2b.groups.owners(group.id).collect()).toMatchObject([
      { "@odata.type": "#microsoft.graph.user", id: mia.id, displayName: "mia" },
      { "@odata.type": "#microsoft.graph.servicePrincipal", id: portal.id, displayName: "portal" },
    ]);
    await b2b.guests.delete(mia.id);
    expect((await b2b.groups.owners(group.id).collect()).map(({ id }) => id)).toEqual([portal.id]);
  });

  test("are shown with the state of their accounts, which members are not", async () => {
    const { b2b, contoso } = openClient();
    const { id } = contoso.group("readers");
    const owners = [contoso.user("mia"), contoso.user("noa", { accountEnabled: false })];
    for (const { id: owner } of owners) {
      const body = { "@odata.id": `https://graph.microsoft.com/v1.0/users/${owner}` };
      await ask(b2b, "POST", `/groups/${id}/owners/$ref`, { body });
      await ask(b2b, "POST", `/groups/${id}/members/$ref`, { body });
    }
    expect(await ask(b2b, "GET", `/groups/${id}/owners`)).toMatchObject({
      value: [{ accountEnabled: true }, { accountEnabled: false }],
    });
    const { value } = (await ask(b2b, "GET", `/groups/${id}/members`)) as { value: object[] };
    expect(value).toHaveLength(2);
    for (const member of value) expect(member).not.toHaveProperty("accountEnabled");
  });

  test("can be removed, which makes room for another", async () => {
    const { b2b, contoso } = openClient();
    const group = contoso.group("readers");
    contoso.limit("owners-per-group", 2);
    const [mia, noa, lea] = [contoso.user("mia"), contoso.user("noa"), contoso.user("lea")];
    await b2b.groups.addOwner(group.id, lea.id);
    await b2b.groups.addOwner(group.id, mia.id);
    const refused = await failureOf(b2b.groups.addOwner(group.id, noa.id));
    expect(refused.message).toContain(
      "as '3' would exceed the maximum quota count '2' for forward-link 'owners'",
    );
    await ask(b2b, "DELETE", `/groups/${group.id}/owners/${mia.id}/$ref`);
    await b2b.groups.addOwner(group.id, noa.id);
    expect(await failureOf(ask(b2b, "DELETE", `/groups/${group.id}/owners/${mia.id}/$ref`))).toMatchObject({
      code: "not-found",
    });
  });

  test("have to be there, and no group is one", async () => {
    const { b2b, contoso } = openClient();
    const group = contoso.group("readers");
    for (const id of [NOBODY, contoso.group("writers").id]) {
      expect(await failureOf(b2b.groups.addOwner(group.id, id))).toMatchObject({ code: "not-found" });
    }
    expect(await failureOf(b2b.groups.addOwner(NOBODY, group.id))).toMatchObject({ code: "not-found" });
    const path = `/groups/${group.id}/owners/$ref`;
    expect(await failureOf(ask(b2b, "POST", path, { body: { "@odata.id": "x" } }))).toMatchObject({
      status: 400,
    });
  });
});

describe("members that are added together", () => {
  test("are all added, or none of them", async () => {
    const { b2b, contoso } = openClient();
    const group = contoso.group("readers");
    const [mia, noa] = [contoso.user("mia"), contoso.user("noa")];
    const add = (...ids: readonly string[]) => {
      const references = ids.map((id) => `https://graph.microsoft.com/v1.0/directoryObjects/${id}`);
      return ask(b2b, "PATCH", `/groups/${group.id}`, { body: { "members@odata.bind": references } });
    };
    const members = async () => idsOf(await ask(b2b, "GET", `/groups/${group.id}/members`));
    expect(await failureOf(add(mia.id, NOBODY))).toMatchObject({ code: "not-found" });
    expect(await members()).toEqual([]);
    await add(mia.id, noa.id);
    expect(await members()).toEqual([mia.id, noa.id]);
    expect(await failureOf(add(noa.id))).toMatchObject({ code: "conflict" });
  });
});

describe("a look-up of many ids", () => {
  test("shows those that are there, of the types that are wanted, and is silent about the others", async () => {
    const { b2b, contoso } = openClient();
    const [mia, group, app] = [contoso.user("mia"), contoso.group("readers"), contoso.app("portal")];
    const ids = [mia.id, NOBODY, group.id, app.id];
    const look = async (body: object) =>
      idsOf(await ask(b2b, "POST", "/directoryObjects/getByIds", { body }));
    expect(await look({ ids })).toEqual([mia.id, group.id, app.id]);
    expect(await look({ ids, types: ["user"] })).toEqual([mia.id]);
    await b2b.guests.delete(mia.id);
    expect(await look({ ids, types: ["user", "group"] })).toEqual([group.id]);
  });
});

describe("a check of memberships", () => {
  test("answers with those of the groups that somebody is in", async () => {
    const { b2b, contoso } = openClient();
    const { invitedUser } = await b2b.invitations.create({
      invitedUserEmailAddress: "ada@fabrikam.example",
      inviteRedirectUrl,
    });
    const [readers, writers] = [contoso.group("readers"), contoso.group("writers")];
    await b2b.groups.addMember(readers.id, invitedUser.id);
    const body = { groupIds: [readers.id, writers.id, NOBODY] };
    expect(await ask(b2b, "POST", `/users/${invitedUser.id}/checkMemberGroups`, { body })).toMatchObject({
      value: [readers.id],
    });
  });
});

describe("the organisation", () => {
  test("has its domains, the one that it was made with first", async () => {
    const { b2b, contoso } = openClient();
    contoso.domain("contoso.example");
    const own = { id: contoso.id, displayName: "contoso" };
    expect(await ask(b2b, "GET", "/organization")).toMatchObject({
      value: [
        {
          ...own,
          verifiedDomains: [
            { name: "contoso.onmicrosoft.com", isInitial: true },
            { name: "contoso.example", isInitial: false },
          ],
        },
      ],
    });
    expect(await ask(b2b, "GET", `/organization/${contoso.id}`)).toMatchObject(own);
    expect(await failureOf(ask(b2b, "GET", `/organization/${NOBODY}`))).toMatchObject({ code: "not-found" });
  });

  test("says how full it is: in the beta where that is selected, in v1.0 with all of one that is read by id", async () => {
    const { b2b, contoso } = openClient();
    contoso.members(9);
    expect(await ask(b2b, "GET", `/organization/${contoso.id}`)).toMatchObject({
      directorySizeQuota: { used: 10, total: 50_000 },
      isMultipleDataLocationsForServicesEnabled: null,
    });
    contoso.domain("contoso.example").members(1);
    expect(await ask(b2b, "GET", `/organization/${contoso.id}`)).toMatchObject({
      directorySizeQuota: { used: 11, total: 300_000 },
    });
    const query = { $select: "directorySizeQuota" };
    expect(await ask(b2b, "GET", "/organization", { query, version: "beta" })).toMatchObject({
      value: [{ directorySizeQuota: { used: 11, total: 300_000 } }],
    });
    expect(await failureOf(ask(b2b, "GET", "/organization", { query }))).toMatchObject({ status: 400 });
    const [all] = ((await ask(b2b, "GET", "/organization", { version: "beta" })) as { value: object[] })
      .value;
    expect(all).not.toHaveProperty("directorySizeQuota");
  });
});

describe("the assignments of a user", () => {
  test("are listed whatever the application", async () => {
    const { b2b, contoso } = openClient();
    const { id: principalId } = contoso.user("mia");
    for (const name of ["portal", "shop"]) {
      await b2b.apps.assign({ principalId, resourceId: contoso.app(name).id });
    }
    await b2b.apps.assign({ principalId: contoso.user("noa").id, resourceId: contoso.app("portal").id });
    const names = (await b2b.apps.assignmentsOf(principalId).collect()).map((one) => one.resourceDisplayName);
    expect(names).toEqual(["portal", "shop"]);
  });

  test("are listed with those of the groups that the user is directly in, and count for the groups", async () => {
    const { b2b, contoso } = openClient();
    const mia = contoso.user("mia");
    const [team, all] = [contoso.group("team"), contoso.group("all")];
    await b2b.groups.addMember(team.id, mia.id);
    await b2b.groups.addMember(all.id, team.id);
    for (const [{ id: principalId }, name] of [
      [mia, "portal"],
      [team, "shop"],
      [all, "wiki"],
    ] as const) {
      await b2b.apps.assign({ principalId, resourceId: contoso.app(name).id });
    }
    const listed = await b2b.apps.assignmentsOf(mia.id).collect();
    expect(listed.map((one) => [one.principalType, one.resourceDisplayName])).toEqual([
      ["User", "portal"],
      ["Group", "shop"],
    ]);
    const standings = await b2b.limits.check({ userId: mia.id });
    expect(standings.find(({ limit }) => limit.id === "app-role-assignments")).toMatchObject({ used: 1 });
  });
});

describe("the sponsors of a guest", () => {
  test("are told from one another, and adding one again changes nothing", async () => {
    const { b2b, contoso } = openClient();
    const guest = contoso.user("ada", { userType: "Guest" });
    const [mia, readers] = [contoso.user("mia"), contoso.group("readers")];
    for (const { id } of [mia, readers, mia]) expect(await b2b.guests.addSponsor(guest.id, id)).toBe("added");
    expect(await b2b.guests.sponsors(guest.id).collect()).toMatchObject([
      { id: mia.id, displayName: "mia" },
      { id: readers.id, displayName: "readers" },
    ]);
  });

  test("can be removed, each once", async () => {
    const { b2b, contoso } = openClient();
    const [guest, mia] = [contoso.user("ada", { userType: "Guest" }), contoso.user("mia")];
    await b2b.guests.addSponsor(guest.id, mia.id);
    const path = `/users/${guest.id}/sponsors/${mia.id}/$ref`;
    await ask(b2b, "DELETE", path);
    expect(await b2b.guests.sponsors(guest.id).collect()).toEqual([]);
    expect(await failureOf(ask(b2b, "DELETE", path))).toMatchObject({ code: "not-found" });
  });
});
