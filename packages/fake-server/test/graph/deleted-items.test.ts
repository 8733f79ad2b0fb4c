import { describe, expect, test } from "vitest";
import { codeOf, idsOf, NOBODY, openRaw, refusalOf } from "./raw-calls.ts";

const DAY = 86_400_000;
const TEAM = { displayName: "Team", mailEnabled: false, mailNickname: "team", securityEnabled: true };
const UNIFIED = { ...TEAM, groupTypes: ["Unified"], mailEnabled: true };
const LIST = "/directory/deletedItems/microsoft.graph";

describe("a deleted group", () => {
  test("is shown in deletedItems alone, with the time, and comes back with its members", async () => {
    const { ask, contoso, made } = openRaw();
    const [{ id }, mia] = [await made("/groups", TEAM), contoso.user("mia")];
    const body = { "@odata.id": `https://graph.microsoft.com/v1.0/users/${mia.id}` };
    await ask("POST", `/groups/${id}/members/$ref`, { body });
    expect((await ask("DELETE", `/groups/${id}`)).status).toBe(204);
    for (const path of [`/groups/${id}`, `/groups/${id}/members`, `/directoryObjects/${id}`]) {
      expect((await ask("GET", path)).status).toBe(404);
    }
    expect(idsOf(await ask("GET", "/groups"))).toEqual([]);
    expect(idsOf(await ask("GET", `/users/${mia.id}/memberOf`))).toEqual([]);
    expect(idsOf(await ask("GET", `${LIST}.group`))).toEqual([id]);
    expect(idsOf(await ask("GET", `${LIST}.user`))).toEqual([]);
    expect((await ask("GET", `/directory/deletedItems/${id}`)).body).toMatchObject({
      "@odata.type": "#microsoft.graph.group",
      id,
      displayName: "Team",
      deletedDateTime: expect.stringMatching(/Z$/),
    });
    const restored = await ask("POST", `/directory/deletedItems/${id}/restore`);
    expect(restored).toMatchObject({ status: 200, body: { id, deletedDateTime: null } });
    expect(idsOf(await ask("GET", `/groups/${id}/members`))).toEqual([mia.id]);
    expect((await ask("POST", `/directory/deletedItems/${id}/restore`)).status).toBe(404);
  });

  test("cannot come back to a name that another has now", async () => {
    const { ask, contoso, made } = openRaw();
    const { id } = await made("/groups", UNIFIED);
    await ask("DELETE", `/groups/${id}`);
    await made("/groups", UNIFIED);
    const before = contoso.log.length;
    expect(codeOf(await ask("POST", `/directory/deletedItems/${id}/restore`))).toEqual([
      400,
      "Request_BadRequest",
    ]);
    expect(contoso.log.length).toBe(before);
    expect(idsOf(await ask("GET", `${LIST}.group`))).toEqual([id]);
  });
});

describe("an address for mail", () => {
  const TAKEN = "Another object with the same value for property proxyAddresses already exists.";

  test("is one user's alone: nobody is given it, and nobody comes back to it", async () => {
    const { ask, contoso } = openRaw();
    const [mia, noa] = [contoso.user("mia"), contoso.user("noa")];
    const mail = "desk@partner.example";
    const give = (id: string) => ask("PATCH", `/users/${id}`, { body: { mail } });
    expect((await give(mia.id)).status).toBe(204);
    expect(refusalOf(await give(noa.id))).toEqual([400, "Request_BadRequest", TAKEN]);
    await ask("DELETE", `/users/${mia.id}`);
    expect((await give(noa.id)).status).toBe(204);
    expect(refusalOf(await ask("POST", `/directory/deletedItems/${mia.id}/restore`))).toEqual([
      400,
      "Request_BadRequest",
      TAKEN,
    ]);
  });
});

describe("deleted items", () => {
  test("can be restored for 30 days, and count until then or until they are deleted for good", async () => {
    const { ask, contoso, made, world } = openRaw();
    const [first, second] = [await made("/groups", TEAM), await made("/groups", TEAM)];
    contoso.limit("directory-objects-without-domain", 3);
    const more = async () => (await ask("POST", "/groups", { body: TEAM })).status;
    for (const { id } of [first, second]) await ask("DELETE", `/groups/${id}`);
    expect(await more()).toBe(403);
    expect((await ask("DELETE", `/directory/deletedItems/${first.id}`)).status).toBe(204);
    expect((await ask("DELETE", `/directory/deletedItems/${first.id}`)).status).toBe(404);
    expect([await more(), await more()]).toEqual([201, 403]);
    await world.clock.sleep(30 * DAY);
    expect(idsOf(await ask("GET", `${LIST}.group`))).toEqual([]);
    expect((await ask("POST", `/directory/deletedItems/${second.id}/restore`)).status).toBe(404);
    expect(await more()).toBe(201);
  });

  test("of users keep their id and name, which nobody may have taken meanwhile", async () => {
    const { ask, contoso } = openRaw();
    const mia = contoso.user("mia");
    await ask("DELETE", `/users/${mia.id}`);
    expect(idsOf(await ask("GET", `${LIST}.user`))).toEqual([mia.id]);
    expect((await ask("GET", `${LIST}.user/$count`, { eventual: true })).body).toBe(1);
    expect((await ask("POST", `/directory/deletedItems/${mia.id}/restore`)).body).toMatchObject({
      "@odata.type": "#microsoft.graph.user",
      userPrincipalName: mia.userPrincipalName,
    });
    expect((await ask("GET", `/users/${mia.userPrincipalName}`)).status).toBe(200);
  });

  test("are told apart from what was never deleted, and from what is no id; a list takes a type", async () => {
    const { ask, contoso } = openRaw();
    expect((await ask("GET", `/directory/deletedItems/${contoso.user("mia").id}`)).status).toBe(404);
    expect((await ask("GET", `/directory/deletedItems/${NOBODY}`)).status).toBe(404);
    expect((await ask("GET", "/directory/deletedItems/none")).status).toBe(400);
    expect((await ask("GET", "/directory/deletedItems")).status).toBe(400);
  });

  test("are brought back and ended by those alone who may write such objects", async () => {
    const { ask, as, contoso, made } = openRaw();
    const { id } = await made("/groups", TEAM);
    const reader = as(contoso.app("reader", { permissions: ["Group.Read.All"] }));
    expect((await reader("DELETE", `/groups/${id}`)).status).toBe(403);
    await ask("DELETE", `/groups/${id}`);
    expect((await reader("POST", `/directory/deletedItems/${id}/restore`)).status).toBe(403);
    expect((await reader("DELETE", `/directory/deletedItems/${id}`)).status).toBe(403);
    expect(idsOf(await ask("GET", `${LIST}.group`))).toEqual([id]);
  });
});
