import { describe, expect, test } from "vitest";
import { QueryRefused, readListQuery, userModel } from "../../src/odata/index.ts";

/**
 * What Graph supports of each property of a user, as its page on advanced queries has it: `d` by default, `a` as an
 * advanced query, `-` never. In this order: eq, ne, in, startsWith, endsWith, ge, eq null.
 *
 * @see https://learn.microsoft.com/graph/aad-advanced-queries
 */
const TABLE: Readonly<Record<string, string>> = {
  userType: "d a d - - - a",
  externalUserState: "d a d - - - -",
  creationType: "d a d - - - -",
  mail: "d a d d a d a",
  userPrincipalName: "d a d d a d -",
  displayName: "d a d d - d a",
  givenName: "d a d d - d a",
  surname: "d a d d - d a",
  mailNickname: "d a d d - d a",
  department: "d a d d - d a",
  jobTitle: "d a d d - d a",
  usageLocation: "d a d d - d a",
  companyName: "a a a a - - a",
  mobilePhone: "a a a a - - a",
  officeLocation: "a a a a - - a",
  preferredLanguage: "a a a a - - a",
  accountEnabled: "d a d - - - a",
  createdDateTime: "d a d - - d -",
  externalUserStateChangeDateTime: "- - - - - - -",
};

const VALUES: Readonly<Record<string, string>> = {
  userType: "'Guest'",
  externalUserState: "'Accepted'",
  creationType: "'Invitation'",
  accountEnabled: "true",
  createdDateTime: "2026-01-01T00:00:00Z",
  externalUserStateChangeDateTime: "2026-01-01T00:00:00Z",
};

const OPERATORS = [
  (property: string, value: string) => `${property} eq ${value}`,
  (property: string, value: string) => `${property} ne ${value}`,
  (property: string, value: string) => `${property} in (${value},${value})`,
  (property: string) => `startsWith(${property},'a')`,
  (property: string) => `endsWith(${property},'a')`,
  (property: string, value: string) => `${property} ge ${value}`,
  (property: string) => `${property} eq null`,
];

const CASES = Object.entries(TABLE).flatMap(([property, row]) =>
  row.split(" ").map((capability, at) => {
    const filter = OPERATORS[at]?.(property, VALUES[property] ?? "'x'") ?? "";
    return { filter, capability, property };
  }),
);

function refusalOf(filter: string, advanced: boolean): QueryRefused | undefined {
  try {
    readListQuery(userModel, { filter, ...(advanced && { count: "true" }) }, advanced);
    return undefined;
  } catch (error) {
    if (error instanceof QueryRefused) return error;
    throw error;
  }
}

describe("a filter on users", () => {
  test.each(CASES.filter(({ capability }) => capability === "d"))(
    "$filter works by default",
    ({ filter }) => {
      expect(refusalOf(filter, false)).toBeUndefined();
      expect(refusalOf(filter, true)).toBeUndefined();
    },
  );

  test.each(CASES.filter(({ capability }) => capability === "a"))(
    "$filter works as an advanced query alone",
    ({ filter }) => {
      expect(refusalOf(filter, true)).toBeUndefined();
      const refused = refusalOf(filter, false);
      expect(refused?.code).toBe("Request_UnsupportedQuery");
      expect(refused?.message).toMatch(
        /^Operator '\w+' is not supported because the required parameters might be missing\. /,
      );
    },
  );

  test.each(CASES.filter(({ capability }) => capability === "-"))(
    "$filter never works",
    ({ filter, property }) => {
      for (const advanced of [false, true]) {
        expect(refusalOf(filter, advanced)).toMatchObject({
          code: "Request_UnsupportedQuery",
          message: `Unsupported or invalid query filter clause specified for property '${property}' of resource 'User'.`,
        });
      }
    },
  );

  test.each([
    ["otherMails/any(x:x eq 'a@b.example')", "default"],
    ["proxyAddresses/any(p:p eq 'SMTP:a@b.example')", "default"],
    ["otherMails/any(x:startsWith(x,'a'))", "default"],
    ["otherMails/any(x:endsWith(x,'a'))", "advanced"],
    ["otherMails/any(x:x ne 'a')", "advanced"],
    ["otherMails/$count eq 0", "advanced"],
    ["identities/any(c:c/issuerAssignedId eq 'a' and c/issuer eq 'b')", "default"],
    ["identities/any(c:c/issuer eq 'b')", "never"],
    ["identities/any(c:c/issuer eq 'b' or c/issuerAssignedId eq 'a')", "never"],
    ["otherMails/all(x:x eq 'a')", "never"],
    ["otherMails/any()", "never"],
    ["otherMails eq 'a'", "never"],
    ["displayName/any(x:x eq 'a')", "never"],
    ["contains(displayName,'a')", "never"],
    ["not(userType eq 'Guest')", "advanced"],
    ["NOT userType eq 'Guest'", "advanced"],
    ["creationType eq 'Nonsense'", "never"],
    ["userType eq 'Visitor'", "never"],
  ])("%s works %s", (filter, when) => {
    expect(refusalOf(filter, false) === undefined).toBe(when === "default");
    expect(refusalOf(filter, true) === undefined).toBe(when !== "never");
  });

  test("on a property that users do not have names it", () => {
    expect(refusalOf("shoeSize eq '44'", false)).toMatchObject({
      code: "BadRequest",
      message:
        "Invalid filter clause: Could not find a property named 'shoeSize' on type 'microsoft.graph.user'.",
    });
    expect(refusalOf("constructor eq 'x'", false)?.code).toBe("BadRequest");
  });
});

describe("an order of users", () => {
  const orderOf =
    (orderby: string, more: { filter?: string } = {}, advanced = false) =>
    () =>
      readListQuery(userModel, { orderby, ...more, ...(advanced && { count: "true" }) }, advanced);

  test("by a name works by default, and together with a filter as an advanced query alone", () => {
    expect(orderOf("displayName")).not.toThrow();
    expect(orderOf("userPrincipalName desc,displayName asc")).not.toThrow();
    expect(orderOf("displayName", { filter: "userType eq 'Guest'" })).toThrow(
      "Sorting not supported for current query.",
    );
    expect(orderOf("displayName", { filter: "userType eq 'Guest'" }, true)).not.toThrow();
    expect(orderOf("createdDateTime")).toThrow("Unsupported sort property 'createdDateTime' for 'User'.");
    expect(orderOf("createdDateTime", {}, true)).not.toThrow();
    for (const never of ["mail", "otherMails", "displayName sideways", "displayName asc desc", "nothing"]) {
      expect(orderOf(never)).toThrow(QueryRefused);
    }
  });
});

describe("a page size", () => {
  test("is a whole number from 1 to 999, and 100 where none is given", () => {
    expect(readListQuery(userModel, {}, false).top).toBe(100);
    expect(readListQuery(userModel, { top: "999" }, false).top).toBe(999);
    for (const top of ["0", "1000", "-1", "1.5", "ten", ""]) {
      expect(() => readListQuery(userModel, { top }, false)).toThrow(QueryRefused);
    }
  });
});

describe("a count", () => {
  test("without the header that advanced queries need is ignored, without a word", () => {
    expect(readListQuery(userModel, { count: "true" }, false).count).toBe(false);
    expect(readListQuery(userModel, { count: "true" }, true).count).toBe(true);
    expect(readListQuery(userModel, { count: "false" }, true).count).toBe(false);
  });
});
