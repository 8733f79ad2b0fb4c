import type { GraphRequest } from "../graph/index.ts";

/** What each request is called, by method and path. The first that fits counts. */
const NAMES = [
  ["POST", /^\/invitations$/i, "invitations.create"],
  ["GET", /^\/users$/i, "users.list"],
  ["POST", /^\/users$/i, "users.create"],
  ["GET", /^\/users\/[^/]+$/i, "users.get"],
  ["PATCH", /^\/users\/[^/]+$/i, "users.update"],
  ["DELETE", /^\/users\/[^/]+$/i, "users.delete"],
  ["GET", /^\/users\/[^/]+\/transitiveMemberOf$/i, "users.memberships"],
  ["GET", /^\/me$/i, "me.get"],
  ["GET", /^\/me\/transitiveMemberOf$/i, "me.memberships"],
  ["GET", /^\/groups\/[^/]+$/i, "groups.get"],
  ["GET", /^\/groups\/[^/]+\/members$/i, "groups.listMembers"],
  ["POST", /^\/groups\/[^/]+\/members\/\$ref$/i, "groups.addMember"],
  ["PATCH", /^\/groups\/[^/]+$/i, "groups.addMembers"],
  ["GET", /^\/groups\/[^/]+\/owners$/i, "groups.listOwners"],
  ["POST", /^\/groups\/[^/]+\/owners\/\$ref$/i, "groups.addOwner"],
  ["DELETE", /^\/groups\/[^/]+\/owners\/[^/]+\/\$ref$/i, "groups.removeOwner"],
  ["GET", /^\/users\/[^/]+\/sponsors$/i, "users.listSponsors"],
  ["POST", /^\/users\/[^/]+\/sponsors\/\$ref$/i, "users.addSponsor"],
  ["GET", /^\/users\/[^/]+\/appRoleAssignments$/i, "users.listAssignments"],
  ["GET", /^\/organization$/i, "organization.list"],
  ["POST", /^\/applications\/[^/]+\/addPassword$/i, "applications.addPassword"],
  ["POST", /^\/applications\/[^/]+\/removePassword$/i, "applications.removePassword"],
  ["GET", /^\/servicePrincipals\/[^/]+$/i, "apps.get"],
  ["GET", /^\/servicePrincipals\/[^/]+\/appRoleAssignedTo$/i, "apps.listAssignments"],
  ["POST", /^\/servicePrincipals\/[^/]+\/appRoleAssignedTo$/i, "apps.assign"],
  ["GET", /^\/identity\/conditionalAccess\/policies$/i, "conditionalAccess.list"],
  ["POST", /^\/identity\/conditionalAccess\/policies$/i, "conditionalAccess.create"],
  ["GET", /^\/identity\/conditionalAccess\/policies\/[^/]+$/i, "conditionalAccess.get"],
  ["PATCH", /^\/identity\/conditionalAccess\/policies\/[^/]+$/i, "conditionalAccess.update"],
  ["DELETE", /^\/identity\/conditionalAccess\/policies\/[^/]+$/i, "conditionalAccess.delete"],
  ["GET", /^\/identity\/conditionalAccess\/namedLocations$/i, "namedLocations.list"],
  ["POST", /^\/identity\/conditionalAccess\/namedLocations$/i, "namedLocations.create"],
  ["GET", /^\/identity\/conditionalAccess\/namedLocations\/[^/]+$/i, "namedLocations.get"],
  ["PATCH", /^\/identity\/conditionalAccess\/namedLocations\/[^/]+$/i, "namedLocations.update"],
  ["DELETE", /^\/identity\/conditionalAccess\/namedLocations\/[^/]+$/i, "namedLocations.delete"],
  ["GET", /^\/policies\/crossTenantAccessPolicy$/i, "crossTenantAccess.getPolicy"],
  ["PATCH", /^\/policies\/crossTenantAccessPolicy$/i, "crossTenantAccess.updatePolicy"],
  ["GET", /^\/policies\/crossTenantAccessPolicy\/default$/i, "crossTenantAccess.getDefault"],
  ["PATCH", /^\/policies\/crossTenantAccessPolicy\/default$/i, "crossTenantAccess.updateDefault"],
  [
    "POST",
    /^\/policies\/crossTenantAccessPolicy\/default\/resetToSystemDefault$/i,
    "crossTenantAccess.resetDefault",
  ],
  ["GET", /^\/policies\/crossTenantAccessPolicy\/partners$/i, "crossTenantAccess.listPartners"],
  ["POST", /^\/policies\/crossTenantAccessPolicy\/partners$/i, "crossTenantAccess.createPartner"],
  ["GET", /^\/policies\/crossTenantAccessPolicy\/partners\/[^/]+$/i, "crossTenantAccess.getPartner"],
  ["PATCH", /^\/policies\/crossTenantAccessPolicy\/partners\/[^/]+$/i, "crossTenantAccess.updatePartner"],
  ["DELETE", /^\/policies\/crossTenantAccessPolicy\/partners\/[^/]+$/i, "crossTenantAccess.deletePartner"],
  ["GET", /^\/policies\/authorizationPolicy$/i, "authorizationPolicy.get"],
  ["PATCH", /^\/policies\/authorizationPolicy$/i, "authorizationPolicy.update"],
  ["GET", /^\/policies\/b2bManagementPolicies$/i, "domainPolicies.list"],
  ["POST", /^\/policies\/b2bManagementPolicies$/i, "domainPolicies.create"],
  ["PATCH", /^\/policies\/b2bManagementPolicies\/[^/]+$/i, "domainPolicies.update"],
  ["DELETE", /^\/policies\/b2bManagementPolicies\/[^/]+$/i, "domainPolicies.delete"],
  ["GET", /^\/roleManagement\/directory\/roleAssignments$/i, "roles.list"],
  ["POST", /^\/roleManagement\/directory\/roleAssignments$/i, "roles.assign"],
  ["DELETE", /^\/roleManagement\/directory\/roleAssignments\/[^/]+$/i, "roles.remove"],
] as const satisfies readonly (readonly [method: string, path: RegExp, name: string])[];

