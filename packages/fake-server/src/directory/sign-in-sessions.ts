import type { Directory } from "./directory.ts";
import { updateUser } from "./user-changes.ts";
import { type Access, getUser } from "./users.ts";

/**
 * Ends the sessions that a user has here: a guest's at home go on. Users do it for themselves, and administrators for
 * others.
 *
 * @see https://learn.microsoft.com/graph/api/user-revokesigninsessions
 */
export function revokeSignInSessions(directory: Directory, access: Access, key: string): void {
  const { id } = getUser(access.view, key);
  updateUser(directory, access, id, { signInSessionsValidFromDateTime: directory.timestamp() });
}
