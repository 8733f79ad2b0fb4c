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

/**
 * What answers show although the published schema lacks it, by type: documented examples have it.
 *
 * @see https://learn.microsoft.com/graph/api/group-list
 * @see https://learn.microsoft.com/graph/api/serviceprincipal-list
 */
export const SHOWN_ALL_THE_SAME: Readonly<Record<string, string>> = {
  group: "creationOptions [String]",
  servicePrincipal: "createdDateTime DateTimeOffset?",
};

/** A set that contexts name and no path starts with. */
export const NAMED_IN_CONTEXTS = "appRoleAssignments >[appRoleAssignment]";
