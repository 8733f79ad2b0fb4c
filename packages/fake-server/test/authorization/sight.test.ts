import { createWorld } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { asking } from "../rights/ask.ts";

const DENIED = { status: 403, code: "Authorization_RequestDenied" };

async function open() {
  const contoso = createWorld({ seed: 6 }).cloud("public").tenant("contoso");
  const properties = { displayName: "Ada", department: "Sales", mobilePhone: "+41 79 1", jobTitle: "Host" };
  const ada = contoso.user("ada", properties);
  const bo = contoso.user("bo", { department: "Sales" });
  const team = contoso.group("team");
  const app = (...permissions: string[]) =>
    asking(contoso, { as: contoso.app(permissions.join(), { permissions }) });
  const user = (...scopes: string[]) => asking(contoso, { as: ada, scopes });
  for (const { id } of [ada, bo]) {
    const body = { "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${id}` };
    await app("Directory.ReadWrite.All")("POST", `/groups/${team.id}/members/$ref`, { body });
  }
  return { contoso, ada, bo, team, app, user };
}

const valueIn = ({ body }: { readonly body: unknown }) =>
  (body as { readonly value: readonly Record<string, unknown>[] }).value;

/** The names of the properties that say something. */
const saidIn = (body: Readonly<Record<string, unknown>> = {}) =>
  Object.keys(body)
    .filter((name) => !name.startsWith("@"))
    .filter((name) => !(body[name] === null || (Array.isArray(body[name]) && body[name].length === 0)));

describe("an object in a list, of a type that the token may not read,", () => {
  test.each(["members", "transitiveMembers", "members/microsoft.graph.user"])(
    "is there with its id and nothing more: the %s of a group",
    async (link) => {
      const { ada, team, app } = await open();
      const path = `/groups/${team.id}/${link}`;
      const [bare, ...others] = valueIn(await app("GroupMember.Read.All")("GET", path));
      expect(others).toHaveLength(1);
      expect(saidIn(bare)).toEqual(["id"]);
      expect(bare).toMatchObject({ id: ada.id, displayName: null, businessPhones: [] });
      const [whole] = valueIn(await app("GroupMember.Read.All", "User.Read.All")("GET", path));
      expect(Object.keys(whole ?? {})).toEqual(Object.keys(bare ?? {}));
      expect(whole).toMatchObject({ displayName: "Ada", jobTitle: "Host" });
    },
  );

  test.each(["memberOf", "transitiveMemberOf", "memberOf/microsoft.graph.group"])(
    "is there with its id and nothing more: the %s of a user",
    async (link) => {
      const { ada, team, app, user } = await open();
      const [bare] = valueIn(await app("User.Read.All")("GET", `/users/${ada.id}/${link}`));
      expect(saidIn(bare)).toEqual(["id"]);
      expect(bare).toMatchObject({ id: team.id, displayName: null, groupTypes: [] });
      expect(saidIn(valueIn(await user("User.Read")("GET", `/me/${link}`))[0])).toEqual(["id"]);
      const readsBoth = app("User.Read.All", "GroupMember.Read.All");
      expect(valueIn(await readsBoth("GET", `/users/${ada.id}/${link}`))[0]).toMatchObject({
        displayName: "team",
      });
    },
  );

  test("has null for what is selected, and is no more when it comes along with another object", async () => {
    const { team, app } = await open();
    const ask = app("GroupMember.Read.All");
    const query = { $select: "id,displayName,department" };
    expect(valueIn(await ask("GET", `/groups/${team.id}/members`, { query }))[0]).toEqual({
      ...{
        "@odata.type": "#microsoft.graph.user",
        id: expect.any(String),
        displayName: null,
        department: null,
      },
    });
    const along = await ask("GET", `/groups/${team.id}`, { query: { $expand: "members" } });
    const { members } = along.body as { readonly members: readonly Record<string, unknown>[] };
    expect(members.map(saidIn)).toEqual([["id"], ["id"]]);
  });

  test("is not found by what is not shown of it", async () => {
    const { team, app } = await open();
    const query = { $filter: "department eq 'Sales'", $count: "true" };
    const headers = { consistencylevel: "eventual" };
    const path = `/groups/${team.id}/members/microsoft.graph.user`;
    expect(await app("GroupMember.Read.All")("GET", path, { query, headers })).toMatchObject(DENIED);
    const readsBoth = app("GroupMember.Read.All", "User.Read.All");
    expect(valueIn(await readsBoth("GET", path, { query, headers }))).toHaveLength(2);
  });

  test("is whole where it is whoever asks", async () => {
    const { ada, team, user } = await open();
    const members = valueIn(
      await user("User.Read", "GroupMember.Read.All")("GET", `/groups/${team.id}/members`),
    );
    expect(members.map((member) => [member.id === ada.id, saidIn(member).includes("jobTitle")])).toEqual([
      [true, true],
      [false, false],
    ]);
  });
});

describe("the basic profile", () => {
  const SELECT =
    "id,displayName,mail,userPrincipalName,department,mobilePhone,userType,accountEnabled,otherMails";

  test("is all that User.ReadBasic.All shows of others: the rest is null", async () => {
    const { bo, user } = await open();
    const ask = user("User.ReadBasic.All");
    const one = (await ask("GET", `/users/${bo.id}`, { query: { $select: SELECT } })).body;
    expect(one).toMatchObject({
      ...{ id: bo.id, displayName: "bo", userPrincipalName: bo.userPrincipalName, mail: bo.mail },
      ...{ department: null, mobilePhone: null, userType: null, accountEnabled: null, otherMails: [] },
    });
    const others = valueIn(await ask("GET", "/users", { query: { $select: SELECT } }));
    expect(others.find(({ id }) => id === bo.id)).toMatchObject({ department: null, accountEnabled: null });
  });

  test("does not go for oneself, where one's own may be read", async () => {
    const { ada, user } = await open();
    const query = { $select: SELECT };
    const own = await user("User.ReadBasic.All", "User.Read")("GET", `/users/${ada.id}`, { query });
    expect(own.body).toMatchObject({ department: "Sales", accountEnabled: true });
  });

  test.each([
    { $filter: "department eq 'Sales'" },
    { $filter: "accountEnabled eq true" },
    { $filter: "startsWith(displayName,'A') and userType eq 'Guest'" },
  ])("is all that users are found by: %j", async (query) => {
    const { user } = await open();
    expect(await user("User.ReadBasic.All")("GET", "/users", { query })).toMatchObject(DENIED);
    expect((await user("User.Read.All")("GET", "/users", { query })).status).toBe(200);
  });

  test("is what users are found by, and a filter that is none is refused as to everybody", async () => {
    const { ada, user } = await open();
    const ask = user("User.ReadBasic.All");
    const query = { $filter: "startsWith(displayName,'A')" };
    expect((await ask("GET", "/users", { query: { $orderby: "displayName" } })).status).toBe(200);
    expect(valueIn(await ask("GET", "/users", { query })).map(({ id }) => id)).toEqual([ada.id]);
    expect((await ask("GET", "/users", { query: { $filter: "shoeSize eq 42" } })).status).toBe(400);
  });

  test("is not enough for the changes of users", async () => {
    const { user } = await open();
    for (const path of ["/users/delta", "/users/microsoft.graph.delta"]) {
      expect(await user("User.ReadBasic.All")("GET", path)).toMatchObject(DENIED);
    }
  });
});