/** A request by what it does; one without a name of its own by method and path, `{id}` standing for ids: `GET /users/{id}/manager`. */
export type FaultOperation =
  | (typeof NAMES)[number][2]
  | typeof REDEEM
  | `${"GET" | "POST" | "PATCH" | "PUT" | "DELETE"} /${string}`;

/** Redeeming is no request to Graph, but things go wrong with it too. */
export const REDEEM = "invitations.redeem";

/** The names that a rule may match by. */
export const operationNames: readonly string[] = [...NAMES.map(([, , name]) => name), REDEEM];

const BY_PATH = /^(GET|POST|PATCH|PUT|DELETE) (\/.*)$/;

/** Whether a request can ever be called so. */
export function isOperationName(name: string): boolean {
  return operationNames.includes(name) || (BY_PATH.test(name) && ownNameOf(name) === name);
}

/** What a request is called here that somebody calls by its method and path, or by the SDK's word for it. */
export function ownNameOf(name: string): string {
  const [, method, path] = BY_PATH.exec(name) ?? [];
  if (method === undefined || path === undefined) return name.replace(/^guests\./, "users.");
  return operationName({ method, path: path.replaceAll("{id}", "1") });
}

/** The method of the requests that are called so. */
export function methodOf(name: string): string | undefined {
  return BY_PATH.exec(name)?.[1] ?? NAMES.find(([, , known]) => known === name)?.[0];
}

/** The end of a path that stands where a key could. */
const NO_KEY = /\/(?:\$count|(?:microsoft\.graph\.)?delta)$/i;
/** A function's parentheses, where it takes nothing. */
const NO_PARAMETERS = /\(\)$/;
/** A segment of anything but letters; a type's name is none. */
const KEY = /\/(?!microsoft\.graph\.[a-z]+(?:\/|$))[^/]*[^/a-z$][^/]*/gi;

/** What a request does, in the words of the log where the log has one; its method and path otherwise, without ids and addresses. */
export function operationName({ method, path: called }: Pick<GraphRequest, "method" | "path">): string {
  const path = called.replace(NO_PARAMETERS, "");
  const row = NO_KEY.test(path)
    ? undefined
    : NAMES.find(([wanted, pattern]) => wanted === method && pattern.test(path));
  return row?.[2] ?? `${method} ${path.replace(KEY, "/{id}")}`;
}
