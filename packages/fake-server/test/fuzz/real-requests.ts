export interface Sent {
  readonly method: string;
  /** Below the version, with query options. `%user%` and the like stand for ids. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const EVENTUAL = { ConsistencyLevel: "eventual" };
const reference = { "@odata.id": "https://graph.microsoft.com/v1.0/directoryObjects/%other%" };
const user = {
  ...{ accountEnabled: true, displayName: "Li", mailNickname: "li" },
  userPrincipalName: "li@contoso.onmicrosoft.com",
  passwordProfile: { password: "Long-enough-1", forceChangePasswordNextSignIn: false },
};
const group = {
  displayName: "G",
  mailNickname: "g",
  mailEnabled: false,
  securityEnabled: true,
  groupTypes: [],
};
const invitation = {
  invitedUserEmailAddress: "cy@fabrikam.example",
  inviteRedirectUrl: "https://app.example/hello",
  sendInvitationMessage: true,
  invitedUserMessageInfo: {
    customizedMessageBody: "Welcome",
    messageLanguage: "en-US",
    ccRecipients: [{ emailAddress: { name: null, address: "noa@contoso.onmicrosoft.com" } }],
  },
};
const policy = {
  displayName: "Guests",
  state: "enabled",
  conditions: {
    users: { includeUsers: ["All"], excludeGroups: ["%group%"] },
    applications: { includeApplications: ["All"] },
    clientAppTypes: ["all"],
    locations: { includeLocations: ["All"], excludeLocations: ["%location%"] },
  },
  grantControls: { operator: "AND", builtInControls: ["mfa", "compliantDevice"] },
};
const targets = {
  usersAndGroups: { accessType: "blocked", targets: [{ target: "AllUsers", targetType: "user" }] },
  applications: {
    accessType: "blocked",
    targets: [{ target: "AllApplications", targetType: "application" }],
  },
};

/** Requests that the service takes, one at least for every area. */
export const realRequests: readonly Sent[] = [
  { method: "POST", path: "/invitations", body: invitation },
  {
    method: "POST",
    path: "/invitations",
    body: { ...invitation, resetRedemption: true, invitedUser: { id: "%guest%" } },
  },
  {
    method: "GET",
    path: "/users?$filter=userType eq 'Guest' and startsWith(mail,'ada')&$select=id,mail&$top=5",
  },
  {
    method: "GET",
    path: "/users?$filter=endsWith(mail,'example')&$count=true&$orderby=displayName",
    headers: EVENTUAL,
  },
  { method: "GET", path: '/users?$search="displayName:mia" OR "mail:ada"&$count=true', headers: EVENTUAL },
  { method: "GET", path: "/users?$filter=identities/any(i:i/issuer eq 'x' and i/issuerAssignedId eq 'y')" },
  { method: "GET", path: "/users?$filter=otherMails/any(m:m eq 'ada@fabrikam.example')&$top=1" },
  { method: "GET", path: "/users/$count", headers: EVENTUAL },
  { method: "GET", path: "/users/%guest%?$select=id,externalUserState,identities&$expand=manager" },
  { method: "GET", path: "/users('mia@contoso.onmicrosoft.com')" },
  { method: "POST", path: "/users", body: user },
  {
    method: "PATCH",
    path: "/users/%other%",
    body: { department: "Sales", businessPhones: ["1"], mail: null },
  },
  { method: "DELETE", path: "/users/%other%" },
  { method: "GET", path: "/users/%user%/memberOf" },
  {
    method: "GET",
    path: "/users/%user%/transitiveMemberOf/microsoft.graph.group?$count=true",
    headers: EVENTUAL,
  },
  { method: "GET", path: "/users/%guest%/sponsors" },
  { method: "POST", path: "/users/%guest%/sponsors/$ref", body: reference },
  { method: "PUT", path: "/users/%user%/manager/$ref", body: reference },
  { method: "POST", path: "/users/%user%/revokeSignInSessions" },
  { method: "GET", path: "/users/delta?$select=displayName" },
  { method: "GET", path: "/groups/delta?$select=members" },
  { method: "GET", path: "/me" },
  { method: "GET", path: "/groups?$filter=securityEnabled eq true&$expand=members($select=id)" },
  { method: "POST", path: "/groups", body: { ...group, "members@odata.bind": [reference["@odata.id"]] } },
  {
    method: "PATCH",
    path: "/groups/%group%",
    body: { description: "x", "members@odata.bind": [reference["@odata.id"]] },
  },
  { method: "POST", path: "/groups/%group%/members/$ref", body: reference },
  { method: "DELETE", path: "/groups/%group%/members/%other%/$ref" },
  { method: "GET", path: "/groups/%group%/transitiveMembers" },
  { method: "POST", path: "/groups/%group%/checkMemberGroups", body: { groupIds: ["%group%"] } },
  {
    method: "POST",
    path: "/directoryObjects/getByIds",
    body: { ids: ["%user%", "%group%"], types: ["user"] },
  },
  { method: "GET", path: "/directoryObjects/%group%" },
  { method: "POST", path: "/directory/deletedItems/%other%/restore" },
  { method: "GET", path: "/directory/deletedItems/microsoft.graph.user?$count=true", headers: EVENTUAL },
  { method: "POST", path: "/applications", body: { displayName: "Portal", signInAudience: "AzureADMyOrg" } },
  { method: "GET", path: "/servicePrincipals?$filter=appId eq '%app%'" },
  {
    method: "POST",
    path: "/users/%guest%/appRoleAssignments",
    body: { principalId: "%guest%", resourceId: "%sp%", appRoleId: "00000000-0000-0000-0000-000000000000" },
  },
  { method: "GET", path: "/servicePrincipals/%sp%/appRoleAssignedTo" },
  { method: "GET", path: "/servicePrincipals/%sp%/owners?$select=id,displayName" },
  { method: "POST", path: "/servicePrincipals/%sp%/owners/$ref", body: reference },
  { method: "DELETE", path: "/servicePrincipals(appId='%app%')/owners/%other%/$ref" },
  { method: "GET", path: "/policies/authorizationPolicy" },
  {
    method: "PATCH",
    path: "/policies/authorizationPolicy",
    body: { allowInvitesFrom: "adminsAndGuestInviters" },
  },
  { method: "GET", path: "/policies/crossTenantAccessPolicy/default" },
  {
    method: "PATCH",
    path: "/policies/crossTenantAccessPolicy/default",
    body: { inboundTrust: { isMfaAccepted: true }, b2bCollaborationInbound: targets },
  },
  {
    method: "POST",
    path: "/policies/crossTenantAccessPolicy/partners",
    body: { tenantId: "%tenant%", inboundTrust: { isMfaAccepted: true }, b2bCollaborationInbound: targets },
  },
  {
    method: "PATCH",
    path: "/policies/crossTenantAccessPolicy/partners/%tenant%",
    body: { b2bCollaborationOutbound: targets },
  },
  {
    method: "PUT",
    path: "/policies/crossTenantAccessPolicy/partners/%tenant%/identitySynchronization",
    body: { displayName: "Fabrikam", userSyncInbound: { isSyncAllowed: true } },
  },
  { method: "POST", path: "/identity/conditionalAccess/policies", body: policy },
  { method: "PATCH", path: "/identity/conditionalAccess/policies/%policy%", body: { state: "disabled" } },
  {
    method: "POST",
    path: "/identity/conditionalAccess/namedLocations",
    body: {
      "@odata.type": "#microsoft.graph.ipNamedLocation",
      ...{ displayName: "Lab", isTrusted: false },
      ipRanges: [{ "@odata.type": "#microsoft.graph.iPv4CidrRange", cidrAddress: "10.1.0.0/16" }],
    },
  },
  { method: "GET", path: "/policies/authenticationStrengthPolicies" },
  { method: "GET", path: "/organization" },
  { method: "GET", path: "/domains" },
  { method: "GET", path: "/tenantRelationships/findTenantInformationByTenantId(tenantId='%tenant%')" },
  { method: "GET", path: "/auditLogs/directoryAudits?$filter=activityDisplayName eq 'Add user'&$top=2" },
  { method: "GET", path: "/auditLogs/signIns?$top=1" },
  { method: "POST", path: "/directoryRoles", body: { roleTemplateId: "%role%" } },
  { method: "POST", path: "/directoryRoles/roleTemplateId=%role%/members/$ref", body: reference },
  {
    method: "POST",
    path: "/roleManagement/directory/roleAssignments",
    body: { principalId: "%other%", roleDefinitionId: "%role%", directoryScopeId: "/" },
  },
  {
    method: "POST",
    path: "/$batch",
    body: {
      requests: [
        { id: "1", method: "GET", url: "/users?$top=1" },
        {
          id: "2",
          method: "POST",
          url: "/groups",
          body: group,
          headers: { "Content-Type": "application/json" },
        },
        { id: "3", method: "DELETE", url: "/users/%other%", dependsOn: ["1", "2"] },
      ],
    },
  },
];
