import type { Directory } from "./directory.ts";
import { refuseWithoutRole } from "./directory-roles.ts";
import { type Principal, refuseWithoutPermission } from "./principal.ts";
import { roleIds } from "./role-templates.ts";
import { updateUser } from "./user-changes.ts";
import { type Access, getUser } from "./users.ts";

const WHO_MAY = ["User.RevokeSessions.All", "User.ReadWrite.All", "Directory.ReadWrite.All"];
const REVOKERS = roleIds([
  "Global Administrator",
  "User Administrator",
  "Helpdesk Administrator",
  "Directory Writers",
]);

/**
 * Ends the sessions that a user has here: a guest's at home go on. Users do it for themselves, and administrators for
 * others.
 *
 * @see https://learn.microsoft.com/graph/api/user-revokesigninsessions
 */
export function revokeSignInSessions(
  directory: Directory,
  access: Access,
  principal: Principal,
  key: string,
): void {
  refuseWithoutPermission(principal, WHO_MAY);
  const { id } = getUser(access.view, key);
  if (principal.userId !== id) refuseWithoutRole(access, principal, REVOKERS);
  updateUser(access, id, { signInSessionsValidFromDateTime: directory.timestamp() });
}
