import { createWorld } from "@vestibule/fake-server";
import type { Query } from "@vestibule/sdk/wire";
import { describe, expect, test } from "vitest";
import { asking } from "../rights/ask.ts";

/** An object as it was read. */
interface Read {
  readonly id?: string;
  readonly displayName?: string;
  readonly manager?: Read;
  readonly value?: readonly Read[];
  readonly members?: readonly Read[];
}

const EVENTUAL = { consistencylevel: "eventual" };

/** Ada reports to Grace, who reports to Mary; Ada is in a group and sponsors Bo. */
async function open() {
  const world = createWorld();
  const contoso = world.cloud("public").tenant("contoso");
  const ask = asking(contoso, { as: contoso.app("admin") });
  const [ada, grace, mary] = [contoso.user("ada"), contoso.user("grace"), contoso.user("mary")];
  const bo = contoso.user("bo", { userType: "Guest", creationType: "Invitation" });
  const team = contoso.group("team");
  const link = (path: string, id: string, method: "PUT" | "POST" = "POST") =>
    ask(method, path, { body: { "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${id}` } });
  await link(`/users/${ada.id}/manager/$ref`, grace.id, "PUT");
  await link(`/users/${grace.id}/manager/$ref`, mary.id, "PUT");
  await link(`/groups/${team.id}/members/$ref`, ada.id);
  await link(`/users/${bo.id}/sponsors/$ref`, ada.id);
  const get = async (path: string, query: Query, headers: Readonly<Record<string, string>> = {}) => {
    const { status, message, body } = await ask("GET", path, { query, headers });
    return { status, message, body: body as Read };
  };
  return { world, contoso, ask, get, link, ada, grace, mary, bo, team };
}

describe("a relationship that is read along", () => {
  test("is a user's manager, with what is read of it by default, and named in the context", async () => {
    const { get, ada, grace } = await open();
    const { body } = await get(`/users/${ada.id}`, { $expand: "manager" });
    expect(body).toHaveProperty(
      ["@odata.context"],
      "https://graph.microsoft.com/v1.0/$metadata#users(manager())/$entity",
    );
    expect(body.manager).toMatchObject({ "@odata.type": "#microsoft.graph.user", id: grace.id });
    expect(body.displayName).toBe("ada");
  });

  test("is left out where there is none", async () => {
    const { get, mary } = await open();
    expect((await get(`/users/${mary.id}`, { $expand: "manager" })).body).not.toHaveProperty("manager");
  });

  test("has only what is selected of it, whatever is selected of the object itself", async () => {
    const { get, ada, grace } = await open();
    const { body } = await get(`/users/${ada.id}`, {
      $select: "id",
      $expand: "Manager($select=ID,displayname)",
    });
    expect(body).toEqual({
      "@odata.context":
        "https://graph.microsoft.com/v1.0/$metadata#users(id,manager(id,displayName))/$entity",
      id: ada.id,
      manager: { "@odata.type": "#microsoft.graph.user", id: grace.id, displayName: "grace" },
    });
  });

  test("is a chain of managers, as an advanced query alone", async () => {
    const { get, ada, grace, mary } = await open();
    const chain = { $select: "id", $expand: "manager($levels=max;$select=id)" };
    const { body } = await get(`/users/${ada.id}`, { ...chain, $count: "true" }, EVENTUAL);
    expect(body.manager).toMatchObject({ id: grace.id, manager: { id: mary.id } });
    const two = { $select: "id", $expand: "manager($levels=1;$select=id)", $count: "true" };
    const short = await get(`/users/${ada.id}`, two, EVENTUAL);
    expect(short.body.manager).not.toHaveProperty("manager");
    expect((await get(`/users/${ada.id}`, chain)).status).toBe(400);
  });

  test.each([
    ["directReports", "/users", "grace", "ada"],
    ["memberOf", "/users", "ada", "team"],
    ["transitiveMemberOf", "/users", "ada", "team"],
    ["sponsors", "/users", "bo", "ada"],
    ["sponsorOf", "/users", "ada", "bo"],
    ["members", "/groups", "team", "ada"],
    ["transitiveMembers", "/groups", "team", "ada"],
  ] as const)("is what its own path answers with: %s", async (name, set, from, to) => {
    const scene = await open();
    const path = `${set}/${scene[from].id}`;
    const alone = await scene.get(`${path}/${name}`, {});
    const { body } = await scene.get(path, { $expand: name });
    expect(body).toHaveProperty(name, alone.body.value);
    expect(alone.body.value).toMatchObject([{ id: scene[to].id }]);
  });

  test("is read with every object of a list", async () => {
    const { get, ada, grace } = await open();
    const { body } = await get("/users", { $select: "id", $expand: "manager($select=id)" });
    expect(body).toHaveProperty(
      ["@odata.context"],
      "https://graph.microsoft.com/v1.0/$metadata#users(id,manager(id))",
    );
    const found = body.value?.find(({ id }) => id === ada.id);
    expect(found?.manager?.id).toBe(grace.id);
  });

  test("has twenty objects at the most and no link to more, and makes a page of a hundred", async () => {
    const { contoso, get, link, team } = await open();
    for (let n = 0; n < 120; n++) {
      const { id } = contoso.user(`member${n}`);
      if (n < 30) await link(`/groups/${team.id}/members/$ref`, id);
    }
    const { body } = await get(`/groups/${team.id}`, { $expand: "members" });
    expect(body.members).toHaveLength(20);
    expect(Object.keys(body).filter((name) => name.includes("nextLink"))).toEqual([]);
    const page = await get("/users", { $top: "999", $expand: "manager" });
    expect(page.body.value).toHaveLength(100);
    expect(page.body).toHaveProperty("@odata.nextLink");
  });

  test("costs a unit more", async () => {
    const { contoso, ask, ada } = await open();
    contoso.throttle("documented");
    const cost = async (query: Record<string, string>) =>
      Number((await ask("GET", `/users/${ada.id}`, { query })).header("x-ms-resource-unit"));
    expect(await cost({ $expand: "manager" })).toBe((await cost({})) + 1);
  });

  test("takes the permission that its own path takes", async () => {
    const { contoso, ada } = await open();
    const ask = asking(contoso, { as: contoso.app("reader", { permissions: ["Directory.Read.All"] }) });
    expect((await ask("GET", `/users/${ada.id}`, {})).status).toBe(200);
    expect((await ask("GET", `/users/${ada.id}`, { query: { $expand: "sponsors" } })).status).toBe(403);
  });
});

describe("what cannot be expanded is refused with its reason", () => {
  test.each([
    ["manager,memberOf", "contained at least 2 items, but the maximum allowed is 1"],
    ["boss", "Could not find a property named 'boss' on type 'microsoft.graph.user'"],
    ["constructor", "Could not find a property named 'constructor'"],
    ["manager($top=1)", "Query option '$top' is not allowed within $expand"],
    ["manager($expand=manager)", "Query option '$expand' is not allowed within $expand"],
    ["manager($select=shoeSize)", "Could not find a property named 'shoeSize'"],
    ["memberOf($levels=2)", "'$levels' is not allowed"],
    ["manager($levels=0)", "Invalid value '0' for $levels"],
    ["manager(", "is not valid in a $select or $expand expression"],
    ["()", "is not valid in a $select or $expand expression"],
    ["*", "is not valid in a $select or $expand expression"],
  ])("%s", async ($expand, reason) => {
    const { get, ada } = await open();
    const { status, message } = await get(`/users/${ada.id}`, { $expand });
    expect([status, message]).toEqual([400, expect.stringContaining(reason)]);
  });

  test("a relationship together with an advanced query", async () => {
    const { get } = await open();
    const { status } = await get("/users", { $expand: "manager", $count: "true" }, EVENTUAL);
    expect(status).toBe(400);
  });

  test("a relationship that the cloud lacks", async () => {
    const contoso = createWorld().cloud("china").tenant("contoso");
    const ask = asking(contoso, { as: contoso.app("admin") });
    const { id } = contoso.user("ada");
    expect((await ask("GET", `/users/${id}`, { query: { $expand: "sponsorOf" } })).status).toBe(400);
    expect((await ask("GET", `/users/${id}`, { query: { $expand: "sponsors" } })).status).toBe(200);
  });
});
