import { expect, test } from "vitest";
import { acceptFromInbox, button, describeInBrowser, openPage, picture, step, view } from "./open-page.ts";

describeInBrowser("a guest on the page", (browser) => {
  test("comes from the mail through one prompt to the application", async () => {
    await using opened = await openPage(browser(), { scenario: "one-tenant" });
    const { page, contoso, invite, b2b, world, faults } = opened;
    world.cloud("public").tenant("fabrikam").domain("fabrikam.example").user("ada@fabrikam.example");
    contoso.requireMfaForGuests();
    const { invitedUser } = await invite("ada@fabrikam.example");
    await acceptFromInbox(page, "ada@fabrikam.example");
    await step(page, "sign-in");
    await picture(page, "redeem-sign-in");
    await button(page, "Sign in");
    await step(page, "consent");
    await picture(page, "redeem-consent");
    await button(page, "Accept");
    await step(page, "mfa");
    expect(await page.getByRole("heading", { level: 2 }).textContent()).toBe(
      "public/contoso asks for a second factor",
    );
    await button(page, "Approve");
    await step(page, "accepted");
    expect(await page.getByRole("heading", { level: 3 }).textContent()).toBe("Prompts so far: 1");
    expect((await b2b.guests.get(invitedUser.id)).externalUserState).toBe("Accepted");
    expect(faults).toEqual([]);
  });

  test("meets two prompts where the home's is not trusted", async () => {
    await using opened = await openPage(browser(), { scenario: "two-tenants-double-mfa" });
    const { page, invite } = opened;
    await invite("ada@fabrikam.example");
    await acceptFromInbox(page, "ada@fabrikam.example");
    await button(page, "Sign in");
    await step(page, "consent");
    await button(page, "Accept");
    await page.getByText("Your own organisation asks for a second factor").waitFor();
    await button(page, "Approve");
    await page.getByText("public/contoso asks for a second factor").waitFor();
    await button(page, "Approve");
    await step(page, "accepted");
    await picture(page, "redeem-two-prompts");
    expect(await page.locator(".passed li").allTextContents()).toEqual([
      expect.stringMatching(/^at home: second factor, passed/),
      expect.stringMatching(/^at the inviting organisation: second factor, passed/),
    ]);
  });

  test("who refuses consent stays pending, and is told what is next", async () => {
    await using opened = await openPage(browser(), { scenario: "one-tenant" });
    const { page, invite, b2b } = opened;
    const { invitedUser } = await invite("ada@nowhere.example");
    await acceptFromInbox(page, "ada@nowhere.example");
    await button(page, "Send the code");
    await step(page, "passcode");
    await page.getByLabel("Code").fill("00000000");
    await button(page, "Go on");
    await page.getByText("That is not the code.").waitFor();
    const { passcode } = await opened.contoso.inbox.next({ about: "passcode" });
    await page.getByLabel("Code").fill(passcode);
    await button(page, "Go on");
    await step(page, "consent");
    await button(page, "Refuse");
    await step(page, "refused");
    await picture(page, "redeem-refused");
    expect(await page.locator("[data-step]").textContent()).toContain("AADSTS65004");
    expect((await b2b.guests.get(invitedUser.id)).externalUserState).toBe("PendingAcceptance");
  });

  test("with an expired link is told that its time is up, and how to get another", async () => {
    await using opened = await openPage(browser(), { scenario: "one-tenant" });
    const { page, invite, contoso } = opened;
    const { inviteRedeemUrl } = await invite("ada@nowhere.example");
    contoso.faults.add({ match: { operation: "invitations.redeem" }, effect: "link-expired" });
    await view(page, "Redeem");
    await page.getByLabel("A redeem link").fill(inviteRedeemUrl ?? "");
    await button(page, "Open it as the guest");
    await step(page, "refused");
    await picture(page, "redeem-expired");
    const text = await page.locator("[data-step]").textContent();
    expect(text).toContain("Its time is up.");
    expect(text).toContain("by resetting the redemption, or by inviting again");
  });
});
