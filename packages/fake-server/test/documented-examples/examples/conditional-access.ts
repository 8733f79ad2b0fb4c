import type { DocumentedExample } from "../example.ts";

export const conditionalAccess: readonly DocumentedExample[] = [
  {
    says: "conditional access policies are listed",
    source: "conditionalaccessroot-list-policies",
    ask: "GET /identity/conditionalAccess/policies",
    given: ["policy"],
    status: 200,
    shows: `
      {@odata.context, value [{id, displayName, createdDateTime null, modifiedDateTime null, state,
      sessionControls null, conditions {signInRiskLevels [], clientAppTypes [text], platforms null,
      locations null, applications {includeApplications [text], excludeApplications [],
      includeUserActions []}, users {includeUsers [text], excludeUsers [], includeGroups [],
      excludeGroups [], includeRoles [], excludeRoles []}}, grantControls {operator, builtInControls
      [text], customAuthenticationFactors [], termsOfUse []}}]}`,
  },
  {
    says: "multifactor authentication is asked for of all who come from elsewhere",
    source: "conditionalaccessroot-post-policies",
    ask: "POST /identity/conditionalAccess/policies",
    body: {
      displayName: "Policy 1",
      state: "enabled",
      conditions: {
        clientAppTypes: ["mobileAppsAndDesktopClients", "browser"],
        applications: { includeApplications: ["00000002-0000-0ff1-ce00-000000000000"] },
        users: { includeGroups: ["{group}"] },
        locations: { includeLocations: ["All"], excludeLocations: ["AllTrusted"] },
      },
      grantControls: { operator: "OR", builtInControls: ["mfa"] },
    },
    status: 201,
    shows: `
      {@odata.context, id, displayName, createdDateTime, modifiedDateTime null, state, sessionControls
      null, conditions {signInRiskLevels [], clientAppTypes [text], platforms null, applications
      {includeApplications [text], excludeApplications [], includeUserActions []}, users {includeUsers
      [], excludeUsers [], includeGroups [text], excludeGroups [], includeRoles [], excludeRoles []},
      locations {includeLocations [text], excludeLocations [text]}}, grantControls {operator,
      builtInControls [text], customAuthenticationFactors [], termsOfUse []}}`,
  },
  {
    says: "whoever comes from a place that is not trusted is let in nowhere",
    source: "conditionalaccessroot-post-policies",
    ask: "POST /identity/conditionalAccess/policies",
    body: {
      displayName: "Policy 2",
      state: "enabled",
      conditions: {
        clientAppTypes: ["all"],
        applications: { includeApplications: ["00000002-0000-0ff1-ce00-000000000000"] },
        users: { includeGroups: ["{group}"] },
        locations: { includeLocations: ["{location}"] },
      },
      grantControls: { operator: "OR", builtInControls: ["block"] },
    },
    status: 201,
    shows: `
      {@odata.context, id, displayName, createdDateTime, modifiedDateTime null, state, sessionControls
      null, conditions {signInRiskLevels [], clientAppTypes [text], platforms null, applications
      {includeApplications [text], excludeApplications [], includeUserActions []}, users {includeUsers
      [], excludeUsers [], includeGroups [text], excludeGroups [], includeRoles [], excludeRoles []},
      locations {includeLocations [text], excludeLocations []}}, grantControls {operator,
      builtInControls [text], customAuthenticationFactors [], termsOfUse []}}`,
  },
  // Without its terms of use: the fake has no agreements.
  {
    says: "a policy has every kind of condition and control",
    source: "conditionalaccessroot-post-policies",
    ask: "POST /identity/conditionalAccess/policies",
    body: {
      displayName: "Policy 3",
      state: "disabled",
      conditions: {
        signInRiskLevels: ["high", "medium"],
        clientAppTypes: ["mobileAppsAndDesktopClients", "exchangeActiveSync", "other"],
        applications: {
          includeApplications: ["All"],
          excludeApplications: ["{clientAppId}"],
          includeUserActions: [],
        },
        users: {
          includeUsers: ["{member}"],
          excludeUsers: ["{otherMember}", "GuestsOrExternalUsers"],
          includeGroups: [],
          excludeGroups: [],
          includeRoles: [
            "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3",
            "cf1c38e5-3621-4004-a7cb-879624dced7c",
            "c4e39bd9-1100-46d3-8c65-fb160da0071f",
          ],
          excludeRoles: ["b0f54661-2d74-4c50-afa3-1ec803f12efe"],
        },
        platforms: { includePlatforms: ["all"], excludePlatforms: ["iOS", "windowsPhone"] },
        locations: {
          includeLocations: ["AllTrusted"],
          excludeLocations: ["00000000-0000-0000-0000-000000000000", "{location}"],
        },
      },
      grantControls: {
        operator: "OR",
        builtInControls: [
          "mfa",
          "compliantDevice",
          "domainJoinedDevice",
          "approvedApplication",
          "compliantApplication",
        ],
        customAuthenticationFactors: [],
        termsOfUse: [],
      },
      sessionControls: {
        applicationEnforcedRestrictions: null,
        persistentBrowser: null,
        cloudAppSecurity: { cloudAppSecurityType: "blockDownloads", isEnabled: true },
        signInFrequency: { value: 4, type: "hours", isEnabled: true },
      },
    },
    status: 201,
    shows: `
      {@odata.context, id, displayName, createdDateTime, modifiedDateTime null, state, conditions
      {signInRiskLevels [text], clientAppTypes [text], applications {includeApplications [text],
      excludeApplications [text], includeUserActions []}, users {includeUsers [text], excludeUsers
      [text], includeGroups [], excludeGroups [], includeRoles [text], excludeRoles [text]}, platforms
      {includePlatforms [text], excludePlatforms [text]}, locations {includeLocations [text],
      excludeLocations [text]}}, grantControls {operator, builtInControls [text],
      customAuthenticationFactors [], termsOfUse [text]}, sessionControls
      {applicationEnforcedRestrictions null, persistentBrowser null, cloudAppSecurity
      {cloudAppSecurityType, isEnabled flag}, signInFrequency {value number, type, isEnabled flag}}}`,
  },
  {
    says: "multifactor authentication is asked for of one group",
    source: "conditionalaccessroot-post-policies",
    ask: "POST /identity/conditionalAccess/policies",
    body: {
      displayName: "Policy 4",
      state: "enabled",
      conditions: {
        applications: { includeApplications: ["00000002-0000-0ff1-ce00-000000000000"] },
        users: { includeGroups: ["{group}"] },
      },
      grantControls: { operator: "OR", builtInControls: ["mfa"] },
    },
    status: 201,
    shows: `
      {@odata.context, id, displayName, createdDateTime, modifiedDateTime null, state, sessionControls
      null, conditions {userRiskLevels [], signInRiskLevels [], clientAppTypes [text], platforms null,
      locations null, times null, applications {includeApplications [text], excludeApplications [],
      includeUserActions [], includeProtectionLevels []}, users {includeUsers [], excludeUsers [],
      includeGroups [text], excludeGroups [], includeRoles [], excludeRoles []}}, grantControls
      {operator, builtInControls [text], customAuthenticationFactors [], termsOfUse []}}`,
  },
  {
    says: "a policy goes by other risks",
    source: "conditionalaccesspolicy-update",
    ask: "PATCH /identity/conditionalAccess/policies/{policy}",
    body: { conditions: { signInRiskLevels: ["high", "medium", "low"] } },
    status: 204,
    effect: { read: "/identity/conditionalAccess/policies/{policy}", keeps: true },
  },
  {
    says: "the strengths of authentication are listed",
    source: "authenticationstrengthroot-list-policies",
    ask: "GET /policies/authenticationStrengthPolicies",
    status: 200,
    shows: `
      {@odata.context, value [{id, createdDateTime, modifiedDateTime, displayName, description,
      policyType, requirementsSatisfied, allowedCombinations [text], combinationConfigurations []}]}`,
  },
  {
    says: "the strengths of authentication are filtered by a combination of methods",
    source: "authenticationstrengthroot-list-policies",
    ask: "GET /policies/authenticationStrengthPolicies?$filter=allowedCombinations/any(x:x has 'sms, password')",
    status: 200,
    shows: `
      {@odata.context, value [{id, createdDateTime, modifiedDateTime, displayName, description,
      policyType, requirementsSatisfied, allowedCombinations [text], combinationConfigurations []}]}`,
  },
  {
    says: "a sign-in is read",
    source: "signin-get",
    ask: "GET /auditLogs/signIns/{signIn}",
    status: 200,
    shows: `
      {@odata.context, value [{id, createdDateTime, userDisplayName, userPrincipalName, userId, appId,
      appDisplayName, ipAddress, clientAppUsed, correlationId, conditionalAccessStatus, isInteractive
      flag, riskDetail, riskLevelAggregated, riskLevelDuringSignIn, riskState, riskEventTypes [],
      resourceDisplayName, resourceId, status {errorCode number, failureReason null, additionalDetails
      null}, deviceDetail {deviceId, displayName null, operatingSystem, browser, isCompliant null,
      isManaged null, trustType null}, location {city, state, countryOrRegion, geoCoordinates {altitude
      null, latitude number, longitude number}}, appliedConditionalAccessPolicies [{id, displayName,
      enforcedGrantControls [], enforcedSessionControls [], result}]}]}`,
    departs: {
      because:
        "the example shows a list with one sign-in in it, where the page's own text and the schema have the sign-in itself",
      by: ["value is missing"],
    },
  },
];
