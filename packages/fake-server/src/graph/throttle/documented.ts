import type { ThrottleLimits } from "../../directory/index.ts";

/**
 * What Microsoft Graph takes, as documented on 2024-06-19; Microsoft changes it without notice. That the invitation
 * service, conditional access and the logs have token buckets too, and so let a whole quota through at once, is assumed: the page
 * says it of identity and access alone.
 *
 * Left out: the limits of one application over all tenants (130,000 requests in 10 s, 150,000 units in 20 s, 70,000 writes
 * in 5 min), which no single tenant's can reach.
 *
 * @see https://learn.microsoft.com/graph/throttling-limits
 */
export const DOCUMENTED: ThrottleLimits = {
  invitations: { amount: 150, perMs: 5_000 },
  conditionalAccess: { amount: 1, perMs: 1_000 },
  reports: { amount: 5, perMs: 10_000 },
  units: {
    S: { amount: 3_500, perMs: 10_000 },
    M: { amount: 5_000, perMs: 10_000 },
    L: { amount: 8_000, perMs: 10_000 },
  },
  writes: { amount: 3_000, perMs: 150_000 },
  tenantWrites: { amount: 18_000, perMs: 300_000 },
};

/** The same question about objects of each type. */
function of(question: string, units: number): Readonly<Record<string, number>> {
  const asked = ["users", "groups", "servicePrincipals", "directoryObjects"];
  const rows = asked.map((set) => [`POST /${set}/{id}/${question}`, units] as const);
  return { ...Object.fromEntries(rows), [`POST /me/${question}`]: units };
}

/**
 * What requests cost that cost more than one resource unit, by method and route. A new route has a row here if the page
 * lists it; each variable of a route is `{id}` here. The page names some for `/me` alone: that others' cost the same is
 * assumed.
 *
 * @see https://learn.microsoft.com/graph/throttling-limits section "Identity and access service limits"
 */
export const BASE_UNITS: Readonly<Record<string, number>> = {
  "GET /users": 2,
  "GET /groups/{id}/members": 3,
  "GET /groups/{id}/transitiveMembers": 5,
  "GET /users/{id}/memberOf": 2,
  "GET /users/{id}/transitiveMemberOf": 2,
  "GET /me/memberOf": 2,
  "GET /me/transitiveMemberOf": 2,
  "GET /applications": 2,
  "GET /servicePrincipals/{id}/appRoleAssignedTo": 2,
  "GET /servicePrincipals/{id}/appRoleAssignments": 2,
  "GET /users/{id}/appRoleAssignments": 2,
  "POST /directoryObjects/getByIds": 3,
  ...of("checkMemberGroups", 4),
  ...of("getMemberGroups", 2),
};

/** What changes the cost of a request, and what it never falls below; on the same page. */
export const UNITS_FOR = { select: -1, expand: 1, shortPage: -1, least: 1 };
/** A page is short when it holds fewer objects than this. */
export const SHORT_PAGE = 20;

/** How much of a limit has to be used before an answer says so, and the most that it says. */
export const REPORTED_USAGE = { above: 0.8, most: 1.8 };
