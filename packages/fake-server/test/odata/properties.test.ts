import { describe, expect, test } from "vitest";
import { QueryRefused, readListQuery, userModel } from "../../src/odata/index.ts";
import { SHOWN_OF_USERS } from "../../src/odata/shown-of-users.ts";

/** What a property supports: by default, as an advanced query alone, or never. */
type Support = "default" | "advanced" | "never";
const OPERATORS = ["eq", "ne", "in", "startsWith", "endsWith", "ge", "le", "null"] as const;

/**
 * The rows that go together, written down from the documentation and not from the code; in the order of OPERATORS.
 *
 * @see https://learn.microsoft.com/graph/aad-advanced-queries
 */
const ROWS: readonly (readonly [properties: string, row: string])[] = [
  ["displayName givenName surname mailNickname", "d a d d - d d a"],
  ["department jobTitle city country state usageLocation", "d a d d - d d a"],
  [
    "companyName employeeType mobilePhone officeLocation preferredLanguage streetAddress postalCode",
    "a a a a - - - a",
  ],
  ["mail", "d a d d a d d a"],
  ["userPrincipalName", "d a d d a d d -"],
  ["userType", "d a d - - - - a"],
  ["externalUserState creationType", "d a d - - - - -"],
  ["accountEnabled onPremisesSyncEnabled", "d a d - - - - a"],
  ["createdDateTime", "d a d - - d d -"],
  ["deletedDateTime", "a a - - - a a -"],
  ["externalUserStateChangeDateTime", "- - - - - - - -"],
  ["ageGroup consentProvidedForMinor onPremisesImmutableId isResourceAccount", "d a d - - - - -"],
  ["employeeId", "d a d d - d d a"],
  ["employeeHireDate", "a a a - - a a -"],
  ["faxNumber", "a a a a - - - a"],
  ["onPremisesLastSyncDateTime", "d a d - - d d -"],
  ["onPremisesSamAccountName", "a a a a - - - -"],
  ["onPremisesSecurityIdentifier", "d a d - - - - a"],
  ["passwordPolicies", "- - - - - - - a"],
  ["showInAddressList", "a a - - - - - -"],
  ["employeeOrgData onPremisesExtensionAttributes passwordProfile", "- - - - - - - -"],
  ["employeeOrgData/costCenter employeeOrgData/division", "a a a - - - - -"],
  [
    "onPremisesExtensionAttributes/extensionAttribute1 onPremisesExtensionAttributes/extensionAttribute15",
    "a a a - - - - a",
  ],
  ["passwordProfile/forceChangePasswordNextSignIn", "a a - - - - - a"],
];
/** Of the items of a collection, within `any`. */
const ITEM_ROWS: readonly (readonly [properties: string, row: string])[] = [
  ["otherMails proxyAddresses", "d a d d a - - -"],
  ["businessPhones", "a a a a - - - -"],
  ["imAddresses", "d a d d - - - -"],
];
/** Of the parts of a collection's items, within `any`. */
const PART_ROWS: readonly (readonly [properties: string, row: string])[] = [
  ["assignedLicenses/skuId", "d a d - - - - -"],
  ["assignedPlans/capabilityStatus assignedPlans/servicePlanId", "a a a - - - - -"],
  ["assignedPlans/service provisionedPlans/service", "a a a a - - - -"],
  ["provisionedPlans/provisioningStatus", "a a a - - - - -"],
  [
    "onPremisesProvisioningErrors/category onPremisesProvisioningErrors/propertyCausingError",
    "d a d - - - - -",
  ],
];

const WORDS: Readonly<Record<string, string>> = {
  userType: "'Guest'",
  externalUserState: "'Accepted'",
  creationType: "'Invitation'",
  accountEnabled: "true",
  onPremisesSyncEnabled: "false",
  isResourceAccount: "true",
  showInAddressList: "false",
  "passwordProfile/forceChangePasswordNextSignIn": "true",
  employeeHireDate: "2026-01-01T00:00:00Z",
};
const SUPPORT: Readonly<Record<string, Support>> = { d: "default", a: "advanced", "-": "never" };

function clauseOf(operator: (typeof OPERATORS)[number], path: string, value: string): string {
  switch (operator) {
    case "in":
      return `${path} in (${value},${value})`;
    case "startsWith":
    case "endsWith":
      return `${operator}(${path},'a')`;
    case "null":
      return `${path} eq null`;
    default:
      return `${path} ${operator} ${value}`;
  }
}

