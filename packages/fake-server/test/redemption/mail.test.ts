import { createWorld, type FakeApp, type FakeUser, type Tenant } from "@vestibule/fake-server";
import { createB2BClient, type InvitationInput } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { inviteRedirectUrl } from "../open-client.ts";
import { asking } from "../rights/ask.ts";

type Info = NonNullable<InvitationInput["invitedUserMessageInfo"]>;
const ADA = "ada@fabrikam.example";

/** The mail that somebody's invitation makes, and the client that it was made with. */
async function mailed(
  by: (contoso: Tenant) => FakeApp | FakeUser,
  invitedUserMessageInfo: Info = {},
  cloud = "public",
) {
  const world = createWorld();
  const contoso = world.cloud(cloud).tenant("contoso");
  const transport = contoso.transport({ as: by(contoso) });
  const b2b = createB2BClient({ transport, clock: world.clock });
  const invite = (info: Info) =>
    b2b.invitations.create({
      invitedUserEmailAddress: ADA,
      inviteRedirectUrl,
      sendInvitationMessage: true,
      invitedUserMessageInfo: info,
    });
  await invite(invitedUserMessageInfo);
  return { mail: await contoso.inbox.next({ to: ADA }), contoso, b2b, invite };
}

const mia = (contoso: Tenant) => contoso.user("mia@contoso.onmicrosoft.com", { displayName: "Mia Berg" });
const app = (contoso: Tenant) => contoso.app("inviter");

describe("the mail of an invitation", () => {
  test("comes from the service on behalf of the organisation, names who invites, and is answered to them", async () => {
    const { mail } = await mailed(mia, { customizedMessageBody: "Come in." });
    expect(mail).toMatchObject({
      from: "invites@microsoft.com",
      fromName: "Microsoft Invitations on behalf of contoso",
      replyTo: "mia@contoso.onmicrosoft.com",
      subject: "Mia Berg invited you to access applications within their organization",
      text: "Come in.",
    });
  });

  test.each([
    ["usgov", "invites@azuread.us"],
    ["usgov-dod", "invites@azuread.us"],
    ["china", "Invites@oe.21vianet.com"],
  ])("comes from another sender in %s", async (cloud, from) => {
    expect((await mailed(app, {}, cloud)).mail.from).toBe(from);
  });

  test("of an application has nobody to answer to, and leaves its text out", async () => {
    const { mail } = await mailed(app, { customizedMessageBody: "Come in." });
    expect(mail).toMatchObject({ text: null, replyTo: null });
    expect(mail.subject).toMatch(/^contoso invited you/);
  });

  test("of somebody without a mail address leaves the text out too", async () => {
    const { mail } = await mailed((contoso) => contoso.user("mia", { mail: null }), {
      customizedMessageBody: "Come in.",
    });
    expect(mail).toMatchObject({ text: null, replyTo: null });
  });

  test("is in the language that was asked for, else in the guest's own, else in English", async () => {
    const { mail, b2b, contoso, invite } = await mailed(app, { messageLanguage: "sv-SE" });
    expect(mail.language).toBe("sv-SE");
    await invite({});
    expect((await contoso.inbox.next()).language).toBe("en-US");
    const [ada] = await b2b.guests.list({ select: ["id"] }).collect();
    await b2b.guests.update(ada?.id ?? "", { preferredLanguage: "fi-FI" });
    await invite({});
    expect((await contoso.inbox.next()).language).toBe("fi-FI");
  });

  test("with a text of one's own is in English, whatever was asked for", async () => {
    const { mail } = await mailed(mia, { customizedMessageBody: "Kom in.", messageLanguage: "sv-SE" });
    expect(mail).toMatchObject({ language: "en-US", text: "Kom in." });
  });

  test("goes to one more person at the most: the others are dropped without a word", async () => {
    const { contoso } = await mailed(app);
    const recipient = (address: string) => ({ emailAddress: { address } });
    // The SDK's types take one alone.
    const { status } = await asking(contoso, { as: app(contoso) })("POST", "/invitations", {
      body: {
        invitedUserEmailAddress: ADA,
        inviteRedirectUrl,
        sendInvitationMessage: true,
        invitedUserMessageInfo: {
          ccRecipients: [recipient("host@contoso.example"), recipient("boss@contoso.example")],
        },
      },
    });
    expect(status).toBe(201);
    expect((await contoso.inbox.next()).cc).toBe("host@contoso.example");
    await expect(contoso.inbox.next({ cc: "boss@contoso.example" })).rejects.toThrow("no such mail");
  });
});
