import type { ConditionalAccessPolicy, GuestScope, SignInQuestion } from "../schemas/index.ts";
import { all, any, type Known, takesIn } from "./known.ts";
import { has } from "./named.ts";
import { setsOnly, whether } from "./unknown-part.ts";

/** What only the directory knows of a guest. */
export const GROUPS = "which groups the guest is in";
export const ROLES = "which roles the guest has";
export const USER_TYPE = "whether the account is a guest's or a member's here";

/** Whether a policy is about this guest, or what that depends on. */
export function coversGuest(policy: ConditionalAccessPolicy, question: SignInQuestion): Known {
  const { users } = policy.conditions;
  const { id, groupIds, roleIds } = question.guest ?? {};
  const excluded = any(
    namesGuest(users.excludeUsers, id),
    isIn(users.excludeGroups, groupIds, GROUPS),
    isIn(users.excludeRoles, roleIds, ROLES),
    isInScope(users.excludeGuestsOrExternalUsers, question, policy),
  );
  const included = any(
    has(users.includeUsers, "All"),
    namesGuest(users.includeUsers, id),
    isIn(users.includeGroups, groupIds, GROUPS),
    isIn(users.includeRoles, roleIds, ROLES),
    isInScope(users.includeGuestsOrExternalUsers, question, policy),
  );
  return takesIn(included, excluded, setsOnly(OF_USERS, users, policy));
}

const OF_USERS = [
  ...["includeUsers", "includeGroups", "includeRoles", "includeGuestsOrExternalUsers"],
  ...["excludeUsers", "excludeGroups", "excludeRoles", "excludeGuestsOrExternalUsers"],
];
const OF_SCOPE = ["guestOrExternalUserTypes", "externalTenants"];
const OF_TENANTS = ["membershipKind", "members"];

/** Policies from before guests were told apart by kind name them all at once. A guest who is yet to be invited has no id that any could name. */
function namesGuest(users: readonly string[] = [], id: string | undefined): boolean {
  return has(users, "GuestsOrExternalUsers") || (id !== undefined && has(users, id));
}

function isIn(
  wanted: readonly string[] | undefined,
  ids: readonly string[] | undefined,
  unknown: string,
): Known {
  if (!wanted || wanted.length === 0) return false;
  return ids === undefined ? [unknown] : ids.some((id) => has(wanted, id));
}

const KINDS = [
  ...["none", "internalGuest", "b2bCollaborationGuest", "b2bCollaborationMember"],
  ...["b2bDirectConnectUser", "otherExternalUser", "serviceProvider"],
];

function isInScope(
  scope: GuestScope | null | undefined,
  question: SignInQuestion,
  policy: ConditionalAccessPolicy,
): Known {
  if (!scope) return false;
  return all(
    isOfKind(scope, question, policy),
    isOfTenants(scope, question, policy),
    setsOnly(OF_SCOPE, scope, policy),
  );
}

function isOfKind(
  { guestOrExternalUserTypes }: GuestScope,
  { guest }: SignInQuestion,
  policy: ConditionalAccessPolicy,
): Known {
  const { id, userType = id === undefined ? "Guest" : undefined } = guest ?? {};
  const kinds = guestOrExternalUserTypes?.split(",").map((one) => one.trim()) ?? [];
  const named = { Guest: has(kinds, "b2bCollaborationGuest"), Member: has(kinds, "b2bCollaborationMember") };
  if (userType === undefined && named.Guest !== named.Member) return [USER_TYPE];
  if (named[userType ?? "Guest"]) return true;
  const others = kinds.filter((one) => one !== "" && !has(KINDS, one));
  return others.length > 0 && whether(others, policy);
}

function isOfTenants(
  { externalTenants: tenants }: GuestScope,
  { homeTenantId }: SignInQuestion,
  policy: ConditionalAccessPolicy,
): Known {
  if (!tenants || tenants.membershipKind === "all") return true;
  if (tenants.membershipKind !== "enumerated") return whether(["externalTenants"], policy);
  const isNamed = homeTenantId !== null && has(tenants.members ?? [], homeTenantId);
  return all(isNamed, setsOnly(OF_TENANTS, tenants, policy));
}
