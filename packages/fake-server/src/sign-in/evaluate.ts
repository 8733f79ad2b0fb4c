import type { ConditionalAccessPolicy } from "../directory/index.ts";
import {
  type Blocked,
  type Challenge,
  type Circumstances,
  type HomeSignIn,
  isOwn,
  type SignInResult,
  type Strength,
  type Trust,
  type Visitor,
} from "./attempt.ts";
import { covers } from "./coverage.ts";
import { unmetAtHome } from "./own-controls.ts";
import { builtInStrength, weaker } from "./strength.ts";

/** One sign-in, with all that decides it. */
export interface SignInAttempt {
  readonly visitor: Visitor;
  readonly at: Circumstances;
  readonly policies: readonly ConditionalAccessPolicy[];
  readonly trust: Trust;
  /** Of the directory's own people it matters only what they can do. */
  readonly home: HomeSignIn;
}

/**
 * Signs a visitor in, and records what it took.
 *
 * 1. The visitor signs in at home, where the home organisation asks what it always asks, or lets nobody through.
 * 2. The policies of the directory that are about this sign-in are evaluated. One that blocks ends it.
 * 3. Of every other, all controls (`AND`) or one of them (`OR`) have to be met. What was done at home counts where the
 *    directory trusts it, and what is still missing is then done at home; else it is done in the directory, whatever was
 *    done before.
 *
 * The directory's own people, those whom it takes for guests too, have no other home: they do all of it here, where their
 * devices are known and every method can be had.
 *
 * @see https://learn.microsoft.com/entra/external-id/authentication-conditional-access
 */
export function evaluateSignIn(attempt: SignInAttempt): SignInResult {
  const { policies, visitor, at, home } = attempt;
  const covering = policies.filter((policy) => covers(policy, visitor, at));
  const reported = covering
    .filter(({ state }) => state === "enabledForReportingButNotEnforced")
    .map(({ displayName }) => displayName);
  const enforced = covering.filter(
    ({ state, grantControls }) => state === "enabled" && grantControls !== null,
  );
  const visit = new Visit(attempt);
  const steps: Step[] = [];
  const result = (blocked: SignInResult["blocked"]): SignInResult => ({
    allowed: blocked === undefined,
    blocked,
    challenges: visit.challenges,
    requiresMfa: steps.some(({ kind }) => kind === "authenticate"),
    countsAsMfa: visit.challenges.some(
      ({ tenant, kind }) => kind !== "terms" && (tenant === "resource" || attempt.trust.mfa),
    ),
    reported,
  });

  if (visitor.homeTenantId !== null) {
    if (home.blocked) return result({ because: home.blocked, by: HOME_ORGANISATION });
    if (home.asks !== null) visit.atHome(home.asks, "mfa", HOME_ORGANISATION);
  }
  const blocking = enforced.find(({ grantControls }) => grantControls?.builtInControls.includes("block"));
  if (blocking) return result({ because: "blocked-by-policy", by: blocking.displayName });
  for (const policy of enforced) {
    const chosen = visit.stepsFor(policy);
    if (typeof chosen === "string") return result({ because: chosen, by: policy.displayName });
    steps.push(...chosen);
  }
  visit.go(steps);
  return result(undefined);
}

/** Who keeps somebody out, or asks, where it is no policy of the directory that is signed in to. */
export const HOME_ORGANISATION = "the home organisation";

/** Something that the visitor has to do for a policy; silent ones are met already. */
type Step =
  | { readonly kind: "nothing" }
  | {
      readonly kind: "authenticate";
      readonly strength: Strength;
      readonly isStrength: boolean;
      readonly by: string;
    }
  | { readonly kind: "terms"; readonly by: string };

/** How far one sign-in has come. */
class Visit {
  readonly #attempt: SignInAttempt;
  readonly #challenges: { tenant: Challenge["tenant"]; kind: Challenge["kind"]; askedBy: string[] }[] = [];
  /** What was done at home. */
  #doneAtHome: Strength | undefined;

  constructor(attempt: SignInAttempt) {
    this.#attempt = attempt;
  }

  get challenges(): readonly Challenge[] {
    return this.#challenges;
  }

  atHome(strength: Strength, kind: "mfa" | "strength", by: string): void {
    this.#doneAtHome = strength;
    this.#challenges.push({ tenant: "home", kind, askedBy: [by] });
  }

