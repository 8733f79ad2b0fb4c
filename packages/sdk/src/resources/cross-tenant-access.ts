import { type CrossTenantAccess, readCrossTenantAccess } from "../schemas/index.ts";
import { nothing, type Operation, segment } from "./operation.ts";

/** `GET /policies/crossTenantAccessPolicy/default` @see https://learn.microsoft.com/graph/api/crosstenantaccesspolicyconfigurationdefault-get */
export const getDefaultCrossTenantAccess: Operation<void, CrossTenantAccess> = {
  id: "crossTenantAccess.getDefault",
  input: nothing,
  describe: () => ({ method: "GET", path: "/policies/crossTenantAccessPolicy/default", effect: "read" }),
  output: () => readCrossTenantAccess,
};

/** `GET /policies/crossTenantAccessPolicy/partners/{tenantId}`; 404 where there is no entry for that organisation. @see https://learn.microsoft.com/graph/api/crosstenantaccesspolicyconfigurationpartner-get */
export const getPartnerCrossTenantAccess: Operation<string, CrossTenantAccess> = {
  id: "crossTenantAccess.getPartner",
  input: (tenantId) => ({ ok: true, value: tenantId as string }),
  describe: (tenantId) => ({
    method: "GET",
    path: `/policies/crossTenantAccessPolicy/partners/${segment(tenantId)}`,
    effect: "read",
  }),
  output: () => readCrossTenantAccess,
};
