import { describe, expect, test } from "vitest";
import { project, readListQuery, readSelect, userModel } from "../../src/odata/index.ts";

describe("a projection", () => {
  test("has what was selected and nothing else: null for what is not set, an empty list for no items", () => {
    const select = readSelect(userModel, "MAIL,otherMails,identities,businessPhones,city,accountEnabled");
    expect(project({ id: "1", mail: "a", accountEnabled: false, kind: "user" }, select)).toStrictEqual({
      mail: "a",
      otherMails: [],
      identities: [],
      businessPhones: [],
      city: null,
      accountEnabled: false,
    });
    expect(Object.keys(project({}, select))).toEqual([...select]);
  });

  test("shares no list that could be changed with what is stored, and shares frozen ones", () => {
    const open = { otherMails: ["a"], identities: [{ issuer: "i", issuerAssignedId: "v" }] };
    const select = readSelect(userModel, "otherMails,identities");
    const given = project(open, select);
    expect(given).toStrictEqual(open);
    (given.otherMails as string[]).push("b");
    (given.identities as { issuer: string }[]).forEach((identity) => {
      identity.issuer = "changed";
    });
    expect(open).toStrictEqual({
      otherMails: ["a"],
      identities: [{ issuer: "i", issuerAssignedId: "v" }],
    });
    const frozen = Object.freeze(["a"]);
    expect(project({ otherMails: frozen }, select).otherMails).toBe(frozen);
    expect(project({}, select).otherMails).not.toBe(project({}, select).otherMails);
  });
});

describe("a look-up", () => {
  const lookUpOf = (filter: string) => readListQuery(userModel, { filter, count: "true" }, true).lookUp;

  test.each([
    ["mail eq 'a@b.example'", "mail", "a@b.example"],
    ["MAIL eq 'O''Neil'", "mail", "O'Neil"],
    ["(accountEnabled eq true and ((mail eq 'a')))", "mail", "a"],
    ["startsWith(mail,'a') and (displayName ne 'b' and id eq 'c')", "id", "c"],
    ["id eq guid'ABCDEF12-0000-4000-8000-000000000000'", "id", "abcdef12-0000-4000-8000-000000000000"],
    ["proxyAddresses/any(p:p eq 'SMTP:a') and accountEnabled eq true", "proxyAddresses", "SMTP:a"],
    ["(mail eq 'a' or mail eq 'b') and userPrincipalName eq 'c'", "userPrincipalName", "c"],
  ])("of %s is %s", (filter, property, value) => {
    expect(lookUpOf(filter)).toEqual({ property, value });
  });

  test.each([
    "mail eq 'a' or mail eq 'b'",
    "not(mail eq 'a')",
    "not(accountEnabled eq true and mail eq 'a')",
    "mail ne 'a'",
    "mail eq null",
    "mail in ('a')",
    "startsWith(mail,'a')",
    "accountEnabled eq true",
    "createdDateTime eq 2026-01-01T00:00:00Z",
    "otherMails/any(x:x ne 'a')",
    "otherMails/any(x:startsWith(x,'a'))",
    "otherMails/$count eq 0",
    "identities/any(x:x/issuer eq 'i' and x/issuerAssignedId eq 'v')",
  ])("is not to be had of %s", (filter) => {
    expect(lookUpOf(filter)).toBeUndefined();
  });

  test("is not to be had without a filter", () => {
    expect(readListQuery(userModel, {}, false)).toMatchObject({ lookUp: undefined, order: undefined });
    expect(readListQuery(userModel, {}, false).matches({})).toBe(true);
  });
});
