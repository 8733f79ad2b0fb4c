import type { ConditionalAccessPolicy, GuestScope, SignInQuestion } from "../schemas/index.ts";

/** Whether a policy is about a guest's sign-in in a browser; or what that depends on. */
export type Coverage = "covered" | "not-covered" | { readonly dependsOn: readonly string[] };

export function coverageOf({ conditions }: ConditionalAccessPolicy, question: SignInQuestion): Coverage {
  if (!coversGuest(conditions.users, question) || !coversBrowsers(conditions.clientAppTypes))
    return "not-covered";
  const dependsOn = conditionsLeftOpen(conditions);
  return dependsOn.length > 0 ? { dependsOn } : "covered";
}

type Conditions = ConditionalAccessPolicy["conditions"];

function coversGuest(users: Conditions["users"], question: SignInQuestion): boolean {
  const { includeUsers, excludeUsers = [] } = users;
  if (excludeUsers.includes(ANY_GUEST) || isInScope(users.excludeGuestsOrExternalUsers, question))
    return false;
  const anybody = includeUsers.includes("All") || includeUsers.includes(ANY_GUEST);
  return anybody || isInScope(users.includeGuestsOrExternalUsers, question);
}

/** Some policies are about mail clients of old alone. */
function coversBrowsers(clientAppTypes: readonly string[] | undefined): boolean {
  if (clientAppTypes === undefined || clientAppTypes.length === 0) return true;
  return clientAppTypes.includes("all") || clientAppTypes.includes("browser");
}

/** What a policy looks at beside who signs in: nobody knows it before the sign-in. */
function conditionsLeftOpen(conditions: Conditions): readonly string[] {
  const { includeApplications } = conditions.applications;
  return [
    ...(includeApplications.includes("All") ? [] : ["which application the guest opens"]),
    ...(isSet(conditions.locations) ? ["from which place the guest signs in"] : []),
    ...(isSet(conditions.platforms) || isSet(conditions.devices)
      ? ["with which device the guest signs in"]
      : []),
    ...(isSet(conditions.signInRiskLevels) || isSet(conditions.userRiskLevels)
      ? ["how risky the sign-in looks"]
      : []),
  ];
}

function isSet(condition: object | null | undefined): boolean {
  if (condition === null || condition === undefined) return false;
  return !Array.isArray(condition) || condition.length > 0;
}

/** Policies from before guests were told apart by kind. */
const ANY_GUEST = "GuestsOrExternalUsers";

function isInScope(scope: GuestScope | null | undefined, { homeTenantId }: SignInQuestion): boolean {
  const kinds = scope?.guestOrExternalUserTypes?.split(",").map((kind) => kind.trim()) ?? [];
  if (!kinds.includes("b2bCollaborationGuest")) return false;
  const tenants = scope?.externalTenants;
  const members = (tenants?.members ?? []).map((member) => member.toLowerCase());
  return tenants?.membershipKind !== "enumerated" || members.includes(homeTenantId.toLowerCase());
}
