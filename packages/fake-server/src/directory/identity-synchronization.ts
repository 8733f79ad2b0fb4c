import type { View } from "../replication/index.ts";
import { getPartnerAccess, synchronizationKey } from "./cross-tenant-access.ts";
import type { DirectoryObject } from "./directory-object.ts";
import { Refusal } from "./refusal.ts";
import type { Access } from "./users.ts";

/** Whether the users of another organisation may be synchronized to here. */
export interface IdentitySynchronization {
  readonly kind: "identitySynchronization";
  readonly tenantId: string;
  readonly displayName: string | null;
  readonly userSyncInbound: { readonly isSyncAllowed: boolean | null } | null;
}

export type SynchronizationChanges = Partial<
  Pick<IdentitySynchronization, "displayName" | "userSyncInbound">
>;

/** What a partner's entry says of synchronization. */
export function getSynchronization(view: View<DirectoryObject>, tenantId: string): IdentitySynchronization {
  getPartnerAccess(view, tenantId);
  return found(view, tenantId);
}

/** Says it anew, whatever was said before. */
export function putSynchronization(access: Access, tenantId: string, changes: SynchronizationChanges): void {
  getPartnerAccess(access.view, tenantId);
  getPartnerAccess(access.primary, tenantId);
  save(access, "crossTenantAccess.putSynchronization", {
    kind: "identitySynchronization",
    tenantId: tenantId.toLowerCase(),
    displayName: null,
    userSyncInbound: null,
    ...changes,
  });
}

export function updateSynchronization(
  access: Access,
  tenantId: string,
  changes: SynchronizationChanges,
): void {
  getSynchronization(access.view, tenantId);
  const current = getSynchronization(access.primary, tenantId);
  save(access, "crossTenantAccess.updateSynchronization", { ...current, ...changes });
}

export function deleteSynchronization(access: Access, tenantId: string): void {
  getSynchronization(access.view, tenantId);
  getSynchronization(access.primary, tenantId);
  access.commit("crossTenantAccess.deleteSynchronization", new Map([[synchronizationKey(tenantId), null]]));
}

function save(access: Access, operation: string, settings: IdentitySynchronization): void {
  access.commit(operation, new Map([[synchronizationKey(settings.tenantId), settings]]));
}

function found(view: View<DirectoryObject>, tenantId: string): IdentitySynchronization {
  const settings = findSynchronization(view, tenantId);
  if (settings === undefined) throw new Refusal({ reason: "resource-not-found", id: tenantId });
  return settings;
}

/** What is said of synchronization with an organisation; `undefined` where nothing is. */
export function findSynchronization(
  view: View<DirectoryObject>,
  tenantId: string,
): IdentitySynchronization | undefined {
  const settings = view.get(synchronizationKey(tenantId));
  return settings?.kind === "identitySynchronization" ? settings : undefined;
}
