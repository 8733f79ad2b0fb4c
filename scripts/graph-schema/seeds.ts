const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** The entity types that this API is about. Navigations to any other are named, and not followed. */
export const ENTITIES: readonly string[] = words(`
  entity directoryObject user group application servicePrincipal directoryRole
  invitation appRoleAssignment oAuth2PermissionGrant organization domain
  policyBase authorizationPolicy authenticationStrengthPolicy authenticationCombinationConfiguration
  crossTenantAccessPolicy crossTenantAccessPolicyConfigurationDefault crossTenantAccessPolicyConfigurationPartner
  crossTenantIdentitySyncPolicyPartner serviceProviderConstraints
  conditionalAccessPolicy policyDeletableItem namedLocation ipNamedLocation countryNamedLocation
  unifiedRoleAssignment unifiedRoleDefinition signIn directoryAudit
  directory policyRoot identityContainer conditionalAccessRoot roleManagement rbacApplication auditLogRoot tenantRelationship
`);

/** Complex types that no property names: results of functions, and types derived from one that a property names. */
export const COMPLEX: readonly string[] = words(`
  tenantInformation
  conditionalAccessAllExternalTenants conditionalAccessEnumeratedExternalTenants
  iPv4CidrRange iPv6CidrRange
`);

/** What the beta version has otherwise, as far as anybody asks it for that. */
export const BETA: readonly string[] = words(
  "signIn authorizationPolicy organization policyRoot conversionUserDetails",
);
