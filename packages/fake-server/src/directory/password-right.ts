import { holdsPermission, type Principal } from "./principal.ts";
import { Refusal } from "./refusal.ts";
import { hasRoleFor } from "./user-right.ts";
import type { Access } from "./users.ts";

/**
 * Refuses an application on its own that would set a password and has neither the permission for passwords nor a role for
 * them: what writes everything else of users is not enough.
 *
 * @see https://learn.microsoft.com/graph/api/user-update
 */
export function refuseSettingPassword(access: Access, caller: Principal): void {
  const { userId, principalId = "" } = caller;
  if (userId !== undefined || holdsPermission(caller, ["User-PasswordProfile.ReadWrite.All"])) return;
  if (hasRoleFor(access.viewAs("rights"), principalId, "users/password/update")) return;
  throw new Refusal({ reason: "privileges-insufficient" });
}
