import { describe, expect, test } from "vitest";
import { inviteRedirectUrl, openClient } from "../open-client.ts";

const ada = { invitedUserEmailAddress: "ada@fabrikam.example", inviteRedirectUrl };
const withMail = { ...ada, sendInvitationMessage: true };

describe("a mail", () => {
  test("gets lost, and the guest is invited all the same", async () => {
    const { contoso, b2b } = openClient();
    contoso.faults.add({ effect: "mail-lost" });
    const { invitedUser } = await b2b.invitations.create(withMail);
    expect(contoso.mails).toEqual([]);
    expect(await b2b.guests.get(invitedUser.id)).toMatchObject({ mail: "ada@fabrikam.example" });
  });

  test("comes late, and then at its time", async () => {
    const { world, contoso, b2b } = openClient();
    contoso.faults.add({ effect: "mail-late", forMs: 60_000 });
    await b2b.invitations.create(withMail);
    await world.clock.sleep(59_999);
    expect(contoso.mails).toEqual([]);
    await world.clock.sleep(1);
    expect(contoso.mails.map(({ to }) => to)).toEqual(["ada@fabrikam.example"]);
  });

  test("comes twice, with the same link", async () => {
    const { contoso, b2b } = openClient();
    contoso.faults.add({ effect: "mail-twice" });
    await b2b.invitations.create(withMail);
    const [one, two, ...more] = contoso.mails;
    expect(two).toMatchObject({ to: one?.to, redeemUrl: one?.redeemUrl });
    expect(one?.id).not.toBe(two?.id);
    expect(more).toEqual([]);
  });

  test("that was not asked for neither gets lost nor comes late", async () => {
    const { contoso, b2b } = openClient();
    contoso.faults.add({ effect: "mail-lost" });
    await b2b.invitations.create(ada);
    expect(contoso.faults.fired).toEqual([]);
  });
});

describe("redeeming", () => {
  test("meets a link that has expired once, and the guest is in by the next", async () => {
    const { world, contoso, b2b } = openClient();
    contoso.faults.add({ match: { operation: "invitations.redeem", nth: 1 }, effect: "link-expired" });
    const { inviteRedeemUrl = "" } = await b2b.invitations.create(ada);
    const link = String(inviteRedeemUrl);
    expect(world.redeem(link)).toMatchObject({ accepted: false, refusedBecause: "link-not-valid" });
    expect(world.redeem(link)).toMatchObject({ accepted: true });
    expect(contoso.faults.fired).toMatchObject([{ operation: "invitations.redeem", effect: "link-expired" }]);
  });

  test("is seen late", async () => {
    const { world, contoso, b2b } = openClient();
    contoso.faults.add({ effect: "state-lags", forMs: 30_000 });
    const { inviteRedeemUrl, invitedUser } = await b2b.invitations.create(ada);
    const start = world.clock.now();
    world.redeem(String(inviteRedeemUrl));
    expect(await b2b.guests.get(invitedUser.id)).toMatchObject({ externalUserState: "PendingAcceptance" });
    await b2b.guests.waitUntil(invitedUser.id, "redeemed");
    expect(world.clock.now() - start).toBeGreaterThanOrEqual(30_000);
  });

  test("is done by whoever holds the link, with an account of their own", async () => {
    const { world, contoso, b2b } = openClient();
    contoso.faults.add({ effect: "redeemed-by-another-account" });
    const { inviteRedeemUrl, invitedUser } = await b2b.invitations.create(ada);
    world.redeem(String(inviteRedeemUrl));
    const { identities } = await b2b.guests.get(invitedUser.id, { select: ["identities"] });
    expect(identities.at(-1)).toMatchObject({ issuerAssignedId: "somebody.else@elsewhere.example" });
  });

  test("is spared what goes wrong with requests", async () => {
    const { world, contoso, b2b } = openClient();
    const { inviteRedeemUrl } = await b2b.invitations.create(ada);
    contoso.faults.add({ effect: "unavailable" });
    expect(world.redeem(String(inviteRedeemUrl))).toMatchObject({ accepted: true });
  });
});
