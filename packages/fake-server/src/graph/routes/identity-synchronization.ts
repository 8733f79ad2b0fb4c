import {
  deleteSynchronization,
  getSynchronization,
  putSynchronization,
  type SynchronizationChanges,
  updateSynchronization,
} from "../../directory/index.ts";
import { badRequest, readBody } from "../body.ts";
import type { Route } from "../router.ts";

const PARTNER = "/policies/crossTenantAccessPolicy/partners/{tenantId}";

/** Whether the users of a partner may be synchronized to here: a part of the partner's entry, with a life of its own. */
export const identitySynchronizationRoutes: readonly Route[] = [
  {
    path: `${PARTNER}/identitySynchronization`,
    methods: {
      GET({ access, request, keys }) {
        const { kind: _, ...body } = getSynchronization(access.view, keys[0] ?? "");
        const set = `policies/crossTenantAccessPolicy/partners('${body.tenantId}')/identitySynchronization`;
        const context = `${request.origin}/${request.version}/$metadata#${set}/$entity`;
        return { status: 200, body: { "@odata.context": context, ...body } };
      },
      PUT({ access, request, keys }) {
        putSynchronization(access, keys[0] ?? "", readChanges(request.body, keys[0] ?? ""));
        return { status: 204 };
      },
      PATCH({ access, request, keys }) {
        updateSynchronization(access, keys[0] ?? "", readChanges(request.body, keys[0] ?? ""));
        return { status: 204 };
      },
      DELETE({ access, keys }) {
        deleteSynchronization(access, keys[0] ?? "");
        return { status: 204 };
      },
    },
  },
];

/** The organisation is that of the path. */
function readChanges(body: unknown, key: string): SynchronizationChanges {
  const type = "crossTenantIdentitySyncPolicyPartner";
  const { tenantId, ...read } = readBody(body, type, {
    tenantId: "string",
    displayName: "string?",
    userSyncInbound: "object?",
  });
  if (tenantId !== undefined && String(tenantId).toLowerCase() !== key.toLowerCase()) {
    throw badRequest("Invalid value specified for property 'tenantId'.");
  }
  if (!read.userSyncInbound) return read as SynchronizationChanges;
  const { isSyncAllowed = null } = readBody(read.userSyncInbound, "crossTenantUserSyncInbound", {
    isSyncAllowed: "boolean?",
  });
  return { ...read, userSyncInbound: { isSyncAllowed } } as SynchronizationChanges;
}
