import { DETAILS_OF_USERS, PARTS_OF_USERS } from "./details-of-users.ts";
import type { EntityModel, PropertyModel } from "./model.ts";
import { SHOWN_OF_USERS } from "./shown-of-users.ts";

const text = (operators: PropertyModel["operators"], more: Partial<PropertyModel> = {}): PropertyModel => ({
  type: "string",
  operators,
  ...more,
});

/** Names of people. */
const NAME = text({
  eq: "default",
  ne: "advanced",
  in: "default",
  startsWith: "default",
  order: "default",
  eqNull: "advanced",
});
/** Names that the lists of the portal are ordered by. */
const ORDERED_NAME = { ...NAME, orderBy: "default" } as const satisfies PropertyModel;
/** Where somebody works and lives. */
const DIRECTORY_TEXT = NAME;
const ADVANCED_TEXT = text({
  eq: "advanced",
  ne: "advanced",
  in: "advanced",
  startsWith: "advanced",
  eqNull: "advanced",
});
const ADDRESSES: PropertyModel = {
  type: "strings",
  operators: {
    eq: "default",
    ne: "advanced",
    in: "default",
    startsWith: "default",
    endsWith: "advanced",
    count: "advanced",
  },
  search: "start",
};

/**
 * What can be asked of users.
 *
 * @see https://learn.microsoft.com/graph/aad-advanced-queries
 * @see https://learn.microsoft.com/graph/api/user-list
 * @see https://learn.microsoft.com/graph/api/resources/user for `id`, `onPremisesSyncEnabled`
 */
export const userModel: EntityModel = {
  name: "User",
  defaultSelect: [
    "businessPhones",
    "displayName",
    "givenName",
    "id",
    "jobTitle",
    "mail",
    "mobilePhone",
    "officeLocation",
    "preferredLanguage",
    "surname",
    "userPrincipalName",
  ],
  properties: {
    id: { type: "guid", operators: { eq: "default", ne: "advanced", in: "default" } },
    displayName: { ...ORDERED_NAME, search: "words" },
    givenName: { ...NAME, search: "start" },
    surname: { ...NAME, search: "start" },
    mailNickname: { ...NAME, search: "start" },
    mail: text(
      {
        eq: "default",
        ne: "advanced",
        in: "default",
        startsWith: "default",
        endsWith: "advanced",
        order: "default",
        eqNull: "advanced",
      },
      { search: "start" },
    ),
    userPrincipalName: text(
      {
        eq: "default",
        ne: "advanced",
        in: "default",
        startsWith: "default",
        endsWith: "advanced",
        order: "default",
      },
      { orderBy: "default", search: "start" },
    ),
    otherMails: ADDRESSES,
    proxyAddresses: ADDRESSES,
    identities: {
      type: "complexes",
      operators: {},
      together: ["issuer", "issuerAssignedId"],
    },
    userType: text(
      { eq: "default", ne: "advanced", in: "default", eqNull: "advanced" },
      { values: ["Guest", "Member"] },
    ),
    creationType: text(
      { eq: "default", ne: "advanced", in: "default" },
      { values: ["Invitation", "EmailVerified", "LocalAccount", "SelfServiceSignUp"] },
    ),
    externalUserState: text(
      { eq: "default", ne: "advanced", in: "default" },
      { values: ["PendingAcceptance", "Accepted"] },
    ),
    externalUserStateChangeDateTime: { type: "dateTime", operators: {} },
    accountEnabled: {
      type: "boolean",
      operators: { eq: "default", ne: "advanced", in: "default", eqNull: "advanced" },
    },
    createdDateTime: {
      type: "dateTime",
      operators: { eq: "default", ne: "advanced", in: "default", order: "default" },
      orderBy: "advanced",
    },
    // Of users in `deletedItems`; null of all others.
    deletedDateTime: {
      type: "dateTime",
      operators: { eq: "advanced", ne: "advanced", order: "advanced" },
      orderBy: "advanced",
    },
    onPremisesSyncEnabled: {
      type: "boolean",
      operators: { eq: "default", ne: "advanced", in: "default", eqNull: "advanced" },
    },
    department: DIRECTORY_TEXT,
    jobTitle: DIRECTORY_TEXT,
    city: DIRECTORY_TEXT,
    country: DIRECTORY_TEXT,
    state: DIRECTORY_TEXT,
    usageLocation: DIRECTORY_TEXT,
    companyName: ADVANCED_TEXT,
    mobilePhone: ADVANCED_TEXT,
    officeLocation: ADVANCED_TEXT,
    preferredLanguage: ADVANCED_TEXT,
    employeeType: ADVANCED_TEXT,
    streetAddress: ADVANCED_TEXT,
    postalCode: ADVANCED_TEXT,
    ...DETAILS_OF_USERS,
    ...SHOWN_OF_USERS,
  },
  parts: PARTS_OF_USERS,
};
