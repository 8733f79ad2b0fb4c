import { type Remedy, remedies } from "../remedies/index.ts";
import type { ConditionalAccessPolicy, GuestScope, InboundTrust, SignInQuestion } from "../schemas/index.ts";

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
  const enforced = settings.policies.filter(
    (policy) => policy.state === "enabled" && coversGuest(policy, question),
  );
  if (enforced.some((policy) => controlsOf(policy).includes("block"))) return prediction("blocked", []);
  if (enforced.some(isBeyondThisJudgement)) return unknown("what other grant controls the guest can satisfy");
  const asking = enforced.filter((policy) => controlsOf(policy).includes("mfa"));
  return asking.length === 0
    ? withoutResourceMfa(question)
    : withResourceMfa(question, asking, settings.inboundTrust?.isMfaAccepted === true);
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

function unknown(missing: string): SignInPrediction {
  return { outcome: "unknown", challenges: [], missing: [missing] };
}

function coversGuest({ conditions }: ConditionalAccessPolicy, question: SignInQuestion): boolean {
  const { includeUsers, excludeUsers = [], ...guests } = conditions.users;
  if (!conditions.applications.includeApplications.includes("All")) return false;
  const { includeGuestsOrExternalUsers: included, excludeGuestsOrExternalUsers: excluded } = guests;
  if (excludeUsers.includes(ANY_GUEST) || isInScope(excluded, question)) return false;
  return includeUsers.includes("All") || includeUsers.includes(ANY_GUEST) || isInScope(included, question);
}

/** Policies from before guests were told apart by kind. */
const ANY_GUEST = "GuestsOrExternalUsers";

function isInScope(scope: GuestScope | null | undefined, { homeTenantId }: SignInQuestion): boolean {
  const kinds = scope?.guestOrExternalUserTypes?.split(",").map((kind) => kind.trim()) ?? [];
  if (!kinds.includes("b2bCollaborationGuest")) return false;
  const tenants = scope?.externalTenants;
  const members = (tenants?.members ?? []).map((member) => member.toLowerCase());
  return tenants?.membershipKind !== "enumerated" || members.includes(homeTenantId.toLowerCase());
}

function controlsOf(policy: ConditionalAccessPolicy): readonly string[] {
  return policy.grantControls?.builtInControls ?? [];
}

/** Devices, applications and strengths of authentication have rules of their own for guests. */
function isBeyondThisJudgement(policy: ConditionalAccessPolicy): boolean {
  const strength = policy.grantControls?.authenticationStrength ?? null;
  return strength !== null || controlsOf(policy).some((control) => control !== "mfa" && control !== "block");
}
