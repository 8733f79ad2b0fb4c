import { describe, expect, test } from "vitest";
import { inviteRedirectUrl, openClient } from "../open-client.ts";
import { openRaw, valuesOf } from "./raw-calls.ts";

describe("one user of many", () => {
  test.each([
    ["the id", ({ id }: { id: string }) => `id eq '${id.toUpperCase()}'`],
    ["the id, and more", ({ id }: { id: string }) => `accountEnabled eq true and id eq '${id}'`],
    ["an address for mail", () => "proxyAddresses/any(p:p eq 'smtp:Guest1@fabrikam.example')"],
  ])("is found by %s, and not after being deleted", async (_, filterFor) => {
    const { b2b } = openClient();
    const invite = async (name: string) =>
      (
        await b2b.invitations.create({
          invitedUserEmailAddress: `${name}@fabrikam.example`,
          inviteRedirectUrl,
        })
      ).invitedUser.id;
    const [, id = ""] = [await invite("guest0"), await invite("guest1")];
    const find = () => b2b.guests.list({ filter: filterFor({ id }), select: ["id"] }).collect();
    expect(await find()).toEqual([{ id }]);
    await b2b.guests.delete(id);
    expect(await find()).toEqual([]);
  });

  test("is not found by an address that is for something else, or was another's id", async () => {
    const { ask, made, contoso } = openRaw();
    const user = contoso.user("ada", { mail: "ada@contoso.example" });
    const application = await made("/applications", { displayName: "Shop" });
    const found = async ($filter: string) => valuesOf(await ask("GET", "/users", { query: { $filter } }));
    expect(await found("proxyAddresses/any(p:p eq 'sip:ada@contoso.example')")).toEqual([]);
    expect(await found("proxyAddresses/any(p:p eq 'ada@contoso.example')")).toEqual([]);
    expect(await found(`id eq '${application.id}'`)).toEqual([]);
    expect(await found(`id eq '${user.userPrincipalName}'`)).toEqual([]);
    expect(await found(`id eq '${user.id}' or id eq '${application.id}'`)).toHaveLength(1);
  });
});
