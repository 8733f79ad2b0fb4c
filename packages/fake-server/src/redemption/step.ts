import type { AccountKind, LinkProblem, MetChallenge } from "../directory/index.ts";
import type { TokenClaims } from "../sign-in/index.ts";
import type { RefusedBecause } from "./exits.ts";

/** What every step tells. */
interface Standing {
  /** The prompts up to here, in order. */
  readonly challenges: readonly MetChallenge[];
}

/** The guest has opened the link, and is to sign in where its account lives. */
export interface SignInStep extends Standing {
  readonly at: "sign-in";
  /** With what: mostly one; two where there is a personal account of the same name beside the organisation's. */
  readonly accounts: readonly Exclude<AccountKind, "passcode">[];
  /**
   * Signs in.
   *
   * @param choice - `with`: one of {@link SignInStep.accounts | accounts}, by default the first. `as`: the address of
   * the account, by default the one that was invited; any other is the wrong one.
   * @throws RangeError for a kind of account that cannot redeem here
   */
  signIn(choice?: {
    readonly with?: Exclude<AccountKind, "passcode"> | undefined;
    readonly as?: string | undefined;
  }): RedemptionStep;
}

/** The guest has opened the link, and has no account that could sign in: a code can be sent by mail. */
export interface PasscodeRequestStep extends Standing {
  readonly at: "passcode-request";
  /** Where the code would go. */
  readonly address: string;
  /** Has a code sent. */
  sendPasscode(): PasscodeStep | RefusedStep;
}

/** A code was sent, and is to be entered. */
export interface PasscodeStep extends Standing {
  readonly at: "passcode";
  readonly address: string;
  /** When the code stops being good, in milliseconds on the world's clock: 30 minutes after it was sent. */
  readonly expiresAt: number;
  /** What was wrong with the code that was entered last. */
  readonly problem: "wrong" | "expired" | undefined;
  /** Enters a code. With one that is wrong or too old the guest is where it was. */
  enterPasscode(code: string): RedemptionStep;
  /** Sends another one. Only the last is good. */
  sendPasscode(): PasscodeStep | RefusedStep;
}

/** What every step tells of a guest who is signed in. */
interface SignedIn extends Standing {
  /** Who signed in. */
  readonly account: { readonly kind: AccountKind; readonly address: string };
}

/** The guest is signed in, and is asked whether the inviting organisation may have its name, photo and address. */
export interface ConsentStep extends SignedIn {
  readonly at: "consent";
  /** Goes on to what the sign-in asks for, or in. */
  consent(): RedemptionStep;
  /** Ends the visit. */
  refuseConsent(): RefusedStep;
}

/** The guest is asked for multifactor authentication, or for a stronger kind of it. */
export interface MfaStep extends SignedIn {
  readonly at: "mfa";
  readonly kind: "mfa" | "strength";
  /** Where: in the guest's own organisation, or in the one that invites. */
  readonly tenant: "home" | "resource";
  /** Who asks for it: policies by name, or the home organisation. */
  readonly askedBy: readonly string[];
  /** Goes on to the next challenge, or in. */
  approveMfa(): RedemptionStep;
  /** Ends the visit. */
  denyMfa(): RefusedStep;
}

/** The guest is shown terms of use. */
export interface TermsStep extends SignedIn {
  readonly at: "terms";
  readonly askedBy: readonly string[];
  /** Goes on to the next challenge, or in. */
  acceptTerms(): RedemptionStep;
  /** Ends the visit. */
  declineTerms(): RefusedStep;
}

/** The guest has accepted, and is in. */
export interface AcceptedStep extends Standing {
  readonly at: "accepted";
  /** Where the browser lands. */
  readonly redirectUrl: string;
  /** What an application there is told of the guest, and of what was done where. */
  readonly claims: TokenClaims;
}

/** The guest was not let in. A pending guest is as pending as before, and may open the link again. */
export interface RefusedStep extends Standing {
  readonly at: "refused";
  readonly because: RefusedBecause;
  /** What is wrong with the link, where it is the link. */
  readonly link: LinkProblem | undefined;
  /** What the sign-in page shows, where that is documented. */
  readonly error: `AADSTS${number}` | undefined;
}

/**
 * Where a redemption stands, told by `at`, and what it can be answered with. Each answer gives the next step; the one
 * that was answered is of no use any more.
 */
export type RedemptionStep =
  | SignInStep
  | PasscodeRequestStep
  | PasscodeStep
  | ConsentStep
  | MfaStep
  | TermsStep
  | AcceptedStep
  | RefusedStep;
