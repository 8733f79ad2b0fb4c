import type { PropertyModel } from "./model.ts";

const SHOWN: Readonly<Record<"text" | "flag" | "instant" | "texts" | "objects", PropertyModel>> = {
  text: { type: "string", operators: {} },
  flag: { type: "boolean", operators: {} },
  instant: { type: "dateTime", operators: {} },
  texts: { type: "strings", operators: {} },
  objects: { type: "complexes", operators: {} },
};

const NAMES: Readonly<Record<keyof typeof SHOWN, readonly string[]>> = {
  text: [
    "ageGroup",
    "authorizationInfo",
    "consentProvidedForMinor",
    "employeeId",
    "employeeOrgData",
    "faxNumber",
    "identityParentId",
    "legalAgeGroupClassification",
    "onPremisesDistinguishedName",
    "onPremisesDomainName",
    "onPremisesExtensionAttributes",
    "onPremisesImmutableId",
    "onPremisesSamAccountName",
    "onPremisesSecurityIdentifier",
    "onPremisesUserPrincipalName",
    "passwordPolicies",
    "passwordProfile",
    "preferredDataLocation",
    "securityIdentifier",
  ],
  flag: ["isManagementRestricted", "isResourceAccount", "showInAddressList"],
  instant: [
    "employeeHireDate",
    "employeeLeaveDateTime",
    "lastPasswordChangeDateTime",
    "onPremisesLastSyncDateTime",
    "signInSessionsValidFromDateTime",
  ],
  texts: ["imAddresses"],
  objects: [
    "assignedLicenses",
    "assignedPlans",
    "licenseAssignmentStates",
    "onPremisesProvisioningErrors",
    "provisionedPlans",
    "serviceProvisioningErrors",
  ],
};

/** What is read of one user alone; a list that asks for it is answered with 501. */
export const ALONE: Readonly<Record<string, PropertyModel>> = {
  aboutMe: SHOWN.text,
  birthday: SHOWN.instant,
  deviceEnrollmentLimit: SHOWN.text,
  hireDate: SHOWN.instant,
  interests: SHOWN.texts,
  mailboxSettings: SHOWN.text,
  mySite: SHOWN.text,
  pastProjects: SHOWN.texts,
  preferredName: SHOWN.text,
  responsibilities: SHOWN.texts,
  schools: SHOWN.texts,
  skills: SHOWN.texts,
};

/**
 * What can be selected of users, and not be asked for: filters of some of them are documented, and not kept here.
 *
 * @see https://learn.microsoft.com/graph/api/resources/user
 */
export const SHOWN_OF_USERS: Readonly<Record<string, PropertyModel>> = {
  ...Object.fromEntries(
    (Object.keys(NAMES) as (keyof typeof NAMES)[]).flatMap((kind) =>
      NAMES[kind].map((name) => [name, SHOWN[kind]]),
    ),
  ),
  ...ALONE,
};
