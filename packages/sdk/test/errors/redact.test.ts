import { createInvitation } from "@vestibule/sdk";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { redact } from "../../src/errors/redact.ts";

const JWT = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl";
const REDEEM =
  "https://login.microsoftonline.com/redeem?rd=https%3a%2f%2finvitations.microsoft.com%3fticket%3dVFlD";

describe("redacting", () => {
  test("leaves a text without anything secret as it is", () => {
    const text =
      "Resource 'f1a7b0de-95c8-4b9c-9ed1-6b1f6d2f4c20' does not exist. Try again in 2.5 s, please: now!";
    expect(redact(text)).toBe(text);
  });

  test("takes out links", () => {
    expect(redact(`go to ${REDEEM} now`)).toBe("go to <link> now");
    expect(redact("HTTP://EXAMPLE.COM/?ticket=1")).toBe("<link>");
    expect(redact(`<a href="${REDEEM}">`)).not.toContain("ticket");
  });

  test("keeps Microsoft's short links to its documentation, and no link that only looks like one", () => {
    const text = "Refer to https://aka.ms/graph-docs/advanced-queries for more information";
    expect(redact(text)).toBe(text);
    expect(redact("https://aka.ms.evil.example/x")).toBe("<link>");
    expect(redact("https://evil.example/https://aka.ms/")).toBe("<link>");
  });

  test.each([
    ["a token", JWT],
    ["a bearer token", `Bearer ${JWT}`],
    ["a token without a signature", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ."],
    ["a bearer token that is no JWT", "Bearer 0123456789-opaque_token"],
    ["a token at the start of a header", `authorization: Bearer ${JWT}`],
  ])("takes out %s", (_, secret) => {
    const said = redact(`cannot use ${secret} here`);
    expect(said).toContain("<token>");
    expect(said).not.toMatch(/eyJ|opaque/);
  });

  test.each([
    "ada@fabrikam.com",
    "'ada@fabrikam.com'",
    "<ada@fabrikam.com>",
    "ada@fabrikam.com.",
    "ada_fabrikam.com#EXT#@contoso.onmicrosoft.com",
    "SMTP:ada@fabrikam.com",
    "ada+test@fabrikam.com",
    "ada@bücher.example",
    "ADA@FABRIKAM.COM",
  ])("takes out the address %s", (address) => {
    const said = redact(`the user ${address} is not there`);
    expect(said).toContain("<address>");
    expect(said.toLowerCase()).not.toMatch(/ada|fabrikam|contoso|bücher/);
  });

  test("takes out the whole of any address that can be invited", () => {
    const part = fc.stringMatching(/^[a-z0-9_'`-]{1,12}$/);
    const address = fc
      .tuple(part, part, fc.stringMatching(/^[a-z]{2,8}$/))
      .map(([first, last, domain]) => `q${first}.${last}z@${domain}.example`);
    fc.assert(
      fc.property(address, (invitedUserEmailAddress) => {
        const input = { invitedUserEmailAddress, inviteRedirectUrl: "https://a.example" };
        fc.pre(createInvitation.input(input).ok);
        expect(redact(`no user ${invitedUserEmailAddress} here`)).toBe("no user <address> here");
      }),
    );
  });

  test("takes out all of several secrets in one text", () => {
    const said = redact(`${JWT} of ada@fabrikam.com at ${REDEEM}; li@corp.cn`);
    expect(said).toBe("<token> of <address> at <link> <address>");
  });
});
