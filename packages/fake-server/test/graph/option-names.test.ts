import { describe, expect, test } from "vitest";
import { codeOf, openRaw, refusalOf, valuesOf } from "./raw-calls.ts";

async function openThree() {
  const opened = openRaw();
  for (const name of ["ada", "bo", "cy"]) opened.contoso.user(name, { displayName: name });
  return opened;
}

describe("the name of a query option", () => {
  test.each([
    [{ filter: "displayName eq 'bo'", select: "displayName" }],
    [{ $Filter: "displayName eq 'bo'", $SELECT: "displayName" }],
    [{ FILTER: "displayName eq 'bo'", Select: "displayName" }],
  ])("has no case, and may do without the dollar sign: %j", async (query) => {
    const { ask } = await openThree();
    expect(valuesOf(await ask("GET", "/users", { query }))).toEqual([{ displayName: "bo" }]);
  });

  test.each([
    [{ $foo: "1" }, "The query parameter '$foo' is not supported."],
    [{ $compute: "1 as one" }, "The query parameter '$compute' is not supported."],
    [
      { $count: "yes" },
      "Invalid value 'yes' for $count query option found. Valid values are '0/1/true/false'.",
    ],
    [{ $format: "xml" }, "The format 'xml' is not supported: answers are JSON."],
    [
      { $top: "1", TOP: "2" },
      "Query option 'TOP' was specified more than once, but it must be specified at most once.",
    ],
  ])("is one that there is, once, and with a value that it can have: not %j", async (query, text) => {
    const { ask } = await openThree();
    expect(refusalOf(await ask("GET", "/users", { query: query as never }))).toEqual([
      400,
      "BadRequest",
      text,
    ]);
    expect(codeOf(await ask("GET", "/domains", { query: query as never }))).toEqual([400, "BadRequest"]);
  });

  test("is refused where it is given twice, in an address and in a part of a batch", async () => {
    const { world, contoso, ask } = await openThree();
    const { token } = await contoso.credential({ as: contoso.app("caller") }).getToken();
    const headers = { authorization: `Bearer ${token}` };
    const address = "https://graph.microsoft.com/v1.0/users?$top=1&$top=2";
    expect((await world.fetch(address, { headers })).status).toBe(400);
    expect((await world.fetch(address.replace("&$top=2", "&mine=1&mine=2"), { headers })).status).toBe(200);
    const requests = [{ id: "1", method: "GET", url: "/users?$top=1&$top=2" }];
    const { body } = await ask("POST", "/$batch", { body: { requests } });
    expect(body).toMatchObject({ responses: [{ id: "1", status: 400 }] });
  });

  test("that is the client's own means nothing", async () => {
    const { ask } = await openThree();
    const { body } = await ask("GET", "/users", { query: { "api-version": "1.6", tracking: "on" } });
    expect(body).toEqual((await ask("GET", "/users")).body);
  });
});
