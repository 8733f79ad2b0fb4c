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
});
