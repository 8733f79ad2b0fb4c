/** Guests by kind and organisation. */
export interface GuestScope {
  /** Kinds, joined by commas: `b2bCollaborationGuest,b2bCollaborationMember`. */
  readonly guestOrExternalUserTypes: string;
  readonly externalTenants: {
    readonly "@odata.type": string;
    readonly membershipKind: "all" | "enumerated";
    readonly members?: readonly string[];
  } | null;
}

/** What a policy looks at, with every property that the service keeps. */
export interface Conditions {
  readonly clientAppTypes: readonly string[];
  readonly signInRiskLevels: readonly string[];
  readonly userRiskLevels: readonly string[];
  readonly applications: {
    readonly includeApplications: readonly string[];
    readonly excludeApplications: readonly string[];
    readonly includeUserActions: readonly string[];
  };
  readonly users: {
    readonly includeUsers: readonly string[];
    readonly excludeUsers: readonly string[];
    readonly includeGroups: readonly string[];
    readonly excludeGroups: readonly string[];
    readonly includeRoles: readonly string[];
    readonly excludeRoles: readonly string[];
    readonly includeGuestsOrExternalUsers: GuestScope | null;
    readonly excludeGuestsOrExternalUsers: GuestScope | null;
  };
  readonly locations: {
    readonly includeLocations: readonly string[];
    readonly excludeLocations: readonly string[];
  } | null;
  readonly platforms: {
    readonly includePlatforms: readonly string[];
    readonly excludePlatforms: readonly string[];
  } | null;
}

/** What a policy asks for. */
export interface GrantControls {
  readonly operator: "AND" | "OR";
  readonly builtInControls: readonly string[];
  readonly customAuthenticationFactors: readonly string[];
  readonly termsOfUse: readonly string[];
  readonly authenticationStrength: { readonly id: string } | null;
}

/** A conditional access policy, under Graph's own property names. */
export interface ConditionalAccessPolicy {
  readonly kind: "conditionalAccessPolicy";
  readonly id: string;
  readonly displayName: string;
  readonly state: "enabled" | "disabled" | "enabledForReportingButNotEnforced";
  readonly createdDateTime: string;
  readonly modifiedDateTime: string | null;
  readonly conditions: Conditions;
  readonly grantControls: GrantControls | null;
  /** What a session is held to later on. Kept as it was written; no sign-in here goes by it. */
  readonly sessionControls: object | null;
}

/** A place that policies can name: addresses of the network, or countries. */
export interface NamedLocation {
  readonly kind: "namedLocation";
  readonly id: string;
  readonly displayName: string;
  readonly createdDateTime: string;
  readonly modifiedDateTime: string | null;
  /** Whether the organisation trusts it; places that are countries never are. */
  readonly isTrusted: boolean;
  /** Ranges in CIDR notation; empty for countries. */
  readonly ipRanges: readonly string[];
  /** Two-letter codes; empty for ranges. */
  readonly countriesAndRegions: readonly string[];
}
