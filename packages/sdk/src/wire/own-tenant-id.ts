import type { Query } from "./transport.ts";

/**
 * `GET /organization`, for the directory's own tenant id alone: a resource asks that, and a policy, which knows no resources.
 *
 * @see https://learn.microsoft.com/graph/api/organization-list
 */
export const OWN_TENANT_ID: { readonly id: string; readonly path: string; readonly query: Query } = {
  id: "organization.findTenantId",
  path: "/organization",
  query: { $select: "id" },
};
