import { describe, expect, test } from "vitest";
import { codeOf, idsOf, NOBODY, openRaw, refusalOf, valuesOf } from "./raw-calls.ts";

const TEAM = { displayName: "Team", mailEnabled: false, mailNickname: "team", securityEnabled: true };
const SOCIAL = {
  displayName: "Social",
  groupTypes: ["Unified"],
  mailEnabled: true,
  mailNickname: "social",
  securityEnabled: false,
};
const reference = (id: string) => ({
  "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${id}`,
});
const bound = (...ids: readonly string[]) => ids.map((id) => reference(id)["@odata.id"]);

describe("a group that is made", () => {
  test("has every property that is shown by default, null where nothing was said", async () => {
    const { ask, made } = openRaw();
    const group = await made("/groups", TEAM);
    expect(group).toMatchObject({
      ...TEAM,
      "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#groups/$entity",
      groupTypes: [],
      proxyAddresses: [],
      ...{ mail: null, visibility: null, description: null, deletedDateTime: null, membershipRule: null },
      ...{ isAssignableToRole: null, onPremisesSyncEnabled: null, onPremisesProvisioningErrors: [] },
      renewedDateTime: group.createdDateTime,
      securityIdentifier: expect.stringMatching(/^S-1-12-1(-\d+){4}$/),
    });
    const { "@odata.context": _, "@odata.id": address, ...shown } = group;
    expect(address).toContain(`/directoryObjects/${group.id}/Microsoft.DirectoryServices.Group`);
    expect((await ask("GET", `/groups/${group.id}`)).body).toMatchObject(shown);
    const selected = await ask("GET", `/groups/${group.id}`, { query: { $select: "displayName,mail" } });
    expect(selected.body).toEqual({
      "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#groups(displayName,mail)/$entity",
      displayName: "Team",
      mail: null,
    });
  });

  test("of Microsoft 365 has an address, is public, and shares its nickname with no other of its kind", async () => {
    const { ask, made } = openRaw();
    expect(await made("/groups", SOCIAL)).toMatchObject({
      mail: "social@contoso.onmicrosoft.com",
      proxyAddresses: ["SMTP:social@contoso.onmicrosoft.com"],
      visibility: "Public",
    });
    const again = await ask("POST", "/groups", { body: { ...SOCIAL, mailNickname: "SOCIAL" } });
    expect(refusalOf(again)).toEqual([
      400,
      "Request_BadRequest",
      "Another object with the same value for property mailNickname already exists.",
    ]);
    await made("/groups", { ...TEAM, mailNickname: "social" });
  });

  test("starts with the members and owners that it is bound to, or not at all", async () => {
    const { ask, contoso, made } = openRaw();
    const [mia, noa] = [contoso.user("mia"), contoso.user("noa")];
    const links = { "owners@odata.bind": bound(mia.id), "members@odata.bind": bound(mia.id, noa.id) };
    const { id } = await made("/groups", { ...TEAM, ...links });
    expect(idsOf(await ask("GET", `/groups/${id}/members`))).toEqual([mia.id, noa.id]);
    expect(idsOf(await ask("GET", `/groups/${id}/owners`))).toEqual([mia.id]);
    const before = contoso.log.length;
    const missing = { ...TEAM, "members@odata.bind": bound(mia.id, NOBODY) };
    expect((await ask("POST", "/groups", { body: missing })).status).toBe(404);
    const many = { ...TEAM, "members@odata.bind": Array(21).fill(bound(mia.id)[0]) };
    expect((await ask("POST", "/groups", { body: many })).status).toBe(400);
    expect(contoso.log.length).toBe(before);
  });

  test("for roles is shown to its maker with the application that made it, and with the organisation", async () => {
    const { ask, as, contoso, made } = openRaw();
    const admin = contoso.user("admin", { roles: ["Global Administrator"] });
    const app = contoso.app("maker");
    const given = { ...TEAM, isAssignableToRole: true };
    const beside = ["createdByAppId", "organizationId", "writebackConfiguration"];
    const { body } = await as(app)("POST", "/groups", { body: given });
    expect(body).toMatchObject({
      createdByAppId: app.appId,
      organizationId: contoso.id,
      writebackConfiguration: { isEnabled: null, onPremisesGroupType: null },
    });
    const later = (await ask("GET", `/groups/${(body as { id: string }).id}`)).body as object;
    for (const name of beside) expect(later).not.toHaveProperty(name);
    const other = { ...given, mailNickname: "other" };
    expect((await as(admin)("POST", "/groups", { body: other })).body).toHaveProperty("createdByAppId", null);
    const plain = await made("/groups", { ...TEAM, mailNickname: "plain" });
    for (const name of beside) expect(plain).not.toHaveProperty(name);
  });

  test("belongs to whoever is signed in, where no owner is named; an application gets none", async () => {
    const { ask, as, contoso, made } = openRaw();
    const mia = contoso.user("mia");
    const { body } = await as(mia)("POST", "/groups", { body: TEAM });
    expect(idsOf(await ask("GET", `/groups/${(body as { id: string }).id}/owners`))).toEqual([mia.id]);
    expect(idsOf(await ask("GET", `/groups/${(await made("/groups", TEAM)).id}/owners`))).toEqual([]);
  });

  test.each([
    ["no name", { ...TEAM, displayName: undefined }, "displayName"],
    ["no nickname", { ...TEAM, mailNickname: undefined }, "mailNickname"],
    ["an empty name", { ...TEAM, displayName: "" }, "displayName"],
    ["a nickname with a space", { ...TEAM, mailNickname: "the team" }, "mailNickname"],
    ["a type that there is not", { ...TEAM, groupTypes: ["Secret"] }, "groupTypes"],
    ["a rule without the type", { ...TEAM, membershipRule: "(user.userType -eq 'Guest')" }, "membershipRule"],
    ["the type without a rule", { ...TEAM, groupTypes: ["DynamicMembership"] }, "membershipRule"],
    ["a number for a name", { ...TEAM, displayName: 7 }, "Edm.String"],
    ["a text for a boolean", { ...TEAM, securityEnabled: "true" }, "Edm.Boolean"],
    ["an unknown property", { ...TEAM, colour: "red" }, "does not exist on type 'microsoft.graph.group'"],
    ["an id", { ...TEAM, id: NOBODY }, "read-only"],
    ["a group of Exchange's", { ...TEAM, mailEnabled: true }, "mail-enabled groups"],
    ["neither security nor mail", { ...TEAM, securityEnabled: false }, "mail-enabled groups"],
    ["a reference that is none", { ...TEAM, "members@odata.bind": ["x"] }, "members@odata.bind"],
  ])("is refused with %s, and nothing is written", async (_, body, text) => {
    const { ask, contoso } = openRaw();
    const before = contoso.log.length;
    const [status, , message] = refusalOf(await ask("POST", "/groups", { body }));
    expect(status).toBe(400);
    expect(message).toContain(text);
    expect(contoso.log.length).toBe(before);
  });

  test("counts for the quota, and takes the permission to make groups", async () => {
    const { ask, as, contoso, made } = openRaw();
    const reader = contoso.app("reader", { permissions: ["Group.Read.All"] });
    expect(codeOf(await as(reader)("POST", "/groups", { body: TEAM }))).toEqual([403, expect.any(String)]);
    await made("/groups", TEAM);
    contoso.limit("directory-objects-without-domain", 3);
    expect(codeOf(await ask("POST", "/groups", { body: TEAM }))).toEqual([403, "Directory_QuotaExceeded"]);
  });
});

