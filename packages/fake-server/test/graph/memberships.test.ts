import { createWorld } from "@vestibule/fake-server";
import { callContext } from "@vestibule/sdk/wire";
import { describe, expect, test } from "vitest";

const EVENTUAL = { consistencylevel: "eventual" };
type Query = Readonly<Record<string, string>>;

async function open() {
  const contoso = createWorld().cloud("public").tenant("contoso");
  const mia = contoso.user("mia", { roles: ["Directory Readers"] });
  const { send } = contoso.transport({ as: contoso.app("admin") });
  const request = (
    method: "GET" | "POST",
    path: string,
    more: { body?: unknown; query?: Query },
    headers: Query,
  ) =>
    send({
      operation: { id: "test", effect: "idempotent" },
      ...{ method, version: "v1.0" as const, headers, context: callContext() },
      target: more.query ? { path, query: more.query } : { path },
      ...(more.body !== undefined && { body: more.body }),
    });
  const [inner, outer] = [contoso.group("inner"), contoso.group("outer")];
  const join = (groupId: string, id: string) =>
    request(
      "POST",
      `/groups/${groupId}/members/$ref`,
      {
        body: { "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${id}` },
      },
      {},
    );
  await join(inner.id, mia.id);
  await join(outer.id, inner.id);
  const get = (path: string, query?: Query, headers: Query = EVENTUAL) =>
    request("GET", `/users/${mia.id}/${path}`, query ? { query } : {}, headers);
  const names = async (path: string, query?: Query) => {
    const { body } = await get(path, query);
    return (body as { value: { displayName: string }[] }).value.map(({ displayName }) => displayName);
  };
  return { get, names };
}

describe("the memberships of a user", () => {
  test("go through groups in groups where all are asked for", async () => {
    const { names } = await open();
    expect(await names("memberOf")).toEqual(["inner", "Directory Readers"]);
    expect(await names("transitiveMemberOf")).toEqual(["inner", "outer", "Directory Readers"]);
    expect(await names("transitiveMemberOf/microsoft.graph.group")).toEqual(["inner", "outer"]);
  });

  test("are counted as a number alone, with the header that it takes", async () => {
    const { get } = await open();
    const counts = [];
    for (const path of ["memberOf", "memberOf/microsoft.graph.group", "transitiveMemberOf"]) {
      counts.push((await get(`${path}/$count`)).body);
      expect(await get(`${path}/$count`, undefined, {})).toMatchObject({
        status: 400,
        body: { error: { code: "Request_BadRequest", message: "$count is not currently supported." } },
      });
    }
    expect(counts).toEqual([2, 1, 3]);
  });

  test("are filtered, ordered, searched and selected from among the groups", async () => {
    const { get, names } = await open();
    const path = "transitiveMemberOf/microsoft.graph.group";
    const query = { $count: "true", $orderby: "displayName desc", $filter: "startsWith(displayName,'o')" };
    expect((await get(path, query)).body).toMatchObject({
      "@odata.count": 1,
      value: [{ displayName: "outer" }],
    });
    expect(await names(path, { $count: "true", $orderby: "displayName desc" })).toEqual(["outer", "inner"]);
    expect(await names(path, { $count: "true", $search: '"displayName:inn"' })).toEqual(["inner"]);
    expect((await get(path, { $select: "displayName" })).body).toMatchObject({
      value: [{ displayName: "inner" }, { displayName: "outer" }],
    });
    expect((await get(path, { $filter: "colour eq 'x'" })).status).toBe(400);
    expect((await get("memberOf/microsoft.graph.device")).status).toBe(400);
  });
});
