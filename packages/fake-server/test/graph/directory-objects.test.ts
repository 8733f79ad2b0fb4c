import { describe, expect, test } from "vitest";
import { idsOf, NOBODY, openRaw, valuesOf } from "./raw-calls.ts";

/** Mia is in the inner group, which is in the outer one. */
async function openNested() {
  const opened = openRaw();
  const { ask, contoso, made } = opened;
  const mia = contoso.user("mia");
  const [inner, other] = [contoso.group("inner"), contoso.group("other")];
  const outer = await made("/groups", {
    ...{ displayName: "Outer", mailEnabled: false, mailNickname: "outer", securityEnabled: true },
    "members@odata.bind": [`https://graph.microsoft.com/v1.0/groups/${inner.id}`],
  });
  const body = { "@odata.id": `https://graph.microsoft.com/v1.0/users/${mia.id}` };
  await ask("POST", `/groups/${inner.id}/members/$ref`, { body });
  return { ...opened, mia, inner, outer, other };
}

describe("an object of any type", () => {
  test("says which it is of, where it is, and goes as its own route would have it", async () => {
    const { ask, mia, inner } = await openNested();
    expect((await ask("GET", `/directoryObjects/${mia.id}`)).body).toMatchObject({
      "@odata.type": "#microsoft.graph.user",
      "@odata.id": expect.stringContaining(mia.id),
      userPrincipalName: mia.userPrincipalName,
    });
    expect((await ask("DELETE", `/directoryObjects/${inner.id}`)).status).toBe(204);
    expect(idsOf(await ask("GET", "/directory/deletedItems/microsoft.graph.group"))).toEqual([inner.id]);
    expect((await ask("GET", `/directoryObjects/${inner.id}`)).status).toBe(404);
    expect((await ask("GET", `/directoryObjects/${NOBODY}`)).status).toBe(404);
    expect((await ask("DELETE", "/directoryObjects/none")).status).toBe(400);
  });
});

describe("a question about memberships", () => {
  test("counts groups within groups, for every kind of object that it can be about", async () => {
    const { ask, mia, inner, outer, other } = await openNested();
    const body = { groupIds: [outer.id, other.id, inner.id] };
    for (const path of [`/users/${mia.id}`, `/directoryObjects/${mia.id}`]) {
      expect(valuesOf(await ask("POST", `${path}/checkMemberGroups`, { body }))).toEqual([
        outer.id,
        inner.id,
      ]);
    }
    expect(valuesOf(await ask("POST", `/groups/${inner.id}/checkMemberGroups`, { body }))).toEqual([
      outer.id,
    ]);
    const all = { body: { securityEnabledOnly: false } };
    expect(valuesOf(await ask("POST", `/directoryObjects/${mia.id}/getMemberGroups`, all))).toEqual([
      inner.id,
      outer.id,
    ]);
  });

  test("is asked about oneself as about another, and by nobody who is no user", async () => {
    const { as, ask, mia, inner, outer, other } = await openNested();
    const body = { groupIds: [outer.id, other.id] };
    expect(valuesOf(await as(mia)("POST", "/me/checkMemberGroups", { body }))).toEqual([outer.id]);
    const all = { body: { securityEnabledOnly: false } };
    expect(valuesOf(await as(mia)("POST", "/me/getMemberObjects", all))).toEqual([inner.id, outer.id]);
    expect((await ask("POST", "/me/checkMemberGroups", { body })).status).toBe(400);
  });

  test("leaves out what is no security group where that is wanted, and counts roles among objects", async () => {
    const { ask, contoso, made } = openRaw();
    const mia = contoso.user("mia", { roles: ["Guest Inviter"] });
    await made("/groups", {
      ...{
        displayName: "S",
        mailEnabled: true,
        mailNickname: "s",
        securityEnabled: false,
        groupTypes: ["Unified"],
      },
      "members@odata.bind": [`https://graph.microsoft.com/v1.0/users/${mia.id}`],
    });
    const get = async (what: string, securityEnabledOnly: boolean) =>
      valuesOf(await ask("POST", `/users/${mia.id}/${what}`, { body: { securityEnabledOnly } })).length;
    expect([await get("getMemberGroups", false), await get("getMemberGroups", true)]).toEqual([1, 0]);
    expect(await get("getMemberObjects", false)).toBe(2);
    const [, role] = valuesOf(await ask("GET", "/directoryRoles"));
    const body = { ids: [role?.id, NOBODY] };
    expect(valuesOf(await ask("POST", `/users/${mia.id}/checkMemberObjects`, { body }))).toEqual([role?.id]);
  });

  test("is refused with more ids than one may ask about, with none, and about nobody", async () => {
    const { ask, mia } = await openNested();
    const status = async (path: string, body: unknown) => (await ask("POST", path, { body })).status;
    const path = `/directoryObjects/${mia.id}/checkMemberGroups`;
    expect(await status(path, { groupIds: Array(21).fill(NOBODY) })).toBe(400);
    expect(await status(path, {})).toBe(400);
    expect(await status(path, { groupIds: [7] })).toBe(400);
    expect(await status(`/directoryObjects/${NOBODY}/checkMemberGroups`, { groupIds: [] })).toBe(404);
  });
});
