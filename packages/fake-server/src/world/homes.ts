import { type Account, type Directory, linkedAccount, type User } from "../directory/index.ts";

/** Which directory holds a domain; `undefined` where none does. */
export type HomeOfDomain = (domain: string) => Directory | undefined;

/** The directory in which an account lives; `undefined` for one of no Entra directory. */
export function homeOfAccount(homes: HomeOfDomain, { kind, address }: Account): Directory | undefined {
  return kind === "organisation" ? homes(domainOf(address)) : undefined;
}

/**
 * The directory in which a user's account lives: of the one that was redeemed with, or else by the address. Whoever was
 * never invited to `directory` lives there, whatever the address.
 */
export function homeOfUser(homes: HomeOfDomain, directory: Directory, user: User): Directory | undefined {
  if (user.creationType !== "Invitation") return directory;
  const linked = linkedAccount(user);
  return linked ? homeOfAccount(homes, linked) : homes(domainOf(user.mail ?? user.userPrincipalName));
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}
