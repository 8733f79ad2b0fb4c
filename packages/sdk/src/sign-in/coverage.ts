import type { ConditionalAccessPolicy, GuestScope, SignInQuestion } from "../schemas/index.ts";
import { all, any, type Known, not } from "./known.ts";

type Conditions = ConditionalAccessPolicy["conditions"];

/** Whether a policy is about this sign-in, or what that depends on. */
export function isCovered({ conditions }: ConditionalAccessPolicy, question: SignInQuestion): Known {
  return all(
    coversGuest(conditions.users, question),
    coversApplication(conditions.applications, question),
    isListed(conditions.clientAppTypes, question.clientAppType ?? "browser", "which client is used", "all"),
    coversPlace(conditions.locations, question),
    coversPlatform(conditions.platforms, question),
    isListed(conditions.signInRiskLevels, question.signInRisk, "how risky the sign-in looks"),
    isListed(conditions.userRiskLevels, question.userRisk, "how risky the guest looks"),
    isSet(conditions.devices) ? [DEVICE] : true,
  );
}

/** What a device has to say of itself, and a filter of devices wants to know. */
export const DEVICE = "with which device the guest signs in";

/** What only the directory knows of a guest. */
export const GROUPS = "which groups the guest is in";
export const ROLES = "which roles the guest has";

function coversGuest(users: Conditions["users"], question: SignInQuestion): Known {
  const { id, groupIds, roleIds } = question.guest ?? {};
  const excluded = any(
    namesGuest(users.excludeUsers, id),
    isIn(users.excludeGroups, groupIds, GROUPS),
    isIn(users.excludeRoles, roleIds, ROLES),
    isInScope(users.excludeGuestsOrExternalUsers, question),
  );
  const included = any(
    users.includeUsers.includes("All"),
    namesGuest(users.includeUsers, id),
    isIn(users.includeGroups, groupIds, GROUPS),
    isIn(users.includeRoles, roleIds, ROLES),
    isInScope(users.includeGuestsOrExternalUsers, question),
  );
  return all(not(excluded), included);
}

/** Policies from before guests were told apart by kind name them all at once. A guest who is yet to be invited has no id that any could name. */
function namesGuest(users: readonly string[] = [], id: string | undefined): boolean {
  return users.includes("GuestsOrExternalUsers") || (id !== undefined && has(users, id));
}

function isInScope(scope: GuestScope | null | undefined, { homeTenantId, guest }: SignInQuestion): boolean {
  const kind = guest?.userType === "Member" ? "b2bCollaborationMember" : "b2bCollaborationGuest";
  const kinds = scope?.guestOrExternalUserTypes?.split(",").map((one) => one.trim()) ?? [];
  if (!kinds.includes(kind)) return false;
  const tenants = scope?.externalTenants;
  if (tenants?.membershipKind !== "enumerated") return true;
  return homeTenantId !== null && has(tenants.members ?? [], homeTenantId);
}

function coversApplication(applications: Conditions["applications"], { appId }: SignInQuestion): Known {
  const { includeApplications, excludeApplications = [], includeUserActions = [] } = applications;
  if (includeUserActions.length > 0) return false;
  const named = (apps: readonly string[]): Known => {
    if (apps.length === 0 || appId === null) return false;
    return appId === undefined ? ["which application the guest opens"] : has(apps, appId);
  };
  const listed = includeApplications.filter((app) => app !== "All" && app !== "None");
  return all(not(named(excludeApplications)), any(includeApplications.includes("All"), named(listed)));
}

function coversPlace(locations: Conditions["locations"], { location }: SignInQuestion): Known {
  if (!locations) return true;
  const named = (ids: readonly string[] = []): Known => {
    if (ids.includes("All")) return true;
    if (ids.length === 0) return false;
    if (location === undefined) return ["from which place the guest signs in"];
    return (location.isTrusted && ids.includes("AllTrusted")) || location.ids.some((id) => has(ids, id));
  };
  return all(named(locations.includeLocations), not(named(locations.excludeLocations)));
}

function coversPlatform(platforms: Conditions["platforms"], { platform }: SignInQuestion): Known {
  if (!platforms) return true;
  const { includePlatforms = [], excludePlatforms = [] } = platforms;
  const named = (list: readonly string[]): Known => {
    if (list.includes("all")) return true;
    if (list.length === 0) return false;
    return platform === undefined ? ["on which platform the guest signs in"] : has(list, platform);
  };
  return all(named(includePlatforms), not(named(excludePlatforms)));
}

/** A condition that names nothing holds for everything. */
function isListed(
  wanted: readonly string[] | undefined,
  value: string | undefined,
  unknown: string,
  anything?: string,
): Known {
  if (!wanted || wanted.length === 0 || (anything !== undefined && wanted.includes(anything))) return true;
  return value === undefined ? [unknown] : has(wanted, value);
}

function isIn(
  wanted: readonly string[] | undefined,
  ids: readonly string[] | undefined,
  unknown: string,
): Known {
  if (!wanted || wanted.length === 0) return false;
  return ids === undefined ? [unknown] : ids.some((id) => has(wanted, id));
}

function has(list: readonly string[], value: string): boolean {
  return list.some((one) => one.toLowerCase() === value.toLowerCase());
}

function isSet(condition: object | null | undefined): boolean {
  return condition !== null && condition !== undefined;
}
