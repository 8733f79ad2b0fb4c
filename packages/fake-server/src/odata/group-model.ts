import type { EntityModel, PropertyModel } from "./model.ts";

/** Names and other short text. */
const NAME: PropertyModel = {
  type: "string",
  operators: { eq: "default", ne: "advanced", in: "default", startsWith: "default", order: "default" },
};
const NULLABLE_NAME: PropertyModel = { ...NAME, operators: { ...NAME.operators, eqNull: "advanced" } };
/** Text that the index alone looks through. */
const ADVANCED_TEXT: PropertyModel = {
  type: "string",
  operators: { eq: "advanced", ne: "advanced", startsWith: "advanced", order: "advanced" },
};
const FLAG: PropertyModel = { type: "boolean", operators: { eq: "default", ne: "advanced", in: "default" } };
const INSTANT: PropertyModel = {
  type: "dateTime",
  operators: { eq: "default", ne: "advanced", in: "default", order: "default" },
};
/** What is shown, and never asked for. */
const SHOWN: PropertyModel = { type: "string", operators: {} };
const SHOWN_LIST: PropertyModel = { type: "strings", operators: {} };
const SHOWN_OBJECTS: PropertyModel = { type: "complexes", operators: {} };

/**
 * What can be asked of groups.
 *
 * @see https://learn.microsoft.com/graph/api/resources/group section "Properties"
 * @see https://learn.microsoft.com/graph/aad-advanced-queries
 */
export const groupModel: EntityModel = {
  name: "Group",
  defaultSelect: [
    "id",
    "deletedDateTime",
    "classification",
    "createdDateTime",
    "creationOptions",
    "description",
    "displayName",
    "expirationDateTime",
    "groupTypes",
    "infoCatalogs",
    "isAssignableToRole",
    "isManagementRestricted",
    "mail",
    "mailEnabled",
    "mailNickname",
    "membershipRule",
    "membershipRuleProcessingState",
    "onPremisesDomainName",
    "onPremisesLastSyncDateTime",
    "onPremisesNetBiosName",
    "onPremisesProvisioningErrors",
    "onPremisesSamAccountName",
    "onPremisesSecurityIdentifier",
    "onPremisesSyncEnabled",
    "preferredDataLocation",
    "preferredLanguage",
    "proxyAddresses",
    "renewedDateTime",
    "resourceBehaviorOptions",
    "resourceProvisioningOptions",
    "securityEnabled",
    "securityIdentifier",
    "serviceProvisioningErrors",
    "theme",
    "uniqueName",
    "visibility",
  ],
  properties: {
    id: { type: "guid", operators: { eq: "default", ne: "advanced", in: "default" } },
    displayName: { ...NULLABLE_NAME, orderBy: "default", search: "words" },
    mail: { ...NULLABLE_NAME, search: "start" },
    mailNickname: { ...NAME, search: "start" },
    preferredLanguage: NULLABLE_NAME,
    classification: NAME,
    description: { ...ADVANCED_TEXT, search: "words" },
    membershipRule: ADVANCED_TEXT,
    membershipRuleProcessingState: {
      type: "string",
      operators: { eq: "default", ne: "advanced", in: "default" },
      values: ["On", "Paused"],
    },
    groupTypes: { type: "strings", operators: { eq: "default" } },
    proxyAddresses: {
      type: "strings",
      operators: { eq: "default", startsWith: "default", endsWith: "advanced", count: "advanced" },
    },
    mailEnabled: { type: "boolean", operators: { eq: "default", ne: "advanced" } },
    securityEnabled: FLAG,
    isAssignableToRole: { type: "boolean", operators: { eq: "default", ne: "advanced" } },
    hasMembersWithLicenseErrors: { type: "boolean", operators: { eq: "default" } },
    createdDateTime: { ...INSTANT, orderBy: "advanced" },
    renewedDateTime: INSTANT,
    expirationDateTime: INSTANT,
    // Of groups in `deletedItems`; null of all others.
    deletedDateTime: {
      type: "dateTime",
      operators: { eq: "advanced", ne: "advanced", order: "advanced" },
      orderBy: "advanced",
    },
    onPremisesLastSyncDateTime: INSTANT,
    onPremisesSamAccountName: NAME,
    onPremisesSecurityIdentifier: { type: "string", operators: { eq: "default", eqNull: "advanced" } },
    onPremisesSyncEnabled: { ...FLAG, operators: { ...FLAG.operators, eqNull: "advanced" } },
    uniqueName: NULLABLE_NAME,
    assignedLabels: SHOWN_OBJECTS,
    assignedLicenses: SHOWN_OBJECTS,
    creationOptions: SHOWN_LIST,
    infoCatalogs: SHOWN_LIST,
    isManagementRestricted: { type: "boolean", operators: {} },
    onPremisesDomainName: SHOWN,
    onPremisesNetBiosName: SHOWN,
    onPremisesProvisioningErrors: SHOWN_OBJECTS,
    preferredDataLocation: SHOWN,
    resourceBehaviorOptions: SHOWN_LIST,
    resourceProvisioningOptions: SHOWN_LIST,
    securityIdentifier: SHOWN,
    serviceProvisioningErrors: SHOWN_OBJECTS,
    theme: SHOWN,
    visibility: SHOWN,
  },
};
