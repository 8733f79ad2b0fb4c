import { createWorld } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { asking } from "../rights/ask.ts";

const POLICIES = "/identity/conditionalAccess/policies";

describe("a conditional access policy", () => {
  test("shows an empty list where one side of a condition was left out, and null where both were", async () => {
    const contoso = createWorld().cloud("public").tenant("contoso");
    const ask = asking(contoso, { as: contoso.app("admin") });
    const conditions = {
      users: { includeUsers: ["All"] },
      applications: { includeApplications: ["All"] },
      locations: { includeLocations: ["All"] },
    };
    const grantControls = { operator: "OR", builtInControls: ["mfa"] };
    const body = { displayName: "P", state: "enabled", conditions, grantControls };
    const made = await ask("POST", POLICIES, { body });
    const shown = { locations: { includeLocations: ["All"], excludeLocations: [] }, platforms: null };
    expect(made).toMatchObject({ status: 201, body: { conditions: shown } });
    const path = `${POLICIES}/${(made.body as { id: string }).id}`;
    const changes = { ...conditions, locations: null, platforms: { excludePlatforms: ["iOS"] } };
    await ask("PATCH", path, { body: { conditions: changes } });
    expect((await ask("GET", path)).body).toMatchObject({
      conditions: { locations: null, platforms: { includePlatforms: [], excludePlatforms: ["iOS"] } },
    });
  });

  test("shows whoever makes it what no client can say of it, and nobody else", async () => {
    const contoso = createWorld().cloud("public").tenant("contoso");
    const ask = asking(contoso, { as: contoso.app("admin") });
    const conditions = { users: { includeUsers: ["All"] }, applications: { includeApplications: ["All"] } };
    const grantControls = { operator: "OR", builtInControls: ["mfa"] };
    const given = { displayName: "P", state: "enabled", conditions, grantControls };
    const made = (await ask("POST", POLICIES, { body: given })).body as { id: string };
    const shown = { times: null, applications: { includeProtectionLevels: [] } };
    expect(made).toMatchObject({ conditions: shown });
    const { body } = await ask("GET", `${POLICIES}/${made.id}`);
    const later = (body as { conditions: { applications: object } }).conditions;
    expect(later).not.toHaveProperty("times");
    expect(later.applications).not.toHaveProperty("includeProtectionLevels");
  });

  test("keeps what it says of sessions, as it was written", async () => {
    const contoso = createWorld().cloud("public").tenant("contoso");
    const ask = asking(contoso, { as: contoso.app("admin") });
    const sessionControls = { signInFrequency: { value: 4, type: "hours", isEnabled: true } };
    const conditions = { users: { includeUsers: ["All"] }, applications: { includeApplications: ["All"] } };
    const body = { displayName: "P", state: "enabled", conditions, sessionControls };
    const made = await ask("POST", POLICIES, { body });
    expect(made).toMatchObject({ status: 201, body: { sessionControls, grantControls: null } });
    const path = `${POLICIES}/${(made.body as { id: string }).id}`;
    await ask("PATCH", path, { body: { displayName: "Q" } });
    expect((await ask("GET", path)).body).toMatchObject({ displayName: "Q", sessionControls });
  });
});

describe("a change of a conditional access policy", () => {
  test("keeps what it does not name, however deep, and replaces lists as a whole", async () => {
    const contoso = createWorld().cloud("public").tenant("contoso");
    const ask = asking(contoso, { as: contoso.app("admin") });
    const conditions = {
      users: { includeUsers: ["All"], excludeGroups: [contoso.group("keepers").id] },
      applications: { includeApplications: ["All"] },
      platforms: { includePlatforms: ["all"], excludePlatforms: ["iOS"] },
    };
    const grantControls = { operator: "AND", builtInControls: ["mfa", "compliantDevice"] };
    const made = await ask("POST", POLICIES, {
      body: { displayName: "P", state: "enabled", conditions, grantControls },
    });
    const path = `${POLICIES}/${(made.body as { id: string }).id}`;
    const changes = {
      conditions: { users: { includeUsers: ["None"] }, platforms: { excludePlatforms: [] } },
      grantControls: { builtInControls: ["mfa"] },
    };
    expect((await ask("PATCH", path, { body: changes })).status).toBe(204);
    expect((await ask("GET", path)).body).toMatchObject({
      conditions: {
        users: { includeUsers: ["None"], excludeGroups: conditions.users.excludeGroups },
        applications: { includeApplications: ["All"] },
        platforms: { includePlatforms: ["all"], excludePlatforms: [] },
      },
      grantControls: { operator: "AND", builtInControls: ["mfa"] },
    });
    const sessionControls = { signInFrequency: { value: 4, type: "hours", isEnabled: true } };
    await ask("PATCH", path, {
      body: { grantControls: null, sessionControls, conditions: { platforms: null } },
    });
    expect((await ask("GET", path)).body).toMatchObject({
      ...{ grantControls: null, conditions: { platforms: null, users: { includeUsers: ["None"] } } },
    });
  });
});

describe("a named location", () => {
  const LOCATIONS = "/identity/conditionalAccess/namedLocations";
  const range = (cidrAddress: string) => ({
    "@odata.type": "#microsoft.graph.iPv4CidrRange",
    cidrAddress,
  });

  test("is changed property by property, and stays what it is", async () => {
    const contoso = createWorld().cloud("public").tenant("contoso");
    const ask = asking(contoso, { as: contoso.app("admin") });
    const type = "#microsoft.graph.ipNamedLocation";
    const ipRanges = [range("192.0.2.0/24")];
    const made = await ask("POST", LOCATIONS, {
      body: { "@odata.type": type, displayName: "Lab", ipRanges },
    });
    const path = `${LOCATIONS}/${(made.body as { id: string }).id}`;
    expect((await ask("PATCH", path, { body: { "@odata.type": type, isTrusted: true } })).status).toBe(204);
    expect((await ask("GET", path)).body).toMatchObject({
      ...{ displayName: "Lab", isTrusted: true, ipRanges, modifiedDateTime: expect.any(String) },
    });
    const before = contoso.log.length;
    const countries = { "@odata.type": "#microsoft.graph.countryNamedLocation", countriesAndRegions: ["NO"] };
    expect((await ask("PATCH", path, { body: countries })).status).toBe(400);
    expect(contoso.log.length).toBe(before);
  });
});
