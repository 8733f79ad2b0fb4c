import { type CallerOptions, createWorld, type Tenant } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { asking } from "./ask.ts";

const PASSWORD = "Correct-Horse-7";
const li = {
  accountEnabled: true,
  displayName: "Li (Corp)",
  mailNickname: "li",
  userPrincipalName: "li@contoso.example",
  passwordProfile: { password: PASSWORD, forceChangePasswordNextSignIn: true },
};

function open() {
  const contoso = createWorld().cloud("public").tenant("contoso").domain("contoso.example");
  return { contoso, ask: asking(contoso, { as: contoso.app("admin") }) };
}

describe("POST /users", () => {
  test("makes a member, who was never invited and has nothing to redeem", async () => {
    const { ask } = open();
    const made = await ask("POST", "/users", { body: { ...li, otherMails: ["li@corp.example"] } });
    expect(made).toMatchObject({ status: 201, body: { displayName: "Li (Corp)", mail: null } });
    const { id } = made.body as { id: string };
    const $select =
      "userPrincipalName,userType,creationType,externalUserState,accountEnabled,otherMails,mailNickname";
    expect((await ask("GET", `/users/${id}`, { query: { $select } })).body).toMatchObject({
      userPrincipalName: "li@contoso.example",
      userType: "Member",
      creationType: null,
      externalUserState: null,
      accountEnabled: true,
      otherMails: ["li@corp.example"],
      mailNickname: "li",
    });
  });

  test("gives a mail an address to receive it at", async () => {
    const { ask } = open();
    const made = await ask("POST", "/users", { body: { ...li, mail: "li@contoso.example" } });
    const { id } = made.body as { id: string };
    expect((await ask("GET", `/users/${id}`, { query: { $select: "proxyAddresses" } })).body).toMatchObject({
      proxyAddresses: ["SMTP:li@contoso.example"],
    });
  });

  test.each(["accountEnabled", "displayName", "mailNickname", "passwordProfile", "userPrincipalName"])(
    "wants %s",
    async (property) => {
      const { contoso, ask } = open();
      const before = contoso.log.length;
      const body = { ...li, [property]: undefined };
      expect(await ask("POST", "/users", { body })).toMatchObject({
        status: 400,
        message: `A value is required for property '${property}' of resource 'User'.`,
      });
      expect(contoso.log).toHaveLength(before);
    },
  );

  test.each([
    ["a domain of nobody's", { userPrincipalName: "li@corp.example" }, /domain portion/],
    ["a name with blanks", { userPrincipalName: "l i@contoso.example" }, /userPrincipalName/],
    ["no name before the @", { userPrincipalName: "@contoso.example" }, /userPrincipalName/],
    ["a nickname with an @", { mailNickname: "li@corp" }, /mailNickname/],
    ["no password", { passwordProfile: {} }, /'password'/],
    ["a short password", { passwordProfile: { password: "Ab1-xyz" } }, /complexity/],
    ["a password of two kinds", { passwordProfile: { password: "abcdefgh1" } }, /complexity/],
    [
      "a password of letters that are not plain",
      { passwordProfile: { password: "Pässwörd-1" } },
      /complexity/,
    ],
    ["a property that there is none of", { shoeSize: "42" }, /shoeSize/],
  ])("refuses %s", async (_, changes, text) => {
    const { ask } = open();
    const answer = await ask("POST", "/users", { body: { ...li, ...changes } });
    expect(answer.status).toBe(400);
    expect(answer.message).toMatch(text);
  });

  test("refuses a name that is taken, whatever its case, and an address that is", async () => {
    const { contoso, ask } = open();
    await ask("POST", "/users", { body: { ...li, mail: "li@contoso.example" } });
    const taken = (property: string) => ({
      ...{ status: 400, code: "Request_BadRequest" },
      message: `Another object with the same value for property ${property} already exists.`,
    });
    const again = { ...li, userPrincipalName: "LI@contoso.example" };
    expect(await ask("POST", "/users", { body: again })).toMatchObject(taken("userPrincipalName"));
    const other = { ...li, userPrincipalName: "li2@contoso.example", mail: "Li@contoso.example" };
    expect(await ask("POST", "/users", { body: other })).toMatchObject(taken("proxyAddresses"));
    expect(contoso.log.filter(({ operation }) => operation === "users.create")).toHaveLength(1);
  });

  test("says no password back, and keeps none", async () => {
    const { contoso, ask } = open();
    const made = await ask("POST", "/users", { body: li });
    const { id } = made.body as { id: string };
    const read = await ask("GET", `/users/${id}`);
    expect(JSON.stringify([made, read, contoso.log])).not.toContain(PASSWORD);
    const query = { $select: "passwordProfile" };
    expect((await ask("GET", `/users/${id}`, { query })).body).toMatchObject({ passwordProfile: null });
  });

  test.each([
    ["a member", (t: Tenant): CallerOptions => ({ as: t.user("mia") }), 403],
    [
      "a User Administrator",
      (t: Tenant): CallerOptions => ({ as: t.user("mia", { roles: ["User Administrator"] }) }),
      201,
    ],
    [
      "a User Administrator who lends no scope for it",
      (t: Tenant): CallerOptions => ({
        ...{ as: t.user("mia", { roles: ["User Administrator"] }), scopes: ["User.Invite.All"] },
      }),
      403,
    ],
    [
      "an application that may write users",
      (t: Tenant): CallerOptions => ({ as: t.app("a", { permissions: ["User.ReadWrite.All"] }) }),
      201,
    ],
    [
      "an application that may invite",
      (t: Tenant): CallerOptions => ({ as: t.app("a", { permissions: ["User.Invite.All"] }) }),
      403,
    ],
  ] as const)("by %s is answered with %i", async (_, optionsOf, status) => {
    const { contoso } = open();
    expect((await asking(contoso, optionsOf(contoso))("POST", "/users", { body: li })).status).toBe(status);
  });

  test("is refused where the directory is full", async () => {
    const contoso = createWorld().cloud("public").tenant("contoso");
    const ask = asking(contoso, { as: contoso.app("admin") });
    contoso.members(contoso.objectLimit - 1);
    const body = { ...li, userPrincipalName: "li@contoso.onmicrosoft.com" };
    expect(await ask("POST", "/users", { body })).toMatchObject({
      status: 403,
      code: "Directory_QuotaExceeded",
    });
  });
});
