import { describe, expect, test } from "vitest";
import { openDelta } from "./delta-calls.ts";
import { NOBODY, refusalOf, valuesOf } from "./raw-calls.ts";

const WEEK_MS = 7 * 86_400_000;

describe("a request for changes", () => {
  test.each([
    ["$top=5"],
    ["$orderby=displayName"],
    ['$search="displayName:a"'],
    ["$expand=manager"],
    ["$count=true"],
    ["$skip=1"],
    ["$deltatoken=nonsense"],
    ["$skiptoken=nonsense"],
    ["$filter=userType eq 'Guest'"],
    [`$filter=id eq '${NOBODY}' and id eq '${NOBODY}'`],
    [`$filter=${Array(51).fill(`id eq '${NOBODY}'`).join(" or ")}`],
    ["$select=colour"],
  ])("is refused with %s", async (options) => {
    const { get } = openDelta();
    expect((await get(`users/delta?${options}`)).status).toBe(400);
  });

  test("takes fifty ids", async () => {
    const { get } = openDelta();
    const filter = Array(50).fill(`id eq '${NOBODY}'`).join(" or ");
    expect(valuesOf(await get(`users/delta?$filter=${filter}`))).toEqual([]);
  });

  test("says in its context what is selected", async () => {
    const { get } = openDelta();
    const contextOf = async (address: string) =>
      ((await get(address)).body as Record<string, string>)["@odata.context"];
    const metadata = "https://graph.microsoft.com/v1.0/$metadata";
    expect(await contextOf("users/delta")).toBe(`${metadata}#users`);
    expect(await contextOf("groups/delta?$select=displayName,id")).toBe(`${metadata}#groups(displayName,id)`);
  });

  test("is refused with a token that was edited, or handed out for something else", async () => {
    const { round, get } = openDelta();
    const { deltaLink } = await round("users/delta");
    const edited = deltaLink.replace(/deltatoken=../, "deltatoken=zz");
    expect(edited).not.toBe(deltaLink);
    const fabrikam = openDelta("instant", 4);
    for (const answer of [
      await get(edited),
      await get(deltaLink.replace("/users/", "/groups/")),
      await get(deltaLink.replace("$deltatoken", "$skiptoken").replace(/\.\w+$/, "")),
      await fabrikam.get(deltaLink),
    ]) {
      expect(refusalOf(answer).slice(0, 2)).toEqual([400, "Request_BadRequest"]);
    }
  });

  test("comes too late after seven days, and is told where to start anew with what it asked for", async () => {
    const { round, get, user, world, change } = openDelta();
    const ada = await user("ada");
    const { deltaLink } = await round("users/delta?$select=displayName");
    await world.clock.sleep(WEEK_MS - 1);
    await change("PATCH", `/users/${ada.id}`, { body: { displayName: "Ada" } });
    await user("bo");
    expect((await round(deltaLink)).values).toHaveLength(2);
    await world.clock.sleep(1);
    const late = await get(deltaLink);
    expect(refusalOf(late).slice(0, 2)).toEqual([410, "syncStateNotFound"]);
    const location = late.headers.get("location") ?? "";
    expect(location).toBe("https://graph.microsoft.com/v1.0/users/delta?$select=displayName&$deltatoken=");
    expect((await round(location)).values).toEqual([
      { displayName: "Ada", id: ada.id },
      { displayName: "bo", id: expect.any(String) },
    ]);
  });

  test("comes too late where others have asked so much since that what it knows is not kept", async () => {
    const { round, get, user, change } = openDelta();
    const ada = await user("ada");
    const { deltaLink } = await round("users/delta");
    let link = deltaLink;
    for (let n = 0; n < 260; n++) {
      await change("PATCH", `/users/${ada.id}`, { body: { displayName: `ada ${n}` } });
      link = (await round(link)).deltaLink;
    }
    await change("PATCH", `/users/${ada.id}`, { body: { displayName: "ada" } });
    expect((await get(deltaLink)).status).toBe(410);
    expect((await round(link)).values).toMatchObject([{ displayName: "ada" }]);
  });
});
