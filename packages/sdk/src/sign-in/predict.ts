import type { Decision, Passage } from "../clouds/index.ts";
import { type Remedy, remedies } from "../remedies/index.ts";
import type { ConditionalAccessPolicy, InboundTrust, SignInQuestion } from "../schemas/index.ts";
import { isOwn } from "./account-kind.ts";
import { type Demand, homeStrength, isMetAtHome, isTrusted, STRENGTH_ORDER, type Standing } from "./grant.ts";
import { letIn } from "./let-in.ts";
import { type PolicyReference, type Verdict, verdictsOn } from "./verdict.ts";

/** One thing the guest will be asked for, and where. */
export interface SignInChallenge {
  readonly tenant: "home" | "resource";
  /** `strength` is multifactor authentication by certain methods alone; `terms` of use have to be accepted. */
  readonly kind: "mfa" | "strength" | "terms";
  /** The conditional access policies that are certainly behind it; empty for what the guest's own organisation asks. */
  readonly because: readonly PolicyReference[];
}

/** What a guest will meet at sign-in. */
export interface SignInPrediction {
  /** `blocked` also where a policy wants what this guest cannot do. */
  readonly outcome: "no-mfa" | "mfa-once" | "mfa-twice" | "blocked" | "unknown";
  /** In the order in which the guest meets them; where `homeMfa` was left out, those that are certain. */
  readonly challenges: readonly SignInChallenge[];
  /** The policies that keep the guest out. Absent: none does. */
  readonly blockedBy?: readonly PolicyReference[];
  /**
   * The cross-tenant access settings that keep the guest out, of this directory or of the guest's own, or the boundary of
   * the clouds, before any policy is looked at. Absent: none does.
   */
  readonly shutOutBy?: readonly Decision[];
  /**
   * With `homeTenantId` of an organisation, and a guest who has redeemed with an account of none: who vouches for that
   * account, by Graph's name (`mail` for a one-time passcode). The guest signs in with it, so that the answer is for a
   * guest of no organisation. Absent: the account says nothing against the question.
   */
  readonly vouchedForBy?: string;
  /** Whether the guest's account itself is blocked from signing in here. Absent: it is not. */
  readonly isAccountBlocked?: true;
  /** The one change that would spare the second challenge. */
  readonly spare?: Remedy;
  /** What would have to be known for a certain answer. */
  readonly missing: readonly string[];
}

/** What the directory that is signed in to has been set to. */
export interface ResourceTenantSettings {
  readonly policies: readonly ConditionalAccessPolicy[];
  /** What is trusted of the guest's own organisation; null where nothing is set. */
  readonly inboundTrust: InboundTrust | null;
  /** Whether the boundary of the clouds lets the guest through. Absent: it does. */
  readonly boundary?: Decision | undefined;
  /** Whether the guest is let in: what `crossTenantAccess.explain` calls `inbound`. Absent: it is. */
  readonly passage?: Passage | undefined;
}

/** Predicts a sign-in from a question and settings that have been found right. */
export function predictSignIn(question: SignInQuestion, settings: ResourceTenantSettings): SignInPrediction {
  if (question.guest?.accountEnabled === false) {
    return { outcome: "blocked", challenges: [], isAccountBlocked: true, missing: [] };
  }
  // Whoever lives here comes from nowhere: no home asks for anything, and nobody has to be let in.
  if (isOwn(question.guest)) {
    return judgeTrusting({ ...question, homeTenantId: null, homeMfa: undefined }, settings, null);
  }
  return letIn(question, settings, predictPolicies(question, settings));
}

/** Predicts what comes once the guest is let in. */
function predictPolicies(question: SignInQuestion, settings: ResourceTenantSettings): SignInPrediction {
  if (question.homeTenantId === null || question.homeMfa !== undefined) return judgeTold(question, settings);
  const told = (homeMfa: NonNullable<SignInQuestion["homeMfa"]>) =>
    judgeTold({ ...question, homeMfa }, settings);
  const { homeCanDo } = question;
  // Nobody is asked at home for more than can be done there.
  const asks = HOME_ASKS.slice(
    0,
    homeCanDo === undefined ? HOME_ASKS.length : STRENGTH_ORDER.indexOf(homeCanDo) + 1,
  );
  return inAnyCase(told("not-required"), asks.map(told));
}

/** What the guest's own organisation may ask for, where nobody said so. */
const HOME_ASKS = ["required", "passwordless", "phishing-resistant"] as const;

