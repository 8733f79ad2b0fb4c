import type { EntityModel, PropertyModel } from "./model.ts";

const NAME: PropertyModel = {
  type: "string",
  operators: {
    eq: "default",
    ne: "advanced",
    in: "default",
    startsWith: "default",
    order: "default",
    eqNull: "advanced",
  },
};
const NEVER_NULL: PropertyModel = {
  type: "string",
  operators: { eq: "default", ne: "advanced", in: "default", startsWith: "default", order: "default" },
};
/** Text that the index alone looks through. */
const ADVANCED_TEXT: PropertyModel = {
  type: "string",
  operators: {
    eq: "advanced",
    ne: "advanced",
    in: "advanced",
    startsWith: "advanced",
    order: "advanced",
    eqNull: "advanced",
  },
};
const CHOICE: PropertyModel = { type: "string", operators: { eq: "default", ne: "advanced", in: "default" } };
const ADVANCED_CHOICE: PropertyModel = {
  type: "string",
  operators: { eq: "advanced", ne: "advanced", in: "advanced" },
};
const NULLABLE_CHOICE: PropertyModel = {
  type: "string",
  operators: { ...ADVANCED_CHOICE.operators, eqNull: "advanced" },
};
const KEY: PropertyModel = { type: "guid", operators: { eq: "default", ne: "advanced", in: "default" } };
const LIST: PropertyModel = {
  type: "strings",
  operators: { eq: "default", ne: "advanced", in: "default", startsWith: "default" },
};
const ADVANCED_LIST: PropertyModel = {
  type: "strings",
  operators: { eq: "advanced", ne: "advanced", in: "advanced", startsWith: "advanced" },
};
const FLAG: PropertyModel = { type: "boolean", operators: { eq: "default", ne: "advanced", in: "default" } };
const INSTANT: PropertyModel = {
  type: "dateTime",
  operators: { eq: "default", ne: "advanced", in: "default", order: "default", eqNull: "advanced" },
  orderBy: "advanced",
};
const GONE: PropertyModel = {
  type: "dateTime",
  operators: { eq: "advanced", ne: "advanced", order: "advanced" },
  orderBy: "advanced",
};
/** What is shown, and never asked for. */
const SHOWN: PropertyModel = { type: "string", operators: {} };
const SHOWN_FLAG: PropertyModel = { type: "boolean", operators: {} };
const SHOWN_LIST: PropertyModel = { type: "strings", operators: {} };
const SHOWN_OBJECT: PropertyModel = { type: "complex", operators: {} };
const SHOWN_OBJECTS: PropertyModel = { type: "complexes", operators: {} };

const application: EntityModel["properties"] = {
  id: KEY,
  deletedDateTime: GONE,
  appId: KEY,
  applicationTemplateId: CHOICE,
  disabledByMicrosoftStatus: CHOICE,
  createdDateTime: INSTANT,
  displayName: { ...NAME, orderBy: "advanced", search: "words" },
  description: { ...ADVANCED_TEXT, search: "words" },
  groupMembershipClaims: CHOICE,
  identifierUris: LIST,
  isDeviceOnlyAuthSupported: FLAG,
  isFallbackPublicClient: FLAG,
  nativeAuthenticationApisEnabled: SHOWN,
  notes: ADVANCED_TEXT,
  publisherDomain: NEVER_NULL,
  serviceManagementReference: ADVANCED_TEXT,
  signInAudience: CHOICE,
  tags: LIST,
  tokenEncryptionKeyId: SHOWN,
  uniqueName: NEVER_NULL,
  samlMetadataUrl: SHOWN,
  defaultRedirectUri: SHOWN,
  certification: SHOWN,
  optionalClaims: SHOWN,
  servicePrincipalLockConfiguration: SHOWN,
  requestSignatureVerification: SHOWN,
  addIns: SHOWN_OBJECTS,
  api: SHOWN,
  appRoles: SHOWN_OBJECTS,
  info: SHOWN_OBJECT,
  keyCredentials: SHOWN_OBJECTS,
  parentalControlSettings: SHOWN_OBJECT,
  passwordCredentials: SHOWN_OBJECTS,
  publicClient: SHOWN_OBJECT,
  requiredResourceAccess: SHOWN_OBJECTS,
  verifiedPublisher: SHOWN_OBJECT,
  web: SHOWN_OBJECT,
  spa: SHOWN_OBJECT,
};

