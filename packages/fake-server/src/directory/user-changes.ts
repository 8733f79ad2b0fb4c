import type { User } from "./directory-object.ts";
import { Refusal } from "./refusal.ts";
import { refuseTakenAddresses, refuseTakenName } from "./uniqueness.ts";
import { refuseLong } from "./user-lengths.ts";
import { type Access, findUser, getUser, userOf } from "./users.ts";

export type UserChanges = Partial<Omit<User, "kind" | "id" | "deletedAt">>;

/** Changes a user that the caller's instance knows. */
export function updateUser(access: Access, key: string, changes: UserChanges): void {
  const seen = getUser(access.view, key);
  const current = findUser(access.primary, seen.id);
  if (current === undefined) throw new Refusal({ reason: "resource-not-found", id: key });
  refuseLong(changes);
  const changed = userOf({ ...current, ...changes, ...withMail(current, changes.mail) });
  refuseTakenName(access, changed);
  if (changed.mail !== current.mail) refuseTakenAddresses(access, changed);
  access.commit("users.update", new Map([[changed.id, changed]]));
}

/** A new primary address; the old one stays behind as a secondary one. What is no address for mail stays as it is. */
export function withMail(user: User, mail: string | null | undefined): Partial<User> {
  if (mail === undefined || mail === null || mail === user.mail) return {};
  const primary = `SMTP:${mail}`;
  const others = user.proxyAddresses.filter((proxy) => proxy.toLowerCase() !== primary.toLowerCase());
  return { mail, proxyAddresses: [primary, ...others.map((proxy) => proxy.replace(/^SMTP:/, "smtp:"))] };
}
