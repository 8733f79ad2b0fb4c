import type { EntityModel, PropertyModel } from "./model.ts";

/** Names and other short text. */
const NAME: PropertyModel = {
  type: "string",
  operators: { eq: "default", ne: "advanced", in: "default", startsWith: "default", order: "default" },
};
const NULLABLE_NAME: PropertyModel = { ...NAME, operators: { ...NAME.operators, eqNull: "advanced" } };
/** Text that the index alone looks through. */
const ADVANCED_NAME: PropertyModel = {
  type: "string",
  operators: { eq: "advanced", ne: "advanced", in: "advanced", startsWith: "advanced" },
};
const ADVANCED_TEXT: PropertyModel = {
  type: "string",
  operators: { ...ADVANCED_NAME.operators, order: "advanced", eqNull: "advanced" },
};
const KEY: PropertyModel = { type: "guid", operators: { eq: "default", ne: "advanced", in: "default" } };
const CHOICE: PropertyModel = { type: "string", operators: { eq: "default", ne: "advanced", in: "default" } };
/** A list of words, each as it is. */
const CHOICES: PropertyModel = {
  type: "strings",
  operators: { eq: "default", ne: "advanced", in: "default" },
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
const COUNTED_OBJECTS: PropertyModel = { type: "complexes", operators: { count: "advanced" } };

/**
 * What can be asked of groups.
 *
 * @see https://learn.microsoft.com/graph/api/resources/group section "Properties"
 * @see https://learn.microsoft.com/graph/aad-advanced-queries, which counts where the two differ
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
    id: KEY,
    displayName: { ...NULLABLE_NAME, orderBy: "default", search: "words" },
    mail: { ...NULLABLE_NAME, search: "start" },
    mailNickname: { ...NULLABLE_NAME, search: "start" },
    preferredLanguage: { ...ADVANCED_NAME, operators: { ...ADVANCED_NAME.operators, eqNull: "advanced" } },
    classification: NAME,
    description: { ...ADVANCED_TEXT, search: "words" },
    membershipRule: NAME,
    membershipRuleProcessingState: { ...CHOICE, values: ["On", "Paused"] },
    groupTypes: CHOICES,
    proxyAddresses: {
      type: "strings",
      operators: { ...CHOICES.operators, startsWith: "default", endsWith: "advanced", count: "advanced" },
    },
    mailEnabled: FLAG,
    securityEnabled: FLAG,
    isAssignableToRole: FLAG,
    hasMembersWithLicenseErrors: { ...FLAG, operators: { ...FLAG.operators, eqNull: "default" } },
    createdDateTime: { ...INSTANT, orderBy: "advanced" },
    renewedDateTime: INSTANT,
    expirationDateTime: {
      type: "dateTime",
      operators: { eq: "advanced", ne: "advanced", in: "advanced", order: "advanced" },
    },
    // Of groups in `deletedItems`; null of all others.
    deletedDateTime: {
      type: "dateTime",
      operators: { eq: "advanced", ne: "advanced", order: "advanced" },
      orderBy: "advanced",
    },
    onPremisesLastSyncDateTime: INSTANT,
    onPremisesSamAccountName: ADVANCED_NAME,
    onPremisesSecurityIdentifier: { ...CHOICE, operators: { ...CHOICE.operators, eqNull: "advanced" } },
    onPremisesSyncEnabled: { ...FLAG, operators: { ...FLAG.operators, eqNull: "advanced" } },
    uniqueName: NAME,
    assignedLabels: SHOWN_OBJECTS,
    // That a list of groups asks for any licence is a documented example.
    assignedLicenses: { type: "complexes", operators: { count: "advanced", any: "default" } },
    creationOptions: SHOWN_LIST,
    infoCatalogs: { ...CHOICES, operators: { ...CHOICES.operators, startsWith: "default" } },
    isManagementRestricted: { type: "boolean", operators: {} },
    onPremisesDomainName: SHOWN,
    onPremisesNetBiosName: SHOWN,
    onPremisesProvisioningErrors: COUNTED_OBJECTS,
    preferredDataLocation: SHOWN,
    resourceBehaviorOptions: CHOICES,
    resourceProvisioningOptions: CHOICES,
    securityIdentifier: SHOWN,
    serviceProvisioningErrors: SHOWN_OBJECTS,
    theme: SHOWN,
    visibility: SHOWN,
  },
  parts: {
    "assignedLicenses/skuId": KEY,
    "onPremisesProvisioningErrors/category": CHOICE,
    "onPremisesProvisioningErrors/propertyCausingError": CHOICE,
  },
};
