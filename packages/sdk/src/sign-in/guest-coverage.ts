import {
  type ConditionalAccessPolicy,
  type GuestScope,
  isGuid,
  type SignInQuestion,
} from "../schemas/index.ts";
import { isOfKinds, isOwn, KINDS } from "./account-kind.ts";
import { all, any, type Known, takesIn } from "./known.ts";
import { has } from "./named.ts";
import { setsOnly, whether } from "./unknown-part.ts";

/** What only the directory knows of a guest. */
export const GROUPS = "which groups the guest is in";
export const ROLES = "which roles the guest has";

/** Whether a policy is about this guest, or what that depends on. */
export function coversGuest(policy: ConditionalAccessPolicy, question: SignInQuestion): Known {
  const { users } = policy.conditions;
  const { groupIds, roleIds } = question.guest ?? {};
  const excluded = any(
    namesGuest(users.excludeUsers, question),
    isIn(users.excludeGroups, groupIds, GROUPS),
    isIn(users.excludeRoles, roleIds, ROLES),
    isInScope(users.excludeGuestsOrExternalUsers, question, policy),
  );
  const included = any(
    has(users.includeUsers, "All"),
    namesGuest(users.includeUsers, question),
    isIn(users.includeGroups, groupIds, GROUPS),
    isIn(users.includeRoles, roleIds, ROLES),
    isInScope(users.includeGuestsOrExternalUsers, question, policy),
  );
  return takesIn(included, excluded, setsOnly(OF_USERS, users, policy));
}

const WHO = "who it is, by object id";

const OF_USERS = [
  ...["includeUsers", "includeGroups", "includeRoles", "includeGuestsOrExternalUsers"],
  ...["excludeUsers", "excludeGroups", "excludeRoles", "excludeGuestsOrExternalUsers"],
];
const OF_SCOPE = ["guestOrExternalUserTypes", "externalTenants"];
const OF_TENANTS = ["membershipKind", "members"];

/**
 * Policies from before guests were told apart by kind name them all at once. A guest who is yet to be invited has no id that
 * any could name; one of the directory's own people has one, said or not.
 */
function namesGuest(users: readonly string[] = [], question: SignInQuestion): Known {
  const id = question.guest?.id;
  const isSomebody = id === undefined && isOwn(question.guest) && users.some(isGuid);
  return any(
    isSomebody ? [WHO] : id !== undefined && has(users, id),
    has(users, "GuestsOrExternalUsers") && isOfKinds(KINDS, question),
  );
}

function isIn(
  wanted: readonly string[] | undefined,
  ids: readonly string[] | undefined,
  unknown: string,
): Known {
  if (!wanted || wanted.length === 0) return false;
  return ids === undefined ? [unknown] : ids.some((id) => has(wanted, id));
}

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
  question: SignInQuestion,
  policy: ConditionalAccessPolicy,
): Known {
  const kinds = guestOrExternalUserTypes?.split(",").map((one) => one.trim()) ?? [];
  const named = isOfKinds(kinds, question);
  if (named !== false) return named;
  const others = kinds.filter((one) => one !== "" && !has(KINDS, one));
  return others.length > 0 && all(isOfKinds(KINDS, question), whether(others, policy));
}

function isOfTenants(
  { externalTenants: tenants }: GuestScope,
  question: SignInQuestion,
  policy: ConditionalAccessPolicy,
): Known {
  if (!tenants || tenants.membershipKind === "all") return true;
  const { homeTenantId } = question;
  // Whether organisations that are listed leave out who is of none but this one, no page tells.
  if (tenants.membershipKind !== "enumerated" || isOwn(question.guest))
    return whether(["externalTenants"], policy);
  const isNamed = homeTenantId !== null && has(tenants.members ?? [], homeTenantId);
  return all(isNamed, setsOnly(OF_TENANTS, tenants, policy));
}
