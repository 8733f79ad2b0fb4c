import type { User } from "./directory-object.ts";
import { Refusal } from "./refusal.ts";
import { type Access, findByAddress } from "./users.ts";

/** Uniqueness is judged at the primary: two users may collide before either can be seen by the other's caller. */
export function refuseTakenName(access: Access, user: User): void {
  const name = user.userPrincipalName.toLowerCase();
  const taken = findByAddress(access.primary, name).some(
    (other) => other.id !== user.id && other.userPrincipalName.toLowerCase() === name,
  );
  if (taken) throw new Refusal({ reason: "name-taken", property: "userPrincipalName" });
}

/** Two users never have one address for mail, be it the first of one and a secondary of the other. */
export function refuseTakenAddresses(access: Access, user: User): void {
  for (const address of addressesOf(user)) {
    const taken = findByAddress(access.primary, address).some(
      (other) => other.id !== user.id && addressesOf(other).includes(address),
    );
    if (taken) throw new Refusal({ reason: "name-taken", property: "proxyAddresses" });
  }
}

/** Without the scheme in front, which tells the first address from the others by its case. */
function addressesOf({ proxyAddresses }: User): readonly string[] {
  return proxyAddresses.map((proxy) => proxy.slice(proxy.indexOf(":") + 1).toLowerCase());
}
