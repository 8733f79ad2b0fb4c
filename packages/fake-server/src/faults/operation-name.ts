import type { GraphRequest } from "../graph/index.ts";

/** What each request is called, by method and path. The first that fits counts. */
const NAMES = [
  ["POST", /^\/invitations$/i, "invitations.create"],
  ["GET", /^\/users$/i, "users.list"],
  ["GET", /^\/users\/[^/]+$/i, "users.get"],
  ["PATCH", /^\/users\/[^/]+$/i, "users.update"],
  ["DELETE", /^\/users\/[^/]+$/i, "users.delete"],
  ["GET", /^\/groups\/[^/]+$/i, "groups.get"],
  ["GET", /^\/groups\/[^/]+\/members$/i, "groups.listMembers"],
  ["POST", /^\/groups\/[^/]+\/members\/\$ref$/i, "groups.addMember"],
  ["GET", /^\/servicePrincipals\/[^/]+$/i, "apps.get"],
  ["GET", /^\/servicePrincipals\/[^/]+\/appRoleAssignedTo$/i, "apps.listAssignments"],
  ["POST", /^\/servicePrincipals\/[^/]+\/appRoleAssignedTo$/i, "apps.assign"],
  ["GET", /^\/identity\/conditionalAccess\/policies$/i, "conditionalAccess.list"],
  ["GET", /^\/policies\/crossTenantAccessPolicy\/default$/i, "crossTenantAccess.getDefault"],
  ["GET", /^\/policies\/crossTenantAccessPolicy\/partners\/[^/]+$/i, "crossTenantAccess.getPartner"],
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

/** Whether a request can ever be called so. */
export function isOperationName(name: string): boolean {
  return operationNames.includes(name) || /^(?:GET|POST|PATCH|PUT|DELETE) \//.test(name);
}

/** What a request does, in the words of the log where the log has one; its method and path otherwise, without ids and addresses. */
export function operationName({ method, path }: Pick<GraphRequest, "method" | "path">): string {
  const row = NAMES.find(([wanted, pattern]) => wanted === method && pattern.test(path));
  return row?.[2] ?? `${method} ${path.replace(/\/[^/]*[^/a-z$][^/]*/gi, "/{id}")}`;
}
