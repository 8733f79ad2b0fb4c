import { describe, expect, test } from "vitest";
import { openRaw, refusalOf } from "./raw-calls.ts";

const readOnly = (name: string) => `Property '${name}' is read-only and cannot be set.`;

describe("a property that there is", () => {
  test.each(["id", "proxyAddresses", "createdDateTime", "externalUserState", "creationType"])(
    "and that nobody may write is refused as what it is: %s of a user",
    async (name) => {
      const { ask, contoso } = openRaw();
      const value = name === "proxyAddresses" ? [] : "2026-01-01T00:00:00Z";
      const answer = await ask("PATCH", `/users/${contoso.user("ada").id}`, { body: { [name]: value } });
      expect(refusalOf(answer)).toEqual([400, "Request_BadRequest", readOnly(name)]);
    },
  );

  test("is refused so of other types too, in the code of their service", async () => {
    const { ask } = openRaw();
    const invited = await ask("POST", "/invitations", {
      body: {
        ...{ invitedUserEmailAddress: "a@fabrikam.example", inviteRedirectUrl: "https://contoso.example" },
        status: "Completed",
      },
    });
    expect(refusalOf(invited)).toEqual([400, "BadRequest", readOnly("status")]);
  });

  test.each([
    ["onPremisesExtensionAttributes", { extensionAttribute1: "east" }],
    ["onPremisesImmutableId", "anchor"],
    ["aboutMe", "Guests are welcome"],
    ["mySite", "https://ada.example"],
    ["skills", ["chess"]],
    ["employeeHireDate", "2026-01-01T00:00:00Z"],
  ])("is written where its page says so, and read again: %s", async (name, value) => {
    const { ask, contoso } = openRaw();
    const path = `/users/${contoso.user("ada").id}`;
    expect((await ask("PATCH", path, { body: { [name]: value } })).status).toBe(204);
    expect((await ask("GET", path, { query: { $select: name } })).body).toMatchObject({ [name]: value });
  });

  test.each([
    ["/users", { $filter: "manager/id eq 'x'" }, "manager"],
    ["/users", { $filter: "memberOf/any(g: g/id eq 'x')" }, "memberOf"],
    ["/groups", { $filter: "members/any(m: m/id eq 'x')" }, "members"],
    ["/users", { $select: "manager" }, "manager"],
  ])("and leads to other objects is not said to be missing: %s?%j", async (path, query, name) => {
    const { ask } = openRaw();
    const [status, code, text] = refusalOf(await ask("GET", path, { query: query as never }));
    expect([status, code]).toEqual([400, "Request_UnsupportedQuery"]);
    expect(text).toContain(`navigation property '${name}'`);
  });
});
