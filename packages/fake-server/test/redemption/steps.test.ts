import type {
  AcceptedStep,
  ConsentStep,
  MfaStep,
  PasscodeStep,
  RedemptionStep,
  SignInStep,
} from "@vestibule/fake-server";
import { describe, expect, expectTypeOf, test } from "vitest";
import { inviteRedirectUrl } from "../open-client.ts";
import { ADA, agreeOnConsent, at, EVE, mfaForGuests, openScene, policy, spareConsent } from "./scene.ts";

describe("a redemption, step by step", () => {
  test("goes from signing in over consent and both multifactor prompts to acceptance", async () => {
    const { open, state, log } = await openScene(ADA, (contoso, fabrikam) => {
      contoso.requireMfaForGuests();
      fabrikam.requireMfa();
    });
    const signIn = at(open(), "sign-in");
    expect(signIn.accounts).toEqual(["organisation"]);
    const consent = at(signIn.signIn(), "consent");
    expect(consent.account).toEqual({ kind: "organisation", address: ADA });
    const atHome = at(consent.consent(), "mfa");
    expect(atHome).toMatchObject({ tenant: "home", kind: "mfa", askedBy: ["the home organisation"] });
    const here = at(atHome.approveMfa(), "mfa");
    expect(here).toMatchObject({ tenant: "resource", askedBy: ["Multifactor authentication for guests"] });
    expect(state()).toBe("PendingAcceptance");
    const accepted = at(here.approveMfa(), "accepted");
    expect(accepted.redirectUrl).toBe(inviteRedirectUrl);
    expect(accepted.challenges.map(({ tenant, outcome }) => `${outcome} at ${tenant}`)).toEqual([
      "passed at home",
      "passed at resource",
    ]);
    expect(state()).toBe("Accepted");
    expect(log()).toEqual([
      "redemption.view",
      "redemption.signIn",
      "redemption.consent",
      "redemption.mfa",
      "redemption.mfa",
      "invitations.redeem",
    ]);
  });

  test("is a commit at its own time for each step, which lags like any other", async () => {
    const { world, contoso, open, b2b, guestId } = await openScene();
    const consent = at(at(open(), "sign-in").signIn(), "consent");
    await world.clock.sleep(90_000);
    for (const reader of contoso.readers) reader.hold();
    consent.consent();
    expect((await b2b.guests.get(guestId)).externalUserState).toBe("PendingAcceptance");
    for (const reader of contoso.readers) reader.release();
    expect((await b2b.guests.get(guestId)).externalUserState).toBe("Accepted");
    const [view, signIn, consented, accepted] = contoso.log.slice(-4);
    expect([signIn, consented, accepted].map((commit) => (commit?.at ?? 0) - (view?.at ?? 0))).toEqual([
      0, 90_000, 90_000,
    ]);
  });

  test("is where it was left when the link is opened again", async () => {
    const { open, log } = await openScene();
    at(at(open(), "sign-in").signIn(), "consent");
    at(at(open(), "consent").consent(), "accepted");
    expect(log().filter((name) => name === "redemption.view")).toHaveLength(1);
  });

  test("shows terms of use last, and stronger authentication as what it is", async () => {
    const { open } = await openScene(ADA, (contoso) => {
      contoso.trustMfa().conditionalAccess({
        displayName: "No passwords",
        conditions: { users: { includeUsers: ["All"] }, applications: { includeApplications: ["All"] } },
        grantControls: { authenticationStrength: { id: "00000000-0000-0000-0000-000000000003" } },
      });
      policy(contoso, "House rules", { termsOfUse: ["house"] });
    });
    const circumstances = { homeCanDo: "passwordless" } as const;
    const consent = at(at(open(circumstances), "sign-in").signIn(), "consent");
    const strength = at(consent.consent(), "mfa");
    expect(strength).toMatchObject({ kind: "strength", tenant: "home" });
    const terms = at(strength.approveMfa(), "terms");
    expect(terms.askedBy).toEqual(["House rules"]);
    at(terms.acceptTerms(), "accepted");
  });

  test("spares consent where both organisations have agreed on that", async () => {
    const { open, log } = await openScene(ADA, (contoso, fabrikam) => agreeOnConsent(contoso, fabrikam));
    at(at(open(), "sign-in").signIn(), "accepted");
    expect(log()).toContain("redemption.consent");
  });

  test.each<[string, Parameters<typeof openScene>[1], number]>([
    ["no mail where both organisations have agreed on that", agreeOnConsent, 0],
    [
      "one where only this one has",
      (contoso, fabrikam) => spareConsent(contoso, fabrikam, "inboundAllowed"),
      1,
    ],
    [
      "one where only the other one has",
      (contoso, fabrikam) => spareConsent(fabrikam, contoso, "outboundAllowed"),
      1,
    ],
  ])("sends %s", async (_, furnish, mails) => {
    const { contoso } = await openScene(ADA, furnish, { sendInvitationMessage: true });
    expect(contoso.mails).toHaveLength(mails);
  });

  test.each<[string, Parameters<typeof openScene>[1]]>([
    ["this one", (contoso, fabrikam) => spareConsent(contoso, fabrikam, "inboundAllowed")],
    ["the other one", (contoso, fabrikam) => spareConsent(fabrikam, contoso, "outboundAllowed")],
  ])("asks for consent where only %s has", async (_, furnish) => {
    const { open } = await openScene(ADA, furnish);
    at(at(open(), "sign-in").signIn(), "consent");
  });

  test("goes by the policies of the moment: what is asked for meanwhile has to be met too", async () => {
    const { contoso, open, state } = await openScene();
    const consent = at(at(open(), "sign-in").signIn(), "consent");
    mfaForGuests(contoso);
    const mfa = at(consent.consent(), "mfa");
    policy(contoso, "House rules", { termsOfUse: ["house"] });
    const terms = at(mfa.approveMfa(), "terms");
    expect(state()).toBe("PendingAcceptance");
    expect(at(terms.acceptTerms(), "accepted").challenges).toHaveLength(2);
  });

  test("once accepted signs the guest in again, with the account that it redeemed with, and asks for no consent", async () => {
    const { world, contoso, open, link, guest } = await openScene(EVE);
    world.redeem(link);
    const before = guest();
    world.microsoftAccount(EVE);
    mfaForGuests(contoso);
    await world.clock.sleep(24 * 3_600_000);
    const code = at(at(open(), "passcode-request").sendPasscode(), "passcode");
    await contoso.inbox.next({ about: "passcode" });
    const { passcode } = await contoso.inbox.next({ about: "passcode" });
    const mfa = at(code.enterPasscode(passcode), "mfa");
    at(mfa.approveMfa(), "accepted");
    expect(guest()).toEqual(before);
  });

  test("is taken back together with everything else", async () => {
    const { world, open, state } = await openScene();
    const consent = at(at(open(), "sign-in").signIn(), "consent");
    const mark = world.mark();
    at(consent.consent(), "accepted");
    world.rewind(mark);
    expect(state()).toBe("PendingAcceptance");
    at(at(open(), "consent").consent(), "accepted");
  });
});

