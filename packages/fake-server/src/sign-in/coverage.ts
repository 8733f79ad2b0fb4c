import type { ConditionalAccessPolicy, Conditions, GuestScope } from "../directory/index.ts";
import type { Circumstances, Visitor } from "./attempt.ts";

/** Whether a policy is about this sign-in: every condition that it sets has to hold. */
export function covers(
  { conditions }: ConditionalAccessPolicy,
  visitor: Visitor,
  at: Circumstances,
): boolean {
  return (
    isAboutVisitor(conditions.users, visitor) &&
    isAboutApplication(conditions.applications, at.appId) &&
    holds(conditions.clientAppTypes, at.clientAppType, "all") &&
    isAboutPlace(conditions.locations, at) &&
    isAboutPlatform(conditions.platforms, at.platform) &&
    holds(conditions.signInRiskLevels, at.signInRisk) &&
    holds(conditions.userRiskLevels, at.userRisk)
  );
}

type Users = Conditions["users"];

/** An exclusion wins over every inclusion. */
function isAboutVisitor(users: Users, visitor: Visitor): boolean {
  const isExcluded =
    names(users.excludeUsers, visitor) ||
    meets(users.excludeGroups, visitor.groupIds) ||
    meets(users.excludeRoles, visitor.roleIds) ||
    inScope(users.excludeGuestsOrExternalUsers, visitor);
  if (isExcluded) return false;
  return (
    lists(users.includeUsers, "All") ||
    names(users.includeUsers, visitor) ||
    meets(users.includeGroups, visitor.groupIds) ||
    meets(users.includeRoles, visitor.roleIds) ||
    inScope(users.includeGuestsOrExternalUsers, visitor)
  );
}

/** By id; or, as policies did before guests were told apart by kind, all guests at once. */
function names(ids: readonly string[], { userId, kind }: Visitor): boolean {
  return lists(ids, userId) || (kind !== "member" && lists(ids, "GuestsOrExternalUsers"));
}

function inScope(scope: GuestScope | null, { kind, homeTenantId }: Visitor): boolean {
  if (scope === null) return false;
  if (!scope.guestOrExternalUserTypes.split(",").some((named) => named.trim() === kind)) return false;
  const { externalTenants } = scope;
  // Tenants are listed for those from outside alone: an internal guest is of none. What no page tells is assumed.
  if (externalTenants === null || externalTenants.membershipKind === "all" || kind === "internalGuest")
    return true;
  const members = externalTenants.members ?? [];
  return homeTenantId !== null && lists(members, homeTenantId);
}

function isAboutApplication(
  { includeApplications, excludeApplications, includeUserActions }: Conditions["applications"],
  appId: string | null,
): boolean {
  // What a person does to an account is no sign-in to an application.
  if (includeUserActions.length > 0) return false;
  const named = (apps: readonly string[]) => lists(apps, "All") || (appId !== null && lists(apps, appId));
  return named(includeApplications) && !named(excludeApplications);
}

function isAboutPlace(locations: Conditions["locations"], at: Circumstances): boolean {
  if (locations === null) return true;
  const named = (ids: readonly string[]) =>
    lists(ids, "All") || (at.isTrustedLocation && lists(ids, "AllTrusted")) || meets(ids, at.locationIds);
  return named(locations.includeLocations) && !named(locations.excludeLocations);
}

function isAboutPlatform(platforms: Conditions["platforms"], platform: string): boolean {
  if (platforms === null) return true;
  const named = (names: readonly string[]) => lists(names, "all") || lists(names, platform);
  return named(platforms.includePlatforms) && !named(platforms.excludePlatforms);
}

/** A condition that is not set holds for everything. */
function holds(wanted: readonly string[], value: string, anything?: string): boolean {
  return wanted.length === 0 || lists(wanted, value) || (anything !== undefined && lists(wanted, anything));
}

/** Ids, and names of Graph's, mean the same in upper and lower case. */
function lists(names: readonly string[], name: string): boolean {
  return names.some((one) => one.toLowerCase() === name.toLowerCase());
}

function meets(wanted: readonly string[], ids: readonly string[]): boolean {
  return ids.some((id) => lists(wanted, id));
}