describe("a group that is changed", () => {
  test("keeps what is not named, and changes with its new members or not at all", async () => {
    const { ask, contoso, made } = openRaw();
    const mia = contoso.user("mia");
    const { id } = await made("/groups", { ...TEAM, description: "Ours" });
    const change = (body: object) => ask("PATCH", `/groups/${id}`, { body });
    expect((await change({ displayName: "Crew", "members@odata.bind": bound(mia.id) })).status).toBe(204);
    expect((await ask("GET", `/groups/${id}`)).body).toMatchObject({
      displayName: "Crew",
      description: "Ours",
    });
    expect((await change({ displayName: "Gang", "members@odata.bind": bound(NOBODY) })).status).toBe(404);
    for (const wrong of [
      { id: NOBODY },
      { isAssignableToRole: true },
      { groupTypes: ["Unified"] },
      { displayName: null },
    ]) {
      expect((await change(wrong)).status).toBe(400);
    }
    expect((await ask("GET", `/groups/${id}`)).body).toMatchObject({ displayName: "Crew", groupTypes: [] });
    expect((await ask("PATCH", `/groups/${NOBODY}`, { body: { displayName: "x" } })).status).toBe(404);
  });

  test("is seen so by each instance in its turn", async () => {
    const { ask, contoso, made } = openRaw();
    const { id } = await made("/groups", TEAM);
    for (const reader of contoso.readers) reader.hold();
    expect((await ask("PATCH", `/groups/${id}`, { body: { displayName: "Crew" } })).status).toBe(204);
    expect((await ask("GET", `/groups/${id}`)).body).toMatchObject({ displayName: "Team" });
    for (const reader of contoso.readers) reader.release();
    expect((await ask("GET", `/groups/${id}`)).body).toMatchObject({ displayName: "Crew" });
  });
});

