import { BETA_TYPES } from "./published/beta.ts";

/**
 * What the beta version serves although its published schema lacks it, in the notation of the data: the policy that says
 * which domains are invited. Its definition is documented as a collection of texts.
 *
 * @see https://learn.microsoft.com/entra/external-id/allow-deny-list
 */
export const SERVED_IN_BETA: Readonly<Record<string, string>> = {
  policyRoot: `${BETA_TYPES.policyRoot}, b2bManagementPolicies >[b2bManagementPolicy]`,
  b2bManagementPolicy: "open policyBase: definition [String], isOrganizationDefault Boolean?",
};

/** Something that answers show although the published schema of v1.0 lacks it: a documented example has it. */
export interface Unpublished {
  readonly type: string;
  /** In the notation of the data: `createdByAppId String?`. */
  readonly property: string;
  /** The operations whose answers show it. */
  readonly shownBy: string;
  readonly source: string;
}

const PAGES = "https://learn.microsoft.com/graph/api/";

/** All that the schema check lets pass beside what is published. Nothing else is. */
export const SHOWN_ALL_THE_SAME: readonly Unpublished[] = [
  ...shown("group", "all that show a group", "group-list", ["creationOptions [String]"]),
  ...shown("group", "`POST /groups`, of a group that roles can be assigned to", "group-post-groups", [
    "createdByAppId String?",
    "writebackConfiguration groupWritebackConfiguration?",
  ]),
  ...shown("servicePrincipal", "all that show a service principal", "serviceprincipal-list", [
    "createdDateTime DateTimeOffset?",
  ]),
  ...shown("servicePrincipal", "`GET /servicePrincipals/{id}`", "serviceprincipal-get", [
    // Published as a navigation, and shown without being expanded.
    "endpoints >[endpoint]",
    "publisherName String?",
  ]),
  ...shown(
    "conditionalAccessConditionSet",
    "`POST /identity/conditionalAccess/policies`",
    "conditionalaccessroot-post-policies",
    ["times conditionalAccessTimes?"],
  ),
  ...shown(
    "conditionalAccessApplications",
    "`POST /identity/conditionalAccess/policies`",
    "conditionalaccessroot-post-policies",
    ["includeProtectionLevels [String]"],
  ),
  ...shown("organization", "`GET /organization/{id}`", "organization-get", [
    "isMultipleDataLocationsForServicesEnabled Boolean?",
    "directorySizeQuota directorySizeQuota?",
  ]),
];

/** The types that are of these alone, in the notation of the data. */
export const TYPES_OF_UNPUBLISHED: Readonly<Record<string, string>> = {
  // https://learn.microsoft.com/graph/api/resources/groupwritebackconfiguration
  groupWritebackConfiguration: ": isEnabled Boolean?, onPremisesGroupType String?",
  // https://learn.microsoft.com/graph/api/resources/directorysizequota
  directorySizeQuota: ": total Int32?, used Int32?",
  // https://learn.microsoft.com/graph/api/resources/endpoint
  endpoint:
    "directoryObject: capability String, providerId String?, providerName String?, providerResourceId String?, uri String",
  // No page says what it has, and no answer shows one.
  conditionalAccessTimes: ":",
};

function shown(type: string, shownBy: string, page: string, properties: readonly string[]) {
  return properties.map((property) => ({ type, property, shownBy, source: `${PAGES}${page}` }));
}

/** A set that contexts name and no path starts with. */
export const NAMED_IN_CONTEXTS = "appRoleAssignments >[appRoleAssignment]";
