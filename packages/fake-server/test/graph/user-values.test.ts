import { createWorld } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { asking } from "../rights/ask.ts";

const li = {
  accountEnabled: true,
  displayName: "Li",
  mailNickname: "li",
  userPrincipalName: "li@contoso.example",
  passwordProfile: { password: "Correct-Horse-7" },
};

function open() {
  const contoso = createWorld({ seed: 8 }).cloud("public").tenant("contoso").domain("contoso.example");
  const ask = asking(contoso, { as: contoso.app("admin") });
  return { contoso, ask, ada: contoso.user("ada") };
}

const invalid = (property: string) =>
  `Invalid value specified for property '${property}' of resource 'User'.`;
const FOREIGN =
  "The domain portion of the userPrincipalName property is invalid. You must use one of the verified domain names in your organization.";

const UNFIT: readonly (readonly [property: string, value: unknown, message?: string])[] = [
  ["userPrincipalName", "li@corp.example", FOREIGN],
  ["userPrincipalName", "bad"],
  ["userPrincipalName", "l i@contoso.example"],
  ["mailNickname", "a b"],
  ["mailNickname", "li@corp"],
  ["userType", "Foo"],
  ["usageLocation", "XXX"],
  ["usageLocation", "ZZ"],
  ["usageLocation", "CHE"],
  ["passwordPolicies", "Foo"],
  ["passwordPolicies", "DisablePasswordExpiration, Foo"],
  ["ageGroup", "Foo"],
  ["consentProvidedForMinor", "Foo"],
  ["preferredLanguage", "notalang"],
  ["mail", "notmail"],
  ["mail", "jàhn@mail.example"],
  ["otherMails", ["li@corp.example", "notmail"]],
];

describe("a value that a user cannot have", () => {
  test.each<[string, unknown, string?]>(UNFIT.map(([...row]) => row))(
    "is refused of a new user and of one that is changed: %s %j",
    async (name, value, message) => {
      const { contoso, ask, ada } = open();
      const before = contoso.log.length;
      const refused = { status: 400, code: "Request_BadRequest", message: message ?? invalid(name) };
      const body = { [name]: value };
      expect(await ask("POST", "/users", { body: { ...li, ...body } })).toMatchObject(refused);
      expect(await ask("PATCH", `/users/${ada.id}`, { body })).toMatchObject(refused);
      expect(contoso.log.length).toBe(before);
    },
  );

  test.each(["displayName", "mailNickname"])("is an empty %s, which cannot be cleared", async (name) => {
    const { ask, ada } = open();
    expect(await ask("PATCH", `/users/${ada.id}`, { body: { [name]: "" } })).toMatchObject({
      ...{ status: 400, message: invalid(name) },
    });
  });
});

describe("a value that a user can have", () => {
  test.each([
    ["userPrincipalName", "ada.l@contoso.example"],
    ["usageLocation", "CH"],
    ["userType", "Guest"],
    ["userType", null],
    ["preferredLanguage", "de-CH"],
    ["preferredLanguage", "fr"],
    ["preferredLanguage", null],
    ["passwordPolicies", "DisablePasswordExpiration, DisableStrongPassword"],
    ["passwordPolicies", "None"],
    ["ageGroup", "NotAdult"],
    ["consentProvidedForMinor", "Granted"],
    ["mail", "o'hara+list@mail.contoso.example"],
    ["otherMails", []],
  ] as const)("is taken, and shown: %s %j", async (name, value) => {
    const { ask, ada } = open();
    const path = `/users/${ada.id}`;
    expect((await ask("PATCH", path, { body: { [name]: value } })).status).toBe(204);
    expect((await ask("GET", path, { query: { $select: name } })).body).toMatchObject({ [name]: value });
  });

  test("is what it has already, where it says nothing new", async () => {
    const { contoso, ask } = open();
    const ada = contoso.user("ada@corp.example", { usageLocation: "Bern" });
    const body = { userPrincipalName: ada.userPrincipalName, usageLocation: "Bern", jobTitle: "Host" };
    expect((await ask("PATCH", `/users/${ada.id}`, { body })).status).toBe(204);
  });
});