describe("an id", () => {
  test("that is none is told apart from one that nobody has", async () => {
    const { ask } = openRaw();
    expect(refusalOf(await ask("GET", "/groups/none"))).toEqual([
      400,
      "Request_BadRequest",
      "Invalid object identifier 'none'.",
    ]);
    expect(codeOf(await ask("GET", `/groups/${NOBODY}`))).toEqual([404, "Request_ResourceNotFound"]);
  });
});

describe("the members of a group", () => {
  test("are people, groups and applications; they can be removed, and are found through other groups", async () => {
    const { ask, contoso, made } = openRaw();
    const [mia, app] = [contoso.user("mia"), contoso.app("portal")];
    const [outer, inner] = [await made("/groups", TEAM), await made("/groups", TEAM)];
    const add = (group: string, id: string) =>
      ask("POST", `/groups/${group}/members/$ref`, { body: reference(id) });
    for (const [group, id] of [
      [outer.id, inner.id],
      [inner.id, mia.id],
      [inner.id, app.id],
      [inner.id, outer.id],
    ]) {
      expect((await add(group as string, id as string)).status).toBe(204);
    }
    expect(valuesOf(await ask("GET", `/groups/${outer.id}/members`))).toMatchObject([
      { "@odata.type": "#microsoft.graph.group", id: inner.id, mailNickname: "team" },
    ]);
    const all = idsOf(await ask("GET", `/groups/${outer.id}/transitiveMembers`));
    expect([...all].sort()).toEqual([inner.id, mia.id, app.id, outer.id].sort());
    const people = `/groups/${outer.id}/transitiveMembers/microsoft.graph.user`;
    expect(idsOf(await ask("GET", people))).toEqual([mia.id]);
    expect((await ask("GET", `${people}/$count`, { eventual: true })).body).toBe(1);
    expect(idsOf(await ask("GET", `/groups/${inner.id}/memberOf`))).toEqual([outer.id]);
    const remove = () => ask("DELETE", `/groups/${inner.id}/members/${mia.id}/$ref`);
    expect([(await remove()).status, (await remove()).status]).toEqual([204, 404]);
    expect(idsOf(await ask("GET", people))).toEqual([]);
    expect((await ask("GET", `/users/${mia.id}`)).status).toBe(200);
  });

  test("of a security group are no Microsoft 365 group and not the group itself", async () => {
    const { ask, contoso, made } = openRaw();
    const social = await made("/groups", SOCIAL);
    const team = contoso.group("team");
    for (const id of [social.id, team.id]) {
      const body = reference(id);
      expect((await ask("POST", `/groups/${team.id}/members/$ref`, { body })).status).toBe(400);
    }
    expect(idsOf(await ask("GET", `/groups/${team.id}/members`))).toEqual([]);
  });

  test("of Microsoft 365 are people alone; a rule's members are nobody's to add", async () => {
    const { ask, contoso, made } = openRaw();
    const social = await made("/groups", SOCIAL);
    const rule = { groupTypes: ["DynamicMembership"], membershipRule: "(user.department -eq 'Sales')" };
    const ruled = await made("/groups", { ...TEAM, ...rule });
    const mia = contoso.user("mia");
    const add = async (group: string, id: string) =>
      (await ask("POST", `/groups/${group}/members/$ref`, { body: reference(id) })).status;
    expect(await add(social.id, ruled.id)).toBe(400);
    expect(await add(social.id, mia.id)).toBe(204);
    expect(await add(ruled.id, mia.id)).toBe(400);
  });
});
