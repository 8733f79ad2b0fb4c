import { describe, expect, test } from "vitest";
import { inviteRedirectUrl } from "../open-client.ts";
import { at, EVE, openScene, type Scene } from "./scene.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

async function sent(scene: Scene) {
  const step = at(at(scene.open(), "passcode-request").sendPasscode(), "passcode");
  const mail = await scene.world.inbox.next({ to: EVE, about: "passcode" });
  return { step, mail };
}

describe("a guest without an account", () => {
  test("has a code sent by mail, and redeems with it", async () => {
    const scene = await openScene(EVE);
    const { step, mail } = await sent(scene);
    expect(step.address).toBe(EVE);
    expect(mail).toMatchObject({ about: "passcode", to: EVE, passcode: expect.stringMatching(/^\d{8}$/) });
    const consent = at(step.enterPasscode(mail.passcode), "consent");
    expect(consent.account).toEqual({ kind: "passcode", address: EVE });
    at(consent.consent(), "accepted");
    expect(scene.guest().identities.at(-1)).toEqual({
      signInType: "federated",
      issuer: "mail",
      issuerAssignedId: EVE,
    });
    expect(scene.log()).toEqual([
      "redemption.view",
      "redemption.sendPasscode",
      "redemption.signIn",
      "redemption.consent",
      "invitations.redeem",
    ]);
  });

  test("may try again after a wrong code, which changes nothing", async () => {
    const scene = await openScene(EVE);
    const { step, mail } = await sent(scene);
    const before = scene.contoso.log.length;
    const still = at(step.enterPasscode("00000000"), "passcode");
    expect(still.problem).toBe("wrong");
    expect(scene.contoso.log).toHaveLength(before);
    at(still.enterPasscode(mail.passcode), "consent");
  });

  test("has 30 minutes, to the millisecond; then a new code helps, and the old one no more", async () => {
    const scene = await openScene(EVE);
    const { step, mail } = await sent(scene);
    expect(step.expiresAt - mail.sentAt).toBe(30 * MINUTE);
    await scene.world.clock.sleep(30 * MINUTE);
    const expired = at(step.enterPasscode(mail.passcode), "passcode");
    expect(expired.problem).toBe("expired");
    const renewed = at(expired.sendPasscode(), "passcode");
    const second = await scene.world.inbox.next({ to: EVE, about: "passcode" });
    expect(second.passcode).not.toBe(mail.passcode);
    expect(at(renewed.enterPasscode(mail.passcode), "passcode").problem).toBe("wrong");
    await scene.world.clock.sleep(30 * MINUTE - 1);
    at(renewed.enterPasscode(second.passcode), "consent");
  });

  test("stays signed in for 24 hours, over several visits; then needs a new code", async () => {
    const scene = await openScene(EVE);
    const { step, mail } = await sent(scene);
    at(step.enterPasscode(mail.passcode), "consent");
    await scene.world.clock.sleep(12 * HOUR);
    at(scene.open(), "consent").refuseConsent();
    await scene.world.clock.sleep(12 * HOUR - 1);
    const consent = at(scene.open(), "consent");
    await scene.world.clock.sleep(1);
    expect(consent.consent()).toMatchObject({ at: "refused", because: "session-ended" });
    expect(scene.state()).toBe("PendingAcceptance");
    at(scene.open(), "passcode-request");
  });

  test("whose session ended while nobody looked begins anew", async () => {
    const scene = await openScene(EVE);
    const { step, mail } = await sent(scene);
    at(step.enterPasscode(mail.passcode), "consent");
    await scene.world.clock.sleep(24 * HOUR);
    at(scene.open(), "passcode-request");
  });

  test("in the short form reads the code from the mail, or enters one of its own", async () => {
    const wrong = await openScene(EVE);
    expect(wrong.world.redeem(wrong.link, { passcode: "1" })).toMatchObject({
      accepted: false,
      refusedBecause: "passcode-not-accepted",
    });
    expect(wrong.state()).toBe("PendingAcceptance");
    expect(wrong.world.redeem(wrong.link)).toMatchObject({ accepted: true });
  });
});

describe("codes", () => {
  test("of two guests are kept apart, and one that is too old is asked for anew, in the short form", async () => {
    const { world, contoso, b2b, link, open } = await openScene(EVE);
    at(at(open(), "passcode-request").sendPasscode(), "passcode");
    const max = await b2b.invitations.create({
      invitedUserEmailAddress: "max@mail.example",
      inviteRedirectUrl,
    });
    expect(world.redeem(String(max.inviteRedeemUrl))).toMatchObject({ accepted: true });
    await world.clock.sleep(30 * MINUTE);
    expect(world.redeem(link)).toMatchObject({ accepted: true });
    expect(contoso.inbox.mails.map(({ to }) => to)).toEqual([EVE, "max@mail.example", EVE]);
  });

  test("that are turned off leave whoever came with one without a way in, until a reset", async () => {
    const { world, contoso, b2b, guestId, link, guest } = await openScene(EVE);
    world.redeem(link);
    await world.clock.sleep(24 * HOUR);
    contoso.identityProviders({ oneTimePasscode: false });
    expect(world.redeem(link)).toMatchObject({ accepted: false, refusedBecause: "no-account" });
    const reset = await b2b.guests.resetRedemption(guestId, {
      invitedUserEmailAddress: EVE,
      inviteRedirectUrl,
    });
    expect(world.redeem(String(reset.inviteRedeemUrl))).toMatchObject({ accepted: true });
    expect(guest().identities.at(-1)?.issuer).toBe("MicrosoftAccount");
  });
});

describe("an answer to what a guest is never asked", () => {
  test("is refused, and leaves the redemption where it was", async () => {
    const eve = await openScene(EVE);
    expect(() => eve.world.redeem(eve.link, { as: "max@mail.example" })).toThrow(
      `world.redeem: as: this guest has no account to sign in with; a code goes to ${EVE}`,
    );
    expect(eve.contoso.inbox.mails.filter(({ about }) => about === "passcode")).toEqual([]);
    expect(eve.world.redeem(eve.link, { as: EVE.toUpperCase() })).toMatchObject({ accepted: true });
    const ada = await openScene();
    expect(() => ada.world.redeem(ada.link, { passcode: "12345678" })).toThrow(
      "world.redeem: passcode: this guest signs in with an account (organisation), and is asked for no code",
    );
    expect(ada.log()).not.toContain("redemption.accept");
    expect(ada.world.redeem(ada.link)).toMatchObject({ accepted: true });
  });
});

describe("an organisation's people", () => {
  test("stay signed in, however long the visit takes", async () => {
    const { world, open } = await openScene();
    const consent = at(at(open(), "sign-in").signIn(), "consent");
    await world.clock.sleep(100 * HOUR);
    at(consent.consent(), "accepted");
  });
});
