import type { View } from "../replication/index.ts";
import type { Directory } from "./directory.ts";
import type { DirectoryObject, User } from "./directory-object.ts";
import { GOOGLE_DOMAINS } from "./personal-accounts.ts";
import type { Account, AccountKind } from "./redemption-record.ts";

/** The identity providers that are tried in order, under the names of the cross-tenant access settings. */
export type PrimaryProvider = "azureActiveDirectory" | "externalFederation" | "socialIdentityProviders";

/** What is left for a guest whom none of them knows. */
export type FallbackProvider = "defaultConfiguredIdp" | "emailOneTimePasscode" | "microsoftAccount";

/** With what guests may redeem here, and for how long. */
export interface IdentityProviders {
  readonly kind: "identityProviders";
  readonly oneTimePasscode: boolean;
  /** Whether Google is set up. */
  readonly google: boolean;
  /** SAML and WS-Fed identity providers, each for a domain. */
  readonly federations: readonly { readonly domain: string; readonly issuer: string }[];
  readonly order: readonly PrimaryProvider[];
  readonly fallback: FallbackProvider;
  /** How long a redeem link is good for, in milliseconds; null: for ever. The service documents no time. */
  readonly linkLifetimeMs: number | null;
}

/** The key of the settings, of which there is one. */
export const IDENTITY_PROVIDERS = "identityProviders";

/**
 * What a directory comes with.
 *
 * @see https://learn.microsoft.com/entra/external-id/redemption-experience section "Invitation redemption flow"
 */
const SERVICE_DEFAULT: IdentityProviders = {
  kind: "identityProviders",
  oneTimePasscode: true,
  google: false,
  federations: [],
  order: ["azureActiveDirectory", "externalFederation", "socialIdentityProviders"],
  fallback: "defaultConfiguredIdp",
  linkLifetimeMs: null,
};

export function identityProviders(view: View<DirectoryObject>): IdentityProviders {
  const settings = view.get(IDENTITY_PROVIDERS);
  return settings?.kind === "identityProviders" ? settings : SERVICE_DEFAULT;
}

/**
 * With what an address may redeem: what the first provider that knows it vouches for, or else the fallback. More than
 * one account where there is a personal one of the same name beside the organisation's; none where the cloud has no
 * fallback.
 *
 * @see https://learn.microsoft.com/entra/external-id/redemption-experience section "Invitation redemption flow"
 */
export function accountsFor(
  directory: Directory,
  address: string,
  hasMicrosoftAccount: boolean,
): readonly Account[] {
  const settings = identityProviders(directory.store.primary());
  const isOpenToConsumers = directory.cloud.takesPersonalAccounts;
  for (const provider of settings.order) {
    const found = vouchedFor(directory, settings, provider, address);
    if (found?.kind === "google" && !isOpenToConsumers) continue;
    if (found?.kind === "organisation" && hasMicrosoftAccount && isOpenToConsumers) {
      return [found, accountOf("microsoft-account", address)];
    }
    if (found) return [found];
  }
  return isOpenToConsumers ? [accountOf(fallbackOf(settings, hasMicrosoftAccount), address)] : [];
}

/** Whether a cloud has guests with accounts of this kind at all, whatever a directory there is set to. */
export function takesKind({ takesPersonalAccounts }: Directory["cloud"], kind: AccountKind): boolean {
  return takesPersonalAccounts || kind === "organisation" || kind === "federation";
}

/** The account that a guest has redeemed with: it stays, whatever else the guest gets later. */
export function linkedAccount({ identities, externalUserState }: User): Account | undefined {
  const identity = identities.findLast(({ signInType }) => signInType === "federated");
  if (externalUserState !== "Accepted" || identity === undefined) return undefined;
  const { issuer, issuerAssignedId: address } = identity;
  const known = Object.entries(ISSUERS).find(([, of]) => of === issuer)?.[0] as AccountKind | undefined;
  return { kind: known ?? "federation", address, issuer };
}

/**
 * How an account is told apart in a guest's `identities`.
 *
 * @see https://learn.microsoft.com/entra/external-id/user-properties
 */
const ISSUERS: Readonly<Record<Exclude<AccountKind, "federation">, string>> = {
  organisation: "ExternalAzureAD",
  google: "google.com",
  "microsoft-account": "MicrosoftAccount",
  passcode: "mail",
};

function accountOf(kind: Exclude<AccountKind, "federation">, address: string): Account {
  return { kind, address, issuer: ISSUERS[kind] };
}

function vouchedFor(
  directory: Directory,
  { google, federations }: IdentityProviders,
  provider: PrimaryProvider,
  address: string,
): Account | undefined {
  const domain = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
  switch (provider) {
    case "azureActiveDirectory":
      return directory.homeOf(domain) && accountOf("organisation", address);
    case "externalFederation": {
      const federation = federations.find((known) => known.domain.toLowerCase() === domain);
      return federation && { kind: "federation", address, issuer: federation.issuer };
    }
    case "socialIdentityProviders":
      return google && GOOGLE_DOMAINS.has(domain) ? accountOf("google", address) : undefined;
  }
}

function fallbackOf({ fallback, oneTimePasscode }: IdentityProviders, hasMicrosoftAccount: boolean) {
  if (fallback === "emailOneTimePasscode") return "passcode";
  if (fallback === "microsoftAccount") return "microsoft-account";
  return !hasMicrosoftAccount && oneTimePasscode ? "passcode" : "microsoft-account";
}

/** The settings with some of them changed. */
export function changedProviders(
  view: View<DirectoryObject>,
  changes: Partial<Omit<IdentityProviders, "kind">>,
): IdentityProviders {
  const changed = { ...identityProviders(view), ...changes };
  if (changed.linkLifetimeMs !== null && !(changed.linkLifetimeMs > 0)) {
    throw new RangeError("a redeem link's lifetime has to be above 0, or null");
  }
  return changed;
}