  /** What it takes to satisfy a policy, or why nothing can. */
  stepsFor(policy: ConditionalAccessPolicy): readonly Step[] | Blocked {
    const { grantControls: grant, displayName: by } = policy;
    if (grant === null) return [];
    const ways = [
      ...grant.builtInControls.map((control) => this.#wayOf(control, policy)),
      ...(grant.authenticationStrength ? [this.#wayOfStrength(grant.authenticationStrength.id, policy)] : []),
      ...grant.termsOfUse.map((): Step => ({ kind: "terms", by })),
      ...grant.customAuthenticationFactors.map((): Step | Blocked =>
        isOwn(this.#attempt.visitor) ? NOTHING : "control-not-possible",
      ),
    ];
    const [impossible] = ways.filter((way) => typeof way === "string");
    const possible = ways.filter((way) => typeof way !== "string");
    if (grant.operator === "AND") return impossible ?? possible;
    // Of several, what needs least of the visitor.
    const [easiest] = possible.toSorted((one, other) => this.#effort(one) - this.#effort(other));
    return easiest ? [easiest] : (impossible ?? []);
  }

  /** Does what is to be done: each thing once, however many policies want it. */
  go(steps: readonly Step[]): void {
    const wanted = steps.filter((step) => step.kind === "authenticate");
    if (wanted.length > 0) this.#authenticate(wanted);
    const terms = [...new Set(steps.filter((step) => step.kind === "terms").map(({ by }) => by))];
    if (terms.length > 0) this.#challenges.push({ tenant: "resource", kind: "terms", askedBy: terms });
  }

  #wayOf(control: string, policy: ConditionalAccessPolicy): Step | Blocked {
    const { trust, at, visitor } = this.#attempt;
    if (control === "mfa") return this.#authentication("mfa", false, policy);
    if (isOwn(visitor)) return unmetAtHome(control, at) ?? NOTHING;
    const isManaged = (isTrusted: boolean, is: boolean) => visitor.homeTenantId !== null && isTrusted && is;
    switch (control) {
      case "compliantDevice":
        return isManaged(trust.compliantDevice, at.device.isCompliant) ? NOTHING : "device-not-accepted";
      case "domainJoinedDevice":
        return isManaged(trust.hybridJoinedDevice, at.device.isHybridJoined)
          ? NOTHING
          : "device-not-accepted";
      default:
        // Approved applications, application protection, password change: not possible for those from outside.
        return "control-not-possible";
    }
  }

  #wayOfStrength(id: string, policy: ConditionalAccessPolicy): Step | Blocked {
    const strength = builtInStrength(id);
    if (strength === undefined) return "control-not-possible";
    const { visitor, trust, home } = this.#attempt;
    if (visitor.homeTenantId === null && !isOwn(visitor)) return "control-not-possible";
    // In a directory that is not one's own there is SMS, voice, a push or a code: none of them without a password.
    const reach = trust.mfa || isOwn(visitor) ? strongest(home.canDo, home.asks) : "mfa";
    if (weaker(reach, strength)) return "too-weak";
    return this.#authentication(strength, true, policy);
  }

  /** Who signs in at a risk registers no method on the way: it might not be the one that the password belongs to. */
  #authentication(
    strength: Strength,
    isStrength: boolean,
    { conditions, displayName }: ConditionalAccessPolicy,
  ): Step | Blocked {
    const isAtRisk = conditions.signInRiskLevels.length > 0;
    if (isAtRisk && !this.#isTrusted && !this.#attempt.visitor.isMfaRegistered) return "not-registered";
    return { kind: "authenticate", strength, isStrength, by: displayName };
  }

  /** Whether what is done at home counts here, and is done there. */
  get #isTrusted(): boolean {
    return this.#attempt.visitor.homeTenantId !== null && this.#attempt.trust.mfa;
  }

  #effort(step: Step): number {
    if (step.kind === "nothing") return 0;
    if (step.kind === "terms") return 2;
    return this.#isMet(step.strength) ? 0 : 1;
  }

  /** Done at home already, and trusted. */
  #isMet(strength: Strength): boolean {
    if (!this.#isTrusted || this.#doneAtHome === undefined) return false;
    return !weaker(this.#doneAtHome, strength);
  }

  #authenticate(wanted: readonly Extract<Step, { kind: "authenticate" }>[]): void {
    const open = wanted.filter(({ strength }) => !this.#isMet(strength));
    if (open.length === 0) return;
    const kind = open.some(({ isStrength }) => isStrength) ? "strength" : "mfa";
    const askedBy = [...new Set(open.map(({ by }) => by))];
    this.#challenges.push({ tenant: this.#isTrusted ? "home" : "resource", kind, askedBy });
  }
}

const NOTHING: Step = { kind: "nothing" };

/** Whoever gets past the home organisation can do what it asks. */
function strongest(one: Strength, other: Strength | null): Strength {
  return other !== null && weaker(one, other) ? other : one;
}
