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
/** Text that the index alone looks through. */
const ADVANCED_TEXT: PropertyModel = {
  type: "string",
  operators: { eq: "advanced", ne: "advanced", startsWith: "advanced", order: "advanced" },
};
const CHOICE: PropertyModel = { type: "string", operators: { eq: "default", ne: "advanced" } };
const KEY: PropertyModel = { type: "guid", operators: { eq: "default", ne: "advanced", in: "default" } };
const LIST: PropertyModel = { type: "strings", operators: { eq: "default", startsWith: "default" } };
const FLAG: PropertyModel = { type: "boolean", operators: { eq: "default", ne: "advanced" } };
const INSTANT: PropertyModel = {
  type: "dateTime",
  operators: { eq: "default", ne: "advanced", in: "default", order: "default" },
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
const SHOWN_OBJECTS: PropertyModel = { type: "complexes", operators: {} };

const application: EntityModel["properties"] = {
  id: KEY,
  deletedDateTime: GONE,
  appId: KEY,
  applicationTemplateId: CHOICE,
  disabledByMicrosoftStatus: CHOICE,
  createdDateTime: INSTANT,
  displayName: { ...NAME, orderBy: "default", search: "words" },
  description: { ...ADVANCED_TEXT, search: "words" },
  groupMembershipClaims: CHOICE,
  identifierUris: LIST,
  isDeviceOnlyAuthSupported: FLAG,
  isFallbackPublicClient: FLAG,
  nativeAuthenticationApisEnabled: SHOWN,
  notes: SHOWN,
  publisherDomain: NAME,
  serviceManagementReference: SHOWN,
  signInAudience: CHOICE,
  tags: LIST,
  tokenEncryptionKeyId: SHOWN,
  uniqueName: SHOWN,
  samlMetadataUrl: SHOWN,
  defaultRedirectUri: SHOWN,
  certification: SHOWN,
  optionalClaims: SHOWN,
  servicePrincipalLockConfiguration: SHOWN,
  requestSignatureVerification: SHOWN,
  addIns: SHOWN_OBJECTS,
  api: SHOWN,
  appRoles: SHOWN_OBJECTS,
  info: SHOWN,
  keyCredentials: SHOWN_OBJECTS,
  parentalControlSettings: SHOWN,
  passwordCredentials: SHOWN_OBJECTS,
  publicClient: SHOWN,
  requiredResourceAccess: SHOWN_OBJECTS,
  verifiedPublisher: SHOWN,
  web: SHOWN,
  spa: SHOWN,
};

/**
 * What can be asked of applications.
 *
 * @see https://learn.microsoft.com/graph/api/resources/application section "Properties"
 */
export const applicationModel: EntityModel = {
  name: "Application",
  defaultSelect: Object.keys(application),
  properties: application,
};

const servicePrincipal: EntityModel["properties"] = {
  id: KEY,
  deletedDateTime: GONE,
  accountEnabled: { type: "boolean", operators: { eq: "default", ne: "advanced", in: "default" } },
  alternativeNames: LIST,
  appDescription: SHOWN,
  appDisplayName: SHOWN,
  appId: KEY,
  applicationTemplateId: CHOICE,
  appOwnerOrganizationId: { type: "guid", operators: { eq: "advanced" } },
  appRoleAssignmentRequired: FLAG,
  createdDateTime: INSTANT,
  description: { ...ADVANCED_TEXT, search: "words" },
  disabledByMicrosoftStatus: CHOICE,
  displayName: { ...NAME, orderBy: "default", search: "words" },
  homepage: NAME,
  loginUrl: SHOWN,
  logoutUrl: SHOWN,
  notes: SHOWN,
  notificationEmailAddresses: SHOWN_LIST,
  preferredSingleSignOnMode: SHOWN,
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
  info: SHOWN,
  isDisabled: SHOWN_FLAG,
  keyCredentials: SHOWN_OBJECTS,
  oauth2PermissionScopes: SHOWN_OBJECTS,
  passwordCredentials: SHOWN_OBJECTS,
  resourceSpecificApplicationPermissions: SHOWN_OBJECTS,
  verifiedPublisher: SHOWN,
};

/**
 * What can be asked of service principals.
 *
 * @see https://learn.microsoft.com/graph/api/resources/serviceprincipal section "Properties"
 */
export const servicePrincipalModel: EntityModel = {
  name: "ServicePrincipal",
  defaultSelect: Object.keys(servicePrincipal),
  properties: servicePrincipal,
};
