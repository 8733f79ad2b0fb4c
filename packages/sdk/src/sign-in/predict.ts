import { type Remedy, remedies } from "../remedies/index.ts";
import type { ConditionalAccessPolicy, InboundTrust, SignInQuestion } from "../schemas/index.ts";
import { coverageOf } from "./coverage.ts";

/** A policy that is the reason for a challenge. */
export interface PolicyReference {
  readonly id: string;
  readonly displayName: string | null;
}

/** One thing the guest will be asked for, and where. */
export interface SignInChallenge {
  readonly tenant: "home" | "resource";
  readonly kind: "mfa";
  /** The conditional access policies behind it; empty for what the guest's own organisation asks. */
  readonly because: readonly PolicyReference[];
}

/** What a guest will meet at sign-in. */
export interface SignInPrediction {
  readonly outcome: "no-mfa" | "mfa-once" | "mfa-twice" | "blocked" | "unknown";
  /** In the order in which the guest meets them. */
  readonly challenges: readonly SignInChallenge[];
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
}

/**
 * Judges which challenges a guest from another Entra organisation meets at sign-in. Pure: it asks nobody.
 *
 * A directory can ask its guests for multifactor authentication. Unless it trusts the one done at home, a guest whose
 * own organisation asks as well does it twice.
 *
 * @see https://learn.microsoft.com/entra/external-id/authentication-conditional-access
 */
export function judgeSignIn(question: SignInQuestion, settings: ResourceTenantSettings): SignInPrediction {
  const inForce = settings.policies.filter(
    ({ state, grantControls }) => state === "enabled" && grantControls !== null,
  );
  const certain = inForce.filter((policy) => coverageOf(policy, question) === "covered");
  if (certain.some((policy) => controlsOf(policy).includes("block"))) return prediction("blocked", []);
  const missing = [
    ...new Set(inForce.flatMap((policy) => missingFor(policy, question))),
    ...(certain.some(isBeyondThisJudgement) ? ["what other grant controls the guest can satisfy"] : []),
  ];
  if (missing.length > 0) return unknown(...missing);
  const asking = certain.filter((policy) => controlsOf(policy).includes("mfa"));
  return asking.length === 0
    ? withoutResourceMfa(question)
    : withResourceMfa(question, asking, settings.inboundTrust?.isMfaAccepted === true);
}

/** What would tell whether a policy is about the sign-in. */
function missingFor(policy: ConditionalAccessPolicy, question: SignInQuestion): readonly string[] {
  const coverage = coverageOf(policy, question);
  return typeof coverage === "string" ? [] : coverage.dependsOn;
}

function withoutResourceMfa({ homeMfa }: SignInQuestion): SignInPrediction {
  if (homeMfa === undefined) return unknown(HOME_MFA);
  return homeMfa === "required" ? prediction("mfa-once", [atHome([])]) : prediction("no-mfa", []);
}

function withResourceMfa(
  { homeMfa }: SignInQuestion,
  asking: readonly ConditionalAccessPolicy[],
  trusted: boolean,
): SignInPrediction {
  const because = asking.map(({ id, displayName }) => ({ id, displayName }));
  const here: SignInChallenge = { tenant: "resource", kind: "mfa", because };
  // Trusted, the guest does it at home, whether or not home asks for it by itself.
  if (trusted) return prediction("mfa-once", [atHome(homeMfa === "required" ? [] : because)]);
  if (homeMfa === undefined) return { ...unknown(HOME_MFA), challenges: [here] };
  if (homeMfa === "not-required") return prediction("mfa-once", [here]);
  return { ...prediction("mfa-twice", [atHome([]), here]), spare: remedies.trustPartnerMfa };
}

const HOME_MFA = "whether the guest's own organisation asks for multifactor authentication";

function atHome(because: readonly PolicyReference[]): SignInChallenge {
  return { tenant: "home", kind: "mfa", because };
}

function prediction(
  outcome: SignInPrediction["outcome"],
  challenges: readonly SignInChallenge[],
): SignInPrediction {
  return { outcome, challenges, missing: [] };
}

function unknown(...missing: readonly string[]): SignInPrediction {
  return { outcome: "unknown", challenges: [], missing };
}

function controlsOf(policy: ConditionalAccessPolicy): readonly string[] {
  return policy.grantControls?.builtInControls ?? [];
}

/** Devices, applications and strengths of authentication have rules of their own for guests. */
function isBeyondThisJudgement(policy: ConditionalAccessPolicy): boolean {
  const strength = policy.grantControls?.authenticationStrength ?? null;
  return strength !== null || controlsOf(policy).some((control) => control !== "mfa" && control !== "block");
}
