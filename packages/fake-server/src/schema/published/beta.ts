/**
 * What the beta version has otherwise, and beside.
 *
 * Made by `scripts/graph-schema.ts` from what Microsoft publishes; not to be written by hand.
 * Their licence is MIT, in full in `LICENSE-msgraph-metadata` of this package.
 *
 * @see https://github.com/microsoftgraph/msgraph-metadata
 */
export const BETA_TYPES: Readonly<Record<string, string>> = {
  authorizationPolicy:
    "open policyBase: allowedToSignUpEmailBasedSubscriptions Boolean, allowedToUseSSPR Boolean, allowEmailVerifiedUsersToJoinOrganization Boolean, allowInvitesFrom allowInvitesFrom?, allowUserConsentForRiskyApps Boolean?, blockMsolPowerShell Boolean?, defaultUserRolePermissions defaultUserRolePermissions, enabledPreviewFeatures [String], guestUserRoleId String?, permissionGrantPolicyIdsAssignedToDefaultUserRole [String], defaultUserRoleOverrides >[Untyped]",
  conversionUserDetails:
    ": convertedToInternalUserDateTime String, displayName String, mail String, userPrincipalName String",
  organization:
    "open directoryObject: assignedPlans [assignedPlan], businessPhones [String], certificateConnectorSetting Untyped?, city String?, country String?, countryLetterCode String?, createdDateTime String?, defaultUsageLocation String?, directorySizeQuota Untyped?, displayName String?, isMultipleDataLocationsForServicesEnabled Boolean?, marketingNotificationEmails [String], mobileDeviceManagementAuthority mdmAuthority, onPremisesLastPasswordSyncDateTime String?, onPremisesLastSyncDateTime String?, onPremisesSyncEnabled Boolean?, partnerTenantType partnerTenantType?, postalCode String?, preferredLanguage String?, privacyProfile privacyProfile?, provisionedPlans [provisionedPlan], securityComplianceNotificationMails [String], securityComplianceNotificationPhones [String], state String?, street String?, technicalNotificationMails [String], tenantType String?, verifiedDomains [verifiedDomain], branding >Untyped?, certificateBasedAuthConfiguration >[Untyped], extensions >[Untyped], partnerInformation Untyped?, settings >Untyped?",
  policyRoot:
    "entity: accessReviewPolicy >Untyped?, activityBasedTimeoutPolicies >[Untyped], adminConsentRequestPolicy >Untyped?, appManagementPolicies >[Untyped], authenticationFlowsPolicy >Untyped?, authenticationMethodsPolicy >Untyped?, authenticationStrengthPolicies >[authenticationStrengthPolicy], authorizationPolicy >[authorizationPolicy], b2cAuthenticationMethodsPolicy >Untyped?, claimsMappingPolicies >[Untyped], conditionalAccessPolicies [conditionalAccessPolicy], crossTenantAccessPolicy >crossTenantAccessPolicy?, defaultAppManagementPolicy >Untyped?, deletedItems >Untyped?, deviceRegistrationPolicy >Untyped?, directoryRoleAccessReviewPolicy >Untyped?, externalIdentitiesPolicy >Untyped?, featureRolloutPolicies >[Untyped], federatedTokenValidationPolicy >Untyped?, homeRealmDiscoveryPolicies >[Untyped], identitySecurityDefaultsEnforcementPolicy >Untyped?, mobileAppManagementPolicies >[Untyped], mobileDeviceManagementPolicies >[Untyped], permissionGrantPolicies >[Untyped], permissionGrantPreApprovalPolicies >[Untyped], roleManagementPolicies >[Untyped], roleManagementPolicyAssignments >[Untyped], servicePrincipalCreationPolicies >[Untyped], tokenIssuancePolicies >[Untyped], tokenLifetimePolicies >[Untyped]",
  signIn:
    "entity: agent Untyped?, appDisplayName String?, appId String?, appliedConditionalAccessPolicies [appliedConditionalAccessPolicy], appliedEventListeners [Untyped], appOwnerTenantId String?, appTokenProtectionStatus tokenProtectionStatus?, authenticationAppDeviceDetails Untyped?, authenticationAppPolicyEvaluationDetails [Untyped], authenticationContextClassReferences [Untyped], authenticationDetails [Untyped], authenticationMethodsUsed [String], authenticationProcessingDetails [keyValue], authenticationProtocol protocolType?, authenticationRequirement String?, authenticationRequirementPolicies [Untyped], autonomousSystemNumber Double?, azureResourceId String?, clientAppUsed String?, clientCredentialType clientCredentialType?, conditionalAccessAudiences [String], conditionalAccessStatus conditionalAccessStatus?, correlationId String?, createdDateTime String, crossTenantAccessType signInAccessType?, deviceDetail deviceDetail?, federatedCredentialId String?, flaggedForReview Boolean?, globalSecureAccessIpAddress String?, homeTenantId String?, homeTenantName String?, incomingTokenType incomingTokenType?, ipAddress String?, ipAddressFromResourceProvider String?, isInteractive Boolean?, isTenantRestricted Boolean?, isThroughGlobalSecureAccess Boolean?, location signInLocation?, managedServiceIdentity Untyped?, mfaDetail Untyped?, networkLocationDetails [Untyped], originalRequestId String?, originalTransferMethod originalTransferMethods?, privateLinkDetails Untyped?, processingTimeInMilliseconds Double?, resourceDisplayName String?, resourceId String?, resourceOwnerTenantId String?, resourceServicePrincipalId String?, resourceTenantId String?, riskDetail riskDetail?, riskEventTypes_v2 [String], riskLevelAggregated riskLevel?, riskLevelDuringSignIn riskLevel?, riskState riskState?, servicePrincipalCredentialKeyId String?, servicePrincipalCredentialThumbprint String?, servicePrincipalId String, servicePrincipalName String?, sessionId String?, sessionLifetimePolicies [Untyped], signInEventTypes [String], signInIdentifier String?, signInIdentifierType signInIdentifierType?, signInTokenProtectionStatus tokenProtectionStatus?, status signInStatus?, tokenIssuerName String?, tokenIssuerType tokenIssuerType?, tokenProtectionStatusDetails Untyped?, uniqueTokenIdentifier String?, userAgent String?, userDisplayName String?, userId String, userPrincipalName String?, userType signInUserType?",
};

