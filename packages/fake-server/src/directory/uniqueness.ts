import type { User } from "./directory-object.ts";
import { Refusal } from "./refusal.ts";
import { type Access, findByAddress, userOf } from "./users.ts";

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
  if (addressesOf(user).some((address) => isTaken(access, user, address))) {
    throw new Refusal({ reason: "name-taken", property: "proxyAddresses" });
  }
}

/** A user without the addresses for mail that another has. */
export function withFreeAddresses(access: Access, user: User): User {
  const proxyAddresses = user.proxyAddresses.filter((proxy) => !isTaken(access, user, addressOf(proxy)));
  return proxyAddresses.length === user.proxyAddresses.length ? user : userOf({ ...user, proxyAddresses });
}

function isTaken({ primary }: Access, { id }: User, address: string): boolean {
  return findByAddress(primary, address).some(
    (other) => other.id !== id && addressesOf(other).includes(address),
  );
}

function addressesOf({ proxyAddresses }: User): readonly string[] {
  return proxyAddresses.map(addressOf);
}

/** Without the scheme in front, which tells the first address from the others by its case. */
function addressOf(proxy: string): string {
  return proxy.slice(proxy.indexOf(":") + 1).toLowerCase();
}
