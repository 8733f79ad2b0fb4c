import type { View } from "../replication/index.ts";
import {
  type B2BSetting,
  type CrossTenantSettings,
  DEFAULT_TRUST,
  type InboundTrust,
  NO_TRUST,
  NOTHING_SET,
  type RedemptionOrder,
  SERVICE_DEFAULT,
  SERVICE_ORDER,
  type Targets,
} from "./cross-tenant-settings.ts";
import type { Directory } from "./directory.ts";
import type { DirectoryObject } from "./directory-object.ts";
import { Refusal } from "./refusal.ts";
import type { Access } from "./users.ts";

/** Cross-tenant access settings, towards one organisation or (`tenantId` null) towards all others. */
export interface CrossTenantAccess extends CrossTenantSettings {
  readonly kind: "crossTenantAccess";
  readonly tenantId: string | null;
  readonly isServiceProvider: boolean | null;
  /** On the settings towards all others alone. */
  readonly invitationRedemptionIdentityProviderConfiguration?: RedemptionOrder;
}

/** What goes for all organisations: which other clouds are open at all. */
export interface CrossTenantPolicy {
  readonly kind: "crossTenantPolicy";
  readonly displayName: string;
  readonly allowedCloudEndpoints: readonly string[];
}

/** Which other clouds are open; none at first. */
export function crossTenantPolicy(view: View<DirectoryObject>): CrossTenantPolicy {
  const policy = view.get(POLICY_ID);
  if (policy?.kind === "crossTenantPolicy") return policy;
  return { kind: "crossTenantPolicy", displayName: "CrossTenantAccessPolicy", allowedCloudEndpoints: [] };
}

export function updateCrossTenantPolicy(
  access: Access,
  changes: Partial<Omit<CrossTenantPolicy, "kind">>,
): void {
  const changed = { ...crossTenantPolicy(access.primary), ...changes };
  access.commit("crossTenantAccess.updatePolicy", new Map([[POLICY_ID, changed]]));
}

/** The settings towards all organisations that have no entry of their own, and whether they are the service's own. */
export function defaultAccess(
  view: View<DirectoryObject>,
): CrossTenantAccess & { readonly isServiceDefault: boolean } {
  const settings = view.get(accessId(null));
  if (settings?.kind === "crossTenantAccess") return { ...settings, isServiceDefault: false };
  const bare = { kind: "crossTenantAccess", tenantId: null, isServiceProvider: null } as const;
  const order = { invitationRedemptionIdentityProviderConfiguration: SERVICE_ORDER };
  return { ...bare, ...SERVICE_DEFAULT, ...order, isServiceDefault: true };
}

type Changes = Partial<
  CrossTenantSettings & Pick<CrossTenantAccess, "invitationRedemptionIdentityProviderConfiguration">
>;

export function updateDefaultAccess(access: Access, changes: Changes): void {
  const { isServiceDefault: _, ...current } = defaultAccess(access.primary);
  save(access, "crossTenantAccess.updateDefault", { ...current, ...changes });
}

export function resetDefaultAccess(access: Access): void {
  access.commit("crossTenantAccess.resetDefault", new Map([[accessId(null), null]]));
}

/** The entry for one organisation; `undefined` where there is none. */
function partnerAccess(view: View<DirectoryObject>, tenantId: string): CrossTenantAccess | undefined {
  const settings = view.get(accessId(tenantId));
  return settings?.kind === "crossTenantAccess" ? settings : undefined;
}

/** Whether an organisation has an entry of its own, whatever that says. */
export function hasPartner(view: View<DirectoryObject>, tenantId: string): boolean {
  return partnerAccess(view, tenantId) !== undefined;
}

export function listPartnerAccess(view: View<DirectoryObject>): readonly CrossTenantAccess[] {
  return view
    .find("crossTenantPartner")
    .filter(
      (object) => object.kind === "crossTenantAccess" && object.tenantId !== null,
    ) as CrossTenantAccess[];
}

export function getPartnerAccess(view: View<DirectoryObject>, tenantId: string): CrossTenantAccess {
  const settings = partnerAccess(view, tenantId);
  if (settings === undefined) throw new Refusal({ reason: "resource-not-found", id: tenantId });
  return settings;
}

type PartnerChanges = Changes & Partial<Pick<CrossTenantAccess, "isServiceProvider">>;

