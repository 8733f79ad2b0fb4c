import type { InvitationInput } from "@vestibule/sdk";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { adaId, invited, toAda } from "../graph-answers.ts";
import { openClient } from "../open-client.ts";

/** What becomes of an invitation with this instead of what is right. */
async function refused(changes: object) {
  const { b2b, sent } = openClient([invited]);
  const error = await failureOf(b2b.invitations.create({ ...toAda, ...changes } as InvitationInput));
  expect(error).toMatchObject({ code: "invalid-input", outcome: "not-sent", attempts: 0, retryable: false });
  expect(sent).toEqual([]);
  return error;
}

async function accepted(changes: object) {
  const { b2b, sent } = openClient([invited]);
  await b2b.invitations.create({ ...toAda, ...changes } as InvitationInput);
  return sent[0]?.body;
}

const paths = (error: { problems?: readonly { path: string }[] | undefined }) =>
  error.problems?.map(({ path }) => path);

const FORBIDDEN = '~!#$%^&*()+=[]{}\\/|;:"<>?,';
const label = fc.stringMatching(/^[a-z0-9](?:[a-z0-9-]{0,10}[a-z0-9])?$/);
const domain = fc.array(label, { minLength: 2, maxLength: 4 }).map((labels) => labels.join("."));
const localPart = fc.stringMatching(/^[a-z0-9_](?:[a-z0-9_.'-]{0,20}[a-z0-9_])?$/);

describe("an address that is invited", () => {
  test("may be any that Graph's reference allows", async () => {
    await fc.assert(
      fc.asyncProperty(localPart, domain, async (local, host) => {
        const invitedUserEmailAddress = `${local}@${host}`;
        expect(await accepted({ invitedUserEmailAddress })).toMatchObject({ invitedUserEmailAddress });
      }),
    );
  });

  test("may hold dots, hyphens and underscores, in an international domain too", async () => {
    for (const address of ["a.b-c_d@x-y.example", "_ada_@fabrikam.com", "ada@bücher.example", "ada@例え.jp"])
      expect(await accepted({ invitedUserEmailAddress: address })).toMatchObject({
        invitedUserEmailAddress: address,
      });
  });

  test.each([...FORBIDDEN])("may not hold %s, anywhere before its @", async (character) => {
    for (const local of [`${character}ada`, `a${character}da`, `ada${character}`]) {
      const error = await refused({ invitedUserEmailAddress: `${local}@fabrikam.com` });
      expect(paths(error)).toEqual(["invitedUserEmailAddress"]);
      expect(error.message).toContain("invitedUserEmailAddress must be an e-mail address");
    }
  });

  test.each([...FORBIDDEN.replace("\\", "")])("may not hold %s after its @ either", async (character) => {
    expect(paths(await refused({ invitedUserEmailAddress: `ada@fab${character}rikam.com` }))).toEqual([
      "invitedUserEmailAddress",
    ]);
  });

  test.each([
    ["a plus", "ada+test@fabrikam.com"],
    ["a dot in front", ".ada@fabrikam.com"],
    ["a dot at the end", "ada.@fabrikam.com"],
    ["a hyphen in front", "-ada@fabrikam.com"],
    ["a hyphen at the end", "ada-@fabrikam.com"],
    ["no @", "ada.fabrikam.com"],
    ["nothing before the @", "@fabrikam.com"],
    ["nothing after the @", "ada@"],
    ["two @", "ada@x@fabrikam.com"],
    ["a domain without a dot", "ada@localhost"],
    ["an empty label", "ada@fabrikam..com"],
    ["a label that begins with a hyphen", "ada@-fabrikam.com"],
    ["a dot at the very end", "ada@fabrikam.com."],
    ["a space", "ada lovelace@fabrikam.com"],
    ["a space in front", " ada@fabrikam.com"],
    ["a space at the end", "ada@fabrikam.com "],
    ["a line break", "ada@fabrikam.com\n"],
    ["a local part that is too long", `${"a".repeat(65)}@fabrikam.com`],
    ["a name around it", "Ada <ada@fabrikam.com>"],
    ["nothing at all", ""],
  ])("may not have %s", async (_, invitedUserEmailAddress) => {
    expect(paths(await refused({ invitedUserEmailAddress }))).toEqual(["invitedUserEmailAddress"]);
  });
});

describe("the address where a guest lands", () => {
  test.each(["https://app.contoso.com", "http://localhost:3000/start?x=1#y", "https://bücher.example/ä"])(
    "may be %s, and goes out as it is",
    async (inviteRedirectUrl) => {
      expect(await accepted({ inviteRedirectUrl })).toMatchObject({ inviteRedirectUrl });
    },
  );

  test.each([
    "",
    "app.contoso.com",
    "/start",
    "//app.contoso.com",
    "ftp://app.contoso.com",
    "javascript:alert(1)",
    "mailto:ada@x.com",
    "https://",
    "http://[",
    "data:text/html,x",
  ])("may not be %j", async (inviteRedirectUrl) => {
    expect(paths(await refused({ inviteRedirectUrl }))).toEqual(["inviteRedirectUrl"]);
  });
});

describe("what else an invitation says", () => {
  test("goes out under Graph's own names, and nothing that was left open goes out", async () => {
    const input: InvitationInput = {
      ...toAda,
      invitedUserDisplayName: "Ada",
      invitedUserType: "Member",
      sendInvitationMessage: true,
      invitedUserMessageInfo: {
        customizedMessageBody: "Hello",
        messageLanguage: "sv-SE",
        ccRecipients: [{ emailAddress: { address: "li@fabrikam.com", name: "Li" } }],
      },
      resetRedemption: true,
      invitedUser: { id: adaId },
    };
    expect(await accepted(input)).toEqual(input);
    expect(
      await accepted({ invitedUserDisplayName: undefined, invitedUserMessageInfo: undefined }),
    ).toStrictEqual(toAda);
    expect(await accepted({ invitedUserMessageInfo: { ccRecipients: [] } })).toMatchObject({
      invitedUserMessageInfo: { ccRecipients: [] },
    });
  });

  const li = { emailAddress: { address: "li@fabrikam.com" } };
  test.each([
    ["an address that is missing", { invitedUserEmailAddress: undefined }, "invitedUserEmailAddress"],
    ["an address that is null", { invitedUserEmailAddress: null }, "invitedUserEmailAddress"],
    ["an address that is a number", { invitedUserEmailAddress: 7 }, "invitedUserEmailAddress"],
    ["a redirect that is missing", { inviteRedirectUrl: undefined }, "inviteRedirectUrl"],
    [
      "a redirect that is a URL object",
      { inviteRedirectUrl: new URL("https://x.example") },
      "inviteRedirectUrl",
    ],
    ["a name that is null", { invitedUserDisplayName: null }, "invitedUserDisplayName"],
    ["a type that nobody knows", { invitedUserType: "Visitor" }, "invitedUserType"],
    ["a mail that is a text", { sendInvitationMessage: "true" }, "sendInvitationMessage"],
    ["a property that nobody knows", { sendInvitationMesage: true }, "sendInvitationMesage"],
    ["a message that is a text", { invitedUserMessageInfo: "Hello" }, "invitedUserMessageInfo"],
    [
      "a message with a property that nobody knows",
      { invitedUserMessageInfo: { body: "x" } },
      "invitedUserMessageInfo.body",
    ],
    [
      "a language that is a number",
      { invitedUserMessageInfo: { messageLanguage: 1 } },
      "invitedUserMessageInfo.messageLanguage",
    ],
    [
      "two copies",
      { invitedUserMessageInfo: { ccRecipients: [li, li] } },
      "invitedUserMessageInfo.ccRecipients",
    ],
    [
      "a copy to no list",
      { invitedUserMessageInfo: { ccRecipients: li } },
      "invitedUserMessageInfo.ccRecipients",
    ],
    [
      "a copy to no address",
      { invitedUserMessageInfo: { ccRecipients: [{ emailAddress: { address: "li" } }] } },
      "invitedUserMessageInfo.ccRecipients[0].emailAddress.address",
    ],
    ["a reset of nobody", { resetRedemption: true }, "invitedUser"],
    [
      "a reset of an address",
      { resetRedemption: true, invitedUser: { id: "ada@fabrikam.com" } },
      "invitedUser.id",
    ],
    ["a guest with more than an id", { invitedUser: { id: adaId, mail: "x" } }, "invitedUser.mail"],
  ])("is refused by its path for %s", async (_, changes, path) => {
    expect(paths(await refused(changes))).toEqual([path]);
  });

  test("is refused with a word on how many copies there may be", async () => {
    const error = await refused({ invitedUserMessageInfo: { ccRecipients: [li, li] } });
    expect(error.message).toContain("ccRecipients must hold one recipient at most");
  });

  test("is refused with all that is wrong at once", async () => {
    const error = await refused({ invitedUserEmailAddress: "x", inviteRedirectUrl: "y", extra: 1 });
    expect(paths(error)?.toSorted()).toEqual(["extra", "inviteRedirectUrl", "invitedUserEmailAddress"]);
    expect(error.message).toContain("Nothing was sent.");
  });

  test.each([undefined, null, "ada@fabrikam.com", 7, [], () => toAda])(
    "is refused as a whole where it is %o",
    async (input) => {
      const { b2b, sent } = openClient([invited]);
      const error = await failureOf(b2b.invitations.create(input as never));
      expect(error).toMatchObject({ code: "invalid-input", outcome: "not-sent" });
      expect(paths(error)).toEqual(["input"]);
      expect(sent).toEqual([]);
    },
  );
});

describe("the error for an input", () => {
  test("never holds a value, whatever is wrong where", async () => {
    const MARK = "zq7secretqz";
    const value = fc.oneof(
      fc.constantFrom<unknown>(
        MARK,
        [MARK],
        { nested: MARK },
        `${MARK}@x`,
        `${MARK}+@fabrikam.com`,
        7,
        null,
        new Date(0),
      ),
      fc.string().map((text) => `${text}${MARK}`),
    );
    const name = fc.constantFrom(
      ...["invitedUserEmailAddress", "inviteRedirectUrl", "invitedUserDisplayName", "invitedUserType"],
      ...["sendInvitationMessage", "invitedUserMessageInfo", "resetRedemption", "invitedUser"],
    );
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, value, { minKeys: 1 }), async (changes) => {
        const { b2b } = openClient([invited]);
        const result = await b2b.invitations.create({ ...toAda, ...changes } as never).safe();
        if (result.ok) return;
        expect(`${result.error.message}${JSON.stringify(result.error)}`).not.toContain(MARK);
      }),
    );
  });
});
