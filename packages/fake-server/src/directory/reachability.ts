import {
  type B2BSetting,
  crossTenantPolicy,
  effectiveAccess,
  hasPartner,
  type Targets,
} from "./cross-tenant-access.ts";
import type { Directory, HomeOf } from "./directory.ts";
import { isPersonal } from "./personal-accounts.ts";
import { Refusal } from "./refusal.ts";
import { listServicePrincipals } from "./service-principals.ts";

/**
 * The cloud instances that can be opened to each other. Nothing else ever crosses.
 *
 * @see https://learn.microsoft.com/entra/external-id/cross-cloud-settings
 */
const PAIRS: readonly (readonly [string, string])[] = [
  ["microsoftonline.com", "microsoftonline.us"],
  ["microsoftonline.com", "partner.microsoftonline.cn"],
];

/** The organisation on the other side. */
export interface Organisation {
  readonly tenantId: string;
  readonly cloudInstance: string;
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

/** What keeps the people of a domain out, at the invitation and at every sign-in. */
export function barrierTo(directory: Directory, domain: string): Barrier | undefined {
  const home = directory.homeOf(domain);
  if (home?.tenantId === directory.tenantId) return undefined;
  if (!directory.cloud.collaborates) return "cloud-unreachable";
  if (home === undefined) {
    return isPersonal(domain) && !directory.cloud.takesPersonalAccounts ? "cloud-unreachable" : undefined;
  }
  return home.collaborates ? barrierBetween(directory, home) : "cloud-unreachable";
}

function barrierBetween(directory: Directory, home: HomeOf): Barrier | undefined {
  const here = { tenantId: directory.tenantId, cloudInstance: directory.cloud.instance };
  if (home.cloudInstance !== here.cloudInstance) {
    const canBeOpened = PAIRS.some(
      (pair) => pair.includes(home.cloudInstance) && pair.includes(here.cloudInstance),
    );
    if (!canBeOpened || !opensCloud(directory, home.cloudInstance)) return "cloud-unreachable";
  }
  if (!letsIn(directory, home)) return "blocked-here";
  return home.letsOut(here) ? undefined : "blocked-on-either-side";
}

/** Whether the settings of an organisation let its people be guests of another one. */
export function letsOut(directory: Directory, to: Organisation): boolean {
  return isOpenTo(directory, to) && allows(directory, to, "b2bCollaborationOutbound");
}

function letsIn(directory: Directory, from: Organisation): boolean {
  return isOpenTo(directory, from) && allows(directory, from, "b2bCollaborationInbound");
}

/** In one's own cloud everybody; in another one only those that have an entry, once that cloud is open. */
function isOpenTo(directory: Directory, { tenantId, cloudInstance }: Organisation): boolean {
  if (cloudInstance === directory.cloud.instance) return true;
  return opensCloud(directory, cloudInstance) && hasPartner(directory.store.primary(), tenantId);
}

function opensCloud({ store }: Directory, cloudInstance: string): boolean {
  return crossTenantPolicy(store.primary()).allowedCloudEndpoints.includes(cloudInstance);
}

function allows(
  { store }: Directory,
  { tenantId }: Organisation,
  name: "b2bCollaborationInbound" | "b2bCollaborationOutbound",
): boolean {
  const setting: B2BSetting | null = effectiveAccess(store.primary(), tenantId)[name];
  return !shutsAllOut(setting?.usersAndGroups) && !shutsAllOut(setting?.applications);
}

/** Settings for certain people or applications keep nobody else out; they themselves are not modelled. */
function shutsAllOut(setting: Targets | null | undefined): boolean {
  if (!setting) return true;
  return setting.accessType === "blocked" && setting.targets.some(({ target }) => ALL.has(target));
}

const ALL: ReadonlySet<string> = new Set(["AllUsers", "AllApplications"]);
