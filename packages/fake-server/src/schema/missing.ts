/** What the metadata of a cloud lacks, beside that of the public cloud. */
export interface Missing {
  readonly types: readonly string[];
  /** By type. Navigation properties are among them. */
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/**
 * What the v1.0 metadata of the national clouds lacks of the types that this API is about, by the metadata's name:
 * Fairfax is the United States' government, Mooncake is China.
 *
 * Taken from `schemas/v1.0-Fairfax.csdl` (commit 292fce8a, 2026-08-04) and `schemas/v1.0-Mooncake.csdl` (commit 5645e47b,
 * 2026-07-22) beside `schemas/v1.0-Prod.csdl` (commit 0564689b, 2026-08-03). Their licence is MIT, in full in
 * `LICENSE-msgraph-metadata` of this package.
 *
 * @see https://github.com/microsoftgraph/msgraph-metadata
 */
export const MISSING: Readonly<Record<"Fairfax" | "Mooncake", Missing>> = {
  Fairfax: {
    types: [
      "crossTenantAccessPolicyAppServiceConnectSetting",
      "crossTenantAccessPolicyM365CollaborationInboundSetting",
      "crossTenantAccessPolicyM365CollaborationOutboundSetting",
      "crossTenantAccessPolicyTenantRestrictions",
      "devicesFilter",
      "multiTenantOrganization",
      "multiTenantOrganizationIdentitySyncPolicyTemplate",
      "multiTenantOrganizationJoinRequestRecord",
      "multiTenantOrganizationJoinRequestTransitionDetails",
      "multiTenantOrganizationMember",
      "multiTenantOrganizationMemberTransitionDetails",
      "multiTenantOrganizationPartnerConfigurationTemplate",
      "policyDeletableItem",
      "policyTemplate",
      "resourceSpecificPermission",
      "serviceProviderConstraints",
      "verifiedPublisher",
    ],
    properties: {
      conditionalAccessPolicy: ["deletedDateTime"],
      crossTenantAccessPolicy: ["allowedCloudEndpoints", "templates"],
      crossTenantAccessPolicyConfigurationDefault: [
        "appServiceConnectInbound",
        "m365CollaborationInbound",
        "m365CollaborationOutbound",
        "tenantRestrictions",
      ],
      crossTenantAccessPolicyConfigurationPartner: [
        "appServiceConnectInbound",
        "isInMultiTenantOrganization",
        "m365CollaborationInbound",
        "m365CollaborationOutbound",
        "serviceProviderConstraints",
        "tenantRestrictions",
      ],
      directoryRole: ["scopedMembers"],
      group: ["onenote", "organizationId"],
      invitation: ["invitedUserSponsors"],
      organization: ["defaultUsageLocation"],
      servicePrincipal: ["resourceSpecificApplicationPermissions", "verifiedPublisher"],
      unifiedRoleAssignment: ["principalOrganizationId"],
      user: [
        "activities",
        "cloudClipboard",
        "employeeExperience",
        "insights",
        "onenote",
        "solutions",
        "sponsorOf",
      ],
    },
  },
  Mooncake: {
    types: [
      "crossTenantAccessPolicyAppServiceConnectSetting",
      "crossTenantAccessPolicyM365CollaborationInboundSetting",
      "crossTenantAccessPolicyM365CollaborationOutboundSetting",
      "crossTenantAccessPolicyTenantRestrictions",
      "devicesFilter",
      "multiTenantOrganization",
      "multiTenantOrganizationIdentitySyncPolicyTemplate",
      "multiTenantOrganizationJoinRequestRecord",
      "multiTenantOrganizationJoinRequestTransitionDetails",
      "multiTenantOrganizationMember",
      "multiTenantOrganizationMemberTransitionDetails",
      "multiTenantOrganizationPartnerConfigurationTemplate",
      "policyDeletableItem",
      "policyTemplate",
      "resourceSpecificPermission",
      "serviceProviderConstraints",
      "userPrint",
      "verifiedPublisher",
    ],
    properties: {
      conditionalAccessConditionSet: [
        "insiderRiskLevels",
        "servicePrincipalRiskLevels",
        "signInRiskLevels",
        "userRiskLevels",
      ],
      conditionalAccessGrantControls: ["authenticationStrength"],
      conditionalAccessPolicy: ["deletedDateTime"],
      crossTenantAccessPolicy: ["allowedCloudEndpoints", "templates"],
      crossTenantAccessPolicyConfigurationDefault: [
        "appServiceConnectInbound",
        "m365CollaborationInbound",
        "m365CollaborationOutbound",
        "tenantRestrictions",
      ],
      crossTenantAccessPolicyConfigurationPartner: [
        "appServiceConnectInbound",
        "isInMultiTenantOrganization",
        "m365CollaborationInbound",
        "m365CollaborationOutbound",
        "serviceProviderConstraints",
        "tenantRestrictions",
      ],
      directoryRole: ["scopedMembers"],
      group: ["assignedLabels", "onenote", "organizationId", "planner"],
      invitation: ["invitedUserSponsors"],
      organization: ["defaultUsageLocation"],
      servicePrincipal: ["resourceSpecificApplicationPermissions", "verifiedPublisher"],
      unifiedRoleAssignment: ["principalOrganizationId"],
      user: [
        "activities",
        "adhocCalls",
        "cloudClipboard",
        "cloudPCs",
        "dataSecurityAndGovernance",
        "employeeExperience",
        "insights",
        "onenote",
        "onlineMeetings",
        "people",
        "planner",
        "presence",
        "print",
        "solutions",
        "sponsorOf",
        "todo",
      ],
    },
  },
};
