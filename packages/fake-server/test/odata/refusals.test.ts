import { describe, expect, test } from "vitest";
import { QueryRefused, readListQuery, userModel } from "../../src/odata/index.ts";

function refusalOf(filter: string, advanced: boolean): Pick<QueryRefused, "code" | "message"> | undefined {
  try {
    readListQuery(userModel, { filter, ...(advanced && { count: "true" }) }, advanced);
    return undefined;
  } catch (error) {
    if (error instanceof QueryRefused) return { code: error.code, message: error.message };
    throw error;
  }
}

const unsupported = (property: string) => ({
  code: "Request_UnsupportedQuery",
  message: `Unsupported or invalid query filter clause specified for property '${property}' of resource 'User'.`,
});
const invalid = (message: string) => ({
  code: "BadRequest",
  message: `Invalid filter clause: ${message}`,
});
const incompatible = (property: string, value: string, operator: string) =>
  invalid(
    `A binary operator with incompatible types was detected. Found operand types 'Edm.${property}' and 'Edm.${value}' for operator kind '${operator}'.`,
  );

describe("null", () => {
  test.each([
    ["externalUserState in (null)", "externalUserState"],
    ["creationType in ('Invitation',null)", "creationType"],
    ["userPrincipalName in (null,'a')", "userPrincipalName"],
    ["startsWith(mail,null)", "mail"],
    ["endsWith(mail,null)", "mail"],
    ["mail ge null", "mail"],
    ["otherMails/any(x:x in ('a',null))", "otherMails"],
    ["otherMails/$count eq null", "otherMails"],
  ])("in %s is refused, whatever the query", (filter, property) => {
    expect(refusalOf(filter, true)).toEqual(unsupported(property));
    expect(refusalOf(filter, false)).toBeDefined();
  });

  test("among the values of `in` needs what `eq null` needs", () => {
    expect(refusalOf("mail in ('a',null)", false)?.message).toMatch(/^Operator 'in' is not supported/);
    expect(refusalOf("mail in ('a',null)", true)).toBeUndefined();
  });
});

describe("a value of another type", () => {
  test.each([
    ["createdDateTime ge '2024-01-01T00:00:00Z'", "DateTimeOffset", "String", "GreaterThanOrEqual"],
    ["accountEnabled eq 'true'", "Boolean", "String", "Equal"],
    ["mail eq 5", "String", "Int32", "Equal"],
    ["mail eq true", "String", "Boolean", "Equal"],
    ["mail eq 12345678-1234-1234-1234-123456789abc", "String", "Guid", "Equal"],
    ["displayName le 2024-01-01", "String", "DateTimeOffset", "LessThanOrEqual"],
    ["mail in ('a',5)", "String", "Int32", "Equal"],
    ["id eq 5", "Guid", "Int32", "Equal"],
  ])("in %s is refused with both types named", (filter, property, value, operator) => {
    expect(refusalOf(filter, false)).toEqual(incompatible(property, value, operator));
  });

  test("than text is refused of a function", () => {
    expect(refusalOf("startsWith(mail,5)", false)?.message).toMatch(
      /^Invalid filter clause: No function signature/,
    );
  });
});

describe("a date", () => {
  test.each([
    "2020-13-01T00:00:00Z",
    "2024-00-10",
    "2024-02-30",
    "2023-02-29T00:00:00Z",
    "1900-02-29",
    "2024-04-31",
    "2024-01-01T24:00:00Z",
    "2024-01-01T00:60:00Z",
    "2024-01-01T00:00:60Z",
    "2024-01-01T00:00:00+14:01",
    "2024-01-01T00:00:00+01:60",
    "2024-01-01T00:00:00",
    "2024-01-01T00:00",
  ])("%s that does not exist, or has no zone, is refused and not taken for null", (date) => {
    for (const operator of ["eq", "ge"]) {
      expect(refusalOf(`createdDateTime ${operator} ${date}`, true)).toEqual(
        invalid(
          `The DateTimeOffset text '${date}' should be in format 'yyyy-mm-ddThh:mm:ss('.'s+)?(zzzzzz)?' and each field value is within valid range.`,
        ),
      );
    }
  });
});

describe("the number of items", () => {
  test.each([
    "startsWith(otherMails/$count,'0')",
    "otherMails/$count ge 1",
    "otherMails/$count eq 1",
    "otherMails/$count in (0,1)",
    "contains(otherMails/$count,'0')",
  ])("is compared with eq and ne alone: %s is refused", (filter) => {
    expect(refusalOf(filter, true)).toEqual(unsupported("otherMails"));
  });

  test("is a number, and of a collection", () => {
    expect(refusalOf("otherMails/$count eq 'x'", true)).toEqual(incompatible("Int64", "String", "Equal"));
    expect(refusalOf("displayName/$count eq 0", true)).toEqual(unsupported("displayName"));
    expect(refusalOf("identities/$count eq 0", true)).toEqual(unsupported("identities"));
  });
});

