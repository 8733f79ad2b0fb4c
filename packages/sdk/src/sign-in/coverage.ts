import type { ConditionalAccessPolicy, SignInQuestion } from "../schemas/index.ts";
import { coversGuest } from "./guest-coverage.ts";
import { all, type Known, takesIn } from "./known.ts";
import { has } from "./named.ts";
import { setsOnly, whether } from "./unknown-part.ts";

/** Whether a policy is about this sign-in, or what that depends on. */
export function isCovered(policy: ConditionalAccessPolicy, question: SignInQuestion): Known {
  const { conditions } = policy;
  return all(
    coversGuest(policy, question),
    coversApplication(policy, question),
    isListed("clientAppTypes", question.clientAppType ?? "browser", "which client is used", policy),
    coversPlace(policy, question),
    coversPlatform(policy, question),
    isListed("signInRiskLevels", question.signInRisk, "how risky the sign-in looks", policy),
    isListed("userRiskLevels", question.userRisk, "how risky the guest looks", policy),
    setsOnly(JUDGED, conditions, policy),
  );
}

const JUDGED = [
  ...["users", "applications", "clientAppTypes", "locations", "platforms"],
  ...["signInRiskLevels", "userRiskLevels"],
];
const OF_APPLICATIONS = ["includeApplications", "excludeApplications", "includeUserActions"];
const OF_LOCATIONS = ["includeLocations", "excludeLocations"];
const OF_PLATFORMS = ["includePlatforms", "excludePlatforms"];

const APP_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function coversApplication(policy: ConditionalAccessPolicy, { appId }: SignInQuestion): Known {
  const { applications } = policy.conditions;
  const { includeApplications, excludeApplications = [], includeUserActions = [] } = applications;
  if (includeUserActions.length > 0) return false;
  const named = (names: readonly string[]): Known => {
    const apps = names.filter((name) => !has(["All", "None"], name));
    if (has(names, "All")) return true;
    if (apps.length === 0 || appId === null) return false;
    if (appId !== undefined && has(apps, appId)) return true;
    // Names such as `Office365` stand for many applications, and which those are changes.
    const groups = whether(
      apps.filter((app) => !APP_ID.test(app)),
      policy,
    );
    if (appId === undefined) return ["which application the guest opens", ...groups];
    return groups.length > 0 && groups;
  };
  const rest = setsOnly(OF_APPLICATIONS, applications, policy);
  return takesIn(named(includeApplications), named(excludeApplications), rest);
}

function coversPlace(policy: ConditionalAccessPolicy, { location }: SignInQuestion): Known {
  const { locations } = policy.conditions;
  if (!locations) return true;
  const named = (ids: readonly string[] = []): Known => {
    if (has(ids, "All")) return true;
    if (ids.length === 0) return false;
    if (location === undefined) return ["from which place the guest signs in"];
    return (location.isTrusted && has(ids, "AllTrusted")) || location.ids.some((id) => has(ids, id));
  };
  const rest = setsOnly(OF_LOCATIONS, locations, policy);
  return takesIn(named(locations.includeLocations), named(locations.excludeLocations), rest);
}

function coversPlatform(policy: ConditionalAccessPolicy, { platform }: SignInQuestion): Known {
  const { platforms } = policy.conditions;
  if (!platforms) return true;
  const named = (list: readonly string[] = []): Known => {
    if (has(list, "all")) return true;
    if (list.length === 0) return false;
    if (platform === undefined) return ["on which platform the guest signs in"];
    return isAmong(list, platform, "platforms", policy);
  };
  const rest = setsOnly(OF_PLATFORMS, platforms, policy);
  return takesIn(named(platforms.includePlatforms), named(platforms.excludePlatforms), rest);
}

/** A condition that names nothing holds for everything. */
function isListed(
  condition: "clientAppTypes" | "signInRiskLevels" | "userRiskLevels",
  value: string | undefined,
  unknown: string,
  policy: ConditionalAccessPolicy,
): Known {
  const wanted = policy.conditions[condition] ?? [];
  if (wanted.length === 0 || (condition === "clientAppTypes" && has(wanted, "all"))) return true;
  return value === undefined ? [unknown] : isAmong(wanted, value, condition, policy);
}

/** Whether a list names a value. Graph hides what is newer than the request behind one name for all of it. */
function isAmong(
  list: readonly string[],
  value: string,
  condition: string,
  policy: ConditionalAccessPolicy,
): Known {
  return has(list, value) || (has(list, "unknownFutureValue") && whether([condition], policy));
}
