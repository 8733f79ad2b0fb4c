import {
  accountsFor,
  barrierTo,
  type Directory,
  effectiveAccess,
  getNamedLocation,
  groupsOf,
  linkedAccount,
  listConditionalAccess,
  listNamedLocations,
  rolesOf,
  takesKind,
  type User,
} from "../directory/index.ts";
import { redemptionOf } from "../redemption/index.ts";
import {
  type Blocked,
  type Circumstances,
  evaluateSignIn,
  HOME_ORGANISATION,
  type HomeSignIn,
  type SignInResult,
  type Strength,
  signInAtHome,
  type Trust,
  type Visitor,
} from "../sign-in/index.ts";
import type { FakeApp } from "./callers.ts";
import { type HomeOfDomain, homeOfUser } from "./homes.ts";

/** Where, with what and to what somebody signs in. What is not said is the ordinary: a browser, at no place in particular, with a device that nobody manages. */
export interface SignInCircumstances {
  /** The application that is opened. Default: none in particular. */
  readonly app?: FakeApp;
  /** A named location of the tenant, by its id. Default: elsewhere. */
  readonly locationId?: string;
  /** `windows`, `macOS`, `iOS`, `android`, `linux`. Default `windows`. */
  readonly platform?: string;
  /** `browser`, `mobileAppsAndDesktopClients`, `exchangeActiveSync`, `other`. Default `browser`. */
  readonly clientAppType?: string;
  /** What the guest's own organisation says of the device; of the directory's own people's, the directory. Default: neither. */
  readonly device?: { readonly isCompliant?: boolean; readonly isHybridJoined?: boolean };
  /** How strongly the guest can authenticate at home, which for the directory's own people is here. Default `mfa`. */
  readonly homeCanDo?: Strength;
  /** `none`, `low`, `medium`, `high`. Default `none`. */
  readonly signInRisk?: string;
  readonly userRisk?: string;
  /**
   * Whether the guest has a method for multifactor authentication registered in the directory. Default: whether one was
   * registered while the invitation was redeemed.
   */
  readonly isMfaRegistered?: boolean;
}

/**
 * What keeps somebody out before any policy is looked at: an account that is gone or disabled, here or at home, or of a
 * kind that the cloud does not have, or cross-tenant access on either side.
 */
function keptOutBy(directory: Directory, user: User, { app }: SignInCircumstances): SignInResult | undefined {
  if (user.deletedAt !== null) return keptOut("account-deleted", "deletedDateTime");
  if (!user.accountEnabled) return keptOut("account-disabled", "accountEnabled");
  if (!hasAccount(directory, user)) return keptOut("no-account", "identity providers");
  const address = addressAtHome(user);
  const domain = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
  if (domain === "") return undefined;
  if (directory.homeOf(domain)?.isEnabled(address) === false) {
    return keptOut("account-disabled", HOME_ORGANISATION);
  }
  const barrier = barrierTo(directory, domain, { address, appId: app?.appId ?? null });
  return barrier && keptOut("not-let-in", `cross-tenant access: ${barrier}`);
}

/** Whether there is an account with which a guest could redeem, or has. */
function hasAccount(directory: Directory, user: User): boolean {
  if (user.creationType !== "Invitation") return true;
  const linked = linkedAccount(user);
  if (linked !== undefined) return takesKind(directory.cloud, linked.kind);
  return accountsFor(directory, user.mail ?? user.userPrincipalName, false).length > 0;
}

/**
 * The address by which somebody is known in another organisation. Who was never invited is no guest of one, nor is who has
 * redeemed with an account of another kind, whatever the invited address.
 */
function addressAtHome(user: User): string {
  if (user.creationType !== "Invitation") return "";
  const linked = linkedAccount(user);
  if (linked === undefined) return user.mail ?? "";
  return linked.kind === "organisation" ? linked.address : "";
}

function keptOut(because: Blocked, by: string): SignInResult {
  return {
    ...{ allowed: false, blocked: { because, by }, challenges: [], reported: [] },
    ...{ requiresMfa: false, countsAsMfa: false },
  };
}

