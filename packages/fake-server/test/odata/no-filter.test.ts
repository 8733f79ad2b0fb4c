import { describe, expect, test } from "vitest";
import { QueryRefused, readListQuery, userModel } from "../../src/odata/index.ts";

function refusalOf(filter: string): Pick<QueryRefused, "code" | "message"> {
  try {
    readListQuery(userModel, { filter, count: "true" }, true);
  } catch (error) {
    if (error instanceof QueryRefused) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error(`${filter} was not refused`);
}

/** The words are those of the library that Graph reads filters with; the filter itself comes at the end. */
describe("text that is no filter", () => {
  test.each([
    ["", "Expression expected at position 0 in ''."],
    ["   ", "Expression expected at position 3 in '   '."],
    ["mail eq", "Expression expected at position 7 in 'mail eq'."],
    ["mail eq 'a' and", "Expression expected at position 15 in 'mail eq 'a' and'."],
    ["mail in ()", "Expression expected at position 9 in 'mail in ()'."],
    ["mail in ('a',)", "Expression expected at position 13 in 'mail in ('a',)'."],
    ["startsWith(mail,", "Expression expected at position 16 in 'startsWith(mail,'."],
    [",", "Expression expected at position 0 in ','."],
    ["(", "Expression expected at position 1 in '('."],
    ["mail like 'a'", "Syntax error at position 9 in 'mail like 'a''."],
    ["mail eq 'a' mail eq 'b'", "Syntax error at position 16 in 'mail eq 'a' mail eq 'b''."],
    ["mail eq 'a')", "Syntax error at position 12 in 'mail eq 'a')'."],
    ["mail eq a@b.example", "Syntax error at position 19 in 'mail eq a@b.example'."],
    ["otherMails/any(x eq 'a')", "Syntax error at position 19 in 'otherMails/any(x eq 'a')'."],
    ["otherMails/ eq 'a'", "Syntax error at position 18 in 'otherMails/ eq 'a''."],
    [
      "jobtitle ge '!' , accountenabled eq true",
      "Syntax error at position 17 in 'jobtitle ge '!' , accountenabled eq true'.",
    ],
    [
      "createdDateTime ge 2026-01-01T12:00:00 02:00",
      "Syntax error at position 41 in 'createdDateTime ge 2026-01-01T12:00:00 02:00'.",
    ],
    ["(mail eq 'a'", "')' or operator expected at position 12 in '(mail eq 'a''."],
    ["(a equals 'b')", "')' or operator expected at position 3 in '(a equals 'b')'."],
    ["mail in ('a'", "')' or ',' expected at position 12 in 'mail in ('a''."],
    ["mail in ('a' 'b')", "')' or ',' expected at position 13 in 'mail in ('a' 'b')'."],
    ["startsWith(mail 'a')", "')' or ',' expected at position 16 in 'startsWith(mail 'a')'."],
    ["otherMails/any(x:x eq 'a'", "')' or ',' expected at position 25 in 'otherMails/any(x:x eq 'a''."],
    ["mail in 'a'", "'(' expected at position 8 in 'mail in 'a''."],
    ["otherMails/all()", "An identifier was expected at position 15."],
    ["otherMails/'a'", "An identifier was expected at position 11."],
    ["mail eq 'a", "There is an unterminated string literal at position 10 in 'mail eq 'a'."],
    ["mail eq 'a''", "There is an unterminated string literal at position 12 in 'mail eq 'a'''."],
    [
      "displayName eq 'O'Neil'",
      "There is an unterminated string literal at position 23 in 'displayName eq 'O'Neil''.",
    ],
    [
      "mail eq 'a' & mail eq 'b'",
      "Syntax error: character '&' is not valid at position 12 in 'mail eq 'a' & mail eq 'b''.",
    ],
    ['mail eq "a"', "Syntax error: character '\"' is not valid at position 8 in 'mail eq \"a\"'."],
    ["emoji 😀", "Syntax error: character '😀' is not valid at position 6 in 'emoji 😀'."],
    ["mail eq @", "Syntax error: character '@' is not valid at position 8 in 'mail eq @'."],
    ["id eq guid'nonsense'", "Unrecognized literal 'guid'nonsense'' at '6' in 'id eq guid'nonsense''."],
    [
      "createdDateTime ge datetime'2026-01-01'",
      "Unrecognized literal 'datetime'2026-01-01'' at '19' in 'createdDateTime ge datetime'2026-01-01''.",
    ],
    ["mail", "The $filter expression must evaluate to a single boolean value."],
    ["otherMails/any(x:x)", "The $filter expression must evaluate to a single boolean value."],
    ["'mail'", "The $filter expression must evaluate to a single boolean value."],
    ["'startsWith'(mail,'a')", "The $filter expression must evaluate to a single boolean value."],
  ])("%j is refused with its place: %s", (filter, message) => {
    expect(refusalOf(filter)).toEqual({ code: "BadRequest", message: `Invalid filter clause: ${message}` });
  });

  test.each([
    ["startsWith(mail)", "startswith", 2],
    ["endsWith(mail,'a','b')", "endswith", 2],
    ["contains(mail,5)", "contains", 2],
    ["tolower(mail,mail) eq 'a'", "tolower", 1],
    ["tolower(5) eq 'a'", "tolower", 1],
  ])("%s is refused with what the function takes", (filter, name, texts) => {
    const text = Array.from({ length: texts }, () => "Edm.String Nullable=true").join(", ");
    expect(refusalOf(filter)).toEqual({
      code: "BadRequest",
      message: `Invalid filter clause: No function signature for the function with name '${name}' matches the specified arguments. The function signatures considered are: ${name}(${text}).`,
    });
  });

  test("that calls a function which there is not is refused with its name", () => {
    expect(refusalOf("sounds_like(mail,'a')")).toEqual({
      code: "BadRequest",
      message:
        "Invalid filter clause: An unknown function with name 'sounds_like' was found. This may also be a function import or a key lookup on a navigation property, which is not allowed.",
    });
  });
});

describe("a condition that compares nothing of a user", () => {
  test.each(["true", "1 eq 1", "'a' lt 'b'", "startsWith('a','b')", "contains('abc',mail)", "'a' has mail"])(
    "(%s) is refused",
    (filter) => {
      expect(refusalOf(filter)).toEqual({ code: "Request_UnsupportedQuery", message: "Unsupported Query." });
    },
  );

  test.each([
    ["mail eq userPrincipalName", "mail"],
    ["mail in ('a',userPrincipalName)", "mail"],
    ["startsWith(mail,displayName)", "mail"],
    ["tolower(mail) eq 'a'", "mail"],
    ["accountEnabled has 'a'", "accountEnabled"],
  ])("(%s) is refused with the property", (filter, property) => {
    expect(refusalOf(filter)).toEqual({
      code: "Request_UnsupportedQuery",
      message: `Unsupported or invalid query filter clause specified for property '${property}' of resource 'User'.`,
    });
  });
});