/**
 * The enumerations of the beta version that v1.0 does not have.
 *
 * Made by `scripts/graph-schema.ts` from what Microsoft publishes; not to be written by hand.
 * Their licence is MIT, in full in `LICENSE-msgraph-metadata` of this package.
 *
 * @see https://github.com/microsoftgraph/msgraph-metadata
 */
export const BETA_ENUMS: Readonly<Record<string, string>> = {
  clientCredentialType:
    ": none, clientSecret, clientAssertion, federatedIdentityCredential, managedIdentity, certificate, unknownFutureValue",
  incomingTokenType:
    ": none, primaryRefreshToken, saml11, saml20, unknownFutureValue, remoteDesktopToken, refreshToken",
  originalTransferMethods: ": none, deviceCodeFlow, authenticationTransfer, unknownFutureValue",
  protocolType:
    ": none, oAuth2, ropc, wsFederation, saml20, deviceCode, unknownFutureValue, authenticationTransfer, nativeAuth, implicitAccessTokenAndGetResponseMode, implicitIdTokenAndGetResponseMode, implicitAccessTokenAndPostResponseMode, implicitIdTokenAndPostResponseMode, authorizationCodeWithoutPkce, authorizationCodeWithPkce, clientCredentials, refreshTokenGrant, encryptedAuthorizeResponse, directUserGrant, kerberos, prtGrant, seamlessSso, prtBrokerBased, prtNonBrokerBased, onBehalfOf, samlOnBehalfOf",
  signInAccessType:
    ": none, b2bCollaboration, b2bDirectConnect, microsoftSupport, serviceProvider, unknownFutureValue, passthrough",
  signInIdentifierType:
    ": userPrincipalName, phoneNumber, proxyAddress, qrCode, onPremisesUserPrincipalName, unknownFutureValue",
  signInUserType: ": member, guest, unknownFutureValue",
  tokenIssuerType:
    ": AzureAD, ADFederationServices, UnknownFutureValue, AzureADBackupAuth, ADFederationServicesMFAAdapter, NPSExtension",
  tokenProtectionStatus: ": none, bound, unbound, unknownFutureValue",
};
