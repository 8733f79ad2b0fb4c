import { type Remedy, remedies } from "../remedies/index.ts";
import type { Decision, Passage } from "../resources/index.ts";
import type { ConditionalAccessPolicy, InboundTrust, SignInQuestion } from "../schemas/index.ts";
import { isCovered } from "./coverage.ts";
import { type Demand, demandsOf, homeStrength, isMetAtHome, STRENGTH_ORDER, type Standing } from "./grant.ts";
import { throughPassage } from "./let-in.ts";

/** A policy that is the reason for a challenge. */
export interface PolicyReference {
  readonly id: string;
  readonly displayName: string | null;
}

/** One thing the guest will be asked for, and where. */
export interface SignInChallenge {
  readonly tenant: "home" | "resource";
  /** `strength` is multifactor authentication by certain methods alone; `terms` of use have to be accepted. */
  readonly kind: "mfa" | "strength" | "terms";
  /** The conditional access policies behind it; empty for what the guest's own organisation asks. */
  readonly because: readonly PolicyReference[];
}

/** What a guest will meet at sign-in. */
export interface SignInPrediction {
  /** `blocked` also where a policy wants what this guest cannot do. */
  readonly outcome: "no-mfa" | "mfa-once" | "mfa-twice" | "blocked" | "unknown";
  /** In the order in which the guest meets them. */
  readonly challenges: readonly SignInChallenge[];
  /** The policies that keep the guest out. Absent: none does. */
  readonly blockedBy?: readonly PolicyReference[];
  /** The cross-tenant access settings that keep the guest out, before any policy is looked at. Absent: none does. */
  readonly shutOutBy?: readonly Decision[];
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
  /** Whether the guest is let in: what `crossTenantAccess.explain` calls `inbound`. Absent: it is. */
  readonly passage?: Passage | undefined;
}

/**
 * Judges which challenges a guest meets at sign-in. Pure: it asks nobody.
 *
 * A directory can ask its guests for multifactor authentication. Unless it trusts the one done at home, a guest whose
 * own organisation asks as well does it twice.
 *
 * @see https://learn.microsoft.com/entra/external-id/authentication-conditional-access
 */
export function judgeSignIn(question: SignInQuestion, settings: ResourceTenantSettings): SignInPrediction {
  return throughPassage(settings.passage, judgePolicies(question, settings));
}

/** Judges what comes once the guest is let in. */
function judgePolicies(question: SignInQuestion, settings: ResourceTenantSettings): SignInPrediction {
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
  const standing: Standing = { question, trust: settings.inboundTrust };
  const verdicts = settings.policies
    .filter(({ state, grantControls }) => state === "enabled" && grantControls !== null)
    .map((policy) => verdictOn(policy, standing));
  const blockedBy = verdicts.filter(({ blocks }) => blocks).map(({ reference }) => reference);
  const before = homeChallenge(question);
  if (blockedBy.length > 0) return { outcome: "blocked", challenges: before, blockedBy, missing: [] };
  const missing = [...new Set(verdicts.flatMap((verdict) => verdict.missing))];
  if (missing.length > 0) return { outcome: "unknown", challenges: [], missing };

  const authentication = authenticationFor(verdicts, standing);
  const terms = becauseOf(verdicts, ({ kind }) => kind === "terms");
  const after: readonly SignInChallenge[] = [
    ...authentication,
    ...(terms.length > 0 ? [{ tenant: "resource", kind: "terms", because: terms } as const] : []),
  ];
  return certain([...before, ...after]);
}

const HOME_MFA = "whether the guest's own organisation asks for multifactor authentication";

/** What one policy comes to. */
interface Verdict {
  readonly reference: PolicyReference;
  readonly demands: readonly Demand[];
  readonly blocks: boolean;
  readonly missing: readonly string[];
}

function verdictOn(policy: ConditionalAccessPolicy, standing: Standing): Verdict {
  const { id, displayName, grantControls } = policy;
  const covered = isCovered(policy, standing.question);
  const silent = { reference: { id, displayName }, demands: [], blocks: false, missing: [] };
  if (covered === false || grantControls === null) return silent;
  if (covered !== true) return { ...silent, missing: covered };
  if (grantControls.builtInControls.includes("block")) return { ...silent, blocks: true };
  const demands = demandsOf(grantControls, standing);
  return {
    ...silent,
    demands,
    blocks: demands.some(({ kind }) => kind === "impossible"),
    missing: demands.flatMap((demand) => (demand.kind === "unknown" ? demand.missing : [])),
  };
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
  const trusted = standing.question.homeTenantId !== null && standing.trust?.isMfaAccepted === true;
  return [{ tenant: trusted ? "home" : "resource", kind: isNamed ? "strength" : "mfa", because }];
}

function becauseOf(
  verdicts: readonly Verdict[],
  is: (demand: Demand) => boolean,
): readonly PolicyReference[] {
  return verdicts.filter(({ demands }) => demands.some(is)).map(({ reference }) => reference);
}

function certain(challenges: readonly SignInChallenge[]): SignInPrediction {
  const prompts = challenges.filter(({ kind }) => kind !== "terms");
  const outcome = (["no-mfa", "mfa-once", "mfa-twice"] as const)[prompts.length] ?? "mfa-twice";
  const isSpared = prompts.length > 1 && prompts.at(-1)?.tenant === "resource";
  return { outcome, challenges, missing: [], ...(isSpared && { spare: remedies.trustPartnerMfa }) };
}