function cases(rows: typeof ROWS, write: (property: string, operator: (typeof OPERATORS)[number]) => string) {
  return rows.flatMap(([properties, row]) =>
    properties.split(" ").flatMap((property) =>
      row.split(" ").map((mark, at) => {
        const operator = OPERATORS[at] ?? "eq";
        const support = SUPPORT[mark] ?? "never";
        return { property, operator, support, filter: write(property, operator) };
      }),
    ),
  );
}

const literalOf = (property: string) =>
  WORDS[property] ?? (property.endsWith("DateTime") ? "2026-01-01T00:00:00Z" : "'x'");
const CASES = [
  ...cases(ROWS, (property, operator) => clauseOf(operator, property, literalOf(property))),
  ...cases(ITEM_ROWS, (property, operator) => `${property}/any(x:${clauseOf(operator, "x", "'x'")})`),
  ...cases(PART_ROWS, (path, operator) => {
    const [collection = "", part = ""] = path.split("/");
    const value = part.endsWith("Id") ? "2e2ddb96-6af9-4b1d-a3f0-d6ecfd22edb2" : "'x'";
    return `${collection}/any(x:${clauseOf(operator, `x/${part}`, value)})`;
  }),
];

function refusalOf(filter: string, header: boolean, count: boolean): Pick<QueryRefused, "code" | "message"> {
  try {
    readListQuery(userModel, { filter, ...(count && { count: "true" }) }, header);
  } catch (error) {
    if (error instanceof QueryRefused) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error(`${filter} was not refused`);
}

/** Of what is within a lambda, the collection is named. */
function namedIn(filter: string, property: string): string | undefined {
  return filter.includes("/any(") ? property.split("/")[0] : property;
}

describe("what Graph documents of a property", () => {
  test.each(CASES)("$filter: $support", ({ filter, support, operator, property }) => {
    const read = (header: boolean, count: boolean) => () =>
      readListQuery(userModel, { filter, ...(count && { count: "true" }) }, header);
    if (support === "never") {
      for (const advanced of [false, true]) {
        expect(refusalOf(filter, advanced, advanced)).toEqual({
          code: "Request_UnsupportedQuery",
          message: `Unsupported or invalid query filter clause specified for property '${namedIn(filter, property)}' of resource 'User'.`,
        });
      }
      return;
    }
    expect(read(true, true)).not.toThrow();
    if (support === "default") {
      expect(read(false, false)).not.toThrow();
      return;
    }
    const named = operator === "null" ? "eq" : operator;
    // The header alone is not enough, and neither is the count.
    for (const [header, count] of [
      [false, false],
      [true, false],
      [false, true],
    ] as const) {
      expect(refusalOf(filter, header, count)).toEqual({
        code: "Request_UnsupportedQuery",
        message: `Operator '${named}' is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more information`,
      });
    }
  });

  test("is written down for every property of the model but the three that have a form of their own", () => {
    const written = [...ROWS, ...ITEM_ROWS, ...PART_ROWS].flatMap(([properties]) => properties.split(" "));
    const shown = Object.keys(SHOWN_OF_USERS);
    expect(Object.keys(userModel.properties).sort()).toEqual(
      [
        ...new Set(written.map((path) => path.split("/")[0])),
        ...shown,
        "id",
        "identities",
        "signInActivity",
      ].sort(),
    );
  });

  test.each(Object.keys(SHOWN_OF_USERS))("%s is shown, and not asked for", (property) => {
    for (const filter of [`${property} eq null`, `${property} ne null`]) {
      expect(refusalOf(filter, true, true)).toMatchObject({ code: "Request_UnsupportedQuery" });
    }
    expect(() => readListQuery(userModel, { select: property }, false)).not.toThrow();
  });

  test.each(["id eq '1'", "id in ('1','2')"])("%s: default", (filter) => {
    expect(() => readListQuery(userModel, { filter }, false)).not.toThrow();
  });
});

describe("users are read by default", () => {
  test("with the eleven properties that Graph documents, and no other", () => {
    expect([...userModel.defaultSelect]).toEqual(
      "businessPhones displayName givenName id jobTitle mail mobilePhone officeLocation preferredLanguage surname userPrincipalName".split(
        " ",
      ),
    );
  });
});
