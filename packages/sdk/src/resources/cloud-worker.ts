import { readAllEnabled } from "../schemas/index.ts";
import { nothing, type Operation } from "./operation.ts";

/**
 * `GET /servicePrincipals`: whether the application by which a directory's people are invited from other clouds may work
 * there. No page tells its app id, so that it goes by its name; and a directory that has no service principal for it yet is
 * taken to let it work.
 *
 * @see https://learn.microsoft.com/entra/external-id/troubleshoot
 */
export const findCloudWorker: Operation<void, boolean> = {
  id: "crossTenantAccess.isCloudWorkerEnabled",
  input: nothing,
  describe: () => ({
    method: "GET",
    path: "/servicePrincipals",
    query: { $filter: "displayName eq 'Microsoft B2B Cross Cloud Worker'", $select: "accountEnabled" },
    effect: "read",
  }),
  output: () => readAllEnabled,
};
