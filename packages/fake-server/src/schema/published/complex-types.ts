/**
 * The complex types that those entities are made of.
 *
 * Made by `scripts/graph-schema.ts` from what Microsoft publishes; not to be written by hand.
 * Their licence is MIT, in full in `LICENSE-msgraph-metadata` of this package.
 *
 * @see https://github.com/microsoftgraph/msgraph-metadata
 */
export const COMPLEX_TYPES: Readonly<Record<string, string>> = {
  addIn: ": id Guid?, properties [keyValue], type String",
  apiApplication:
    ": acceptMappedClaims Boolean?, knownClientApplications [String], oauth2PermissionScopes [permissionScope], preAuthorizedApplications [preAuthorizedApplication], requestedAccessTokenVersion Double?",
  appIdentity:
    ": appId String?, displayName String?, servicePrincipalId String?, servicePrincipalName String?",
  appRole:
    ": allowedMemberTypes [String], description String?, displayName String?, id Guid, isEnabled Boolean, origin String?, value String?",
  applicationEnforcedRestrictionsSessionControl: "conditionalAccessSessionControl: isEnabled Boolean?",
  appliedConditionalAccessPolicy:
    ": displayName String?, enforcedGrantControls [String], enforcedSessionControls [String], id String?, result appliedConditionalAccessPolicyResult?",
  assignedLabel: ": displayName String?, labelId String?",
  assignedLicense: ": disabledPlans [Guid], skuId Guid?",
  assignedPlan:
    ": assignedDateTime DateTimeOffset?, capabilityStatus String?, service String?, servicePlanId Guid?",
  auditActivityInitiator: ": app appIdentity?, user userIdentity?",
  authenticationBehaviors:
    ": blockAzureADGraphAccess Boolean?, removeUnverifiedEmailClaim Boolean?, requireClientServicePrincipal Boolean?",
  authorizationInfo: ": certificateUserIds [String]",
  automaticRepliesSetting:
    ": externalAudience externalAudienceScope?, externalReplyMessage String?, internalReplyMessage String?, scheduledEndDateTime dateTimeTimeZone?, scheduledStartDateTime dateTimeTimeZone?, status automaticRepliesStatus?",
  certification:
    ": certificationDetailsUrl String?, certificationExpirationDateTime String?, isCertifiedByMicrosoft Boolean?, isPublisherAttested Boolean?, lastCertificationDateTime String?",
  cloudAppSecuritySessionControl:
    "conditionalAccessSessionControl: cloudAppSecurityType cloudAppSecuritySessionControlType?, isEnabled Boolean?",
  conditionalAccessAllExternalTenants:
    "conditionalAccessExternalTenants: membershipKind conditionalAccessExternalTenantsMembershipKind?",
  conditionalAccessApplications:
    ": applicationFilter conditionalAccessFilter?, excludeApplications [String], includeApplications [String], includeAuthenticationContextClassReferences [String], includeUserActions [String]",
  conditionalAccessAuthenticationFlows: ": transferMethods conditionalAccessTransferMethods",
  conditionalAccessClientApplications:
    ": excludeServicePrincipals [String], includeServicePrincipals [String], servicePrincipalFilter conditionalAccessFilter?",
  conditionalAccessConditionSet:
    ": applications conditionalAccessApplications?, authenticationFlows conditionalAccessAuthenticationFlows?, clientAppTypes [conditionalAccessClientApp], clientApplications conditionalAccessClientApplications?, devices conditionalAccessDevices?, insiderRiskLevels conditionalAccessInsiderRiskLevels?, locations conditionalAccessLocations?, platforms conditionalAccessPlatforms?, servicePrincipalRiskLevels [riskLevel], signInRiskLevels [riskLevel], userRiskLevels [riskLevel], users conditionalAccessUsers?",
  conditionalAccessDevices: ": deviceFilter conditionalAccessFilter?",
  conditionalAccessEnumeratedExternalTenants:
    "conditionalAccessExternalTenants: members [String], membershipKind conditionalAccessExternalTenantsMembershipKind?",
  conditionalAccessExternalTenants: ": membershipKind conditionalAccessExternalTenantsMembershipKind?",
  conditionalAccessFilter: ": mode filterMode, rule String",
  conditionalAccessGrantControls:
    ": authenticationStrength >authenticationStrengthPolicy?, builtInControls [conditionalAccessGrantControl], customAuthenticationFactors [String], operator String?, termsOfUse [String]",
  conditionalAccessGuestsOrExternalUsers:
    ": externalTenants conditionalAccessExternalTenants?, guestOrExternalUserTypes conditionalAccessGuestOrExternalUserTypes",
  conditionalAccessLocations: ": excludeLocations [String], includeLocations [String]",
  conditionalAccessPlatforms:
    ": excludePlatforms [conditionalAccessDevicePlatform], includePlatforms [conditionalAccessDevicePlatform]",
  conditionalAccessSessionControl: ": isEnabled Boolean?",
  conditionalAccessSessionControls:
    ": applicationEnforcedRestrictions applicationEnforcedRestrictionsSessionControl?, cloudAppSecurity cloudAppSecuritySessionControl?, disableResilienceDefaults Boolean?, persistentBrowser persistentBrowserSessionControl?, secureSignInSession secureSignInSessionControl?, signInFrequency signInFrequencySessionControl?",
  conditionalAccessUsers:
    ": excludeGroups [String], excludeGuestsOrExternalUsers conditionalAccessGuestsOrExternalUsers?, excludeRoles [String], excludeUsers [String], includeGroups [String], includeGuestsOrExternalUsers conditionalAccessGuestsOrExternalUsers?, includeRoles [String], includeUsers [String]",
  crossTenantAccessPolicyAppServiceConnectSetting:
    ": applications crossTenantAccessPolicyTargetConfiguration?",
  crossTenantAccessPolicyB2BSetting:
    ": applications crossTenantAccessPolicyTargetConfiguration?, usersAndGroups crossTenantAccessPolicyTargetConfiguration?",
  crossTenantAccessPolicyInboundTrust:
    ": isCompliantDeviceAccepted Boolean?, isHybridAzureADJoinedDeviceAccepted Boolean?, isMfaAccepted Boolean?",
  crossTenantAccessPolicyM365CollaborationInboundSetting:
    ": users crossTenantAccessPolicyTargetConfiguration?",
  crossTenantAccessPolicyM365CollaborationOutboundSetting:
    ": usersAndGroups crossTenantAccessPolicyTargetConfiguration?",
  crossTenantAccessPolicyTarget: ": target String?, targetType crossTenantAccessPolicyTargetType?",
  crossTenantAccessPolicyTargetConfiguration:
    ": accessType crossTenantAccessPolicyTargetConfigurationAccessType?, targets [crossTenantAccessPolicyTarget]",
  crossTenantAccessPolicyTenantRestrictions:
    "crossTenantAccessPolicyB2BSetting: applications crossTenantAccessPolicyTargetConfiguration?, devices devicesFilter?, usersAndGroups crossTenantAccessPolicyTargetConfiguration?",
  crossTenantUserSyncInbound: ": isSyncAllowed Boolean?",
  customSecurityAttributeValue: "open: ",
  dateTimeTimeZone: ": dateTime String, timeZone String?",
  defaultInvitationRedemptionIdentityProviderConfiguration:
    "invitationRedemptionIdentityProviderConfiguration: fallbackIdentityProvider b2bIdentityProvidersType?, primaryIdentityProviderPrecedenceOrder [b2bIdentityProvidersType]",
  defaultUserRolePermissions:
    ": allowedToCreateApps Boolean, allowedToCreateSecurityGroups Boolean, allowedToCreateTenants Boolean?, allowedToReadBitlockerKeysForOwnedDevice Boolean?, allowedToReadOtherUsers Boolean, permissionGrantPoliciesAssigned [String]",
  deviceDetail:
    ": browser String?, deviceId String?, displayName String?, isCompliant Boolean?, isManaged Boolean?, operatingSystem String?, trustType String?",
  devicesFilter: ": mode crossTenantAccessPolicyTargetConfigurationAccessType?, rule String?",
  domainState: ": lastActionDateTime DateTimeOffset?, operation String?, status String?",
  emailAddress: ": address String?, name String?",
  employeeOrgData: ": costCenter String?, division String?",
  geoCoordinates: ": altitude Double?, latitude Double?, longitude Double?",
  iPv4CidrRange: "ipRange: cidrAddress String",
  iPv6CidrRange: "ipRange: cidrAddress String",
  identity: ": displayName String?, id String?",
  implicitGrantSettings: ": enableAccessTokenIssuance Boolean?, enableIdTokenIssuance Boolean?",
  inboundOutboundPolicyConfiguration: ": inboundAllowed Boolean?, outboundAllowed Boolean?",
  informationalUrl:
    ": logoUrl String?, marketingUrl String?, privacyStatementUrl String?, supportUrl String?, termsOfServiceUrl String?",
  invitationRedemptionIdentityProviderConfiguration:
    ": fallbackIdentityProvider b2bIdentityProvidersType?, primaryIdentityProviderPrecedenceOrder [b2bIdentityProvidersType]",
  invitedUserMessageInfo:
    ": ccRecipients [recipient], customizedMessageBody String?, messageLanguage String?",
  ipRange: ": ",
  keyCredential:
    ": customKeyIdentifier String?, displayName String?, endDateTime DateTimeOffset?, key String?, keyId Guid?, startDateTime DateTimeOffset?, type String?, usage String?",
  keyValue: ": key String?, value String?",
  licenseAssignmentState:
    ": assignedByGroup String?, disabledPlans [Guid], error String?, lastUpdatedDateTime DateTimeOffset?, skuId Guid?, state String?",
  licenseProcessingState: ": state String?",
  localeInfo: ": displayName String?, locale String?",
  mailboxSettings:
    ": archiveFolder String?, automaticRepliesSetting automaticRepliesSetting?, dateFormat String?, delegateMeetingMessageDeliveryOptions delegateMeetingMessageDeliveryOptions?, language localeInfo?, timeFormat String?, timeZone String?, userPurpose userPurpose?, workingHours workingHours?",
  modifiedProperty: ": displayName String?, newValue String?, oldValue String?",
  objectIdentity: ": issuer String?, issuerAssignedId String?, signInType String?",
  onPremisesExtensionAttributes:
    ": extensionAttribute1 String?, extensionAttribute10 String?, extensionAttribute11 String?, extensionAttribute12 String?, extensionAttribute13 String?, extensionAttribute14 String?, extensionAttribute15 String?, extensionAttribute2 String?, extensionAttribute3 String?, extensionAttribute4 String?, extensionAttribute5 String?, extensionAttribute6 String?, extensionAttribute7 String?, extensionAttribute8 String?, extensionAttribute9 String?",
  onPremisesProvisioningError:
    ": category String?, occurredDateTime DateTimeOffset?, propertyCausingError String?, value String?",
  optionalClaim: ": additionalProperties [String], essential Boolean, name String, source String?",
  optionalClaims: ": accessToken [optionalClaim], idToken [optionalClaim], saml2Token [optionalClaim]",
  parentalControlSettings: ": countriesBlockedForMinors [String], legalAgeGroupRule String?",
  passwordCredential:
    ": customKeyIdentifier String?, displayName String?, endDateTime DateTimeOffset?, hint String?, keyId Guid?, secretText String?, startDateTime DateTimeOffset?",
  passwordProfile:
    ": forceChangePasswordNextSignIn Boolean?, forceChangePasswordNextSignInWithMfa Boolean?, password String?",
  permissionScope:
    ": adminConsentDescription String?, adminConsentDisplayName String?, id Guid, isEnabled Boolean, origin String?, type String?, userConsentDescription String?, userConsentDisplayName String?, value String?",
  persistentBrowserSessionControl:
    "conditionalAccessSessionControl: isEnabled Boolean?, mode persistentBrowserSessionMode?",
  preAuthorizedApplication: ": appId String?, delegatedPermissionIds [String]",
  privacyProfile: ": contactEmail String?, statementUrl String?",
  provisionedPlan: ": capabilityStatus String?, provisioningStatus String?, service String?",
  publicClientApplication: ": redirectUris [String]",
  recipient: ": emailAddress emailAddress?",
  redirectUriSettings: ": index Double?, uri String?",
  requestSignatureVerification: ": allowedWeakAlgorithms weakAlgorithms?, isSignedRequestRequired Boolean",
  requiredResourceAccess: ": resourceAccess [resourceAccess], resourceAppId String",
  resourceAccess: ": id String, type String?",
  resourceSpecificPermission:
    ": description String?, displayName String?, id Guid, isEnabled Boolean, value String?",
  samlSingleSignOnSettings: ": relayState String?",
  secureSignInSessionControl: "conditionalAccessSessionControl: isEnabled Boolean?",
  servicePrincipalLockConfiguration:
    ": allProperties Boolean?, credentialsWithUsageSign Boolean?, credentialsWithUsageVerify Boolean?, isEnabled Boolean, tokenEncryptionKeyId Boolean?",
  serviceProvisioningError: ": createdDateTime String?, isResolved Boolean?, serviceInstance String?",
  serviceProvisioningXmlError:
    "serviceProvisioningError: createdDateTime DateTimeOffset?, errorDetail String?, isResolved Boolean?, serviceInstance String?",
  signInActivity:
    ": lastNonInteractiveSignInDateTime DateTimeOffset?, lastNonInteractiveSignInRequestId String?, lastSignInDateTime DateTimeOffset?, lastSignInRequestId String?, lastSuccessfulSignInDateTime DateTimeOffset?, lastSuccessfulSignInRequestId String?",
  signInFrequencySessionControl:
    "conditionalAccessSessionControl: authenticationType signInFrequencyAuthenticationType?, frequencyInterval signInFrequencyInterval?, isEnabled Boolean?, type signinFrequencyType?, value Int32?",
  signInLocation: ": city String?, countryOrRegion String?, geoCoordinates geoCoordinates?, state String?",
  signInStatus: ": additionalDetails String?, errorCode Double?, failureReason String?",
  spaApplication: ": redirectUris [String]",
  targetResource:
    ": displayName String?, groupType groupType?, id String?, modifiedProperties [modifiedProperty], type String?, userPrincipalName String?",
  tenantInformation:
    ": defaultDomainName String?, displayName String?, federationBrandName String?, tenantId String",
  timeZoneBase: ": name String?",
  unifiedRolePermission:
    ": allowedResourceActions [String], condition String?, excludedResourceActions [String]",
  userIdentity: "identity: ipAddress String?, userPrincipalName String?",
  userPrint: ": ",
  verifiedDomain:
    ": capabilities String?, isDefault Boolean?, isInitial Boolean?, name String?, type String?",
  verifiedPublisher: ": addedDateTime DateTimeOffset?, displayName String?, verifiedPublisherId String?",
  webApplication:
    ": homePageUrl String?, implicitGrantSettings implicitGrantSettings?, logoutUrl String?, redirectUris [String], redirectUriSettings [redirectUriSettings]",
  workingHours: ": daysOfWeek [dayOfWeek], endTime String?, startTime String?, timeZone timeZoneBase?",
};
