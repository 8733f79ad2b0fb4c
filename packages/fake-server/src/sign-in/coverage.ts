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
    users.includeUsers.includes("All") ||
    names(users.includeUsers, visitor) ||
    meets(users.includeGroups, visitor.groupIds) ||
    meets(users.includeRoles, visitor.roleIds) ||
    inScope(users.includeGuestsOrExternalUsers, visitor)
  );
}

/** By id; or, as policies did before guests were told apart by kind, all guests at once. */
function names(ids: readonly string[], { userId, kind }: Visitor): boolean {
  return ids.includes(userId) || (kind !== "member" && ids.includes("GuestsOrExternalUsers"));
}

function inScope(scope: GuestScope | null, { kind, homeTenantId }: Visitor): boolean {
  if (scope === null) return false;
  if (!scope.guestOrExternalUserTypes.split(",").some((named) => named.trim() === kind)) return false;
  const { externalTenants } = scope;
  if (externalTenants === null || externalTenants.membershipKind === "all") return true;
  const members = externalTenants.members ?? [];
  return (
    homeTenantId !== null && members.some((member) => member.toLowerCase() === homeTenantId.toLowerCase())
  );
}

function isAboutApplication(
  { includeApplications, excludeApplications, includeUserActions }: Conditions["applications"],
  appId: string | null,
): boolean {
  // What a person does to an account is no sign-in to an application.
  if (includeUserActions.length > 0) return false;
  if (appId !== null && excludeApplications.includes(appId)) return false;
  return includeApplications.includes("All") || (appId !== null && includeApplications.includes(appId));
}

function isAboutPlace(locations: Conditions["locations"], at: Circumstances): boolean {
  if (locations === null) return true;
  const named = (ids: readonly string[]) =>
    ids.includes("All") || (at.isTrustedLocation && ids.includes("AllTrusted")) || meets(ids, at.locationIds);
  return named(locations.includeLocations) && !named(locations.excludeLocations);
}

function isAboutPlatform(platforms: Conditions["platforms"], platform: string): boolean {
  if (platforms === null) return true;
  const included = lists(platforms.includePlatforms, "all") || lists(platforms.includePlatforms, platform);
  return included && !lists(platforms.excludePlatforms, platform);
}

/** A condition that is not set holds for everything. */
function holds(wanted: readonly string[], value: string, anything?: string): boolean {
  return wanted.length === 0 || lists(wanted, value) || (anything !== undefined && lists(wanted, anything));
}

/** Names of Graph's mean the same in upper and lower case. */
function lists(names: readonly string[], name: string): boolean {
  return names.some((one) => one.toLowerCase() === name.toLowerCase());
}

function meets(wanted: readonly string[], ids: readonly string[]): boolean {
  return wanted.some((id) => ids.includes(id));
}
