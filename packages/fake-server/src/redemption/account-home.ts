import { type Account, type Directory, type HomeOf, redeemsAutomatically } from "../directory/index.ts";

/** The directory in which an account lives; `undefined` for one of no Entra directory. */
export function homeOf(directory: Directory, account: Account | null): HomeOf | undefined {
  if (account?.kind !== "organisation") return undefined;
  return directory.homeOf(domainOf(account));
}

export function domainOf({ address }: Account): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}

/** Whether the guest is not asked for consent, because both organisations have agreed on that. */
export function isSparedConsent(directory: Directory, account: Account): boolean {
  return account.kind === "organisation" && redeemsAutomatically(directory, domainOf(account));
}
