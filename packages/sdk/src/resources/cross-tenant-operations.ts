import { cannotOpen } from "../clouds/index.ts";
import { invalidInput } from "../errors/index.ts";
import {
  type CloudEndpoint,
  type CrossTenantAccess,
  type CrossTenantAccessChanges,
  type CrossTenantAccessPolicy,
  type PartnerChanges,
  pageReader,
  readCloudEndpoints,
  readCrossTenantAccess,
  readCrossTenantAccessPolicy,
  readDefaultAccessChanges,
  readNewPartnerAccess,
  readPartnerAccessChanges,
  readTenantId,
} from "../schemas/index.ts";
import { CROSS_TENANT_ACCESS, PARTNERS, showsOne, showsPage } from "../wire/index.ts";
import { type ListOperation, nothing, type Operation, segment } from "./operation.ts";

const ROOT = "/policies/crossTenantAccessPolicy";

/** `GET /policies/crossTenantAccessPolicy` @see https://learn.microsoft.com/graph/api/crosstenantaccesspolicy-get */
export const getCrossTenantAccessPolicy: Operation<void, CrossTenantAccessPolicy> = {
  id: "crossTenantAccess.getPolicy",
  input: nothing,
  describe: () => ({
    method: "GET",
    path: ROOT,
    effect: "read",
    permission: "Policy.Read.All",
    shows: showsOne(CROSS_TENANT_ACCESS, "policy"),
  }),
  output: () => readCrossTenantAccessPolicy,
};

/** `PATCH /policies/crossTenantAccessPolicy` @see https://learn.microsoft.com/graph/api/crosstenantaccesspolicy-update */
export const allowCloudEndpoints: Operation<readonly CloudEndpoint[], void> = {
  id: "crossTenantAccess.allowClouds",
  input: readCloudEndpoints,
  describe: (allowedCloudEndpoints, cloud) => {
    const problems = allowedCloudEndpoints.flatMap((endpoint, at) =>
      cannotOpen(cloud, endpoint)
        ? [{ path: `endpoints[${at}]`, expected: `is no other cloud that ${cloud.id} can be opened to` }]
        : [],
    );
    if (problems.length > 0) throw invalidInput("crossTenantAccess.allowClouds", problems);
    return {
      method: "PATCH",
      path: ROOT,
      body: { allowedCloudEndpoints },
      effect: "idempotent",
      permission: "Policy.ReadWrite.CrossTenantAccess",
      writes: () => [{ collection: CROSS_TENANT_ACCESS, id: "policy", shown: { allowedCloudEndpoints } }],
    };
  },
  output: () => nothing,
};

/** `GET /policies/crossTenantAccessPolicy/default` @see https://learn.microsoft.com/graph/api/crosstenantaccesspolicyconfigurationdefault-get */
export const getDefaultCrossTenantAccess: Operation<void, CrossTenantAccess> = {
  id: "crossTenantAccess.getDefault",
  input: nothing,
  describe: () => ({
    method: "GET",
    path: `${ROOT}/default`,
    effect: "read",
    permission: "Policy.Read.All",
    shows: showsOne(CROSS_TENANT_ACCESS, "default"),
  }),
  output: () => readCrossTenantAccess,
};

/** `PATCH /policies/crossTenantAccessPolicy/default` @see https://learn.microsoft.com/graph/api/crosstenantaccesspolicyconfigurationdefault-update */
export const updateDefaultCrossTenantAccess: Operation<CrossTenantAccessChanges, void> = {
  id: "crossTenantAccess.updateDefault",
  input: readDefaultAccessChanges,
  describe: (body) => ({
    method: "PATCH",
    path: `${ROOT}/default`,
    body,
    effect: "idempotent",
    permission: "Policy.ReadWrite.CrossTenantAccess",
    writes: () => [
      { collection: CROSS_TENANT_ACCESS, id: "default", shown: { ...body, isServiceDefault: false } },
    ],
  }),
  output: () => nothing,
};

/** `POST /policies/crossTenantAccessPolicy/default/resetToSystemDefault` @see https://learn.microsoft.com/graph/api/crosstenantaccesspolicyconfigurationdefault-resettosystemdefault */
export const resetDefaultCrossTenantAccess: Operation<void, void> = {
  id: "crossTenantAccess.resetDefault",
  input: nothing,
  describe: () => ({
    method: "POST",
    path: `${ROOT}/default/resetToSystemDefault`,
    effect: "idempotent",
    permission: "Policy.ReadWrite.CrossTenantAccess",
    writes: () => [
      { collection: CROSS_TENANT_ACCESS, id: "default", shown: { isServiceDefault: true }, isWhole: true },
    ],
  }),
  output: () => nothing,
};

