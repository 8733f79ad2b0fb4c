import fc from "fast-check";
import type { CloudName } from "../clouds/sides.ts";
import { weighted } from "../weighted.ts";
import { strength } from "./scene.ts";

/** A policy of the inviting directory. */
export type DrawnPolicy = ReturnType<typeof policyIn> extends fc.Arbitrary<infer T> ? T : never;

const GUEST = "b2bCollaborationGuest";
const tenants = weighted<object | null>(
  [3, null],
  [3, { "@odata.type": "#microsoft.graph.conditionalAccessAllExternalTenants", membershipKind: "all" }],
  [2, enumerated("@fabrikam")],
  [1, enumerated("@other")],
  [1, enumerated("@other", "@fabrikam")],
);

function enumerated(...members: readonly string[]) {
  return {
    "@odata.type": "#microsoft.graph.conditionalAccessEnumeratedExternalTenants",
    membershipKind: "enumerated",
    members,
  };
}

const scope = fc.record({
  guestOrExternalUserTypes: fc.constantFrom(
    GUEST,
    "b2bCollaborationMember",
    `${GUEST},b2bCollaborationMember`,
    `internalGuest, ${GUEST}`,
    "internalGuest",
    "serviceProvider",
  ),
  externalTenants: tenants,
});

const users = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ includeUsers: ["All"] }) },
  { weight: 4, arbitrary: fc.record({ includeGuestsOrExternalUsers: scope }) },
  { weight: 1, arbitrary: fc.constant({ includeUsers: ["GuestsOrExternalUsers"] }) },
  { weight: 1, arbitrary: fc.constant({ includeUsers: ["@guest"] }) },
  { weight: 1, arbitrary: fc.constant({ includeUsers: ["None"] }) },
  { weight: 1, arbitrary: fc.constant({ includeUsers: ["All"], excludeUsers: ["@guest"] }) },
  { weight: 1, arbitrary: fc.constant({ includeUsers: ["All"], excludeUsers: ["@stranger"] }) },
  {
    weight: 2,
    arbitrary: fc.record({ includeUsers: fc.constant(["All"]), excludeGuestsOrExternalUsers: scope }),
  },
  { weight: 2, arbitrary: memberships("include").map((named) => ({ includeUsers: [], ...named })) },
  { weight: 2, arbitrary: memberships("exclude").map((named) => ({ includeUsers: ["All"], ...named })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(memberships("include"), memberships("exclude"))
      .map(([included, excluded]) => ({ includeUsers: ["@stranger"], ...included, ...excluded })),
  },
);

/** Groups and roles by which a policy takes people in, or leaves them out. */
function memberships(how: "include" | "exclude") {
  return weighted<object>(
    [3, { [`${how}Groups`]: ["@partners"] }],
    [1, { [`${how}Groups`]: ["@inviters", "@others"] }],
    [1, { [`${how}Groups`]: ["@others"] }],
    [2, { [`${how}Roles`]: ["@inviter"] }],
    [1, { [`${how}Roles`]: ["@administrator", "@inviter"] }],
    [1, { [`${how}Groups`]: ["@partners"], [`${how}Roles`]: ["@administrator"] }],
  );
}

const applications = weighted(
  [12, { includeApplications: ["All"] }],
  [2, { includeApplications: ["@portal"] }],
  [1, { includeApplications: ["@crm"] }],
  [1, { includeApplications: ["All"], excludeApplications: ["@portal"] }],
  [1, { includeUserActions: ["urn:user:registerdevice"] }],
);

const locations = weighted(
  [9, null],
  [1, { includeLocations: ["All"], excludeLocations: ["AllTrusted"] }],
  [1, { includeLocations: ["@abroad"], excludeLocations: [] }],
  [1, { includeLocations: ["All"], excludeLocations: ["@office"] }],
  [1, { includeLocations: ["AllTrusted"], excludeLocations: [] }],
);

const platforms = weighted(
  [20, null],
  [1, { includePlatforms: ["all"], excludePlatforms: ["windows"] }],
  [1, { includePlatforms: ["windows", "macOS"], excludePlatforms: [] }],
  [1, { includePlatforms: ["All"], excludePlatforms: ["iOS"] }],
  [1, { includePlatforms: ["all"], excludePlatforms: ["all"] }],
);

const GRANTS: readonly (readonly [number, object | null])[] = [
  [20, { operator: "OR", builtInControls: ["mfa"] }],
  [1, { operator: "OR", builtInControls: ["block"] }],
  [1, { operator: "OR", builtInControls: ["mfa", "compliantDevice"] }],
  [1, { operator: "AND", builtInControls: ["mfa", "compliantDevice"] }],
  [1, { operator: "OR", builtInControls: ["compliantDevice", "domainJoinedDevice"] }],
  [1, { operator: "OR", builtInControls: ["approvedApplication", "mfa"] }],
  [1, { operator: "AND", builtInControls: ["passwordChange", "mfa"] }],
  [1, { operator: "AND", builtInControls: ["mfa"], termsOfUse: ["t1"] }],
  [1, { operator: "OR", builtInControls: ["mfa"], termsOfUse: ["t1"] }],
  [1, { operator: "OR", builtInControls: [], termsOfUse: ["t1"] }],
  [1, { operator: "OR", builtInControls: ["mfa"], customAuthenticationFactors: ["Token"] }],
  [1, { operator: "AND", builtInControls: ["mfa"], customAuthenticationFactors: ["Token"] }],
  [1, null],
];
const STRENGTHS: readonly (readonly [number, object])[] = [
  [1, { operator: "OR", builtInControls: [], ...strength(2) }],
  [1, { operator: "OR", builtInControls: [], ...strength(3) }],
  [1, { operator: "OR", builtInControls: ["compliantDevice"], ...strength(4) }],
  [1, { operator: "OR", builtInControls: [], termsOfUse: ["t1"], ...strength(4) }],
  [1, { operator: "OR", builtInControls: [], ...strength(9) }],
];

/** Whether a policy asks for a strength that does not come with the service. */
export function asksForOwnStrength({ grantControls }: DrawnPolicy): boolean {
  return JSON.stringify(grantControls).includes(strength(9).authenticationStrength.id);
}

const risks = weighted<readonly string[]>([8, []], [1, ["high"]], [1, ["medium", "high"]]);

/** China's policies look at no risk, and ask for no strength. */
export function policyIn(cloud: CloudName) {
  const isChina = cloud === "china";
  return fc.record({
    state: weighted([6, "enabled"], [1, "disabled"], [1, "enabledForReportingButNotEnforced"]),
    conditions: fc.record({
      users,
      applications,
      locations,
      platforms,
      clientAppTypes: weighted<readonly string[]>(
        [6, ["all"]],
        [1, ["browser"]],
        [1, ["exchangeActiveSync", "other"]],
      ),
      ...(!isChina && { signInRiskLevels: risks, userRiskLevels: risks }),
    }),
    grantControls: isChina ? weighted(...GRANTS) : weighted(...GRANTS, ...STRENGTHS),
    isInUpperCase: weighted([3, false], [1, true]),
  });
}
