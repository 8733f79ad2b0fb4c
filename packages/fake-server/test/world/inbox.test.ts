import { describe, expect, test } from "vitest";
import { inviteRedirectUrl, openClient } from "../open-client.ts";

const ADA = "ada@fabrikam.example";
const withMail = (address = ADA, invitedUserMessageInfo = {}) => ({
  invitedUserEmailAddress: address,
  inviteRedirectUrl,
  sendInvitationMessage: true,
  invitedUserMessageInfo,
});

describe("an inbox", () => {
  test("has the mail with its language, its copy, its link and its time", async () => {
    const { b2b, contoso, world } = openClient();
    await world.clock.sleep(5_000);
    const invited = await b2b.invitations.create(
      withMail(ADA, {
        messageLanguage: "sv-SE",
        ccRecipients: [{ emailAddress: { address: "host@contoso.example" } }],
      }),
    );
    const mail = await contoso.inbox.next({ to: "ADA@fabrikam.example", cc: "host@contoso.example" });
    expect(mail).toMatchObject({
      about: "invitation",
      language: "sv-SE",
      cc: "host@contoso.example",
      text: null,
      redeemUrl: invited.inviteRedeemUrl,
      sentDateTime: "2026-01-01T00:00:05Z",
      sentAt: world.clock.now(),
    });
  });

  test("gives each mail once, in order, and to one of those who ask", async () => {
    const { b2b, contoso, world } = openClient();
    await b2b.invitations.create(withMail("bo@fabrikam.example"));
    await b2b.invitations.create(withMail());
    const [ada, first] = [await contoso.inbox.next({ to: ADA }), await world.inbox.next()];
    expect([ada.to, first.to]).toEqual([ADA, "bo@fabrikam.example"]);
    await expect(world.inbox.next({}, { withinMs: 0 })).rejects.toThrow("there are 2 mails in all");
    expect(world.inbox.mails).toHaveLength(2);
  });

  test("waits for a mail on the world's clock, and wakes in the moment it is sent", async () => {
    const { b2b, contoso, world } = openClient();
    const startedAt = world.clock.now();
    const waiting = contoso.inbox.next({ to: ADA }).then(({ sentAt }) => [sentAt, world.clock.now()]);
    await world.clock.sleep(1_234_567);
    await b2b.invitations.create(withMail("bo@fabrikam.example"));
    await world.clock.sleep(1_000);
    await b2b.invitations.create(withMail());
    expect(await waiting).toEqual([startedAt + 1_235_567, startedAt + 1_235_567]);
    expect(world.clock.sleeping).toBe(0);
  });

  test("gives up after an hour, or when it was told to, without naming anybody", async () => {
    const { contoso, world } = openClient();
    const startedAt = world.clock.now();
    const failure = await contoso.inbox.next({ to: ADA }).catch((error: Error) => error.message);
    expect(world.clock.now() - startedAt).toBe(3_600_000);
    expect(failure).toContain("no such mail about an invitation came in 3600000 ms");
    expect(failure).not.toContain("ada");
    await expect(contoso.inbox.next({ to: ADA }, { withinMs: 5 })).rejects.toThrow("in 5 ms");
    expect(world.clock.now() - startedAt).toBe(3_600_005);
    await expect(contoso.inbox.next({}, { withinMs: Number.NaN })).rejects.toThrow(RangeError);
  });

  test("gets a late mail at its time", async () => {
    const { b2b, contoso, world } = openClient();
    contoso.faults.add({ effect: "mail-late", forMs: 1_800_000 });
    await b2b.invitations.create(withMail());
    const startedAt = world.clock.now();
    expect(contoso.inbox.mails).toEqual([]);
    await contoso.inbox.next({ to: ADA });
    expect(world.clock.now() - startedAt).toBe(1_800_000);
  });

  test("gets a mail twice that was sent twice, and a lost one never", async () => {
    const { b2b, contoso } = openClient();
    contoso.faults.add({ effect: "mail-twice", times: 1 });
    contoso.faults.add({ effect: "mail-lost" });
    await b2b.invitations.create(withMail());
    const [one, two] = [await contoso.inbox.next({ to: ADA }), await contoso.inbox.next({ to: ADA })];
    expect(two.redeemUrl).toBe(one.redeemUrl);
    await b2b.invitations.create(withMail());
    await expect(contoso.inbox.next({ to: ADA })).rejects.toThrow("faults.fired");
  });

  test("keeps codes and invitations apart", async () => {
    const { b2b, contoso, world } = openClient();
    await b2b.invitations.create(withMail("eve@mail.example"));
    const { redeemUrl } = await contoso.inbox.next();
    world.redeem(redeemUrl);
    expect((await contoso.inbox.next({ about: "passcode" })).to).toBe("eve@mail.example");
    expect(contoso.inbox.mails.map(({ about }) => about)).toEqual(["invitation", "passcode"]);
    expect(contoso.mails).toHaveLength(1);
  });

  test("has mails that can be redeemed as they are, in one call or step by step", async () => {
    const { b2b, contoso, world } = openClient();
    await b2b.invitations.create(withMail());
    const mail = await contoso.inbox.next();
    expect(world.redemption(mail).at).toBe("passcode-request");
    expect(world.redeem(mail).accepted).toBe(true);
  });

  test("is put back with the world", async () => {
    const { b2b, contoso, world } = openClient();
    await b2b.invitations.create(withMail());
    const mark = world.mark();
    const before = await contoso.inbox.next();
    world.rewind(mark);
    expect(await contoso.inbox.next({}, { withinMs: 0 })).toEqual(before);
  });
});
