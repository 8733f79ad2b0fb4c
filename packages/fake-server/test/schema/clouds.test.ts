import { createWorld, type Tenant } from "@vestibule/fake-server";
import { callContext, type Method, type WireResponse } from "@vestibule/sdk/wire";
import { describe, expect, test } from "vitest";
import { MISSING } from "../../src/schema/missing.ts";
import { SERVED_ALL_THE_SAME } from "../../src/schema/profile.ts";
import { inviteRedirectUrl } from "../open-client.ts";

const METADATA = { usgov: "Fairfax", "usgov-dod": "Fairfax", china: "Mooncake" } as const;
const ROOT = "/policies/crossTenantAccessPolicy";
const CONDITIONAL_ACCESS = "/identity/conditionalAccess/policies";
const PARTNER = "aaaaaaaa-0000-4000-8000-000000000001";
const NOBODY = { accessType: "allowed", targets: [] };

/** One tenant of a cloud, asked as Graph is: no SDK in between that could refuse first. */
function open(cloud: string) {
  const tenant = createWorld().cloud(cloud).tenant("contoso");
  const { send } = tenant.transport({ as: tenant.app("caller") });
  const ask = (method: Method, path: string, body?: unknown): Promise<WireResponse> =>
    send({
      operation: { id: "test", effect: "idempotent" },
      ...{ method, version: "v1.0", target: { path }, headers: {}, context: callContext() },
      ...(body !== undefined && { body }),
    });
  return { tenant, ask };
}

type Place = ReturnType<typeof open>;
type Use = (place: Place, property: string) => Promise<"served" | "refused">;

const unknownProperty = (type: string, property: string) =>
  `The property '${property}' does not exist on type 'microsoft.graph.${type}'. Make sure to only use property names that are defined by the type.`;

function answered({ status, body }: WireResponse, text: string): "served" | "refused" {
  if (status < 300) return "served";
  expect([status, (body as { error: { message: string } }).error.message]).toEqual([400, text]);
  return "refused";
}

/** Writes it in the body of a request. */
const writes =
  (method: Method, path: string, type: string, bodyOf: (property: string) => object): Use =>
  async ({ ask }, property) => {
    // There has to be an entry for an organisation before it can be changed.
    await ask("POST", `${ROOT}/partners`, { tenantId: PARTNER });
    return answered(await ask(method, path, bodyOf(property)), unknownProperty(type, property));
  };

/** Reads it in an answer, where it is shown or is not. */
const reads =
  (path: string): Use =>
  async ({ ask, tenant }, property) => {
    await ask("POST", `${ROOT}/partners`, { tenantId: PARTNER });
    const { id } = tenant.conditionalAccess({
      displayName: "P",
      conditions: { users: { includeUsers: ["All"] }, applications: { includeApplications: ["All"] } },
    });
    const { status, body } = await ask(
      "GET",
      path.replace("{id}", id).replace("{app}", tenant.app("portal").id),
    );
    expect(status).toBe(200);
    return property in (body as object) ? "served" : "refused";
  };

const policyWith = (changes: object) => ({
  displayName: "Risk",
  state: "enabled",
  conditions: {
    users: { includeUsers: ["All"] },
    applications: { includeApplications: ["All"] },
  },
  grantControls: { operator: "OR", builtInControls: ["mfa"] },
  ...changes,
});

const conditioned = writes("POST", CONDITIONAL_ACCESS, "conditionalAccessConditionSet", (property) => {
  const { conditions } = policyWith({});
  return policyWith({ conditions: { ...conditions, [property]: ["high"] } });
});

