/**
 * How an account is signed in to. Which ones a guest may redeem with follows from the directory's identity providers.
 *
 * - `organisation`: in the guest's own Entra directory
 * - `federation`: at a SAML or WS-Fed identity provider that the inviting directory has set up for the guest's domain
 * - `google`: at Google, where the inviting directory has set that up
 * - `microsoft-account`: a personal Microsoft account
 * - `passcode`: no account at all, but a code that is sent by mail
 */
export type AccountKind = "organisation" | "federation" | "google" | "microsoft-account" | "passcode";

/** Who signs in, and where that is vouched for. */
export interface Account {
  readonly kind: AccountKind;
  readonly address: string;
  /** As it stands in the guest's `identities`: `ExternalAzureAD`, `MicrosoftAccount`, `google.com`, `mail`, or a provider's URI. */
  readonly issuer: string;
}

/** A prompt that a guest saw, and how it ended. */
export interface MetChallenge {
  readonly tenant: "home" | "resource";
  readonly kind: "mfa" | "strength" | "terms";
  /** Who asked for it: policies by name, or the home organisation. */
  readonly askedBy: readonly string[];
  readonly outcome: "passed" | "denied";
}

/** How far a guest has come with the link. */
export type RedemptionState = "viewed" | "passcode-sent" | "signed-in" | "consented" | "accepted" | "refused";

/** Why somebody was not let in, and the code that the sign-in page showed, where one is documented. */
export interface RedemptionExit {
  readonly because: string;
  readonly error: `AADSTS${number}` | null;
}

/** What will go wrong with a redemption that is under way. */
export interface Mishap {
  /** For so long no instance will apply anything, from the moment of acceptance on, in milliseconds. */
  readonly stallMs?: number;
  /** Another account that the guest will be linked to: whoever holds the link can redeem it. */
  readonly account?: string;
}

/** A guest's way from the link to acceptance, as far as it has come. Every step of it is a commit. */
export interface RedemptionRecord {
  readonly kind: "redemption";
  readonly userId: string;
  readonly state: RedemptionState;
  /** When the state was reached, in milliseconds. */
  readonly since: number;
  /** How many steps there have been, over all visits: a step is taken once. */
  readonly steps: number;
  /** The number of the ticket that was opened, from 0. */
  readonly ticket: number;
  /** The code that was sent last. */
  readonly passcode: { readonly code: string; readonly sentAt: number } | null;
  readonly account: Account | null;
  /** When that account signed in, in milliseconds. */
  readonly signedInAt: number | null;
  /** What this visit has asked for, in order. */
  readonly challenges: readonly MetChallenge[];
  /** How the visit ended, where the guest was not let in. */
  readonly exit: RedemptionExit | null;
  /** Whether the guest has a second factor in this directory, from this visit or an earlier one. */
  readonly hasFactorHere: boolean;
  readonly mishap: Mishap | null;
}
