import {
  acceptInvitation,
  type Directory,
  holderOf,
  readRedeemUrl,
  takesDomain,
  type User,
} from "../directory/index.ts";
import type { Faults } from "../faults/index.ts";
import type { Blocked, Challenge } from "../sign-in/index.ts";
import { type SignInCircumstances, signInTo } from "./sign-in.ts";

/** What became of a guest who followed a redeem link. */
export interface Redemption {
  readonly accepted: boolean;
  /** Why not; `undefined` where it was accepted. */
  readonly refusedBecause: "link-not-valid" | "domain-not-taken" | Blocked | undefined;
  /** The prompts that the guest saw, in order. */
  readonly challenges: readonly Challenge[];
  /** Where the browser landed; `undefined` where the guest was not let in. */
  readonly redirectUrl: string | undefined;
}

/** What redeeming has to know of the world. */
export interface Homes {
  readonly byTenantId: (
    tenantId: string,
  ) => { readonly directory: Directory; readonly faults: Faults } | undefined;
  readonly byDomain: (domain: string) => Directory | undefined;
}

/** Follows a redeem link as the guest would: signs in, and accepts. */
export function redeem(homes: Homes, redeemUrl: string, circumstances: SignInCircumstances = {}): Redemption {
  const link = readRedeemUrl(redeemUrl);
  const tenant = link && homes.byTenantId(link.tenantId);
  const holder = link && tenant && holderOf(tenant.directory, link);
  if (!tenant || !holder) return refused("link-not-valid", []);
  const { directory, faults } = tenant;
  const fault = faults.nextRedemption();
  if (fault?.effect === "link-expired") return refused("link-not-valid", []);
  // Whoever has redeemed before keeps what he has.
  const isPending = holder.guest.externalUserState === "PendingAcceptance";
  if (isPending && !takesDomain(directory, domainOf(holder.guest))) return refused("domain-not-taken", []);
  const home = homes.byDomain(domainOf(holder.guest));
  const { blocked, challenges } = signInTo(directory, holder.guest, home, circumstances);
  if (blocked) return refused(blocked.because, challenges);
  if (fault?.effect === "state-lags") stallEverywhere(directory, fault.forMs);
  const account = fault?.effect === "redeemed-by-another-account" ? OTHER_ACCOUNT : undefined;
  acceptInvitation(directory, holder.guest, home === undefined ? "mail" : "ExternalAzureAD", account);
  return { accepted: true, refusedBecause: undefined, challenges, redirectUrl: holder.redirectUrl };
}

/** A forwarded mail: whoever holds the link can redeem it, with an account of their own. */
const OTHER_ACCOUNT = "somebody.else@elsewhere.example";

/** Lets no instance apply anything for a while. */
function stallEverywhere({ store, now }: Directory, ms: number): void {
  for (const reader of store.readers) reader.stall(now() + ms);
}

function refused(refusedBecause: Redemption["refusedBecause"], challenges: readonly Challenge[]): Redemption {
  return { accepted: false, refusedBecause, challenges, redirectUrl: undefined };
}

/** Where a user's own address is at home. */
export function domainOf({ mail, userPrincipalName }: User): string {
  const address = mail ?? userPrincipalName;
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}