describe("a step", () => {
  test("can be answered once; after that it is refused, and nothing changes", async () => {
    const { contoso, open, state } = await openScene();
    const signIn = at(open(), "sign-in");
    signIn.signIn();
    const before = contoso.log.length;
    expect(() => signIn.signIn()).toThrow(
      "this step was answered before, or taken back; the redemption is signed-in now. Ask world.redemption(link)",
    );
    expect(contoso.log).toHaveLength(before);
    expect(state()).toBe("PendingAcceptance");
  });

  test("of an earlier visit is of no use in a later one", async () => {
    const { open } = await openScene();
    const consent = at(at(open(), "sign-in").signIn(), "consent");
    consent.refuseConsent();
    at(at(open(), "sign-in").signIn(), "consent");
    expect(() => consent.consent()).toThrow("answered before");
  });

  test("refuses a kind of account that nobody redeems with, without its value, and is as it was", async () => {
    const { open, contoso } = await openScene();
    const signIn = at(open(), "sign-in");
    const before = contoso.log.length;
    expect(() => signIn.signIn({ with: "google" })).toThrow("sign in with organisation, or set the tenant");
    expect(contoso.log).toHaveLength(before);
    at(signIn.signIn(), "consent");
  });

  test("has just the answers that make sense at it, by type", () => {
    type Answers<S> = Exclude<keyof S, keyof AcceptedStep | "at">;
    expectTypeOf<Extract<keyof SignInStep, "consent" | "approveMfa">>().toBeNever();
    expectTypeOf<Extract<Answers<ConsentStep>, `${string}onsent`>>().toEqualTypeOf<
      "consent" | "refuseConsent"
    >();
    expectTypeOf<Extract<Answers<MfaStep>, `${string}Mfa`>>().toEqualTypeOf<"approveMfa" | "denyMfa">();
    expectTypeOf<Extract<Answers<PasscodeStep>, `${string}Passcode`>>().toEqualTypeOf<
      "enterPasscode" | "sendPasscode"
    >();
    expectTypeOf<Answers<AcceptedStep>>().toBeNever();
    expectTypeOf<RedemptionStep>().not.toHaveProperty("consent");
  });

  test("shows neither the link nor its ticket to whoever prints it", async () => {
    const { open, link, contoso } = await openScene();
    const ticket = /ticket%3d([0-9a-f]+)/.exec(link)?.[1] ?? "none";
    const step = open();
    const shown = JSON.stringify([step, at(step, "sign-in").signIn(), contoso.log, open()]);
    expect(shown).not.toContain(ticket);
    expect(() => at(step, "sign-in").signIn()).not.toThrow(ticket);
  });
});
