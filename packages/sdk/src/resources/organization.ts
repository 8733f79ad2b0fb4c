import { type Organization, pageReader, readOrganization, readOwnTenantId } from "../schemas/index.ts";
import { OWN_TENANT_ID } from "../wire/index.ts";
import { type ListOperation, nothing, type Operation } from "./operation.ts";

/**
 * `GET /organization`: one organisation, the directory's own. How full it is, is told by the beta alone.
 *
 * @see https://learn.microsoft.com/graph/api/organization-list
 */
export const listOrganization: ListOperation<void, Organization> = {
  id: "organization.list",
  input: nothing,
  describe: () => ({
    method: "GET",
    version: "beta",
    path: "/organization",
    query: { $select: "id,verifiedDomains,directorySizeQuota" },
    effect: "read",
    permission: "Organization.Read.All",
  }),
  output: () => pageReader(readOrganization),
};

/** `GET /organization`, for the directory's own tenant id alone. */
export const findOwnTenantId: Operation<void, string | undefined> = {
  id: OWN_TENANT_ID.id,
  input: nothing,
  describe: () => ({
    method: "GET",
    path: OWN_TENANT_ID.path,
    query: OWN_TENANT_ID.query,
    effect: "read",
    permission: "Organization.Read.All",
  }),
  output: () => readOwnTenantId,
};
