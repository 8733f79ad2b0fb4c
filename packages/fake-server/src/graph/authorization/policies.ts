import { both, type OperationRights, type RightsTable } from "./operation-rights.ts";

const CROSS_TENANT = "/policies/crossTenantAccessPolicy";
const PARTNER = `${CROSS_TENANT}/partners/{id}`;
const SYNCHRONIZATION = `${PARTNER}/identitySynchronization`;
const CONDITIONAL = "/identity/conditionalAccess";

const READ_CROSS_TENANT = ["Policy.Read.All", "Policy.ReadWrite.CrossTenantAccess"];
const WRITE_CROSS_TENANT = ["Policy.ReadWrite.CrossTenantAccess"];
const READ_CONDITIONAL = [
  "Policy.Read.ConditionalAccess",
  "Policy.Read.All",
  "Policy.ReadWrite.ConditionalAccess",
];
/** The table of the page about creating has these as alternatives; that of the page about updating joins them. */
const WRITE_CONDITIONAL = [
  "Policy.Read.All and Policy.ReadWrite.ConditionalAccess",
  "Application.Read.All and Policy.ReadWrite.ConditionalAccess",
];
const WRITE_LOCATIONS = ["Policy.Read.All and Policy.ReadWrite.ConditionalAccess"];
const READ_STRENGTHS = [
  "Policy.Read.AuthenticationMethod",
  "Policy.Read.All",
  "Policy.ReadWrite.AuthenticationMethod",
  "Policy.ReadWrite.ConditionalAccess",
];
/** They have no pages of their own: the permission is described. */
const DOMAIN_LISTS_PAGE = "../permissions-reference#policyreadwriteb2bmanagementpolicy";
const DOMAIN_LISTS = ["Policy.ReadWrite.B2BManagementPolicy"];
const READ_AUTHORIZATION = ["Policy.Read.All", "Policy.ReadWrite.Authorization"];
const WRITE_AUTHORIZATION = ["Policy.ReadWrite.Authorization"];

/** The service behind conditional access has words of its own for a token that carries too little. */
const ofConditional = (...given: Parameters<typeof both>): OperationRights => ({
  ...both(...given),
  refusal: "scopes-missing",
});

const crossTenant = (action: string) => ({ action: `crossTenantAccessPolicy/${action}` });
const conditional = (action: string) => ({ action: `conditionalAccessPolicies/${action}` });
const location = (action: string) => ({ action: `namedLocations/${action}` });
/** None but a Global Administrator's role has it. */
const domainLists = { action: "policies/allProperties/update" };
const authorization = { action: "authorizationPolicy/basic/update" };

