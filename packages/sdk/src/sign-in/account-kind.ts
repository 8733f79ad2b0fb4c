import type { SignInQuestion } from "../schemas/index.ts";
import type { Known } from "./known.ts";
import { has } from "./named.ts";

export const USER_TYPE = "whether the account is a guest's or a member's here";

/** What policies call those who are not simply the directory's own people. */
export const KINDS = [
  ...["none", "internalGuest", "b2bCollaborationGuest", "b2bCollaborationMember"],
  ...["b2bDirectConnectUser", "otherExternalUser", "serviceProvider"],
];

/** Whether an account is of one of these kinds. A member of the directory's own people is of none. */
export function isOfKinds(kinds: readonly string[], { guest }: SignInQuestion): Known {
  const { id, userType = id === undefined ? "Guest" : undefined } = guest ?? {};
  const [asGuest, asMember] = isOwn(guest)
    ? [has(kinds, "internalGuest"), false]
    : [has(kinds, "b2bCollaborationGuest"), has(kinds, "b2bCollaborationMember")];
  if (userType === undefined && asGuest !== asMember) return [USER_TYPE];
  return userType === "Member" ? asMember : asGuest;
}

/**
 * Whether an account lives in this directory: whoever was neither invited nor has signed up by a user flow is no B2B guest,
 * whatever its user type.
 *
 * @see https://learn.microsoft.com/graph/api/resources/user for `creationType`
 * @see https://learn.microsoft.com/entra/external-id/authentication-conditional-access for the kinds
 */
export function isOwn({ creationType }: NonNullable<SignInQuestion["guest"]> = {}): boolean {
  return creationType !== undefined && !has(["Invitation", "SelfServiceSignUp"], creationType ?? "");
}