/** Signs in a user whom the directory knows: past what keeps out whoever it is, and what the policies ask for. */
export function signInOf(
  homes: HomeOfDomain,
  directory: Directory,
  user: User,
  circumstances: SignInCircumstances,
): SignInResult {
  refuseUnknownPlace("world.signIn: circumstances", directory, circumstances);
  const home = homeOfUser(homes, directory, user);
  return keptOutBy(directory, user, circumstances) ?? signInTo(directory, user, home, circumstances);
}

/**
 * A place that the tenant has not named would be none at all, and the test of it one that tests nothing.
 *
 * @param path - of the circumstances, for the message
 * @throws RangeError
 */
export function refuseUnknownPlace(
  path: string,
  { name, store }: Directory,
  { locationId }: SignInCircumstances,
): void {
  const known = listNamedLocations(store.primary());
  if (locationId === undefined || known.some(({ id }) => id === locationId.toLowerCase())) return;
  const names = known.map(({ id, displayName }) => `${id} (${displayName})`);
  const advice = names.length === 0 ? "it has none; make one with tenant.namedLocation" : names.join(", ");
  throw new RangeError(
    `${path}.locationId has to be the id of a named location of ${name}: ${advice}. Nothing was changed`,
  );
}

/** Signs a guest of `home` (none: of no Entra directory), or one of its own people, in to `directory`. Policies are read where sign-in reads them, up to date. */
export function signInTo(
  directory: Directory,
  guest: User,
  account: Directory | undefined,
  circumstances: SignInCircumstances,
): SignInResult {
  const home = account === directory ? undefined : account;
  const here = directory.store.primary();
  const at = circumstancesIn(directory, circumstances);
  return evaluateSignIn({
    at,
    visitor: visitorOf(directory, guest, home, circumstances),
    policies: listConditionalAccess(here),
    trust: trustOf(directory, home),
    home: homeSignIn(home, at, circumstances.homeCanDo),
  });
}

function circumstancesIn(directory: Directory, given: SignInCircumstances): Circumstances {
  const { app, locationId, device = {} } = given;
  const place =
    locationId === undefined ? undefined : getNamedLocation(directory.store.primary(), locationId);
  return {
    appId: app?.appId ?? null,
    clientAppType: given.clientAppType ?? "browser",
    platform: given.platform ?? "windows",
    locationIds: place ? [place.id] : [],
    isTrustedLocation: place?.isTrusted ?? false,
    device: { isCompliant: false, isHybridJoined: false, ...device },
    signInRisk: given.signInRisk ?? "none",
    userRisk: given.userRisk ?? "none",
  };
}

function visitorOf(
  directory: Directory,
  guest: User,
  home: Directory | undefined,
  { isMfaRegistered = redemptionOf(directory, guest.id)?.hasFactorHere ?? false }: SignInCircumstances,
): Visitor {
  const here = directory.store.primary();
  return {
    userId: guest.id,
    kind: kindOf(guest),
    homeTenantId: home?.tenantId ?? null,
    groupIds: groupsOf(here, guest.id),
    roleIds: [...rolesOf(here, guest.id)],
    isMfaRegistered,
  };
}

function kindOf({ userType, creationType }: User): Visitor["kind"] {
  if (creationType === "Invitation") {
    return userType === "Guest" ? "b2bCollaborationGuest" : "b2bCollaborationMember";
  }
  return userType === "Guest" ? "internalGuest" : "member";
}

function trustOf({ store }: Directory, home: Directory | undefined): Trust {
  const { inboundTrust } = effectiveAccess(store.primary(), home?.tenantId ?? null);
  return {
    mfa: inboundTrust?.isMfaAccepted ?? false,
    compliantDevice: inboundTrust?.isCompliantDeviceAccepted ?? false,
    hybridJoinedDevice: inboundTrust?.isHybridAzureADJoinedDeviceAccepted ?? false,
  };
}

/** At home the visitor is one of its own people, at no place that anybody there has named. */
function homeSignIn(home: Directory | undefined, at: Circumstances, canDo: Strength = "mfa"): HomeSignIn {
  if (home === undefined) return { asks: null, canDo };
  const self: Visitor = {
    ...{ userId: "", kind: "member", homeTenantId: home.tenantId },
    ...{ groupIds: [], roleIds: [], isMfaRegistered: true },
  };
  const there = { ...at, appId: null, locationIds: [], isTrustedLocation: false };
  return { ...signInAtHome(listConditionalAccess(home.store.primary()), self, there), canDo };
}