/** What applications and service principals have in common. */
const PARTS: Readonly<Record<string, PropertyModel>> = {
  "info/logoUrl": { type: "string", operators: { eqNull: "advanced" } },
  "info/termsOfServiceUrl": ADVANCED_CHOICE,
  "verifiedPublisher/displayName": NULLABLE_CHOICE,
};

/**
 * What can be asked of applications.
 *
 * @see https://learn.microsoft.com/graph/api/resources/application section "Properties"
 * @see https://learn.microsoft.com/graph/aad-advanced-queries, which counts where the two differ
 */
export const applicationModel: EntityModel = {
  name: "Application",
  defaultSelect: Object.keys(application),
  properties: application,
  parts: {
    ...PARTS,
    "publicClient/redirectUris": ADVANCED_LIST,
    "requiredResourceAccess/resourceAppId": {
      type: "guid",
      operators: { eq: "advanced", ne: "advanced", in: "advanced" },
    },
    "spa/redirectUris": ADVANCED_LIST,
    "web/homePageUrl": NULLABLE_CHOICE,
    "web/redirectUris": ADVANCED_LIST,
  },
};

const servicePrincipal: EntityModel["properties"] = {
  id: KEY,
  deletedDateTime: GONE,
  accountEnabled: FLAG,
  alternativeNames: LIST,
  appDescription: SHOWN,
  appDisplayName: SHOWN,
  appId: KEY,
  applicationTemplateId: CHOICE,
  appOwnerOrganizationId: {
    type: "guid",
    operators: { eq: "advanced", ne: "advanced", in: "advanced" },
  },
  appRoleAssignmentRequired: {
    type: "boolean",
    operators: { eq: "advanced", ne: "advanced", in: "advanced" },
  },
  createdDateTime: INSTANT,
  description: { ...ADVANCED_TEXT, search: "words" },
  disabledByMicrosoftStatus: CHOICE,
  displayName: { ...NAME, orderBy: "advanced", search: "words" },
  homepage: ADVANCED_TEXT,
  loginUrl: SHOWN,
  logoutUrl: SHOWN,
  notes: ADVANCED_TEXT,
  notificationEmailAddresses: SHOWN_LIST,
  preferredSingleSignOnMode: CHOICE,
  preferredTokenSigningKeyThumbprint: SHOWN,
  replyUrls: SHOWN_LIST,
  servicePrincipalNames: LIST,
  servicePrincipalType: CHOICE,
  signInAudience: SHOWN,
  tags: LIST,
  tokenEncryptionKeyId: SHOWN,
  samlSingleSignOnSettings: SHOWN,
  addIns: SHOWN_OBJECTS,
  appRoles: SHOWN_OBJECTS,
  info: SHOWN_OBJECT,
  isDisabled: SHOWN_FLAG,
  keyCredentials: SHOWN_OBJECTS,
  oauth2PermissionScopes: SHOWN_OBJECTS,
  passwordCredentials: SHOWN_OBJECTS,
  resourceSpecificApplicationPermissions: SHOWN_OBJECTS,
  verifiedPublisher: SHOWN_OBJECT,
};

/**
 * What can be asked of service principals.
 *
 * @see https://learn.microsoft.com/graph/api/resources/serviceprincipal section "Properties"
 * @see https://learn.microsoft.com/graph/aad-advanced-queries, which counts where the two differ
 */
export const servicePrincipalModel: EntityModel = {
  name: "ServicePrincipal",
  defaultSelect: Object.keys(servicePrincipal),
  properties: servicePrincipal,
  parts: PARTS,
};