/** What is certain whatever home asks for; `base` is the answer where it asks for nothing. */
function inAnyCase(base: SignInPrediction, others: readonly SignInPrediction[]): SignInPrediction {
  const isShared = (challenge: SignInChallenge) =>
    others.every(({ challenges }) =>
      challenges.some(({ tenant, kind }) => tenant === challenge.tenant && kind === challenge.kind),
    );
  const challenges = base.challenges.filter(isShared);
  if (others.every(({ outcome }) => outcome === base.outcome)) return { ...base, challenges };
  const missing = [...new Set([...base.missing, ...others.flatMap((other) => other.missing), HOME_MFA])];
  return { outcome: "unknown", challenges, missing };
}

/** Judges where it is known what the guest's own organisation asks for. */
function judgeTold(question: SignInQuestion, settings: ResourceTenantSettings): SignInPrediction {
  const prediction = judgeTrusting(question, settings, settings.inboundTrust);
  if (prediction.outcome !== "mfa-twice") return prediction;
  const trusting = judgeTrusting(question, settings, { ...settings.inboundTrust, isMfaAccepted: true });
  return trusting.outcome === "mfa-once" ? { ...prediction, spare: remedies.trustPartnerMfa } : prediction;
}

/**
 * Judges with what is trusted. A policy of which nobody can tell whether it is about this sign-in does not matter where it
 * would change nothing: the more policies, the more the guest has to do, so that none of them matters if all do not.
 */
function judgeTrusting(
  question: SignInQuestion,
  { policies }: ResourceTenantSettings,
  trust: ResourceTenantSettings["inboundTrust"],
): SignInPrediction {
  const standing: Standing = { question, trust };
  const verdicts = verdictsOn(policies, standing);
  const prediction = conclude(
    verdicts.filter(({ turnsOn }) => turnsOn.length === 0),
    standing,
  );
  if (isSame(prediction, conclude(verdicts, standing))) return prediction;
  return { outcome: "unknown", challenges: [], missing: missingIn(verdicts) };
}

function isSame(one: SignInPrediction, other: SignInPrediction): boolean {
  const asked = ({ outcome, challenges, missing }: SignInPrediction) =>
    JSON.stringify([outcome, missing, challenges.map(({ tenant, kind }) => [tenant, kind])]);
  return asked(one) === asked(other);
}

function missingIn(verdicts: readonly Verdict[]): readonly string[] {
  const missing = verdicts.flatMap(({ turnsOn, demands }) => [
    ...turnsOn,
    ...demands.flatMap((demand) => (demand.kind === "unknown" ? demand.missing : [])),
  ]);
  return [...new Set(missing)];
}

const HOME_MFA = "whether the guest's own organisation asks for multifactor authentication";

/** What the guest meets, all of these policies being about the sign-in. */
function conclude(verdicts: readonly Verdict[], standing: Standing): SignInPrediction {
  const before = homeChallenge(standing.question);
  const blockedBy = becauseOf(verdicts, ({ kind }) => kind === "impossible");
  if (blockedBy.length > 0) return { outcome: "blocked", challenges: before, blockedBy, missing: [] };
  const isOpen = verdicts.some(({ demands }) => demands.some(({ kind }) => kind === "unknown"));
  if (isOpen) return { outcome: "unknown", challenges: [], missing: missingIn(verdicts) };
  const terms = becauseOf(verdicts, ({ kind }) => kind === "terms");
  const challenges: readonly SignInChallenge[] = [
    ...before,
    ...authenticationFor(verdicts, standing),
    ...(terms.length > 0 ? [{ tenant: "resource", kind: "terms", because: terms } as const] : []),
  ];
  const prompts = challenges.filter(({ kind }) => kind !== "terms");
  const outcome = (["no-mfa", "mfa-once", "mfa-twice"] as const)[prompts.length] ?? "mfa-twice";
  return { outcome, challenges, missing: [] };
}

function homeChallenge(question: SignInQuestion): readonly SignInChallenge[] {
  const asked = question.homeTenantId !== null && homeStrength(question) !== undefined;
  return asked ? [{ tenant: "home", kind: "mfa", because: [] }] : [];
}

/** One authentication does for all policies: at home where that is trusted, here otherwise. */
function authenticationFor(verdicts: readonly Verdict[], standing: Standing): readonly SignInChallenge[] {
  const isOpen = (demand: Demand) => demand.kind === "authenticate" && !isMetAtHome(demand, standing);
  const because = becauseOf(verdicts, isOpen);
  if (because.length === 0) return [];
  const isNamed = verdicts.some(({ demands }) =>
    demands.some((demand) => isOpen(demand) && demand.kind === "authenticate" && demand.named),
  );
  const tenant = isTrusted(standing) ? "home" : "resource";
  return [{ tenant, kind: isNamed ? "strength" : "mfa", because }];
}

function becauseOf(
  verdicts: readonly Verdict[],
  is: (demand: Demand) => boolean,
): readonly PolicyReference[] {
  return verdicts.filter(({ demands }) => demands.some(is)).map(({ reference }) => reference);
}
