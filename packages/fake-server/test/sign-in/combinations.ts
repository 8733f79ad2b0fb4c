import fc from "fast-check";

/** One way in which everything can be set. `@guest` and the like stand for ids. */
export type Combination = typeof combination extends fc.Arbitrary<infer T> ? T : never;

const weighted = <T>(...values: readonly (readonly [number, T])[]): fc.Arbitrary<T> =>
  fc.oneof(...values.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));

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
    "serviceProvider",
  ),
  externalTenants: tenants,
});

/** Roles by the ids of their templates. */
export const GUEST_INVITER = "95e79109-95c0-4d8e-aee3-d01accf2d47b";
export const USER_ADMINISTRATOR = "fe930be7-5e62-47db-91af-98c3a49a38b1";

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
    [2, { [`${how}Roles`]: [GUEST_INVITER] }],
    [1, { [`${how}Roles`]: [USER_ADMINISTRATOR, GUEST_INVITER] }],
    [1, { [`${how}Groups`]: ["@partners"], [`${how}Roles`]: [USER_ADMINISTRATOR] }],
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
  [12, null],
  [1, { includePlatforms: ["all"], excludePlatforms: ["windows"] }],
  [1, { includePlatforms: ["windows", "macOS"], excludePlatforms: [] }],
);

const strength = (n: number) => ({
  authenticationStrength: { id: `00000000-0000-0000-0000-00000000000${n}` },
});

const grantControls = weighted<object | null>(
  [12, { operator: "OR", builtInControls: ["mfa"] }],
  [1, { operator: "OR", builtInControls: ["block"] }],
  [1, { operator: "OR", builtInControls: ["mfa", "compliantDevice"] }],
  [1, { operator: "AND", builtInControls: ["mfa", "compliantDevice"] }],
  [1, { operator: "OR", builtInControls: ["compliantDevice", "domainJoinedDevice"] }],
  [1, { operator: "OR", builtInControls: ["approvedApplication", "mfa"] }],
  [1, { operator: "AND", builtInControls: ["passwordChange", "mfa"] }],
  [1, { operator: "AND", builtInControls: ["mfa"], termsOfUse: ["t1"] }],
  [1, { operator: "OR", builtInControls: ["mfa"], termsOfUse: ["t1"] }],
  [1, { operator: "OR", builtInControls: [], termsOfUse: ["t1"] }],
  [1, { operator: "OR", builtInControls: [], ...strength(2) }],
  [1, { operator: "OR", builtInControls: [], ...strength(3) }],
  [1, { operator: "OR", builtInControls: ["compliantDevice"], ...strength(4) }],
  [1, { operator: "OR", builtInControls: [], ...strength(9) }],
  [1, null],
);

const policy = fc.record({
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
    signInRiskLevels: weighted<readonly string[]>([6, []], [1, ["high"]], [1, ["medium", "high"]]),
  }),
  grantControls,
});

const trust = weighted<object | undefined>(
  [6, undefined],
  [2, { isMfaAccepted: true }],
  [1, { isMfaAccepted: false }],
  [1, { isCompliantDeviceAccepted: true }],
  [1, { isMfaAccepted: true, isCompliantDeviceAccepted: true, isHybridAzureADJoinedDeviceAccepted: true }],
);

export const combination = fc.record({
  policies: fc.array(policy, { maxLength: 4 }),
  defaultTrust: trust,
  partnerTrust: trust,
  isEntra: weighted([5, true], [1, false]),
  userType: weighted<"Guest" | "Member">([5, "Guest"], [1, "Member"]),
  /** The groups that the guest is in: `inviters` has the role Guest Inviter. */
  groups: fc.uniqueArray(fc.constantFrom("partners" as const, "inviters" as const)),
  /** Roles of the guest's own. */
  roles: weighted<readonly ("Guest Inviter" | "User Administrator")[]>(
    [4, []],
    [1, ["Guest Inviter"]],
    [1, ["User Administrator"]],
    [1, ["Guest Inviter", "User Administrator"]],
  ),
  /** Whether the question names groups and roles, or leaves it to the SDK to read them. */
  namesMemberships: fc.boolean(),
  homeAsks: weighted<"required" | "not-required" | "passwordless" | "phishing-resistant">(
    [6, "required"],
    [4, "not-required"],
    [1, "passwordless"],
    [1, "phishing-resistant"],
  ),
  homeCanDo: fc.constantFrom("mfa", "passwordless", "phishing-resistant"),
  app: fc.constantFrom("portal", "crm", "nothing"),
  place: fc.constantFrom("office", "abroad", "elsewhere"),
  platform: fc.constantFrom("windows", "macOS", "android"),
  clientAppType: weighted([5, "browser"], [1, "other"]),
  device: fc.record({ isCompliant: fc.boolean(), isHybridJoined: fc.boolean() }),
  risk: weighted([5, "none"], [1, "medium"], [1, "high"]),
});