/** `GET /policies/crossTenantAccessPolicy/partners` @see https://learn.microsoft.com/graph/api/crosstenantaccesspolicy-list-partners */
export const listPartnerCrossTenantAccess: ListOperation<void, CrossTenantAccess> = {
  id: "crossTenantAccess.partners",
  input: nothing,
  describe: () => ({
    method: "GET",
    path: `${ROOT}/partners`,
    effect: "read",
    permission: "Policy.Read.All",
    shows: showsPage([PARTNERS], byTenantId),
  }),
  output: () => pageReader(readCrossTenantAccess),
};

/**
 * `GET /policies/crossTenantAccessPolicy/partners/{tenantId}`; 404 where there is no entry for that organisation, as far as
 * the instance that answers knows: one that was made just now is not waited for.
 *
 * @see https://learn.microsoft.com/graph/api/crosstenantaccesspolicyconfigurationpartner-get
 */
export const findPartnerCrossTenantAccess: Operation<string, CrossTenantAccess> = {
  id: "crossTenantAccess.getPartner",
  input: readTenantId,
  describe: (tenantId) => ({
    method: "GET",
    path: partnerPath(tenantId),
    effect: "read",
    permission: "Policy.Read.All",
    shows: showsOne(PARTNERS, tenantId),
  }),
  output: () => readCrossTenantAccess,
};

/** The same, and waits for an entry that this client has made just now. */
export const getPartnerCrossTenantAccess: Operation<string, CrossTenantAccess> = {
  ...findPartnerCrossTenantAccess,
  describe: (tenantId, cloud) => ({
    ...findPartnerCrossTenantAccess.describe(tenantId, cloud),
    references: [tenantId],
  }),
};

/** `POST /policies/crossTenantAccessPolicy/partners` @see https://learn.microsoft.com/graph/api/crosstenantaccesspolicy-post-partners */
export const addPartnerCrossTenantAccess: Operation<PartnerChanges, CrossTenantAccess> = {
  id: "crossTenantAccess.addPartner",
  input: readNewPartnerAccess,
  describe: ({ tenantId, changes }) => ({
    method: "POST",
    path: `${ROOT}/partners`,
    body: { tenantId, ...changes },
    // A second time is refused, and makes no second entry.
    effect: "idempotent",
    permission: "Policy.ReadWrite.CrossTenantAccess",
    created: () => [tenantId],
    writes: () => [{ collection: PARTNERS, id: tenantId, shown: newPartner(changes), isWhole: true }],
  }),
  output: () => readCrossTenantAccess,
};

/** `PATCH /policies/crossTenantAccessPolicy/partners/{tenantId}` @see https://learn.microsoft.com/graph/api/crosstenantaccesspolicyconfigurationpartner-update */
export const updatePartnerCrossTenantAccess: Operation<PartnerChanges, void> = {
  id: "crossTenantAccess.updatePartner",
  input: readPartnerAccessChanges,
  describe: ({ tenantId, changes }) => ({
    method: "PATCH",
    path: partnerPath(tenantId),
    body: changes,
    effect: "idempotent",
    permission: "Policy.ReadWrite.CrossTenantAccess",
    references: [tenantId],
    writes: () => [{ collection: PARTNERS, id: tenantId, shown: { ...changes } }],
  }),
  output: () => nothing,
};

/** `DELETE /policies/crossTenantAccessPolicy/partners/{tenantId}` @see https://learn.microsoft.com/graph/api/crosstenantaccesspolicyconfigurationpartner-delete */
export const removePartnerCrossTenantAccess: Operation<string, void> = {
  id: "crossTenantAccess.removePartner",
  input: readTenantId,
  describe: (tenantId) => ({
    method: "DELETE",
    path: partnerPath(tenantId),
    effect: "idempotent",
    permission: "Policy.ReadWrite.CrossTenantAccess",
    references: [tenantId],
    removes: [tenantId],
    writes: () => [{ collection: PARTNERS, id: tenantId, shown: undefined }],
  }),
  output: () => nothing,
  // Gone after an attempt of unknown outcome: that one did it.
  alreadyDone: ({ status }, { outcome }) =>
    status === 404 && outcome === "unknown" ? { value: undefined } : undefined,
};

/** A new entry has nothing but what it is made with, whatever an entry before it had: what is not named goes by the default. */
function newPartner({ inboundTrust, ...changes }: PartnerChanges["changes"]) {
  return {
    ...{ b2bCollaborationInbound: null, b2bCollaborationOutbound: null },
    ...{ b2bDirectConnectInbound: null, b2bDirectConnectOutbound: null },
    ...{ tenantRestrictions: null, automaticUserConsentSettings: null },
    ...changes,
    inboundTrust: inboundTrust ? { ...NOTHING_SAID, ...inboundTrust } : null,
  };
}

const NOTHING_SAID = {
  isMfaAccepted: null,
  isCompliantDeviceAccepted: null,
  isHybridAzureADJoinedDeviceAccepted: null,
};

function byTenantId(item: Readonly<Record<string, unknown>>) {
  const id = item.tenantId;
  return typeof id === "string" ? { id, shown: item } : undefined;
}

function partnerPath(tenantId: string): string {
  return `${ROOT}/partners/${segment(tenantId)}`;
}
