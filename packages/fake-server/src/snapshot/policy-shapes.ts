import * as z from "zod/mini";
import type { KeptObject } from "../directory/index.ts";
import { flag, instant, may, orNull, type Shape, text, texts } from "./shape.ts";

type Of<K extends KeptObject["kind"]> = Shape<Extract<KeptObject, { readonly kind: K }>>;

/** What a directory keeps of who may do what, and by which policies. */
export function policyShapes() {
  /** Kept as it was written: who goes by it, looks at it. */
  const maybe = may(orNull(z.looseObject({})));

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

  const list = may(texts);
  const conditionalAccessPolicy: Of<"conditionalAccessPolicy"> = {
    kind: z.literal("conditionalAccessPolicy"),
    ...{ id: text, displayName: text, createdDateTime: text, modifiedDateTime: orNull(text) },
    state: z.enum(["enabled", "disabled", "enabledForReportingButNotEnforced"]),
    conditions: z.looseObject({
      ...{ clientAppTypes: list, signInRiskLevels: list, userRiskLevels: list },
      applications: z.looseObject({
        ...{ includeApplications: list, excludeApplications: list, includeUserActions: list },
      }),
      users: z.looseObject({
        ...{ includeUsers: list, excludeUsers: list, includeGroups: list, excludeGroups: list },
        ...{ includeRoles: list, excludeRoles: list },
        ...{ includeGuestsOrExternalUsers: maybe, excludeGuestsOrExternalUsers: maybe },
      }),
      locations: may(orNull(z.looseObject({ includeLocations: list, excludeLocations: list }))),
      platforms: may(orNull(z.looseObject({ includePlatforms: list, excludePlatforms: list }))),
    }),
    grantControls: orNull(
      z.looseObject({
        ...{ operator: z.enum(["AND", "OR"]), builtInControls: list, customAuthenticationFactors: list },
        ...{ termsOfUse: list, authenticationStrength: may(orNull(z.looseObject({ id: text }))) },
      }),
    ),
    sessionControls: maybe,
  };

  const namedLocation: Of<"namedLocation"> = {
    kind: z.literal("namedLocation"),
    ...{ id: text, displayName: text, createdDateTime: text, modifiedDateTime: orNull(text) },
    ...{ isTrusted: flag, ipRanges: texts, countriesAndRegions: texts },
  };

  const targets = may(
    orNull(
      z.looseObject({
        accessType: may(z.enum(["allowed", "blocked"])),
        targets: may(z.array(z.looseObject({ target: text, targetType: text }))),
      }),
    ),
  );
  const both = { usersAndGroups: targets, applications: targets };
  const setting = may(orNull(z.looseObject(both)));
  const flagOrNull = may(orNull(flag));

  /** What was never written of an entry is not in it. */
  const crossTenantAccess: Of<"crossTenantAccess"> = {
    kind: z.literal("crossTenantAccess"),
    tenantId: orNull(text),
    isServiceProvider: flagOrNull,
    invitationRedemptionIdentityProviderConfiguration: maybe,
    inboundTrust: may(
      orNull(
        z.looseObject({
          ...{ isMfaAccepted: flagOrNull, isCompliantDeviceAccepted: flagOrNull },
          isHybridAzureADJoinedDeviceAccepted: flagOrNull,
        }),
      ),
    ),
    ...{ b2bCollaborationInbound: setting, b2bCollaborationOutbound: setting },
    ...{ b2bDirectConnectInbound: setting, b2bDirectConnectOutbound: setting },
    automaticUserConsentSettings: may(
      orNull(z.looseObject({ inboundAllowed: flagOrNull, outboundAllowed: flagOrNull })),
    ),
    tenantRestrictions: may(orNull(z.looseObject({ ...both, devices: maybe }))),
  };

  const crossTenantPolicy: Of<"crossTenantPolicy"> = {
    kind: z.literal("crossTenantPolicy"),
    ...{ displayName: text, allowedCloudEndpoints: texts },
  };

  const identitySynchronization: Of<"identitySynchronization"> = {
    kind: z.literal("identitySynchronization"),
    ...{ tenantId: text, displayName: orNull(text) },
    userSyncInbound: orNull(z.looseObject({ isSyncAllowed: flagOrNull })),
  };

  return [
    ...[z.strictObject(appRoleAssignment), z.strictObject(roleAssignment), z.strictObject(roleDefinition)],
    ...[z.strictObject(activatedRole), z.strictObject(authorizationPolicy), z.strictObject(domainPolicy)],
    ...[z.strictObject(identityProviders), z.strictObject(conditionalAccessPolicy)],
    ...[z.strictObject(namedLocation), z.strictObject(crossTenantAccess), z.strictObject(crossTenantPolicy)],
    z.strictObject(identitySynchronization),
  ] as const;
}
