/** Who or what a setting is about. */
export interface Targets {
  readonly accessType: "allowed" | "blocked";
  readonly targets: readonly { readonly target: string; readonly targetType: string }[];
}

/** Who may come or go, and to which applications. */
export interface B2BSetting {
  readonly usersAndGroups: Targets | null;
  readonly applications: Targets | null;
}

/** What counts here of what was done in another organisation. */
export interface InboundTrust {
  readonly isMfaAccepted: boolean | null;
  readonly isCompliantDeviceAccepted: boolean | null;
  readonly isHybridAzureADJoinedDeviceAccepted: boolean | null;
}

/** Settings towards other organisations. On an entry for one of them, null inherits the default. */
export interface CrossTenantSettings {
  readonly inboundTrust: InboundTrust | null;
  readonly b2bCollaborationInbound: B2BSetting | null;
  readonly b2bCollaborationOutbound: B2BSetting | null;
  readonly b2bDirectConnectInbound: B2BSetting | null;
  readonly b2bDirectConnectOutbound: B2BSetting | null;
  readonly automaticUserConsentSettings: {
    readonly inboundAllowed: boolean | null;
    readonly outboundAllowed: boolean | null;
  } | null;
  /** What one's own devices and networks may reach elsewhere. Kept as it was written; nothing here goes by it. */
  readonly tenantRestrictions: (B2BSetting & { readonly devices: object | null }) | null;
}

/** In what order a guest's accounts are tried. Kept as it was written; the fake's own order is `identityProviders`. */
export interface RedemptionOrder {
  readonly primaryIdentityProviderPrecedenceOrder: readonly string[];
  readonly fallbackIdentityProvider: string | null;
}

const everybody = (accessType: Targets["accessType"]): B2BSetting => ({
  usersAndGroups: { accessType, targets: [{ target: "AllUsers", targetType: "user" }] },
  applications: { accessType, targets: [{ target: "AllApplications", targetType: "application" }] },
});

export const NO_TRUST: InboundTrust = {
  isMfaAccepted: false,
  isCompliantDeviceAccepted: false,
  isHybridAzureADJoinedDeviceAccepted: false,
};

/** In an entry for one organisation: the default goes. */
export const DEFAULT_TRUST: InboundTrust = {
  isMfaAccepted: null,
  isCompliantDeviceAccepted: null,
  isHybridAzureADJoinedDeviceAccepted: null,
};

/**
 * What a directory comes with.
 *
 * @see https://learn.microsoft.com/entra/external-id/cross-tenant-access-overview
 */
export const SERVICE_DEFAULT: CrossTenantSettings = {
  inboundTrust: NO_TRUST,
  b2bCollaborationInbound: everybody("allowed"),
  b2bCollaborationOutbound: everybody("allowed"),
  b2bDirectConnectInbound: everybody("blocked"),
  b2bDirectConnectOutbound: everybody("blocked"),
  automaticUserConsentSettings: { inboundAllowed: false, outboundAllowed: false },
  tenantRestrictions: { ...everybody("blocked"), devices: null },
};

/** Which of the first two comes first is not certain: the documents say both. */
export const SERVICE_ORDER: RedemptionOrder = {
  primaryIdentityProviderPrecedenceOrder: [
    "azureActiveDirectory",
    "externalFederation",
    "socialIdentityProviders",
  ],
  fallbackIdentityProvider: "defaultConfiguredIdp",
};

export const NOTHING_SET: CrossTenantSettings = {
  inboundTrust: null,
  b2bCollaborationInbound: null,
  b2bCollaborationOutbound: null,
  b2bDirectConnectInbound: null,
  b2bDirectConnectOutbound: null,
  automaticUserConsentSettings: null,
  tenantRestrictions: null,
};
