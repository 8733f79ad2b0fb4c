import { describe, expect, test } from "vitest";
import {
  applicationModel,
  type EntityModel,
  groupModel,
  QueryRefused,
  readListQuery,
  servicePrincipalModel,
} from "../../src/odata/index.ts";

/**
 * What Microsoft's table says of other objects: `D` by default, `A` as an advanced query, `-` never. In this order: eq,
 * startsWith, ge and le, null. The table leaves ne, not and in to two rules: they work wherever eq does, `in` as it does,
 * the other two as an advanced query.
 *
 * @see https://learn.microsoft.com/graph/aad-advanced-queries
 */
const TABLES: readonly (readonly [model: EntityModel, rows: string])[] = [
  [
    groupModel,
    `assignedLicenses[skuId]                                        D - - -
     classification                                                 D D D -
     description                                                    A A A A
     displayName mail mailNickname                                  D D D A
     expirationDateTime                                             A - A -
     hasMembersWithLicenseErrors                                    D - - D
     infoCatalogs[]                                                 D D - -
     isAssignableToRole mailEnabled securityEnabled                 D - - -
     membershipRule                                                 D D D -
     membershipRuleProcessingState                                  D - - -
     onPremisesLastSyncDateTime renewedDateTime createdDateTime     D - D -
     onPremisesProvisioningErrors[category]                         D - - -
     onPremisesProvisioningErrors[propertyCausingError]             D - - -
     onPremisesSamAccountName                                       A A - -
     onPremisesSecurityIdentifier onPremisesSyncEnabled             D - - A
     preferredLanguage                                              A A - A
     proxyAddresses[]                                               D D - -
     groupTypes[] resourceBehaviorOptions[] resourceProvisioningOptions[] D - - -
     uniqueName                                                     D D D -
     theme visibility securityIdentifier                            - - - -`,
  ],
  [
    applicationModel,
    `appId disabledByMicrosoftStatus signInAudience                 D - - -
     createdDateTime                                                D - D A
     description notes serviceManagementReference                   A A A A
     displayName                                                    D D D A
     identifierUris[] tags[]                                        D D - -
     info/logoUrl                                                   - - - A
     info/termsOfServiceUrl                                         A - - -
     publicClient/redirectUris[] spa/redirectUris[] web/redirectUris[] A A - -
     publisherDomain uniqueName                                     D D D -
     requiredResourceAccess[resourceAppId]                          A - - -
     verifiedPublisher/displayName web/homePageUrl                  A - - A
     defaultRedirectUri samlMetadataUrl                             - - - -`,
  ],
  [
    servicePrincipalModel,
    `accountEnabled appId applicationTemplateId                     D - - -
     alternativeNames[] servicePrincipalNames[] tags[]              D D - -
     appOwnerOrganizationId appRoleAssignmentRequired               A - - -
     description homepage notes                                     A A A A
     displayName                                                    D D D A
     preferredSingleSignOnMode servicePrincipalType                 D - - -
     verifiedPublisher/displayName                                  A - - A
     loginUrl logoutUrl                                             - - - -`,
  ],
];

function literalOf(model: EntityModel, path: string): string {
  const property = model.properties[path] ?? model.parts?.[path];
  if (property?.values !== undefined) return `'${property.values[0]}'`;
  const literals: Record<string, string> = {
    boolean: "true",
    dateTime: "2026-01-01T00:00:00Z",
    guid: "2e2ddb96-6af9-4b1d-a3f0-d6ecfd22edb2",
  };
  return literals[property?.type ?? ""] ?? "'x'";
}

function rowCases(model: EntityModel, row: string) {
  const marks = row.trim().split(/\s+/).slice(-4);
  const names = row.trim().split(/\s+/).slice(0, -4);
  const [eq = "-", startsWith = "-", order = "-", isNull = "-"] = marks;
  const negated = eq === "-" ? "-" : "A";
  return names.flatMap((name) => {
    const [, collection = name, part] = /^(.*)\[(.*)\]$/.exec(name) ?? [];
    const path = part === undefined ? name : `x${part && `/${part}`}`;
    const literal = literalOf(model, part ? `${collection}/${part}` : collection);
    const conditions: readonly (readonly [string, string])[] = [
      [`${path} eq ${literal}`, eq],
      [`${path} ne ${literal}`, negated],
      [`${path} in (${literal})`, eq],
      [`startsWith(${path},'x')`, startsWith],
      [`${path} ge ${literal}`, order],
      [`${path} le ${literal}`, order],
      [`${path} eq null`, isNull],
      [`${path} ne null`, isNull],
      [`contains(${path},'x')`, "-"],
    ];
    const write = (condition: string) =>
      part === undefined ? condition : `${collection}/any(x:${condition})`;
    return [
      ...conditions.map(([condition, mark]) => ({ model, name, filter: write(condition), mark })),
      { model, name, filter: `not(${write(`${path} eq ${literal}`)})`, mark: negated },
    ];
  });
}

const CASES = TABLES.flatMap(([model, rows]) => rows.split("\n").flatMap((row) => rowCases(model, row))).map(
  (given) => ({ ...given, of: given.model.name }),
);

function refusalOf(model: EntityModel, filter: string, advanced: boolean): string | undefined {
  try {
    readListQuery(model, { filter, ...(advanced && { count: "true" }) }, advanced);
    return undefined;
  } catch (error) {
    if (error instanceof QueryRefused) return error.message;
    throw error;
  }
}

describe("a filter of other objects", () => {
  test.each(CASES)("($of: $filter) works as documented: $mark", ({ model, filter, mark }) => {
    const [plain, advanced] = [refusalOf(model, filter, false), refusalOf(model, filter, true)];
    if (mark === "-") {
      expect(advanced).toMatch(/^Unsupported or invalid query filter clause specified for property /);
      expect(plain).toBeDefined();
      return;
    }
    expect(advanced).toBeUndefined();
    if (mark === "D") expect(plain).toBeUndefined();
    else expect(plain).toMatch(/^Operator '\w+' is not supported because the required parameters might be/);
  });

  test("asks whether a collection is empty in an advanced query", () => {
    for (const name of ["assignedLicenses", "proxyAddresses", "onPremisesProvisioningErrors"]) {
      expect(refusalOf(groupModel, `${name}/$count eq 0`, true)).toBeUndefined();
      expect(refusalOf(groupModel, `${name}/$count ne 0`, false)).toMatch(/^Operator 'ne' is not supported/);
    }
  });
});
