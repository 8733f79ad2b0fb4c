import type { Directory } from "./directory.ts";
import type { User } from "./directory-object.ts";
import { Refusal } from "./refusal.ts";
import { refuseTakenAddresses, refuseTakenName } from "./uniqueness.ts";
import { refuseValues } from "./user-values.ts";
import { type Access, findUser, getUser, userOf } from "./users.ts";

export type UserChanges = Partial<Omit<User, "kind" | "id" | "deletedAt">>;

/** Changes a user that the caller's instance knows. */
export function updateUser(directory: Directory, access: Access, key: string, changes: UserChanges): void {
  const seen = getUser(access.view, key);
  const current = findUser(access.primary, seen.id);
  if (current === undefined) throw new Refusal({ reason: "resource-not-found", id: key });
  refuseValues(directory, changed(current, changes));
  const user = userOf({ ...current, ...changes, ...withMail(current, changes.mail) });
  refuseTakenName(access, user);
  if (user.mail !== current.mail) refuseTakenAddresses(access, user);
  access.commit("users.update", new Map([[user.id, user]]));
}

/** What is said anew: what a user has already may be said again, whatever it is. */
function changed(current: User, changes: UserChanges): UserChanges {
  return Object.fromEntries(
    Object.entries(changes).filter(([name, value]) => value !== current[name as keyof User]),
  );
}

/** A new primary address; the old one stays behind as a secondary one. What is no address for mail stays as it is. */
export function withMail(user: User, mail: string | null | undefined): Partial<User> {
  if (mail === undefined || mail === null || mail === user.mail) return {};
  const primary = `SMTP:${mail}`;
  const others = user.proxyAddresses.filter((proxy) => proxy.toLowerCase() !== primary.toLowerCase());
  return { mail, proxyAddresses: [primary, ...others.map((proxy) => proxy.replace(/^SMTP:/, "smtp:"))] };
}
