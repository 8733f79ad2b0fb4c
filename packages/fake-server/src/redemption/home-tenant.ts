import { type Account, type Directory, redeemsAutomatically } from "../directory/index.ts";

/** The directory in which an account lives; null for one of no Entra directory. */
export function homeTenantOf(directory: Directory, account: Account | null): string | null {
  if (account?.kind !== "organisation") return null;
  return directory.homeOf(domainOf(account))?.tenantId ?? null;
}

export function domainOf({ address }: Account): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}

/** Whether the guest is not asked for consent, because both organisations have agreed on that. */
export function isSparedConsent(directory: Directory, account: Account): boolean {
  return account.kind === "organisation" && redeemsAutomatically(directory, domainOf(account));
}
