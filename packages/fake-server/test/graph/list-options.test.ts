import { describe, expect, test } from "vitest";
import { type Body, codeOf, idsOf, openRaw, refusalOf, valuesOf } from "./raw-calls.ts";

const group = (mailNickname: string) => ({
  displayName: mailNickname,
  mailEnabled: false,
  mailNickname,
  securityEnabled: true,
});
const referring = (id: string) => ({
  body: { "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${id}` },
});
const namesOf = (answer: Parameters<typeof valuesOf>[0]) =>
  valuesOf(answer).map(({ displayName }) => displayName);

/** A team of three people and a group, in two groups itself. */
async function openTeam() {
  const opened = openRaw();
  const { ask, made, contoso } = opened;
  const team = await made("/groups", group("team"));
  const [ada, bo, cy] = ["ada", "bo", "cy"].map((name) => contoso.user(name, { displayName: name }));
  const inner = await made("/groups", group("inner"));
  const people = [ada, bo, cy].flatMap((one) => one ?? []);
  for (const { id } of [...people, inner]) {
    expect((await ask("POST", `/groups/${team.id}/members/$ref`, referring(id))).status).toBe(204);
  }
  const other = await made("/groups", group("other"));
  await ask("POST", `/groups/${other.id}/members/$ref`, referring(people[0]?.id ?? ""));
  return { ...opened, team, other, inner, people, members: `/groups/${team.id}/members` };
}

const optionsIn = ({ body }: { readonly body: unknown }) =>
  Object.fromEntries(new URL((body as Record<string, string>)["@odata.nextLink"] ?? "").searchParams);

describe("what an object is linked with", () => {
  test.each([
    ["$filter", "startswith(displayName,'b')", ["bo"]],
    ["$filter", "securityEnabled eq true", ["inner"]],
    ["$search", '"displayName:cy"', ["cy"]],
    ["$orderby", "displayName desc", ["inner", "cy", "bo", "ada"]],
  ])("is asked for whatever its types are, as an advanced query: %s=%s", async (option, value, names) => {
    const { ask, members } = await openTeam();
    const answer = await ask("GET", members, { query: { [option]: value, $count: "true" }, eventual: true });
    expect(namesOf(answer)).toEqual(names);
    expect(answer.body).toMatchObject({ "@odata.count": names.length });
  });

  test.each(["members", "members/microsoft.graph.user"])(
    "takes a filter in an advanced query alone: %s",
    async (link) => {
      const { ask, team } = await openTeam();
      const path = `/groups/${team.id}/${link}`;
      const query = { $filter: "displayName eq 'bo'" };
      const refused = [
        ...[400, "Request_UnsupportedQuery"],
        "The specified filter to the reference property query is currently not supported.",
      ];
      expect(refusalOf(await ask("GET", path, { query }))).toEqual(refused);
      expect(refusalOf(await ask("GET", path, { query, eventual: true }))).toEqual(refused);
      const counted = { ...query, $count: "true" };
      expect(refusalOf(await ask("GET", path, { query: counted }))).toEqual(refused);
      expect(namesOf(await ask("GET", path, { query: counted, eventual: true }))).toEqual(["bo"]);
    },
  );

  test("comes page by page, all of one moment", async () => {
    const { ask, members, people, inner } = await openTeam();
    const first = await ask("GET", members, { query: { $top: "2" } });
    await ask("DELETE", `${members}/${people[0]?.id}/$ref`);
    const second = await ask("GET", members, { query: optionsIn(first) });
    expect([first, second].flatMap(idsOf)).toEqual([...people, inner].map(({ id }) => id));
    expect(second.body).not.toHaveProperty("@odata.nextLink");
  });

  test("is counted by what is asked for", async () => {
    const { ask, members } = await openTeam();
    const query = { $filter: "startswith(displayName,'b')" };
    expect((await ask("GET", `${members}/$count`, { query, eventual: true })).body).toBe(1);
  });

  test("is filtered as memberships, of groups and of roles", async () => {
    const { ask, people, contoso } = await openTeam();
    const [ada] = people;
    if (ada) contoso.administrators(ada);
    const asked = (filter: string) =>
      ask("GET", `/users/${ada?.id}/memberOf`, {
        query: { $filter: filter, $count: "true", $select: "displayName,roleTemplateId" },
        eventual: true,
      });
    expect(namesOf(await asked("displayName eq 'other'"))).toEqual(["other"]);
    const [role, ...more] = valuesOf(await asked("displayName eq 'Global Administrator'"));
    expect([role?.["@odata.type"], role?.roleTemplateId, more]).toEqual([
      ...["#microsoft.graph.directoryRole", "62e90394-69f5-4237-9190-012177145e10", []],
    ]);
  });
});

describe("what is expanded", () => {
  test("stays so from page to page", async () => {
    const { ask, people } = await openTeam();
    const [ada, bo, cy] = people;
    for (const one of [bo, cy]) {
      expect((await ask("PUT", `/users/${one?.id}/manager/$ref`, referring(ada?.id ?? ""))).status).toBe(204);
    }
    const query = {
      $expand: "manager($select=id)",
      $select: "displayName",
      $top: "1",
      $orderby: "displayName",
    };
    const managers: unknown[] = [];
    let page = await ask("GET", "/users", { query });
    for (const at of [1, 2, 3]) {
      managers.push((valuesOf(page)[0]?.manager as Body | undefined)?.id);
      if (at < 3) page = await ask("GET", "/users", { query: optionsIn(page) });
    }
    expect(managers).toEqual([undefined, ada?.id, ada?.id]);
  });
});

describe("an assignment of an application", () => {
  test.each([
    ["principalDisplayName eq 'bo'", ["bo"]],
    ["startswith(principalDisplayName,'a')", ["ada"]],
  ])("is found by who has it: %s", async ($filter, names) => {
    const { ask, made, people } = await openTeam();
    const { appId } = await made("/applications", { displayName: "wiki" });
    const wiki = await made("/servicePrincipals", { appId });
    const path = `/servicePrincipals/${wiki.id}/appRoleAssignedTo`;
    for (const { id } of people.slice(0, 2)) {
      const body = {
        principalId: id,
        resourceId: wiki.id,
        appRoleId: "00000000-0000-0000-0000-000000000000",
      };
      await made(path, body);
    }
    const found = valuesOf(await ask("GET", path, { query: { $filter } }));
    expect(found.map(({ principalDisplayName }) => principalDisplayName)).toEqual(names);
    const none = { $filter: "appRoleId eq 'x'" };
    expect(codeOf(await ask("GET", path, { query: none }))).toEqual([400, "Request_UnsupportedQuery"]);
  });
});

describe("conditional access", () => {
  const policy = (displayName: string, state = "disabled") => ({
    ...{ displayName, state },
    conditions: {
      clientAppTypes: ["all"],
      applications: { includeApplications: ["All"] },
      users: { includeUsers: ["All"] },
    },
    grantControls: { operator: "OR", builtInControls: ["mfa"] },
  });
  const POLICIES = "/identity/conditionalAccess/policies";

  test.each([
    [{ $filter: "displayName eq 'two'" }, ["two"]],
    [{ $filter: "state eq 'enabled'", $orderby: "displayName desc" }, ["two", "one"]],
    [{ $orderby: "displayName", $skip: "1", $top: "1" }, ["three"]],
  ])("lists the policies that are asked for, without any header: %j", async (query, names) => {
    const { ask, made, world } = openRaw();
    for (const [name, state] of [
      ["one", "enabled"],
      ["two", "enabled"],
      ["three", "disabled"],
    ] as const) {
      await made(POLICIES, policy(name, state));
      await world.clock.sleep(1_000);
    }
    expect(namesOf(await ask("GET", POLICIES, { query }))).toEqual(names);
    const counted = await ask("GET", POLICIES, { query: { $top: "1", $count: "true" } });
    expect(counted.body).toMatchObject({ "@odata.count": 3 });
  });

  test.each([
    ["isof('microsoft.graph.ipNamedLocation')", ["office"]],
    ["isof('microsoft.graph.countryNamedLocation')", ["abroad"]],
    ["microsoft.graph.countryNamedLocation/countriesAndRegions/any(c: c eq 'CA')", ["abroad"]],
    ["microsoft.graph.ipNamedLocation/isTrusted eq true", ["office"]],
    ["displayName eq 'abroad'", ["abroad"]],
    ["createdDateTime lt 2000-01-01T00:00:00Z", []],
  ])("finds named locations by their type and by what it has: %s", async ($filter, names) => {
    const { ask, made, world } = openRaw();
    const path = "/identity/conditionalAccess/namedLocations";
    await made(path, {
      ...{ "@odata.type": "#microsoft.graph.ipNamedLocation", displayName: "office", isTrusted: true },
      ipRanges: [{ "@odata.type": "#microsoft.graph.iPv4CidrRange", cidrAddress: "10.0.0.0/8" }],
    });
    await world.clock.sleep(1_000);
    const type = "#microsoft.graph.countryNamedLocation";
    await made(path, { "@odata.type": type, displayName: "abroad", countriesAndRegions: ["US", "CA"] });
    await world.clock.sleep(1_000);
    expect(namesOf(await ask("GET", path, { query: { $filter } }))).toEqual(names);
  });

  test("asks for the type of an object where there are several, and nowhere else", async () => {
    const { ask, members } = await openTeam();
    const query = { $filter: "isof('microsoft.graph.user')", $count: "true" };
    expect(refusalOf(await ask("GET", members, { query, eventual: true }))).toEqual([
      ...[400, "Request_BadRequest", "Cast or IsOf Function must have a type in its arguments."],
    ]);
  });
});

describe("an assignment of a role", () => {
  test.each([
    ["principal", "principal", { "@odata.type": "#microsoft.graph.user", displayName: "ada" }],
    ["principal($select=id)", "principal", { "@odata.type": "#microsoft.graph.user" }],
    ["roleDefinition", "roleDefinition", { displayName: "Global Administrator" }],
  ])("comes with what it is between where that is expanded: %s", async ($expand, name, shown) => {
    const { ask, contoso } = openRaw();
    const ada = contoso.user("ada", { displayName: "ada" });
    contoso.administrators(ada);
    const path = "/roleManagement/directory/roleAssignments";
    const query = { $expand, $filter: `principalId eq '${ada.id}'`, $select: "principalId" };
    const [assignment] = valuesOf(await ask("GET", path, { query }));
    expect(assignment).toEqual({ principalId: ada.id, [name]: expect.objectContaining(shown) });
    const both = { $expand: "principal,roleDefinition" };
    expect(codeOf(await ask("GET", path, { query: both }))).toEqual([400, "BadRequest"]);
  });
});

describe("a role in use", () => {
  test("is found by its template", async () => {
    const { ask, contoso, made } = openRaw();
    contoso.administrators(contoso.user("ada"));
    await made("/directoryRoles", { roleTemplateId: "95e79109-95c0-4d8e-aee3-d01accf2d47b" });
    const $filter = "roleTemplateId eq '62e90394-69f5-4237-9190-012177145e10'";
    expect(namesOf(await ask("GET", "/directoryRoles", { query: { $filter } }))).toEqual([
      "Global Administrator",
    ]);
  });
});