describe("identities", () => {
  test.each([
    "identities/any(x:x/issuer eq 'i')",
    "identities/any(x:x/issuer eq 'i' and x/issuer eq 'j')",
    "identities/any(x:x/issuer eq 'i' or x/issuerAssignedId eq 'v')",
    "identities/any(x:x/issuer eq 'i' and x/issuerAssignedId ne 'v')",
    "identities/any(x:x/issuer eq 'i' and x/issuerAssignedId eq null)",
    "identities/any(x:startsWith(x/issuer,'i') and x/issuerAssignedId eq 'v')",
    "identities/any(x:x/issuer/foo eq 'i' and x/issuerAssignedId eq 'v')",
    "identities/any(x:x/issuer eq 'i' and x/issuerAssignedId eq 'v' and x/signInType eq 's')",
    "identities/any(x:x/issuer eq 'i' and (x/issuerAssignedId eq 'v' and x/issuer eq 'i'))",
    "identities/any(x:not(x/issuer eq 'i' and x/issuerAssignedId eq 'v'))",
    "identities/all(x:x/issuer eq 'i' and x/issuerAssignedId eq 'v')",
    "identities/any()",
    "identities eq 'i'",
  ])("are asked for by issuer and assigned id together, not as %s", (filter) => {
    expect(refusalOf(filter, true)).toEqual(unsupported("identities"));
  });
});

describe("a name that no user has", () => {
  test.each([
    "nosuch eq 1",
    "mail ne 'x' and nosuch eq 1",
    "not (mail eq 'x' or nosuch eq null)",
    "endsWith(mail,'x') and startsWith(nosuch,'a')",
    "otherMails/any(x:nosuch eq 'a')",
    "nosuch/any(x:x eq 'a')",
    "nosuch/$count eq 0",
    "otherMails/any(x:x eq 'a') and nosuch eq 'a'",
    "mail eq nosuch",
    "startsWith(mail,nosuch)",
    "nosuch/deeper eq 'a'",
    "nosuch",
  ])("is refused before anything else is looked at: %s", (filter) => {
    expect(refusalOf(filter, false)).toEqual({
      code: "BadRequest",
      message:
        "Invalid filter clause: Could not find a property named 'nosuch' on type 'microsoft.graph.user'.",
    });
  });

  test.each(["constructor", "__proto__", "toString", "hasOwnProperty"])("%s is no name either", (name) => {
    expect(refusalOf(`${name} eq 'a'`, true)?.code).toBe("BadRequest");
    expect(() => readListQuery(userModel, { select: name }, false)).toThrow(QueryRefused);
    expect(() => readListQuery(userModel, { orderby: name }, true)).toThrow(QueryRefused);
  });

  test("is a lambda's variable outside of it", () => {
    expect(refusalOf("otherMails/any(x:x eq 'a') and x eq 'a'", false)?.message).toMatch(/named 'x'/);
  });
});

describe("alternatives", () => {
  const values = (count: number) => Array.from({ length: count }, (_, at) => `'${at}'`);
  const chain = (count: number) => values(count).map((value) => `mail eq ${value}`);

  test.each([
    ["in", (count: number) => `mail in (${values(count)})`],
    ["or", (count: number) => chain(count).join(" or ")],
    ["or, in brackets", (count: number) => `(${chain(count - 1).join(") or (")}) or (mail eq 'z')`],
    ["or, below an and", (count: number) => `accountEnabled eq true and (${chain(count).join(" or ")})`],
    ["in, within any", (count: number) => `otherMails/any(x:x in (${values(count)}))`],
  ])("of one filter (%s) are fifteen by default, and more in an advanced query", (_, filter) => {
    expect(refusalOf(filter(15), false)).toBeUndefined();
    expect(refusalOf(filter(16), false)).toEqual({
      code: "Request_UnsupportedQuery",
      message:
        "Too many child clauses specified in search filter expression containing 'OR' operators: 16. Max allowed: 15.",
    });
    expect(refusalOf(filter(16), true)).toBeUndefined();
  });

  test("are counted for each `or` alone", () => {
    const ten = `(${chain(10).join(" or ")})`;
    expect(refusalOf(`${ten} and ${ten}`, false)).toBeUndefined();
    expect(refusalOf(`(${ten} and accountEnabled eq true) or ${ten}`, false)).toBeUndefined();
    expect(refusalOf(`${ten} or ${ten}`, false)?.message).toMatch(/operators: 20\./);
    expect(refusalOf(`mail eq 'a' or mail in (${values(15)})`, false)?.message).toMatch(/operators: 16\./);
    expect(refusalOf(`(mail in (${values(16)}) and mail eq 'a') or mail eq 'b'`, false)).toBeDefined();
  });
});

describe("a page size", () => {
  test.each(["0", "1000", "99999999999999999999"])("%s is refused with the sizes there are", (top) => {
    expect(() => readListQuery(userModel, { top }, false)).toThrow(
      `Invalid page size specified: '${top}'. Must be between 1 and 999 inclusive.`,
    );
  });

  test.each(["", "ten", "-1", "1.5", "1e2", " 5"])("%j is no number", (top) => {
    expect(() => readListQuery(userModel, { top }, false)).toThrow(/^Invalid value '.*' for \$top/);
  });

  test("has the limit that the caller sets", () => {
    const most = { page: 500, alternatives: 15 };
    expect(readListQuery(userModel, { top: "500" }, false, most).top).toBe(500);
    expect(() => readListQuery(userModel, { top: "501" }, false, most)).toThrow(
      "between 1 and 500 inclusive",
    );
  });
});
