import { type AllowInvitesFrom, authorizationPolicy } from "./authorization-policy.ts";
import { ownRoles, rolesOf } from "./directory-roles.ts";
import { holdsPermission, type Principal } from "./principal.ts";
import { Refusal } from "./refusal.ts";
import { roleIds } from "./role-templates.ts";
import { type Access, findUser } from "./users.ts";

/**
 * The least permission, and those that include it.
 *
 * @see https://learn.microsoft.com/graph/api/invitation-post
 */
const LEAST = "User.Invite.All";
const HIGHER = ["User.ReadWrite.All", "Directory.ReadWrite.All"];
/** Who may invite where the directory leaves it to administrators and guest inviters; the same page names them. */
const INVITERS = roleIds([
  "Global Administrator",
  "User Administrator",
  "Directory Writers",
  "Guest Inviter",
]);
/** Who may let a guest redeem anew. A Guest Inviter may not. */
const RESETTERS = roleIds(["Global Administrator", "User Administrator", "Helpdesk Administrator"]);

/** Refuses a caller who may not invite. Rights are judged where they are kept, which learns of changes late. */
export function refuseInviter(access: Access, principal: Principal): void {
  const { allowInvitesFrom } = authorizationPolicy(access.viewAs("rights"));
  const allowed =
    principal.userId === undefined
      ? letsApplication(allowInvitesFrom, principal)
      : letsUser(allowInvitesFrom, access, principal.userId);
  if (!allowed) throw new Refusal({ reason: "inviting-not-allowed" });
}

/**
 * An application with the least permission invites unless nobody may. That one with nothing but a higher permission is
 * refused where it is left to administrators was seen by others; what roles it has does not matter.
 */
function letsApplication(setting: AllowInvitesFrom, principal: Principal): boolean {
  if (setting === "none") return false;
  return setting !== "adminsAndGuestInviters" || holdsPermission(principal, [LEAST]);
}

function letsUser(setting: AllowInvitesFrom, access: Access, userId: string): boolean {
  if (setting === "none" || setting === "everyone") return setting === "everyone";
  const isMember = findUser(access.primary, userId)?.userType === "Member";
  if (setting === "adminsGuestInvitersAndAllMembers" && isMember) return true;
  return hasOneOf(access, userId, INVITERS);
}

/**
 * Refuses a caller who may not let this guest redeem anew: that takes more than inviting.
 *
 * @see https://learn.microsoft.com/entra/external-id/reset-redemption-status
 */
export function refuseResetter(access: Access, principal: Principal, guestId: string): void {
  const isLet =
    principal.userId === undefined
      ? ownRoles(access.primary, guestId).length === 0
      : hasOneOf(access, principal.userId, RESETTERS);
  if (!isLet || !holdsPermission(principal, HIGHER)) throw new Refusal({ reason: "reset-not-allowed" });
}

function hasOneOf(access: Access, userId: string, roles: readonly string[]): boolean {
  const held = rolesOf(access.viewAs("rights"), userId);
  return roles.some((role) => held.has(role));
}