export function createPartnerAccess(
  access: Access,
  tenantId: string,
  settings: PartnerChanges,
): CrossTenantAccess {
  if (partnerAccess(access.primary, tenantId)) throw new Refusal({ reason: "partner-exists", id: tenantId });
  const partner = partnerOf(tenantId, settings);
  save(access, "crossTenantAccess.createPartner", partner);
  return partner;
}

export function updatePartnerAccess(access: Access, tenantId: string, changes: PartnerChanges): void {
  getPartnerAccess(access.view, tenantId);
  const current = getPartnerAccess(access.primary, tenantId);
  save(access, "crossTenantAccess.updatePartner", { ...current, ...changes });
}

/** Deletes the entry for an organisation; one that says something of synchronization stays. */
export function deletePartnerAccess(access: Access, tenantId: string): void {
  getPartnerAccess(access.view, tenantId);
  getPartnerAccess(access.primary, tenantId);
  if (access.primary.get(synchronizationKey(tenantId)) !== undefined) {
    throw new Refusal({ reason: "partner-synchronized", id: tenantId });
  }
  access.commit("crossTenantAccess.deletePartner", new Map([[accessId(tenantId), null]]));
}

/** An entry that leaves open all that is not given. */
function partnerOf(tenantId: string, settings: PartnerChanges): CrossTenantAccess {
  return {
    kind: "crossTenantAccess",
    tenantId: tenantId.toLowerCase(),
    isServiceProvider: null,
    ...NOTHING_SET,
    ...settings,
  };
}

/** The settings towards an organisation (null: towards all others), with another trust. What nobody has said of one stays the default's. */
export function trusting(
  { store }: Directory,
  tenantId: string | null,
  trust: Partial<InboundTrust>,
): CrossTenantAccess {
  const view = store.primary();
  const { isServiceDefault: _, ...general } = defaultAccess(view);
  const current = tenantId === null ? general : (partnerAccess(view, tenantId) ?? partnerOf(tenantId, {}));
  const unsaid = tenantId === null ? NO_TRUST : DEFAULT_TRUST;
  return { ...current, inboundTrust: { ...unsaid, ...current.inboundTrust, ...trust } };
}

/** What goes for one organisation (null: for one without an entry): an entry goes before the default, property by property. */
export function effectiveAccess(view: View<DirectoryObject>, tenantId: string | null): CrossTenantSettings {
  const general = defaultAccess(view);
  const own = tenantId === null ? undefined : partnerAccess(view, tenantId);
  const names = Object.keys(NOTHING_SET) as (keyof CrossTenantSettings)[];
  return Object.fromEntries(names.map((name) => [name, inherited(own?.[name], general[name])])) as never;
}

/** What an entry leaves open, as a whole or within, is the default's. */
function inherited(own: object | null | undefined, general: object | null): object | null {
  const set = Object.entries(own ?? {}).filter(([, value]) => value !== null);
  return own || general ? { ...general, ...Object.fromEntries(set) } : null;
}

/** The key of what the entry for an organisation says of synchronization. */
export function synchronizationKey(tenantId: string): string {
  return `identitySynchronization/${tenantId.toLowerCase()}`;
}

/** The key of the settings towards an organisation, or towards all others. */
export function accessId(tenantId: string | null): string {
  return `crossTenantAccess/${tenantId?.toLowerCase() ?? "default"}`;
}

const POLICY_ID = "crossTenantAccess/policy";

/** Nobody but applications cannot be shut out, nor applications but nobody. */
function save(access: Access, operation: string, settings: CrossTenantAccess): void {
  for (const [name, setting] of Object.entries(settings)) {
    if (isB2BSetting(setting) && blocksAll(setting.usersAndGroups) !== blocksAll(setting.applications)) {
      throw new Refusal({ reason: "half-blocked", property: name });
    }
  }
  access.commit(operation, new Map([[accessId(settings.tenantId), settings]]));
}

function isB2BSetting(
  value: unknown,
): value is B2BSetting & { usersAndGroups: Targets; applications: Targets } {
  const setting = value as Partial<B2BSetting> | null;
  return typeof value === "object" && Boolean(setting?.usersAndGroups) && Boolean(setting?.applications);
}

function blocksAll({ accessType, targets }: Targets): boolean {
  return accessType === "blocked" && targets.some(({ target }) => /^All(?:Users|Applications)$/.test(target));
}
