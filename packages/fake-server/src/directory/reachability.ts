import { crossTenantPolicy, effectiveAccess, hasPartner } from "./cross-tenant-access.ts";
import type { B2BSetting, Targets } from "./cross-tenant-settings.ts";
import type { Directory, HomeOf } from "./directory.ts";
import type { User } from "./directory-object.ts";
import { allGroupsOf } from "./group-members.ts";
import { isPersonal } from "./personal-accounts.ts";
import { Refusal } from "./refusal.ts";
import { listServicePrincipals } from "./service-principals.ts";
import { findByAddress } from "./users.ts";

/**
 * Which other cloud instances each can open itself to: the global one to both of the others, and they to that alone.
 *
 * @see https://learn.microsoft.com/entra/external-id/cross-cloud-settings
 */
const OPENS_TO: ReadonlyMap<string, readonly string[]> = new Map([
  ["microsoftonline.com", ["microsoftonline.us", "partner.microsoftonline.cn"]],
  ["microsoftonline.us", ["microsoftonline.com"]],
  ["partner.microsoftonline.cn", ["microsoftonline.com"]],
]);

/** Whether a cloud instance can open itself to another one. */
export function canOpenTo(cloudInstance: string, other: string): boolean {
  return OPENS_TO.get(cloudInstance)?.includes(other) ?? false;
}

/** The organisation on the other side. */
export interface Organisation {
  readonly tenantId: string;
  readonly cloudInstance: string;
}

/** Somebody who comes from another organisation: with which address, and to which application (null: to none in particular). */
export interface Coming {
  readonly address: string;
  readonly appId: string | null;
}

/** What is in a guest's way: a cloud that is not open or has no such guests, this side's settings, or the other's. */
export type Barrier = "cloud-unreachable" | "blocked-here" | "blocked-on-either-side";

/**
 * Refuses an address whose organisation cannot be reached from here: over the boundary of a cloud that is not open,
 * against the settings of either side, or without B2B collaboration on both. Nor does a cloud take an address of
 * personal accounts where these are no guests. That already the invitation is refused then, and not the redemption, is
 * assumed: the page has "the invitation will fail or the user won't be able to redeem" for the government's clouds.
 *
 * @see https://learn.microsoft.com/entra/external-id/b2b-government-national-clouds
 */
export function refuseUnreachable(directory: Directory, domain: string): void {
  const reason = barrierTo(directory, domain);
  if (reason !== undefined) throw new Refusal({ reason });
  const home = directory.homeOf(domain);
  const isAcross = home !== undefined && home.cloudInstance !== directory.cloud.instance;
  if (isAcross && !home.runsCloudWorker()) throw new Refusal({ reason: "cloud-worker-disabled" });
}

/** By which invitations cross from one cloud to another. */
const CLOUD_WORKER = "Microsoft B2B Cross Cloud Worker";

/**
 * Whether a directory lets the application work by which its people are invited from other clouds. It is there unseen
 * until somebody has made its service principal.
 *
 * @see https://learn.microsoft.com/entra/external-id/troubleshoot
 */
export function runsCloudWorker({ store }: Directory): boolean {
  const workers = listServicePrincipals(store.primary()).filter(
    ({ displayName }) => displayName === CLOUD_WORKER,
  );
  return workers.every(({ accountEnabled }) => accountEnabled);
}

/**
 * What keeps the people of a domain out. At an invitation it counts what goes for all of them; at a sign-in (`coming`) also
 * what goes for this one and this application.
 */
export function barrierTo(directory: Directory, domain: string, coming?: Coming): Barrier | undefined {
  const home = directory.homeOf(domain);
  if (home?.tenantId === directory.tenantId) return undefined;
  if (!directory.cloud.collaborates) return "cloud-unreachable";
  if (home === undefined) {
    return isPersonal(domain) && !directory.cloud.takesPersonalAccounts ? "cloud-unreachable" : undefined;
  }
  return home.collaborates ? barrierBetween(directory, home, coming) : "cloud-unreachable";
}

function barrierBetween(directory: Directory, home: HomeOf, coming?: Coming): Barrier | undefined {
  const here = { tenantId: directory.tenantId, cloudInstance: directory.cloud.instance };
  if (home.cloudInstance !== here.cloudInstance) {
    if (!canOpenTo(here.cloudInstance, home.cloudInstance) || !opensCloud(directory, home.cloudInstance))
      return "cloud-unreachable";
  }
  const whom = coming && { ids: home.idsOf(coming.address), appId: coming.appId };
  if (!isOpenTo(directory, home) || !allows(directory, home, "b2bCollaborationInbound", whom)) {
    return "blocked-here";
  }
  return home.letsOut(here, coming) ? undefined : "blocked-on-either-side";
}

/** Whether the settings of an organisation let its people, or this one of them, be guests of another one. */
export function letsOut(directory: Directory, to: Organisation, coming?: Coming): boolean {
  const whom = coming && { ids: idsAtHome(directory, coming.address), appId: coming.appId };
  return isOpenTo(directory, to) && allows(directory, to, "b2bCollaborationOutbound", whom);
}

/** By what ids an organisation's own settings, and its partners', may name somebody of its people: the object's own, and its groups'. */
export function idsAtHome(directory: Directory, address: string): readonly string[] {
  const view = directory.store.primary();
  const person = personAtHome(directory, address);
  return person === undefined ? [] : [person.id, ...allGroupsOf(view, person.id)];
}

/** Whether an organisation lets one of its people sign in at all, wherever they go. One that it was never told of it does. */
export function isEnabledAtHome(directory: Directory, address: string): boolean {
  return personAtHome(directory, address)?.accountEnabled ?? true;
}

function personAtHome({ store }: Directory, address: string): User | undefined {
  return findByAddress(store.primary(), address).find(({ creationType }) => creationType !== "Invitation");
}

/** In one's own cloud everybody; in another one only those that have an entry, once that cloud is open. */
function isOpenTo(directory: Directory, { tenantId, cloudInstance }: Organisation): boolean {
  if (cloudInstance === directory.cloud.instance) return true;
  return opensCloud(directory, cloudInstance) && hasPartner(directory.store.primary(), tenantId);
}

function opensCloud({ store }: Directory, cloudInstance: string): boolean {
  return crossTenantPolicy(store.primary()).allowedCloudEndpoints.includes(cloudInstance);
}

/** By what ids settings may name whoever comes, and the application. */
interface Whom {
  readonly ids: readonly string[];
  readonly appId: string | null;
}

function allows(
  { store }: Directory,
  { tenantId }: Organisation,
  name: "b2bCollaborationInbound" | "b2bCollaborationOutbound",
  whom: Whom | undefined,
): boolean {
  const setting: B2BSetting | null = effectiveAccess(store.primary(), tenantId)[name];
  const appIds = whom?.appId == null ? undefined : [whom.appId];
  return letsPass(setting?.usersAndGroups, whom?.ids) && letsPass(setting?.applications, appIds);
}

/** Where it is not known who comes, or to what, settings for certain people or applications keep nobody out. */
function letsPass(setting: Targets | null | undefined, ids: readonly string[] | undefined): boolean {
  if (!setting) return false;
  const targets = setting.targets.map(({ target }) => target.toLowerCase());
  const isAllowing = setting.accessType === "allowed";
  if (targets.some((target) => ALL.has(target))) return isAllowing;
  if (targets.length === 0) return !isAllowing;
  if (ids === undefined) return true;
  return ids.some((id) => targets.includes(id.toLowerCase())) === isAllowing;
}

const ALL: ReadonlySet<string> = new Set(["allusers", "allapplications"]);