/** What decides who may come in, and how. */
export const policyRights: RightsTable = {
  [`GET ${CROSS_TENANT}`]: both(
    "crosstenantaccesspolicy-get",
    READ_CROSS_TENANT,
    crossTenant("standard/read"),
  ),
  [`PATCH ${CROSS_TENANT}`]: both(
    "crosstenantaccesspolicy-update",
    WRITE_CROSS_TENANT,
    crossTenant("basic/update"),
  ),
  [`GET ${CROSS_TENANT}/default`]: both(
    "crosstenantaccesspolicyconfigurationdefault-get",
    READ_CROSS_TENANT,
    crossTenant("default/standard/read"),
  ),
  [`PATCH ${CROSS_TENANT}/default`]: both(
    "crosstenantaccesspolicyconfigurationdefault-update",
    WRITE_CROSS_TENANT,
    crossTenant("default/b2bCollaboration/update"),
  ),
  [`POST ${CROSS_TENANT}/default/resetToSystemDefault`]: both(
    "crosstenantaccesspolicyconfigurationdefault-resettosystemdefault",
    WRITE_CROSS_TENANT,
    crossTenant("default/b2bCollaboration/update"),
  ),
  [`GET ${CROSS_TENANT}/partners`]: both(
    "crosstenantaccesspolicy-list-partners",
    READ_CROSS_TENANT,
    crossTenant("partners/standard/read"),
  ),
  [`POST ${CROSS_TENANT}/partners`]: both(
    "crosstenantaccesspolicy-post-partners",
    WRITE_CROSS_TENANT,
    crossTenant("partners/create"),
  ),
  [`GET ${PARTNER}`]: both(
    "crosstenantaccesspolicyconfigurationpartner-get",
    READ_CROSS_TENANT,
    crossTenant("partners/standard/read"),
  ),
  [`PATCH ${PARTNER}`]: both(
    "crosstenantaccesspolicyconfigurationpartner-update",
    WRITE_CROSS_TENANT,
    crossTenant("partners/b2bCollaboration/update"),
  ),
  [`DELETE ${PARTNER}`]: both(
    "crosstenantaccesspolicyconfigurationpartner-delete",
    WRITE_CROSS_TENANT,
    crossTenant("partners/delete"),
  ),
  [`GET ${SYNCHRONIZATION}`]: both(
    "crosstenantidentitysyncpolicypartner-get",
    READ_CROSS_TENANT,
    crossTenant("partners/identitySynchronization/standard/read"),
  ),
  [`PUT ${SYNCHRONIZATION}`]: both(
    "crosstenantaccesspolicyconfigurationpartner-put-identitysynchronization",
    WRITE_CROSS_TENANT,
    crossTenant("partners/identitySynchronization/create"),
  ),
  [`PATCH ${SYNCHRONIZATION}`]: both(
    "crosstenantidentitysyncpolicypartner-update",
    WRITE_CROSS_TENANT,
    crossTenant("partners/identitySynchronization/basic/update"),
  ),
  [`DELETE ${SYNCHRONIZATION}`]: both(
    "crosstenantidentitysyncpolicypartner-delete",
    WRITE_CROSS_TENANT,
    crossTenant("partners/identitySynchronization/basic/update"),
  ),

  [`GET ${CONDITIONAL}/policies`]: ofConditional(
    "conditionalaccessroot-list-policies",
    READ_CONDITIONAL,
    conditional("standard/read"),
  ),
  [`POST ${CONDITIONAL}/policies`]: ofConditional(
    "conditionalaccessroot-post-policies",
    WRITE_CONDITIONAL,
    conditional("create"),
  ),
  [`GET ${CONDITIONAL}/policies/{id}`]: ofConditional(
    "conditionalaccesspolicy-get",
    READ_CONDITIONAL,
    conditional("standard/read"),
  ),
  [`PATCH ${CONDITIONAL}/policies/{id}`]: ofConditional(
    "conditionalaccesspolicy-update",
    WRITE_CONDITIONAL,
    conditional("basic/update"),
  ),
  [`DELETE ${CONDITIONAL}/policies/{id}`]: ofConditional(
    "conditionalaccesspolicy-delete",
    WRITE_CONDITIONAL,
    conditional("delete"),
  ),
  [`GET ${CONDITIONAL}/namedLocations`]: ofConditional(
    "conditionalaccessroot-list-namedlocations",
    READ_CONDITIONAL,
    location("standard/read"),
  ),
  [`POST ${CONDITIONAL}/namedLocations`]: ofConditional(
    "conditionalaccessroot-post-namedlocations",
    WRITE_LOCATIONS,
    location("create"),
  ),
  [`GET ${CONDITIONAL}/namedLocations/{id}`]: ofConditional(
    "namedlocation-get",
    READ_CONDITIONAL,
    location("standard/read"),
  ),
  [`PATCH ${CONDITIONAL}/namedLocations/{id}`]: ofConditional(
    "ipnamedlocation-update",
    WRITE_LOCATIONS,
    location("basic/update"),
  ),
  [`DELETE ${CONDITIONAL}/namedLocations/{id}`]: ofConditional(
    "namedlocation-delete",
    WRITE_LOCATIONS,
    location("delete"),
  ),
  "GET /policies/authenticationStrengthPolicies": both(
    "authenticationstrengthroot-list-policies",
    READ_STRENGTHS,
    conditional("standard/read"),
  ),
  "GET /policies/authenticationStrengthPolicies/{id}": both(
    "authenticationstrengthpolicy-get",
    READ_STRENGTHS,
    conditional("standard/read"),
  ),

  "GET /policies/authorizationPolicy": both("authorizationpolicy-get", READ_AUTHORIZATION),
  "PATCH /policies/authorizationPolicy": both(
    "authorizationpolicy-update",
    WRITE_AUTHORIZATION,
    authorization,
  ),
  "GET /policies/authorizationPolicy/authorizationPolicy": both(
    "authorizationpolicy-get",
    READ_AUTHORIZATION,
  ),
  "PATCH /policies/authorizationPolicy/authorizationPolicy": both(
    "authorizationpolicy-update",
    WRITE_AUTHORIZATION,
    authorization,
  ),
  "GET /policies/b2bManagementPolicies": both(DOMAIN_LISTS_PAGE, DOMAIN_LISTS, domainLists),
  "POST /policies/b2bManagementPolicies": both(DOMAIN_LISTS_PAGE, DOMAIN_LISTS, domainLists),
  "GET /policies/b2bManagementPolicies/{id}": both(DOMAIN_LISTS_PAGE, DOMAIN_LISTS, domainLists),
  "PATCH /policies/b2bManagementPolicies/{id}": both(DOMAIN_LISTS_PAGE, DOMAIN_LISTS, domainLists),
  "DELETE /policies/b2bManagementPolicies/{id}": both(DOMAIN_LISTS_PAGE, DOMAIN_LISTS, domainLists),
};