/** How each difference shows that the fake has at all. */
const USES: Readonly<Record<string, Use>> = {
  "invitation.invitedUserSponsors": async ({ ask, tenant }, property) => {
    const sponsor = tenant.user("sponsor");
    const invitation = {
      invitedUserEmailAddress: "ada@fabrikam.example",
      inviteRedirectUrl,
      [property]: [{ id: sponsor.id }],
    };
    return answered(await ask("POST", "/invitations", invitation), unknownProperty("invitation", property));
  },
  "user.sponsorOf": async ({ ask, tenant }, property) =>
    answered(
      await ask("GET", `/users/${tenant.user("sponsor").id}/${property}`),
      `Resource not found for the segment '${property}'.`,
    ),
  "servicePrincipal.resourceSpecificApplicationPermissions": reads("/servicePrincipals/{app}"),
  "servicePrincipal.verifiedPublisher": reads("/servicePrincipals/{app}"),
  "conditionalAccessPolicy.deletedDateTime": reads(`${CONDITIONAL_ACCESS}/{id}`),
  "conditionalAccessConditionSet.signInRiskLevels": conditioned,
  "conditionalAccessConditionSet.userRiskLevels": conditioned,
  "conditionalAccessGrantControls.authenticationStrength": writes(
    "POST",
    CONDITIONAL_ACCESS,
    "conditionalAccessGrantControls",
    (property) =>
      policyWith({ grantControls: { operator: "OR", builtInControls: [], [property]: { id: "x" } } }),
  ),
  "crossTenantAccessPolicyConfigurationDefault.tenantRestrictions": writes(
    "PATCH",
    `${ROOT}/default`,
    "crossTenantAccessPolicyConfigurationDefault",
    (property) => ({ [property]: { usersAndGroups: NOBODY, applications: NOBODY } }),
  ),
  "crossTenantAccessPolicyConfigurationPartner.tenantRestrictions": writes(
    "PATCH",
    `${ROOT}/partners/${PARTNER}`,
    "crossTenantAccessPolicyConfigurationPartner",
    (property) => ({ [property]: {} }),
  ),
  "crossTenantAccessPolicyConfigurationDefault.appServiceConnectInbound": reads(`${ROOT}/default`),
  "crossTenantAccessPolicyConfigurationDefault.m365CollaborationInbound": reads(`${ROOT}/default`),
  "crossTenantAccessPolicyConfigurationDefault.m365CollaborationOutbound": reads(`${ROOT}/default`),
  ...Object.fromEntries(
    [
      "appServiceConnectInbound",
      "isInMultiTenantOrganization",
      "m365CollaborationInbound",
      "m365CollaborationOutbound",
      "serviceProviderConstraints",
    ].map((property) => [
      `crossTenantAccessPolicyConfigurationPartner.${property}`,
      reads(`${ROOT}/partners/${PARTNER}`),
    ]),
  ),
};

const EXCEPTIONS = new Set(SERVED_ALL_THE_SAME.map(({ type, property }) => `${type}.${property}`));

const differences = Object.entries(METADATA).flatMap(([cloud, metadata]) =>
  Object.entries(MISSING[metadata].properties).flatMap(([type, properties]) =>
    properties.map((property) => ({ cloud, type, property, name: `${type}.${property}` })),
  ),
);
const used = differences.filter(({ name }) => name in USES);

