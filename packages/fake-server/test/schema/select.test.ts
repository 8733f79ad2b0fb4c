import { describe, expect, test } from "vitest";
import { routes } from "../../src/graph/routes/index.ts";
import { makeEverything } from "./make.ts";
import { CLOUDS, Sweep } from "./sweep.ts";

type Json = Readonly<Record<string, unknown>>;

const READ = routes
  .filter(({ methods }) => "GET" in methods)
  .map(({ path }) => path)
  .toSorted((one, other) => one.length - other.length);

/** The property that everything has which is read: the key of its type, or the first. */
const keyOf = (item: Json) => ["id", "tenantId"].find((name) => name in item) ?? own(item)[0] ?? "";
const own = (item: Json) => Object.keys(item).filter((name) => !name.includes("@"));
const itemsIn = (body: unknown) => (body as { readonly value?: readonly Json[] }).value ?? [body as Json];

/** What is shown of a route's objects where one property is selected; `undefined` where there is nothing to be seen. */
async function shownBy(sweep: Sweep, path: string) {
  const { status, body } = await sweep.ask("GET", path);
  if (status !== 200 || typeof body !== "object") return undefined;
  const [first] = itemsIn(body);
  if (first === undefined) return undefined;
  if (body !== null && "value" in body) sweep.keys[path] ??= String(first.id ?? first.tenantId);
  const key = keyOf(first);
  const narrow = await sweep.ask("GET", path, { query: { $select: key } });
  const unknown = await sweep.ask("GET", path, { query: { $select: `${key},colour` } });
  return { key, shown: [...new Set(itemsIn(narrow.body).flatMap(own))], unknown: unknown.status };
}

describe.each(CLOUDS)("every object and list of the fake in %s", (cloud) => {
  test("is shown with what is selected and no more, and refused for a name that there is not", async () => {
    const sweep = new Sweep(cloud);
    await makeEverything(sweep);
    const seen: string[] = [];
    for (const path of READ) {
      const found = await shownBy(sweep, path);
      if (found === undefined) continue;
      expect([path, found]).toEqual([path, { ...found, shown: [found.key], unknown: 400 }]);
      seen.push(path);
    }
    expect(seen.length).toBeGreaterThan(50);
  });
});

describe("what is selected of objects of several types", () => {
  test("may be what none of them shows by default, and what one type alone has", async () => {
    const sweep = new Sweep("public");
    await makeEverything(sweep);
    const { body } = await sweep.ask("GET", "/groups/{id}/members", {
      query: { $select: "id,department,securityEnabled" },
    });
    const { "@odata.context": context, value } = body as Json & { readonly value: readonly Json[] };
    expect(context).toMatch(/#directoryObjects\(id,department,securityEnabled\)$/);
    expect(value).toContainEqual({
      ...{ "@odata.type": "#microsoft.graph.user", id: sweep.ada.id, department: "Sales" },
    });
  });
});

describe("what is selected of an object", () => {
  test("has no case in its names, and the answer spells them as it does", async () => {
    const sweep = new Sweep("public");
    await makeEverything(sweep);
    const { body } = await sweep.ask("GET", "/identity/conditionalAccess/policies/{id}", {
      query: { $select: "ID, ModifiedDateTime" },
    });
    expect(own(body as Json).toSorted()).toEqual(["id", "modifiedDateTime"]);
    expect((body as Json)["@odata.context"]).toMatch(/policies\(id,modifiedDateTime\)\/\$entity$/);
  });
});
