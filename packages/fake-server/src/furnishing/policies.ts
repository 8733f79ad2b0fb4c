import * as z from "zod/mini";
import type {
  AuthorizationPolicyChanges,
  IdentityProviders,
  InboundTrust,
  LocationInput,
  MfaAudience,
  PolicyInput,
} from "../directory/index.ts";
import { type Check, takes } from "./check.ts";
import { domain, name, tenant, texts } from "./value.ts";

type Shape<T> = { readonly [K in keyof T]-?: z.ZodMiniType };

const may = z.optional;
const flag = may(z.boolean());
const state = may(z.enum(["enabled", "disabled", "enabledForReportingButNotEnforced"]));

/** Parts of a policy: what is in them, a sign-in that looks at them knows. */
const part = z.looseObject({});

const policyInput: Shape<PolicyInput> = {
  displayName: name,
  state,
  conditions: z.looseObject({
    users: part,
    applications: part,
    locations: may(z.nullable(part)),
    platforms: may(z.nullable(part)),
    clientAppTypes: may(texts),
    signInRiskLevels: may(texts),
    userRiskLevels: may(texts),
  }),
  grantControls: may(
    z.nullable(
      z.looseObject({
        operator: may(z.enum(["AND", "OR"])),
        builtInControls: may(texts),
        customAuthenticationFactors: may(texts),
        termsOfUse: may(texts),
        authenticationStrength: may(z.nullable(z.looseObject({ id: z.string() }))),
      }),
    ),
  ),
  sessionControls: may(z.nullable(part)),
};

export const POLICY = z.strictObject(policyInput);

export const checkConditionalAccess: Check<{ readonly input: PolicyInput }> = takes(
  "tenant.conditionalAccess",
  { input: POLICY },
);

const audience: Shape<MfaAudience> = {
  displayName: may(name),
  state,
  guestsOf: may(z.union([z.literal("all"), texts], { error: 'has to be "all" or a list of tenant ids' })),
};

export const MFA_AUDIENCE = z.strictObject(audience);

export const checkMfaForGuests: Check<{ readonly options: MfaAudience }> = takes(
  "tenant.requireMfaForGuests",
  {
    options: MFA_AUDIENCE,
  },
);

const location: Shape<LocationInput> = {
  displayName: name,
  isTrusted: flag,
  ipRanges: may(texts),
  countriesAndRegions: may(texts),
};

export const LOCATION = z.strictObject(location);

export const checkNamedLocation: Check<{ readonly input: LocationInput }> = takes("tenant.namedLocation", {
  input: LOCATION,
});

const trusted = may(z.nullable(z.boolean()));
const inboundTrust: Shape<InboundTrust> = {
  isMfaAccepted: trusted,
  isCompliantDeviceAccepted: trusted,
  isHybridAzureADJoinedDeviceAccepted: trusted,
};

export const TRUST = z.strictObject(inboundTrust);

export const checkTrust: Check<{ readonly inboundTrust: Partial<InboundTrust>; readonly of: unknown }> =
  takes("tenant.trust", { inboundTrust: TRUST, of: may(tenant) });

const authorizationPolicy: Shape<AuthorizationPolicyChanges> = {
  displayName: may(z.string()),
  description: may(z.string()),
  allowInvitesFrom: may(
    z.enum(["none", "adminsAndGuestInviters", "adminsGuestInvitersAndAllMembers", "everyone"]),
  ),
  guestUserRoleId: may(
    z.enum([
      "a0b1b346-4d3e-4e8b-98f8-753987be4970",
      "10dae51f-b6af-4016-8d66-8c2a99b929b3",
      "2af84b1e-32c8-42b7-82bc-daa82404023b",
    ]),
  ),
  allowedToSignUpEmailBasedSubscriptions: flag,
  allowEmailVerifiedUsersToJoinOrganization: flag,
  allowedToUseSSPR: flag,
  blockMsolPowerShell: flag,
  allowUserConsentForRiskyApps: trusted,
  defaultUserRolePermissions: may(
    z.strictObject({
      ...{ allowedToCreateApps: flag, allowedToCreateSecurityGroups: flag, allowedToReadOtherUsers: flag },
      ...{ allowedToCreateTenants: trusted, allowedToReadBitlockerKeysForOwnedDevice: trusted },
      permissionGrantPoliciesAssigned: may(texts),
    }),
  ),
};

export const AUTHORIZATION = z.strictObject(authorizationPolicy);

export const checkAuthorizationPolicy: Check<{ readonly changes: AuthorizationPolicyChanges }> = takes(
  "tenant.authorizationPolicy",
  { changes: AUTHORIZATION },
);

const providers: Shape<Omit<IdentityProviders, "kind">> = {
  oneTimePasscode: flag,
  google: flag,
  federations: may(z.array(z.strictObject({ domain, issuer: name }))),
  order: may(z.array(z.enum(["azureActiveDirectory", "externalFederation", "socialIdentityProviders"]))),
  fallback: may(z.enum(["defaultConfiguredIdp", "emailOneTimePasscode", "microsoftAccount"])),
  linkLifetimeMs: may(z.nullable(z.number())),
};

export const PROVIDERS = z.strictObject(providers);

export const checkIdentityProviders: Check<{ readonly changes: Partial<Omit<IdentityProviders, "kind">> }> =
  takes("tenant.identityProviders", { changes: PROVIDERS });

const lists = z.array(domain);

export const DOMAIN_LISTS = z.union(
  [z.strictObject({ allowed: lists }), z.strictObject({ blocked: lists })],
  {
    error: "has to be { allowed } or { blocked }, with a list of domains such as fabrikam.example",
  },
);

export const checkDomainPolicy: Check<{ readonly domains: object }> = takes("tenant.domainPolicy", {
  domains: DOMAIN_LISTS,
});
