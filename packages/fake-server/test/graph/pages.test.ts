import { callContext } from "@vestibule/sdk/wire";
import { describe, expect, test } from "vitest";
import { codeOf, idsOf, openRaw, refusalOf, valuesOf } from "./raw-calls.ts";

const group = (mailNickname: string) => ({
  displayName: mailNickname,
  mailEnabled: false,
  mailNickname,
  securityEnabled: true,
});

const account = (name: string, more: object = {}) => ({
  accountEnabled: true,
  displayName: name,
  mailNickname: name.replaceAll(" ", ""),
  passwordProfile: { password: "Kx7-quiet-harbour" },
  userPrincipalName: `${name.replaceAll(" ", "")}@contoso.onmicrosoft.com`,
  ...more,
});

async function openTeam() {
  const opened = openRaw();
  const { made, ask } = opened;
  const team = await made("/groups", group("team"));
  const add = async (name: string) => {
    const { id } = await made("/users", account(name));
    const body = { "@odata.id": `https://graph.microsoft.com/v1.0/users/${id}` };
    expect((await ask("POST", `/groups/${team.id}/members/$ref`, { body })).status).toBe(204);
    return id;
  };
  const ids = [await add("Ada Lovelace"), await add("Bo Diddley"), await add("Cy Twombly")];
  return { ...opened, team, add, ids, members: `/groups/${team.id}/members` };
}

const optionsIn = (answer: Awaited<ReturnType<ReturnType<typeof openRaw>["ask"]>>) => {
  const { searchParams } = new URL((answer.body as Record<string, string>)["@odata.nextLink"] ?? "");
  return Object.fromEntries(searchParams);
};

describe("the pages of a list", () => {
  test("show one moment, of the members of a group as of everything else", async () => {
    const { ask, ids, members } = await openTeam();
    const path = `${members}/microsoft.graph.user`;
    const first = await ask("GET", path, { query: { $top: "1" } });
    await ask("DELETE", `${members}/${ids[0]}/$ref`);
    const second = await ask("GET", path, { query: optionsIn(first) });
    const third = await ask("GET", path, { query: optionsIn(second) });
    expect([first, second, third].flatMap(idsOf)).toEqual(ids);
    expect(third.body).not.toHaveProperty("@odata.nextLink");
    expect(idsOf(await ask("GET", path))).toEqual(ids.slice(1));
  });

  test("are no pages of another list, or of another directory", async () => {
    const { ask, made, world } = await openTeam();
    await made("/groups", group("other"));
    const query = optionsIn(await ask("GET", "/groups", { query: { $top: "1" } }));
    expect((await ask("GET", "/groups", { query })).status).toBe(200);
    const invalid = [400, "Request_BadRequest", "The value of the parameter '$skiptoken' is invalid."];
    expect(refusalOf(await ask("GET", "/users", { query }))).toEqual(invalid);

    const fabrikam = world.cloud("public").tenant("fabrikam");
    const { send } = fabrikam.transport({ as: fabrikam.app("caller") });
    for (let n = 0; n < 20; n++) fabrikam.group(`group ${n}`);
    const { status } = await send({
      operation: { id: "test", effect: "read" },
      method: "GET",
      version: "v1.0",
      target: { path: "/groups", query },
      headers: {},
      context: callContext(),
    });
    expect(status).toBe(400);
  });
});

describe("a search of users", () => {
  test.each([
    ['"displayName:love"', ["Ada Lovelace"]],
    ['"displayName:ada" OR "mail:bo"', ["Ada Lovelace", "Bo Diddley"]],
    ['"displayName:bo" AND "mailNickname:bodid"', ["Bo Diddley"]],
    ['"displayName:velace"', []],
    ['"mailNickname:diddley"', []],
    ['"otherMails:second@"', ["Bo Diddley"]],
  ])("finds by words and beginnings: %s", async ($search, names) => {
    const { ask, made } = openRaw();
    await made("/users", account("Ada Lovelace"));
    const { id } = await made("/users", account("Bo Diddley", { mail: "bo@contoso.onmicrosoft.com" }));
    const body = { otherMails: ["first@fabrikam.example", "second@fabrikam.example"] };
    expect((await ask("PATCH", `/users/${id}`, { body })).status).toBe(204);
    const found = await ask("GET", "/users", { query: { $search }, eventual: true });
    expect(valuesOf(found).map(({ displayName }) => displayName)).toEqual(names);
  });

  test.each([
    ["without the header", '"displayName:ada"', false, "Request_UnsupportedQuery"],
    ["in what is not searched", '"userType:Guest"', true, "Request_UnsupportedQuery"],
    ["that cannot be read", "displayName:ada", true, "BadRequest"],
  ])("is refused %s", async (_, $search, eventual, code) => {
    const { ask } = openRaw();
    expect(codeOf(await ask("GET", "/users", { query: { $search }, eventual }))).toEqual([400, code]);
  });
});

describe("a number of objects", () => {
  test.each([
    ["/users/$count", 3],
    ["/groups/$count", 1],
    ["members/$count", 3],
    ["members/microsoft.graph.user/$count", 3],
    ["members/microsoft.graph.group/$count", 0],
    ["transitiveMembers/$count", 3],
    ["owners/$count", 0],
    ["memberOf/$count", 0],
  ])("comes as bare text, to those who take late answers alone: %s", async (path, count) => {
    const { ask, team } = await openTeam();
    const whole = path.startsWith("/") ? path : `/groups/${team.id}/${path}`;
    const counted = await ask("GET", whole, { eventual: true });
    expect([counted.status, counted.body, counted.headers.get("content-type")]).toEqual([
      200,
      count,
      "text/plain",
    ]);
    expect(codeOf(await ask("GET", whole))).toEqual([400, "Request_BadRequest"]);
  });

  test("counts the users that fit", async () => {
    const { ask } = await openTeam();
    const counted = (query: Readonly<Record<string, string>>) =>
      ask("GET", "/users/$count", { eventual: true, query });
    expect((await counted({ $filter: "startsWith(displayName,'b')" })).body).toBe(1);
    expect((await counted({ $search: '"displayName:cy"' })).body).toBe(1);
    expect((await counted({ $filter: "colour eq 'red'" })).status).toBe(400);
  });
});