describe("what a cloud's metadata lacks", () => {
  test.each(used)("is refused in $cloud and served in public: $name", async ({ cloud, name, property }) => {
    const use = USES[name] as Use;
    expect(await use(open("public"), property)).toBe("served");
    expect(await use(open(cloud), property)).toBe("refused");
  });

  test("and the other clouds have, is served there: what China alone lacks", async () => {
    const alone = ["signInRiskLevels", "userRiskLevels"] as const;
    for (const property of alone) {
      const use = USES[`conditionalAccessConditionSet.${property}`] as Use;
      expect(await use(open("usgov"), property)).toBe("served");
    }
  });

  test("is known here for each use, and no use is of something that is in every cloud", () => {
    expect(new Set(used.map(({ name }) => name))).toEqual(new Set(Object.keys(USES)));
  });

  const elsewhere = differences.filter(({ name }) => !(name in USES) && !EXCEPTIONS.has(name));
  const WITH_ROUTES: Readonly<Record<string, (tenant: Tenant) => string>> = {
    user: (tenant) => `/users/${tenant.user("ada").id}`,
    group: (tenant) => `/groups/${tenant.group("readers").id}`,
    servicePrincipal: (tenant) => `/servicePrincipals/${tenant.app("caller").id}`,
    crossTenantAccessPolicy: () => ROOT,
  };

  test.each(elsewhere.filter(({ type }) => type in WITH_ROUTES))(
    "and the fake has in no cloud, is refused in $cloud and in public: $name",
    async ({ cloud, type, property }) => {
      for (const place of [open("public"), open(cloud)]) {
        const path = `${WITH_ROUTES[type]?.(place.tenant)}/${property}`;
        expect((await place.ask("GET", path)).status).toBe(400);
        const whole = await place.ask("GET", path.slice(0, path.lastIndexOf("/")));
        expect(Object.keys(whole.body as object)).not.toContain(property);
      }
    },
  );

  test("beyond that is of things that no route is about, or that no policy here looks at", () => {
    const rest = elsewhere.filter(({ type }) => !(type in WITH_ROUTES)).map(({ name }) => name);
    expect([...new Set(rest)].sort()).toEqual([
      "conditionalAccessConditionSet.insiderRiskLevels",
      "conditionalAccessConditionSet.servicePrincipalRiskLevels",
      "directoryRole.scopedMembers",
      "organization.defaultUsageLocation",
      "unifiedRoleAssignment.principalOrganizationId",
    ]);
  });

  test("is served all the same where the documentation says so: other clouds can be opened everywhere", async () => {
    expect([...EXCEPTIONS]).toEqual(["crossTenantAccessPolicy.allowedCloudEndpoints"]);
    for (const cloud of ["public", ...Object.keys(METADATA)]) {
      const { ask } = open(cloud);
      const endpoint = cloud === "public" ? "microsoftonline.us" : "microsoftonline.com";
      expect((await ask("PATCH", ROOT, { allowedCloudEndpoints: [endpoint] })).status).toBe(204);
      expect((await ask("GET", ROOT)).body).toMatchObject({ allowedCloudEndpoints: [endpoint] });
    }
  });
});

describe("sponsors", () => {
  test("named in an invitation are the guest's from the start, and those of the guest can be seen from both sides", async () => {
    const { ask, tenant } = open("public");
    const ada = tenant.user("ada");
    const readers = tenant.group("readers");
    const invited = await ask("POST", "/invitations", {
      invitedUserEmailAddress: "kim@fabrikam.example",
      inviteRedirectUrl,
      invitedUserSponsors: [{ id: ada.id }, { id: readers.id }],
    });
    const guest = (invited.body as { invitedUser: { id: string } }).invitedUser.id;
    expect(invited.body).not.toHaveProperty("invitedUserSponsors");
    const idsOf = ({ body }: WireResponse) => (body as { value: { id: string }[] }).value.map(({ id }) => id);
    expect(idsOf(await ask("GET", `/users/${guest}/sponsors`)).sort()).toEqual([ada.id, readers.id].sort());
    expect(idsOf(await ask("GET", `/users/${ada.id}/sponsorOf`))).toEqual([guest]);
    await ask("DELETE", `/users/${ada.id}`);
    expect(idsOf(await ask("GET", `/users/${guest}/sponsors`))).toEqual([readers.id]);
  });

  test("can be added in every cloud afterwards, five at most", async () => {
    for (const cloud of ["public", ...Object.keys(METADATA)]) {
      const { ask, tenant } = open(cloud);
      const { id } = tenant.user("kim", { userType: "Guest" });
      const add = (name: string) =>
        ask("POST", `/users/${id}/sponsors/$ref`, {
          "@odata.id": `https://graph.example/v1.0/users/${tenant.user(name).id}`,
        });
      for (const name of ["a", "b", "c", "d", "e"]) expect((await add(name)).status).toBe(204);
      expect((await add("e")).status).toBe(204);
      expect((await add("f")).status).toBe(400);
    }
  });

  test("that nobody knows are refused, and nobody is invited", async () => {
    const { ask, tenant } = open("public");
    const who = { invitedUserEmailAddress: "kim@fabrikam.example", inviteRedirectUrl };
    const invitation = { ...who, invitedUserSponsors: [{ id: PARTNER }] };
    expect((await ask("POST", "/invitations", invitation)).status).toBe(404);
    expect(tenant.log.filter(({ operation }) => operation === "invitations.create")).toEqual([]);
  });
});
