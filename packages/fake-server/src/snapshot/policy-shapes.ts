import * as z from "zod/mini";
import type { KeptObject } from "../directory/index.ts";
import { flag, instant, may, orNull, type Shape, text, texts } from "./shape.ts";

type Of<K extends KeptObject["kind"]> = Shape<Extract<KeptObject, { readonly kind: K }>>;

/** Kept as it was written: who goes by it, looks at it. */
const part = z.looseObject({});

const appRoleAssignment: Of<"appRoleAssignment"> = {
  kind: z.literal("appRoleAssignment"),
  ...{ id: text, principalId: text, principalDisplayName: orNull(text) },
  principalType: z.enum(["User", "Group", "ServicePrincipal"]),
  ...{ resourceId: text, resourceDisplayName: text, appRoleId: text, createdDateTime: text },
};

const roleAssignment: Of<"roleAssignment"> = {
  kind: z.literal("roleAssignment"),
  ...{ id: text, principalId: text, roleDefinitionId: text, directoryScopeId: z.literal("/") },
};

const roleDefinition: Of<"roleDefinition"> = {
  kind: z.literal("roleDefinition"),
  ...{ id: text, displayName: text, description: orNull(text), isBuiltIn: flag, isEnabled: flag },
  ...{ resourceScopes: texts, templateId: orNull(text), version: orNull(text) },
  rolePermissions: z.array(z.strictObject({ allowedResourceActions: texts, condition: orNull(text) })),
};

const activatedRole: Of<"activatedRole"> = { kind: z.literal("activatedRole"), roleTemplateId: text };

const authorizationPolicy: Of<"authorizationPolicy"> = {
  kind: z.literal("authorizationPolicy"),
  ...{ displayName: text, description: text, guestUserRoleId: text },
  allowInvitesFrom: z.enum([
    "none",
    "adminsAndGuestInviters",
    "adminsGuestInvitersAndAllMembers",
    "everyone",
  ]),
  ...{ allowedToSignUpEmailBasedSubscriptions: flag, allowEmailVerifiedUsersToJoinOrganization: flag },
  ...{ allowedToUseSSPR: flag, blockMsolPowerShell: flag, allowUserConsentForRiskyApps: orNull(flag) },
  defaultUserRolePermissions: z.strictObject({
    ...{ allowedToCreateApps: flag, allowedToCreateSecurityGroups: flag, allowedToReadOtherUsers: flag },
    allowedToCreateTenants: orNull(flag),
    allowedToReadBitlockerKeysForOwnedDevice: orNull(flag),
    permissionGrantPoliciesAssigned: texts,
  }),
};

const domainPolicy: Of<"domainPolicy"> = {
  kind: z.literal("domainPolicy"),
  ...{ id: text, displayName: text, definition: texts, isOrganizationDefault: flag },
};

const identityProviders: Of<"identityProviders"> = {
  kind: z.literal("identityProviders"),
  ...{ oneTimePasscode: flag, google: flag },
  federations: z.array(z.strictObject({ domain: text, issuer: text })),
  order: z.array(z.enum(["azureActiveDirectory", "externalFederation", "socialIdentityProviders"])),
  fallback: z.enum(["defaultConfiguredIdp", "emailOneTimePasscode", "microsoftAccount"]),
  linkLifetimeMs: orNull(instant),
};

const targeted = z.looseObject({});
const conditionalAccessPolicy: Of<"conditionalAccessPolicy"> = {
  kind: z.literal("conditionalAccessPolicy"),
  ...{ id: text, displayName: text, createdDateTime: text, modifiedDateTime: orNull(text) },
  state: z.enum(["enabled", "disabled", "enabledForReportingButNotEnforced"]),
  conditions: z.looseObject({
    ...{ clientAppTypes: texts, signInRiskLevels: texts, userRiskLevels: texts },
    applications: z.looseObject({
      ...{ includeApplications: texts, excludeApplications: texts, includeUserActions: texts },
    }),
    users: z.looseObject({
      ...{ includeUsers: texts, excludeUsers: texts, includeGroups: texts, excludeGroups: texts },
      ...{ includeRoles: texts, excludeRoles: texts },
      ...{ includeGuestsOrExternalUsers: orNull(targeted), excludeGuestsOrExternalUsers: orNull(targeted) },
    }),
    locations: orNull(z.looseObject({ includeLocations: texts, excludeLocations: texts })),
    platforms: orNull(z.looseObject({ includePlatforms: texts, excludePlatforms: texts })),
  }),
  grantControls: orNull(
    z.looseObject({
      ...{ operator: z.enum(["AND", "OR"]), builtInControls: texts, customAuthenticationFactors: texts },
      ...{ termsOfUse: texts, authenticationStrength: orNull(z.looseObject({ id: text })) },
    }),
  ),
  sessionControls: orNull(part),
};

const namedLocation: Of<"namedLocation"> = {
  kind: z.literal("namedLocation"),
  ...{ id: text, displayName: text, createdDateTime: text, modifiedDateTime: orNull(text) },
  ...{ isTrusted: flag, ipRanges: texts, countriesAndRegions: texts },
};

const targets = orNull(
  z.looseObject({
    accessType: z.enum(["allowed", "blocked"]),
    targets: z.array(z.looseObject({ target: text, targetType: text })),
  }),
);
const both = { usersAndGroups: targets, applications: targets };
const setting = orNull(z.looseObject(both));

const crossTenantAccess: Of<"crossTenantAccess"> = {
  kind: z.literal("crossTenantAccess"),
  tenantId: orNull(text),
  isServiceProvider: orNull(flag),
  invitationRedemptionIdentityProviderConfiguration: may(
    z.looseObject({ primaryIdentityProviderPrecedenceOrder: texts, fallbackIdentityProvider: orNull(text) }),
  ),
  inboundTrust: orNull(
    z.looseObject({
      ...{ isMfaAccepted: orNull(flag), isCompliantDeviceAccepted: orNull(flag) },
      isHybridAzureADJoinedDeviceAccepted: orNull(flag),
    }),
  ),
  ...{ b2bCollaborationInbound: setting, b2bCollaborationOutbound: setting },
  ...{ b2bDirectConnectInbound: setting, b2bDirectConnectOutbound: setting },
  automaticUserConsentSettings: orNull(
    z.looseObject({ inboundAllowed: orNull(flag), outboundAllowed: orNull(flag) }),
  ),
  tenantRestrictions: orNull(z.looseObject({ ...both, devices: orNull(part) })),
};

const crossTenantPolicy: Of<"crossTenantPolicy"> = {
  kind: z.literal("crossTenantPolicy"),
  ...{ displayName: text, allowedCloudEndpoints: texts },
};

const identitySynchronization: Of<"identitySynchronization"> = {
  kind: z.literal("identitySynchronization"),
  ...{ tenantId: text, displayName: orNull(text) },
  userSyncInbound: orNull(z.looseObject({ isSyncAllowed: orNull(flag) })),
};

/** What a directory keeps of who may do what, and by which policies. */
export const POLICIES = [
  ...[z.strictObject(appRoleAssignment), z.strictObject(roleAssignment), z.strictObject(roleDefinition)],
  ...[z.strictObject(activatedRole), z.strictObject(authorizationPolicy), z.strictObject(domainPolicy)],
  ...[z.strictObject(identityProviders), z.strictObject(conditionalAccessPolicy)],
  ...[z.strictObject(namedLocation), z.strictObject(crossTenantAccess), z.strictObject(crossTenantPolicy)],
  z.strictObject(identitySynchronization),
] as const;
