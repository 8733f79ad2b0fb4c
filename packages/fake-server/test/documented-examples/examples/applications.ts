import type { DocumentedExample } from "../example.ts";

export const applications: readonly DocumentedExample[] = [
  {
    says: "applications are listed",
    source: "application-list",
    ask: "GET /applications",
    given: ["application"],
    status: 200,
    shows: `
      {@odata.context, value [{appId, identifierUris [text], displayName, publisherDomain,
      signInAudience}]}`,
  },
  {
    says: "applications are counted",
    source: "application-list",
    ask: "GET /applications/$count",
    headers: { consistencylevel: "eventual" },
    status: 200,
    shows: "number",
  },
  {
    says: "applications are filtered by the beginning of the name, a page of one",
    source: "application-list",
    ask: "GET /applications?$filter=startswith(displayName, 'a')&$count=true&$top=1&$orderby=displayName",
    given: ["application"],
    headers: { consistencylevel: "eventual" },
    status: 200,
    shows: `
      {@odata.context, @odata.count number, value [{appId, identifierUris [text], displayName,
      publisherDomain, signInAudience}]}`,
  },
  {
    says: "applications are searched by a word of the name",
    source: "application-list",
    ask: 'GET /applications?$search="displayName:Web"&$count=true',
    given: ["application"],
    headers: { consistencylevel: "eventual" },
    status: 200,
    shows: `
      {@odata.context, @odata.count number, value [{appId, identifierUris [text], displayName,
      publisherDomain, signInAudience}]}`,
  },
  {
    says: "a service principal is read by id",
    source: "serviceprincipal-get",
    ask: "GET /servicePrincipals/{resource}",
    status: 200,
    shows: `
      {accountEnabled flag, addIns [], alternativeNames [text], appDisplayName, appId,
      appOwnerOrganizationId, appRoleAssignmentRequired flag, appRoles [], disabledByMicrosoftStatus
      null, displayName, endpoints [], homepage null, id, verifiedPublisher {displayName,
      verifiedPublisherId, addedDateTime}, info {termsOfServiceUrl null, supportUrl null,
      privacyStatementUrl null, marketingUrl null, logoUrl null}, keyCredentials [], logoutUrl null,
      oauth2PermissionScopes [], passwordCredentials [], publisherName null, replyUrls [],
      resourceSpecificApplicationPermissions [], servicePrincipalNames [], servicePrincipalType null,
      signInAudience, tags [], tokenEncryptionKeyId null}`,
  },
  {
    says: "those who are assigned to an application are listed",
    source: "serviceprincipal-list-approleassignedto",
    ask: "GET /servicePrincipals/{resource}/appRoleAssignedTo",
    given: ["assignment"],
    status: 200,
    shows: `
      {@odata.context, value [{id, deletedDateTime null, appRoleId, createdDateTime,
      principalDisplayName, principalId, principalType, resourceDisplayName, resourceId}]}`,
  },
  {
    says: "an assignment is removed from the side of the application",
    source: "serviceprincipal-delete-approleassignedto",
    ask: "DELETE /servicePrincipals/{resource}/appRoleAssignedTo/{assignment}",
    status: 204,
    effect: { read: "/servicePrincipals/{resource}/appRoleAssignedTo", lacks: "{assignment}" },
  },
  {
    says: "an application is assigned to another",
    source: "serviceprincipal-post-approleassignments",
    ask: "POST /servicePrincipals/{client}/appRoleAssignments",
    body: {
      principalId: "{client}",
      resourceId: "{resource}",
      appRoleId: "00000000-0000-0000-0000-000000000000",
    },
    status: 201,
    shows: `
      {@odata.context, id, createdDateTime, appRoleId, principalDisplayName, principalId, principalType,
      resourceDisplayName, resourceId}`,
  },
  {
    says: "an application loses an assignment",
    source: "serviceprincipal-delete-approleassignments",
    ask: "DELETE /servicePrincipals/{client}/appRoleAssignments/{clientAssignment}",
    status: 204,
    effect: { read: "/servicePrincipals/{client}/appRoleAssignments", lacks: "{clientAssignment}" },
  },
  // The page's text says 201, as those of groups and service principals do; its example says 200.
  {
    says: "a user is assigned to an application",
    source: "user-post-approleassignments",
    ask: "POST /users/{member}/appRoleAssignments",
    body: {
      principalId: "{member}",
      resourceId: "{resource}",
      appRoleId: "00000000-0000-0000-0000-000000000000",
    },
    status: 201,
    shows: `
      {@odata.context, id, deletedDateTime null, appRoleId, createdDateTime, principalDisplayName,
      principalId, principalType, resourceDisplayName, resourceId}`,
  },
  {
    says: "a user loses an assignment",
    source: "user-delete-approleassignments",
    ask: "DELETE /users/{member}/appRoleAssignments/{assignment}",
    status: 204,
    effect: { read: "/users/{member}/appRoleAssignments", lacks: "{assignment}" },
  },
  {
    says: "the assignments of a group are listed",
    source: "group-list-approleassignments",
    ask: "GET /groups/{group}/appRoleAssignments",
    given: ["groupAssignment"],
    status: 200,
    shows: `
      {@odata.context, value [{id, deletedDateTime null, appRoleId, createdDateTime,
      principalDisplayName, principalId, principalType, resourceDisplayName, resourceId}]}`,
  },
];
