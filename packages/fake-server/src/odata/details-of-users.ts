import type { PropertyModel } from "./model.ts";

const CHOICE: PropertyModel = { type: "string", operators: { eq: "default", ne: "advanced", in: "default" } };
const FLAG: PropertyModel = { type: "boolean", operators: { eq: "default", ne: "advanced", in: "default" } };
const INSTANT: PropertyModel = {
  type: "dateTime",
  operators: { eq: "default", ne: "advanced", in: "default", order: "default" },
};
const ADVANCED_CHOICE: PropertyModel = {
  type: "string",
  operators: { eq: "advanced", ne: "advanced", in: "advanced" },
};
const ADVANCED_TEXT: PropertyModel = {
  ...ADVANCED_CHOICE,
  operators: { ...ADVANCED_CHOICE.operators, startsWith: "advanced" },
};
const EXTENSION: PropertyModel = {
  ...ADVANCED_CHOICE,
  operators: { ...ADVANCED_CHOICE.operators, eqNull: "advanced" },
};
const KEY: PropertyModel = { type: "guid", operators: { eq: "default", ne: "advanced", in: "default" } };
const ADVANCED_FLAG: PropertyModel = {
  type: "boolean",
  operators: { eq: "advanced", ne: "advanced", eqNull: "advanced" },
};
/** @see https://learn.microsoft.com/graph/api/user-list for what it cannot be combined with */
const SIGN_IN: PropertyModel = {
  type: "dateTime",
  operators: { eq: "default", order: "default" },
  standsAlone: true,
};
const OBJECT: PropertyModel = { type: "complex", operators: {} };
const OBJECTS: PropertyModel = { type: "complexes", operators: {} };
const COUNTED_OBJECTS: PropertyModel = { type: "complexes", operators: { count: "advanced" } };

/**
 * What administrators, licences and a directory on premises say of a user, and what can be asked of it.
 *
 * @see https://learn.microsoft.com/graph/aad-advanced-queries section "User properties"
 * @see https://learn.microsoft.com/graph/api/resources/user for `employeeId`, whose row in that table has gaps
 */
export const DETAILS_OF_USERS: Readonly<Record<string, PropertyModel>> = {
  ageGroup: CHOICE,
  assignedLicenses: COUNTED_OBJECTS,
  assignedPlans: OBJECTS,
  businessPhones: {
    type: "strings",
    operators: { eq: "advanced", ne: "advanced", in: "advanced", startsWith: "advanced" },
  },
  consentProvidedForMinor: CHOICE,
  employeeHireDate: {
    type: "dateTime",
    operators: { eq: "advanced", ne: "advanced", in: "advanced", order: "advanced" },
  },
  employeeId: {
    type: "string",
    operators: { ...CHOICE.operators, startsWith: "default", order: "default", eqNull: "advanced" },
  },
  employeeOrgData: OBJECT,
  faxNumber: { ...ADVANCED_TEXT, operators: { ...ADVANCED_TEXT.operators, eqNull: "advanced" } },
  imAddresses: {
    type: "strings",
    operators: { eq: "default", ne: "advanced", in: "default", startsWith: "default" },
  },
  isResourceAccount: FLAG,
  onPremisesExtensionAttributes: OBJECT,
  onPremisesImmutableId: CHOICE,
  onPremisesLastSyncDateTime: INSTANT,
  onPremisesProvisioningErrors: COUNTED_OBJECTS,
  onPremisesSamAccountName: ADVANCED_TEXT,
  onPremisesSecurityIdentifier: { ...CHOICE, operators: { ...CHOICE.operators, eqNull: "advanced" } },
  passwordPolicies: { type: "string", operators: { eqNull: "advanced" } },
  passwordProfile: OBJECT,
  provisionedPlans: OBJECTS,
  // Whoever never signed in has none.
  signInActivity: { type: "complex", operators: {}, leftOut: true },
  showInAddressList: { type: "boolean", operators: { eq: "advanced", ne: "advanced" } },
};

const EXTENSIONS = Array.from(
  { length: 15 },
  (_, at) => `onPremisesExtensionAttributes/extensionAttribute${at + 1}`,
);

/** What can be asked of the parts of a user's properties. Those of an identity are asked for together. */
export const PARTS_OF_USERS: Readonly<Record<string, PropertyModel>> = {
  "identities/issuer": { type: "string", operators: { eq: "default" } },
  "identities/issuerAssignedId": { type: "string", operators: { eq: "default" } },
  "assignedLicenses/skuId": KEY,
  "assignedPlans/capabilityStatus": ADVANCED_CHOICE,
  "assignedPlans/service": ADVANCED_TEXT,
  "assignedPlans/servicePlanId": {
    type: "guid",
    operators: { eq: "advanced", ne: "advanced", in: "advanced" },
  },
  "employeeOrgData/costCenter": ADVANCED_CHOICE,
  "employeeOrgData/division": ADVANCED_CHOICE,
  "onPremisesProvisioningErrors/category": CHOICE,
  "onPremisesProvisioningErrors/propertyCausingError": CHOICE,
  "passwordProfile/forceChangePasswordNextSignIn": ADVANCED_FLAG,
  "passwordProfile/forceChangePasswordNextSignInWithMfa": ADVANCED_FLAG,
  "signInActivity/lastSignInDateTime": SIGN_IN,
  "signInActivity/lastNonInteractiveSignInDateTime": SIGN_IN,
  "signInActivity/lastSuccessfulSignInDateTime": SIGN_IN,
  "provisionedPlans/provisioningStatus": ADVANCED_CHOICE,
  "provisionedPlans/service": ADVANCED_TEXT,
  ...Object.fromEntries(EXTENSIONS.map((path) => [path, EXTENSION])),
};
