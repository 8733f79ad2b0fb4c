import { createWorld } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { asking } from "../rights/ask.ts";

const POLICIES = "/identity/conditionalAccess/policies";
const LOCATIONS = "/identity/conditionalAccess/namedLocations";
const NOBODY = "11111111-0000-4000-8000-000000000001";
const MFA = { operator: "OR", builtInControls: ["mfa"] };

function open() {
  const contoso = createWorld({ seed: 3 }).cloud("public").tenant("contoso");
  const ask = asking(contoso, { as: contoso.app("admin") });
  const policy = (conditions: object, controls: object = { grantControls: MFA }) => ({
    body: {
      ...{ displayName: "P", state: "enabled", ...controls },
      conditions: {
        users: { includeUsers: ["All"] },
        applications: { includeApplications: ["All"] },
        ...conditions,
      },
    },
  });
  const idOf = ({ body }: { readonly body: unknown }) => (body as { readonly id: string }).id;
  return { contoso, ask, policy, idOf };
}

describe("a conditional access policy that names what is not there", () => {
  test.each([
    ["includeUsers", { users: { includeUsers: ["nosuch"] } }],
    ["includeUsers", { users: { includeUsers: [NOBODY] } }],
    ["excludeUsers", { users: { includeUsers: ["All"], excludeUsers: [NOBODY] } }],
    ["includeGroups", { users: { includeGroups: [NOBODY] } }],
    ["includeApplications", { applications: { includeApplications: ["nosuch"] } }],
    ["includeLocations", { locations: { includeLocations: ["nosuch"] } }],
    ["excludeLocations", { locations: { includeLocations: ["All"], excludeLocations: [NOBODY] } }],
  ])("is refused when it is made as when it is changed: %s, %j", async (property, conditions) => {
    const { ask, policy, idOf } = open();
    const id = idOf(await ask("POST", POLICIES, policy({})));
    const refused = {
      ...{ status: 400, code: "BadRequest" },
      message: `Invalid value specified for property '${property}' of resource 'conditionalAccessPolicy'.`,
    };
    expect(await ask("POST", POLICIES, policy(conditions))).toMatchObject(refused);
    expect(await ask("PATCH", `${POLICIES}/${id}`, { body: { conditions } })).toMatchObject(refused);
  });

  test("is taken with what is there, and may be changed once that is gone", async () => {
    const { contoso, ask, policy, idOf } = open();
    const mia = contoso.user("mia");
    const ipRanges = [{ "@odata.type": "#microsoft.graph.iPv4CidrRange", cidrAddress: "192.0.2.0/24" }];
    const location = { "@odata.type": "#microsoft.graph.ipNamedLocation", displayName: "Lab", ipRanges };
    const lab = idOf(await ask("POST", LOCATIONS, { body: location }));
    const made = await ask(
      "POST",
      POLICIES,
      policy({
        users: { includeUsers: [mia.id], excludeGroups: [contoso.group("team").id] },
        applications: {
          includeApplications: [contoso.app("portal").appId],
          excludeApplications: ["Office365"],
        },
        locations: { includeLocations: ["AllTrusted", lab, "00000000-0000-0000-0000-000000000000"] },
      }),
    );
    expect(made.status).toBe(201);
    await ask("DELETE", `/users/${mia.id}`);
    const path = `${POLICIES}/${idOf(made)}`;
    expect((await ask("PATCH", path, { body: { state: "disabled" } })).status).toBe(204);
  });
});

describe("a conditional access policy without rules", () => {
  test.each([
    ["no conditions", { users: null, applications: null }, { grantControls: MFA }],
    ["no user rule", { users: { excludeUsers: ["GuestsOrExternalUsers"] } }, { grantControls: MFA }],
    ["no application rule", { applications: { includeApplications: [] } }, { grantControls: MFA }],
    ["no control", {}, {}],
  ])("is refused: %s", async (_, conditions, controls) => {
    const { ask, policy } = open();
    expect(await ask("POST", POLICIES, policy(conditions, controls))).toMatchObject({
      ...{ status: 400, message: expect.stringContaining("A valid policy has") },
    });
  });

  test("is not what a change leaves", async () => {
    const { ask, policy, idOf } = open();
    const path = `${POLICIES}/${idOf(await ask("POST", POLICIES, policy({})))}`;
    expect((await ask("PATCH", path, { body: { grantControls: null } })).status).toBe(400);
  });
});

describe("a named location that is nowhere", () => {
  const ranges = (cidrAddress: string) => ({
    ...{ "@odata.type": "#microsoft.graph.ipNamedLocation", displayName: "Lab" },
    ipRanges: [{ "@odata.type": "#microsoft.graph.iPv4CidrRange", cidrAddress }],
  });
  const countries = (...countriesAndRegions: string[]) => ({
    ...{ "@odata.type": "#microsoft.graph.countryNamedLocation", displayName: "Abroad" },
    countriesAndRegions,
  });

  test.each([
    ["cidrAddress", ranges("garbage")],
    ["cidrAddress", ranges("192.0.2.0")],
    ["cidrAddress", ranges("192.0.2.256/24")],
    ["cidrAddress", ranges("192.0.2.0/33")],
    ["cidrAddress", ranges("2001:db8::/129")],
    ["cidrAddress", ranges("2001:zz::/32")],
    ["countriesAndRegions", countries("NO", "ZZZ")],
    ["countriesAndRegions", countries("ZZ")],
  ])("is refused: %s, %j", async (property, body) => {
    const { ask } = open();
    expect(await ask("POST", LOCATIONS, { body })).toMatchObject({
      ...{ status: 400 },
      message: `Invalid value specified for property '${property}' of resource 'namedLocation'.`,
    });
  });

  test.each([ranges("192.0.2.0/24"), ranges("2001:db8::/32"), ranges("::/0"), countries("NO", "CH")])(
    "is told from one that is somewhere: %j",
    async (body) => {
      const { ask } = open();
      expect((await ask("POST", LOCATIONS, { body })).status).toBe(201);
    },
  );
});

describe("a named location that is trusted", () => {
  test("is deleted once it is trusted no more", async () => {
    const { ask, idOf } = open();
    const ipRanges = [{ "@odata.type": "#microsoft.graph.iPv4CidrRange", cidrAddress: "192.0.2.0/24" }];
    const type = "#microsoft.graph.ipNamedLocation";
    const given = { "@odata.type": type, displayName: "Lab", isTrusted: true, ipRanges };
    const path = `${LOCATIONS}/${idOf(await ask("POST", LOCATIONS, { body: given }))}`;
    expect((await ask("DELETE", path)).status).toBe(400);
    await ask("PATCH", path, { body: { "@odata.type": type, isTrusted: false } });
    expect((await ask("DELETE", path)).status).toBe(204);
  });
});
