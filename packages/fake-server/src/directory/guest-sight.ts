import { authorizationPolicy } from "./authorization-policy.ts";
import type { User } from "./directory-object.ts";
import { allGroupsOf } from "./group-members.ts";
import type { Principal } from "./principal.ts";
import { Refusal } from "./refusal.ts";
import { type Access, findUser } from "./users.ts";

/** Guests who read as members do. */
const LIKE_A_MEMBER = "a0b1b346-4d3e-4e8b-98f8-753987be4970";
/** Guests who see nobody but themselves, and no groups but their own. */
const RESTRICTED = "2af84b1e-32c8-42b7-82bc-daa82404023b";

/**
 * Refuses a guest who is not shown what he asks for: by default guests find single people, and list nobody.
 *
 * @see https://learn.microsoft.com/entra/identity/users/users-restrict-guest-permissions
 */
export function refuseGuestSeeing(access: Access, { userId }: Principal, whom: "everybody" | string): void {
  const caller = guestIn(access, userId);
  if (caller === undefined) return;
  const { guestUserRoleId } = authorizationPolicy(access.viewAs("rights"));
  if (guestUserRoleId === LIKE_A_MEMBER) return;
  const isSelf = [caller.id, caller.userPrincipalName.toLowerCase()].includes(whom.toLowerCase());
  if (isSelf || (whom !== "everybody" && guestUserRoleId !== RESTRICTED)) return;
  throw new Refusal({ reason: "privileges-insufficient" });
}

/**
 * Refuses a guest who is shown no groups but his own, where he asks for another, or for all.
 *
 * @see https://learn.microsoft.com/entra/fundamentals/users-default-permissions
 */
export function refuseGuestSeeingGroup(access: Access, { userId }: Principal, which: "all" | string): void {
  const caller = guestIn(access, userId);
  if (caller === undefined) return;
  if (authorizationPolicy(access.viewAs("rights")).guestUserRoleId !== RESTRICTED) return;
  if (!allGroupsOf(access.view, caller.id).includes(which.toLowerCase())) {
    throw new Refusal({ reason: "privileges-insufficient" });
  }
}

function guestIn({ primary }: Access, userId: string | undefined): User | undefined {
  const caller = userId === undefined ? undefined : findUser(primary, userId);
  return caller?.userType === "Guest" ? caller : undefined;
}
