import type { Barrier, LinkProblem, MetChallenge, RedemptionExit } from "../directory/index.ts";
import type { Blocked } from "../sign-in/index.ts";
import type { RefusedStep } from "./step.ts";

/** Why a guest is not let in, in the end of a visit. The guest is as pending as before, and may open the link again. */
export type RefusedBecause =
  | "link-not-valid"
  | "no-account"
  | "wrong-account"
  | "account-disabled"
  | "domain-not-taken"
  | Barrier
  | "session-ended"
  | "consent-refused"
  | "mfa-denied"
  | "terms-declined"
  | Blocked;

/** Why a visit ends, with what only some of the reasons have. */
export interface RefusalGround {
  readonly because: RefusedBecause;
  /** What is wrong with the link, where it is the link. */
  readonly link?: LinkProblem;
  /** The challenge that was denied, where one was. */
  readonly challenge?: MetChallenge;
}

/** How a visit ends, for the directory to keep. */
export interface Exit extends RedemptionExit {
  readonly because: RefusedBecause;
}

/** The end of a visit, with the code of the sign-in page. */
export function exitOf(ground: RefusalGround, hasFactorHere: boolean): Exit {
  return { because: ground.because, error: signInError(ground, hasFactorHere) ?? null };
}

/**
 * The code that the sign-in page shows. Which of the codes about multifactor authentication is shown when is assumed;
 * where no code is documented there is none.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
function signInError(
  { because, challenge }: RefusalGround,
  hasFactorHere: boolean,
): `AADSTS${number}` | undefined {
  switch (because) {
    case "wrong-account":
      return "AADSTS50020";
    case "account-disabled":
      return "AADSTS50057";
    case "blocked-here":
    case "cloud-unreachable":
      return "AADSTS500213";
    case "blocked-on-either-side":
      return "AADSTS500212";
    case "consent-refused":
      return "AADSTS65004";
    case "device-not-accepted":
      return "AADSTS53000";
    case "not-registered":
      return "AADSTS53004";
    case "blocked-by-policy":
    case "control-not-possible":
    case "too-weak":
      return "AADSTS53003";
    case "mfa-denied":
      if (challenge?.tenant === "home") return "AADSTS50074";
      return hasFactorHere ? "AADSTS50076" : "AADSTS50079";
    default:
      return undefined;
  }
}

/** What the guest sees of it. */
export function refusedStep(
  { because, error }: Exit,
  link: LinkProblem | undefined,
  challenges: readonly MetChallenge[],
): RefusedStep {
  return { at: "refused", because, link, error: error ?? undefined, challenges };
}
