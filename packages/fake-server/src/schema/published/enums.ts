/**
 * The members of the enumerations.
 *
 * Made by `scripts/graph-schema.ts` from what Microsoft publishes; not to be written by hand.
 * Their licence is MIT, in full in `LICENSE-msgraph-metadata` of this package.
 *
 * @see https://github.com/microsoftgraph/msgraph-metadata
 */
export const ENUMS: Readonly<Record<string, string>> = {
  allowInvitesFrom:
    ": none, adminsAndGuestInviters, adminsGuestInvitersAndAllMembers, everyone, unknownFutureValue",
  appliedConditionalAccessPolicyResult:
    ": success, failure, notApplied, notEnabled, unknown, unknownFutureValue, reportOnlySuccess, reportOnlyFailure, reportOnlyNotApplied, reportOnlyInterrupted",
  authenticationMethodModes:
    "flags: password, voice, hardwareOath, softwareOath, sms, fido2, windowsHelloForBusiness, microsoftAuthenticatorPush, deviceBasedPush, temporaryAccessPassOneTime, temporaryAccessPassMultiUse, email, x509CertificateSingleFactor, x509CertificateMultiFactor, federatedSingleFactor, federatedMultiFactor, unknownFutureValue, qrCodePin",
  authenticationStrengthPolicyType: ": builtIn, custom, unknownFutureValue",
  authenticationStrengthRequirements: "flags: none, mfa, unknownFutureValue",
  automaticRepliesStatus: ": disabled, alwaysEnabled, scheduled",
  b2bIdentityProvidersType:
    ": azureActiveDirectory, externalFederation, socialIdentityProviders, emailOneTimePasscode, microsoftAccount, defaultConfiguredIdp, unknownFutureValue",
  cloudAppSecuritySessionControlType: ": mcasConfigured, monitorOnly, blockDownloads, unknownFutureValue",
  conditionalAccessClientApp:
    ": all, browser, mobileAppsAndDesktopClients, exchangeActiveSync, easSupported, other, unknownFutureValue",
  conditionalAccessDevicePlatform:
    ": android, iOS, windows, windowsPhone, macOS, all, unknownFutureValue, linux",
  conditionalAccessExternalTenantsMembershipKind: ": all, enumerated, unknownFutureValue",
  conditionalAccessGrantControl:
    ": block, mfa, compliantDevice, domainJoinedDevice, approvedApplication, compliantApplication, passwordChange, unknownFutureValue, riskRemediation",
  conditionalAccessGuestOrExternalUserTypes:
    "flags: none, internalGuest, b2bCollaborationGuest, b2bCollaborationMember, b2bDirectConnectUser, otherExternalUser, serviceProvider, unknownFutureValue",
  conditionalAccessInsiderRiskLevels: "flags: minor, moderate, elevated, unknownFutureValue",
  conditionalAccessPolicyState: ": enabled, disabled, enabledForReportingButNotEnforced",
  conditionalAccessStatus: ": success, failure, notApplied, unknownFutureValue",
  conditionalAccessTransferMethods: "flags: none, deviceCodeFlow, authenticationTransfer, unknownFutureValue",
  countryLookupMethodType: ": clientIpAddress, authenticatorAppGps, unknownFutureValue",
  crossTenantAccessPolicyTargetConfigurationAccessType: ": allowed, blocked, unknownFutureValue",
  crossTenantAccessPolicyTargetType: ": user, group, application, unknownFutureValue",
  dayOfWeek: ": sunday, monday, tuesday, wednesday, thursday, friday, saturday",
  delegateMeetingMessageDeliveryOptions:
    ": sendToDelegateAndInformationToPrincipal, sendToDelegateAndPrincipal, sendToDelegateOnly",
  externalAudienceScope: ": none, contactsOnly, all",
  filterMode: ": include, exclude",
  groupAccessType: ": none, private, secret, public, unknownFutureValue",
  groupType: ": unifiedGroups, azureAD, unknownFutureValue",
  mdmAuthority: ": unknown, intune, sccm, office365",
  nativeAuthenticationApisEnabled: ": none, all, unknownFutureValue",
  operationResult: ": success, failure, timeout, unknownFutureValue",
  partnerTenantType:
    ": microsoftSupport, syndicatePartner, breadthPartner, breadthPartnerDelegatedAdmin, resellerPartnerDelegatedAdmin, valueAddedResellerPartnerDelegatedAdmin, unknownFutureValue",
  persistentBrowserSessionMode: ": always, never",
  riskDetail:
    ": none, adminGeneratedTemporaryPassword, userPerformedSecuredPasswordChange, userPerformedSecuredPasswordReset, adminConfirmedSigninSafe, aiConfirmedSigninSafe, userPassedMFADrivenByRiskBasedPolicy, adminDismissedAllRiskForUser, adminConfirmedSigninCompromised, hidden, adminConfirmedUserCompromised, unknownFutureValue, m365DAdminDismissedDetection, adminConfirmedServicePrincipalCompromised, adminDismissedAllRiskForServicePrincipal, userChangedPasswordOnPremises, adminDismissedRiskForSignIn, adminConfirmedAccountSafe",
  riskEventType:
    ": unlikelyTravel, anonymizedIPAddress, maliciousIPAddress, unfamiliarFeatures, malwareInfectedIPAddress, suspiciousIPAddress, leakedCredentials, investigationsThreatIntelligence, generic, adminConfirmedUserCompromised, mcasImpossibleTravel, mcasSuspiciousInboxManipulationRules, investigationsThreatIntelligenceSigninLinked, maliciousIPAddressValidCredentialsBlockedIP, unknownFutureValue",
  riskLevel: ": low, medium, high, hidden, none, unknownFutureValue",
  riskState: ": none, confirmedSafe, remediated, dismissed, atRisk, confirmedCompromised, unknownFutureValue",
  signInFrequencyAuthenticationType:
    ": primaryAndSecondaryAuthentication, secondaryAuthentication, unknownFutureValue",
  signInFrequencyInterval: ": timeBased, everyTime, unknownFutureValue",
  signinFrequencyType: ": days, hours",
  userPurpose: ": user, linked, shared, room, equipment, others, unknownFutureValue",
  weakAlgorithms: ": rsaSha1, unknownFutureValue",
};
