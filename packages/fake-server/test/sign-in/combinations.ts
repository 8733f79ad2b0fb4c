import fc from "fast-check";
import { access, CLOUDS, type CloudId } from "./access.ts";
import { type Account, homesIn } from "./homes.ts";

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

const strength = (n: number) => ({
  authenticationStrength: { id: `00000000-0000-0000-0000-00000000000${n}` },
});

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
export function asksForOwnStrength({ grantControls }: Combination["policies"][number]): boolean {
  return JSON.stringify(grantControls).includes(strength(9).authenticationStrength.id);
}

const risks = weighted<readonly string[]>([8, []], [1, ["high"]], [1, ["medium", "high"]]);

/** China's policies look at no risk, and ask for no strength. */
function policyIn(cloud: CloudId) {
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

/** What a question can leave out. Without `guestId` it is about somebody who has yet to be invited. */
export type Omission = (typeof OMISSIONS)[number];
const OMISSIONS = [
  ...(["homeMfa", "homeCanDo", "appId", "platform", "location", "device", "signInRisk", "userRisk"] as const),
  ...(["guestId", "groupIds", "roleIds", "isMfaRegistered", "userType", "clientAppType"] as const),
  ...(["homeCloud", "atHome", "creationType"] as const),
];

const combinationIn = (cloud: CloudId, homeCloud: CloudId) =>
  fc.record({
    cloud: fc.constant(cloud),
    homeCloud: fc.constant(homeCloud),
    access,
    policies: fc.array(policyIn(cloud), { maxLength: 5 }),
    account: weighted<Account>(
      ...([
        [28, "organisation"],
        [3, "nobody's guest"],
        [1, "none"],
        [1, "federation"],
      ] as const),
      ...(cloud === "china"
        ? []
        : ([
            [1, "microsoft-account"],
            [1, "google"],
            [1, "passcode"],
          ] as const)),
    ),
    userType: weighted<"Guest" | "Member">([3, "Guest"], [1, "Member"]),
    /** The groups that the guest is in: `inviters` has the role Guest Inviter. */
    groups: fc.uniqueArray(fc.constantFrom("partners" as const, "inviters" as const)),
    /** Roles of the guest's own. */
    roles: weighted<readonly ("Guest Inviter" | "User Administrator")[]>(
      [4, []],
      [1, ["Guest Inviter"]],
      [1, ["User Administrator"]],
      [1, ["Guest Inviter", "User Administrator"]],
    ),
    isMfaRegistered: fc.boolean(),
    home: weighted(...homesIn(homeCloud)),
    homeCanDo: fc.constantFrom(...(["mfa", "passwordless", "phishing-resistant"] as const)),
    app: fc.constantFrom("portal", "crm", "nothing"),
    place: fc.constantFrom("office", "abroad", "elsewhere"),
    platform: fc.constantFrom("windows", "macOS", "android"),
    clientAppType: weighted<"browser" | "other">([5, "browser"], [1, "other"]),
    device: fc.record({ isCompliant: fc.boolean(), isHybridJoined: fc.boolean() }),
    risk: weighted<"none" | "medium" | "high">([5, "none"], [1, "medium"], [1, "high"]),
    userRisk: weighted<"none" | "medium" | "high">([5, "none"], [1, "medium"], [1, "high"]),
    asks: fc.record({
      /** Whether the question names groups and roles, or leaves it to the SDK to read them. */
      namesMemberships: fc.boolean(),
      isInUpperCase: weighted([3, false], [1, true]),
      /** Whether somebody whom nobody invited is said to be of the organisation that the address is of. */
      takesForGuest: fc.boolean(),
      omits: fc.oneof(
        { weight: 3, arbitrary: fc.constant<Omission[]>([]) },
        { weight: 1, arbitrary: fc.subarray(OMISSIONS, { minLength: 1 }) },
        { weight: 1, arbitrary: fc.constantFrom(...OMISSIONS).map((one) => [one]) },
      ),
    }),
  });

/** Every cloud has guests of every cloud, most of its own. */
export const combination = fc.oneof(
  ...CLOUDS.flatMap((cloud) =>
    CLOUDS.map((homeCloud) => ({
      weight: (cloud === "public" ? 2 : 1) * (cloud === homeCloud ? 8 : 1),
      arbitrary: combinationIn(cloud, homeCloud),
    })),
  ),
);

/**
 * What a question that leaves something out goes by all the same: an ordinary guest, in a browser, who has registered
 * nothing here before the invitation, and of whom nobody at home asks for more than can be done.
 */
export function asTold(given: Combination): Combination {
  const { omits } = given.asks;
  // Whoever has yet to be invited will be.
  const account =
    given.account === "nobody's guest" && omits.includes("guestId") ? "organisation" : given.account;
  const asks = given.home.asks(given.device);
  const isUnheardOf =
    omits.includes("homeMfa") && STRONGEST_LAST.indexOf(given.homeCanDo) < STRONGEST_LAST.indexOf(asks);
  return {
    ...{ ...given, account },
    ...(omits.includes("userType") && { userType: "Guest" }),
    ...(omits.includes("clientAppType") && { clientAppType: "browser" }),
    ...(omits.includes("guestId") && omits.includes("isMfaRegistered") && { isMfaRegistered: false }),
    ...(isUnheardOf && asks !== "required" && asks !== "not-required" && { homeCanDo: asks }),
  };
}

const STRONGEST_LAST: readonly string[] = ["mfa", "passwordless", "phishing-resistant"];
