import {
  type Account,
  holderOf,
  type MetChallenge,
  type RedeemLink,
  type RedemptionRecord,
} from "../directory/index.ts";
import { type Challenge, tokenClaims } from "../sign-in/index.ts";
import { homeOf, isSparedConsent } from "./account-home.ts";
import { accountStep, passcodeStep } from "./account-step.ts";
import { refusedStep } from "./exits.ts";
import { isStillSignedIn } from "./passcodes.ts";
import { type Holder, Redeeming, type RedemptionScene } from "./redeeming.ts";
import type { ConsentStep, MfaStep, RedemptionStep, RefusedStep, TermsStep } from "./step.ts";
import { acceptInvitation, isUnderWay, redemptionOf, takeStep, viewLink } from "./visit.ts";

/**
 * Follows a link, and gives the step that its redemption is at: the first, or the one at which an earlier visit was left.
 *
 * 1. The guest signs in where its account lives, or with a code that is sent by mail.
 * 2. It consents, unless it has before, or both organisations have agreed that nobody need be asked.
 * 3. It meets the challenges of the sign-in one by one, as they would be judged in that moment.
 * 4. With none left, it is accepted.
 *
 * @see https://learn.microsoft.com/entra/external-id/redemption-experience
 */
export function openRedemption(scene: RedemptionScene, link: RedeemLink): RedemptionStep {
  const { directory } = scene;
  const holder = holderOf(directory, link);
  if (typeof holder === "string") return invalidLink(holder);
  const redeeming = new Redeeming(scene, link);
  const left = redemptionOf(directory, link.userId);
  const hasLeftOff =
    left !== undefined && isUnderWay(left, holder.ticket) && !hasRunOut(left, directory.now());
  if (hasLeftOff) return stepAt(redeeming, left, holder);
  const mishap = scene.nextMishap();
  if (mishap === "link-expired") return invalidLink("expired");
  return stepAt(redeeming, viewLink(directory, holder.ticket, mishap), holder);
}

/** The end of a visit that never began. */
export function invalidLink(link: NonNullable<RefusedStep["link"]>): RefusedStep {
  return refusedStep({ because: "link-not-valid", error: null }, link, []);
}

function hasRunOut(record: RedemptionRecord, now: number): boolean {
  return record.account !== null && !isStillSignedIn(record, now);
}

/** The step of a guest who has come so far. What needs no answer is done on the way. */
function stepAt(redeeming: Redeeming, record: RedemptionRecord, holder: Holder): RedemptionStep {
  const obstacle = redeeming.obstacle(record, holder);
  if (obstacle) return redeeming.refuse(record, obstacle);
  const onward = (next: RedemptionRecord, of: Holder) => stepAt(redeeming, next, of);
  switch (record.state) {
    case "viewed":
      return accountStep(redeeming, record, holder, onward);
    case "passcode-sent":
      return passcodeStep(redeeming, record, passcodeAccount(holder), onward);
    case "signed-in":
      return consentStep(redeeming, record, holder);
    default:
      return challengeStep(redeeming, record, holder);
  }
}

function passcodeAccount({ ticket }: Holder): Account {
  return { kind: "passcode", address: ticket.address, issuer: "mail" };
}

function consentStep(redeeming: Redeeming, record: RedemptionRecord, holder: Holder): RedemptionStep {
  const { directory } = redeeming.scene;
  const consent = (of: Holder) => stepAt(redeeming, takeStep(directory, record, { kind: "consented" }), of);
  if (holder.guest.externalUserState === "Accepted" || isSparedConsent(directory, accountIn(record)))
    return consent(holder);
  const step: ConsentStep = {
    at: "consent",
    ...standing(record),
    consent: () => redeeming.answer(record, consent),
    refuseConsent: () =>
      redeeming.answer(record, () => redeeming.refuse(record, { because: "consent-refused" })),
  };
  return step;
}

function challengeStep(
  redeeming: Redeeming,
  record: RedemptionRecord,
  { guest, ticket }: Holder,
): RedemptionStep {
  const { directory, evaluate } = redeeming.scene;
  const account = accountIn(record);
  const signIn = evaluate(guest, account);
  const { challenges, blocked } = signIn;
  const open = challenges.find((challenge) => !isPassed(record.challenges, challenge));
  if (open)
    return open.kind === "terms" ? termsStep(redeeming, record, open) : mfaStep(redeeming, record, open);
  if (blocked) return redeeming.refuse(record, { because: blocked.because });
  const accepted = acceptInvitation(directory, record, guest, account, signIn.requiresMfa);
  const subject = {
    ...{ user: guest, account, home: homeOf(directory, account) },
    signedInAt: record.signedInAt ?? directory.now(),
  };
  return {
    at: "accepted",
    redirectUrl: ticket.redirectUrl,
    challenges: accepted.challenges,
    claims: tokenClaims(directory, subject, signIn),
  };
}

function mfaStep(redeeming: Redeeming, record: RedemptionRecord, challenge: Challenge): MfaStep {
  const { tenant, askedBy } = challenge;
  return {
    at: "mfa",
    kind: challenge.kind === "strength" ? "strength" : "mfa",
    ...{ tenant, askedBy },
    ...standing(record),
    approveMfa: () => pass(redeeming, record, challenge),
    denyMfa: () => deny(redeeming, record, challenge),
  };
}

function termsStep(redeeming: Redeeming, record: RedemptionRecord, challenge: Challenge): TermsStep {
  return {
    at: "terms",
    askedBy: challenge.askedBy,
    ...standing(record),
    acceptTerms: () => pass(redeeming, record, challenge),
    declineTerms: () => deny(redeeming, record, challenge),
  };
}

function standing(record: RedemptionRecord): Pick<ConsentStep, "account" | "challenges"> {
  const { kind, address } = accountIn(record);
  return { account: { kind, address }, challenges: record.challenges };
}

function pass(redeeming: Redeeming, record: RedemptionRecord, challenge: Challenge): RedemptionStep {
  return redeeming.answer(record, (holder) => {
    const passed = takeStep(redeeming.scene.directory, record, {
      kind: "challenge-passed",
      challenge: { ...challenge, outcome: "passed" },
    });
    return stepAt(redeeming, passed, holder);
  });
}

function deny(redeeming: Redeeming, record: RedemptionRecord, challenge: Challenge): RefusedStep {
  const because = challenge.kind === "terms" ? "terms-declined" : "mfa-denied";
  const denied: MetChallenge = { ...challenge, outcome: "denied" };
  return redeeming.answer(record, () => redeeming.refuse(record, { because, challenge: denied }));
}

/** A stronger authentication does for a weaker one; terms do for those who asked for them. */
function isPassed(passed: readonly MetChallenge[], { tenant, kind, askedBy }: Challenge): boolean {
  return passed.some((challenge) => {
    if (challenge.outcome !== "passed" || challenge.tenant !== tenant) return false;
    if (kind === "terms")
      return challenge.kind === kind && askedBy.every((by) => challenge.askedBy.includes(by));
    return challenge.kind === kind || (kind === "mfa" && challenge.kind === "strength");
  });
}

function accountIn({ account }: RedemptionRecord): Account {
  if (account === null) throw new RangeError("nobody has signed in");
  return account;
}
