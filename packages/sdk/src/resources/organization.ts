import { type Organization, pageReader, readOrganization } from "../schemas/index.ts";
import { type ListOperation, nothing } from "./operation.ts";

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
  }),
  output: () => pageReader(readOrganization),
};
