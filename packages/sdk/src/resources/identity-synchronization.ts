import {
  type IdentitySynchronization,
  readIdentitySynchronization,
  readSynchronizationOf,
  readTenantId,
  type SynchronizationOf,
} from "../schemas/index.ts";
import { nothing, type Operation, segment } from "./operation.ts";

/** `GET …/partners/{tenantId}/identitySynchronization` @see https://learn.microsoft.com/graph/api/crosstenantidentitysyncpolicypartner-get */
export const getIdentitySynchronization: Operation<string, IdentitySynchronization> = {
  id: "crossTenantAccess.getSynchronization",
  input: readTenantId,
  describe: (tenantId) => ({
    method: "GET",
    path: pathOf(tenantId),
    effect: "read",
    permission: "Policy.Read.All",
  }),
  output: () => readIdentitySynchronization,
};

/** `PUT …/partners/{tenantId}/identitySynchronization` @see https://learn.microsoft.com/graph/api/crosstenantaccesspolicyconfigurationpartner-put-identitysynchronization */
export const setIdentitySynchronization: Operation<SynchronizationOf, void> = {
  id: "crossTenantAccess.setSynchronization",
  input: readSynchronizationOf,
  describe: ({ tenantId, synchronization: body }) => ({
    method: "PUT",
    path: pathOf(tenantId),
    body,
    effect: "idempotent",
    permission: "Policy.ReadWrite.CrossTenantAccess",
  }),
  output: () => nothing,
};

/** `PATCH …/partners/{tenantId}/identitySynchronization` @see https://learn.microsoft.com/graph/api/crosstenantidentitysyncpolicypartner-update */
export const updateIdentitySynchronization: Operation<SynchronizationOf, void> = {
  id: "crossTenantAccess.updateSynchronization",
  input: readSynchronizationOf,
  describe: ({ tenantId, synchronization: body }) => ({
    method: "PATCH",
    path: pathOf(tenantId),
    body,
    effect: "idempotent",
    permission: "Policy.ReadWrite.CrossTenantAccess",
  }),
  output: () => nothing,
};

/** `DELETE …/partners/{tenantId}/identitySynchronization` @see https://learn.microsoft.com/graph/api/crosstenantidentitysyncpolicypartner-delete */
export const removeIdentitySynchronization: Operation<string, void> = {
  id: "crossTenantAccess.removeSynchronization",
  input: readTenantId,
  describe: (tenantId) => ({
    method: "DELETE",
    path: pathOf(tenantId),
    effect: "idempotent",
    permission: "Policy.ReadWrite.CrossTenantAccess",
  }),
  output: () => nothing,
  // Gone after an attempt of unknown outcome: that one did it.
  alreadyDone: ({ status }, { outcome }) =>
    status === 404 && outcome === "unknown" ? { value: undefined } : undefined,
};

function pathOf(tenantId: string): string {
  return `/policies/crossTenantAccessPolicy/partners/${segment(tenantId)}/identitySynchronization`;
}
