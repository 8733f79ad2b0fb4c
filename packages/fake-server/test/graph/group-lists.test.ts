import { describe, expect, test } from "vitest";
import { codeOf, idsOf, openRaw, valuesOf } from "./raw-calls.ts";

async function openWithGroups() {
  const opened = openRaw();
  const name = (displayName: string, more: object = {}) =>
    opened.made("/groups", {
      ...{
        displayName,
        mailEnabled: false,
        mailNickname: displayName.replaceAll(" ", ""),
        securityEnabled: true,
      },
      ...more,
    });
  await name("Video Team", { description: "Makes films" });
  await name("Production", { description: "Plans for the OneVideo launch" });
  await name("Audio", { groupTypes: ["Unified"], mailEnabled: true, securityEnabled: false });
  return opened;
}

const namesIn = (answer: Parameters<typeof valuesOf>[0]) =>
  valuesOf(answer).map(({ displayName }) => displayName);

describe("a list of groups", () => {
  test.each([
    ["startsWith(displayName,'vid')", false, ["Video Team"]],
    ["groupTypes/any(t:t eq 'Unified')", false, ["Audio"]],
    ["mailEnabled eq false and displayName in ('Audio','Production')", false, ["Production"]],
    ["not(groupTypes/any(t:t eq 'Unified'))", true, ["Video Team", "Production"]],
    ["description eq 'makes films'", true, ["Video Team"]],
    ["mail eq null", true, ["Video Team", "Production"]],
    ["hasMembersWithLicenseErrors eq true", false, []],
  ])("shows those that fit: %s", async (filter, eventual, names) => {
    const { ask } = await openWithGroups();
    const query = { $filter: filter, ...(eventual && { $count: "true" }) };
    const answer = await ask("GET", "/groups", { query, eventual });
    expect(namesIn(answer)).toEqual(names);
    if (eventual) expect(answer.body).toMatchObject({ "@odata.count": names.length });
  });

  test.each([
    ["what works as an advanced query alone", { $filter: "description eq 'x'" }, "Request_UnsupportedQuery"],
    ["a property that no filter takes", { $filter: "theme eq 'Blue'" }, "Request_UnsupportedQuery"],
    ["a property that there is not", { $filter: "colour eq 'x'" }, "BadRequest"],
    ["a selection of what there is not", { $select: "colour" }, "BadRequest"],
    ["a page of no size", { $top: "0" }, "Request_UnsupportedQuery"],
    ["an order by what has none", { $orderby: "description" }, "Request_UnsupportedQuery"],
    ["a search without the header", { $search: '"displayName:x"' }, "Request_UnsupportedQuery"],
  ])("refuses %s", async (_, query, code) => {
    const { ask } = await openWithGroups();
    expect(codeOf(await ask("GET", "/groups", { query }))).toEqual([400, code]);
  });

  test("comes in pages that show one moment, in the order that was asked for", async () => {
    const { ask, made } = await openWithGroups();
    const first = await ask("GET", "/groups", { query: { $top: "2", $orderby: "displayName" } });
    expect(namesIn(first)).toEqual(["Audio", "Production"]);
    await made("/groups", {
      displayName: "Zoo",
      mailEnabled: false,
      mailNickname: "z",
      securityEnabled: true,
    });
    const { searchParams } = new URL((first.body as Record<string, string>)["@odata.nextLink"] ?? "");
    const second = await ask("GET", "/groups", { query: Object.fromEntries(searchParams) });
    expect(namesIn(second)).toEqual(["Video Team"]);
    expect(second.body).not.toHaveProperty("@odata.nextLink");
    const bent = { ...Object.fromEntries(searchParams), $top: "1" };
    expect((await ask("GET", "/groups", { query: bent })).status).toBe(400);
  });

  test("knows the licences that a group gives, and whether giving them went wrong", async () => {
    const { ask, contoso } = await openWithGroups();
    const [skuId, plan] = ["6fd2c87f-b296-42f0-b197-1e91e994b900", "efb87545-963c-4e0d-99df-69c6916d9eb0"];
    const assignedLicenses = [{ skuId, disabledPlans: [plan] }];
    contoso.group("Staff", { assignedLicenses });
    contoso.group("Interns", { assignedLicenses, hasMembersWithLicenseErrors: true });
    const licensed = await ask("GET", "/groups", {
      query: { $filter: "assignedLicenses/any()", $select: "displayName,assignedLicenses" },
    });
    expect(valuesOf(licensed)).toEqual([
      { displayName: "Staff", assignedLicenses },
      { displayName: "Interns", assignedLicenses },
    ]);
    const query = { $filter: "hasMembersWithLicenseErrors eq true" };
    expect(namesIn(await ask("GET", "/groups", { query }))).toEqual(["Interns"]);
    const without = { $filter: "not(assignedLicenses/any())", $count: "true" };
    expect(namesIn(await ask("GET", "/groups", { query: without, eventual: true }))).toHaveLength(3);
  });

  test("has a count of its own, as bare text, for those who ask for an advanced query", async () => {
    const { ask } = await openWithGroups();
    const counted = await ask("GET", "/groups/$count", { eventual: true });
    expect([counted.body, counted.headers.get("content-type")]).toEqual([3, "text/plain"]);
    const query = { $filter: "mailEnabled eq true" };
    expect((await ask("GET", "/groups/$count", { eventual: true, query })).body).toBe(1);
    expect((await ask("GET", "/groups/$count")).status).toBe(400);
  });
});

describe("a search for groups", () => {
  test.each([
    ['"displayName:vid"', ["Video Team"]],
    ['"displayName:team"', ["Video Team"]],
    ['"displayName:deo"', []],
    ['"description:video"', ["Production"]],
    ['"displayName:video" OR "description:video"', ["Video Team", "Production"]],
    ['"displayName:video" AND ("description:films" OR "mail:audio")', ["Video Team"]],
    ['"mail:AUDIO@"', ["Audio"]],
  ])("finds words by their beginnings, other text by its start: %s", async (search, names) => {
    const { ask } = await openWithGroups();
    expect(namesIn(await ask("GET", "/groups", { eventual: true, query: { $search: search } }))).toEqual(
      names,
    );
  });

  test.each([
    "displayName:x",
    '"x"',
    '"displayName:"',
    '"theme:x"',
    '"colour:x"',
    '("displayName:x"',
    '"displayName:x" AND',
  ])("refuses what is none: %s", async (search) => {
    const { ask } = await openWithGroups();
    expect((await ask("GET", "/groups", { eventual: true, query: { $search: search } })).status).toBe(400);
  });
});

describe("what a cloud lacks", () => {
  test("is as unknown there as any other name: labels of groups in China", async () => {
    const query = { $select: "assignedLabels" };
    expect((await openRaw("public").ask("GET", "/groups", { query })).status).toBe(200);
    expect((await openRaw("china").ask("GET", "/groups", { query })).status).toBe(400);
    expect(idsOf(await openRaw("china").ask("GET", "/groups"))).toEqual([]);
  });
});
