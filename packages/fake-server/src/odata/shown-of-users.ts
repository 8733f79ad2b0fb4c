import type { PropertyModel } from "./model.ts";

const SHOWN: Readonly<Record<"text" | "flag" | "instant" | "texts" | "objects", PropertyModel>> = {
  text: { type: "string", operators: {} },
  flag: { type: "boolean", operators: {} },
  instant: { type: "dateTime", operators: {} },
  texts: { type: "strings", operators: {} },
  objects: { type: "complexes", operators: {} },
};

const NAMES: Readonly<Record<"text" | "flag" | "instant" | "objects", readonly string[]>> = {
  text: [
    "authorizationInfo",
    "identityParentId",
    "legalAgeGroupClassification",
    "onPremisesDistinguishedName",
    "onPremisesDomainName",
    "onPremisesUserPrincipalName",
    "preferredDataLocation",
    "securityIdentifier",
  ],
  flag: ["isManagementRestricted"],
  instant: ["employeeLeaveDateTime", "lastPasswordChangeDateTime", "signInSessionsValidFromDateTime"],
  objects: ["licenseAssignmentStates", "serviceProvisioningErrors"],
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
 * What can be selected of users, and not be asked for.
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
