import {
  type AccountKind,
  type Directory,
  type LinkProblem,
  type Mail,
  type MetChallenge,
  type Mishap,
  orderedMails,
  type RedeemLink,
  readRedeemUrl,
} from "../directory/index.ts";
import type { Faults } from "../faults/index.ts";
import {
  invalidLink,
  openRedemption,
  passcodeExpiry,
  type RedemptionScene,
  type RedemptionStep,
  type RefusedBecause,
} from "../redemption/index.ts";
import type { TokenClaims } from "../sign-in/index.ts";
import { type HomeOfDomain, homeOfAccount } from "./homes.ts";
import { refuseUnknownPlace, type SignInCircumstances, signInTo } from "./sign-in.ts";

/** What the guest does at each step of a redemption, and where it signs in. What is not said is what lets it in. */
export interface RedeemAnswers extends SignInCircumstances {
  /** With which kind of account, where the link leads to more than one. Default: the first. */
  readonly with?: Exclude<AccountKind, "passcode">;
  /** The address of the account. Default: the one that was invited. Not for a guest who gets a code. */
  readonly as?: string;
  /** The code that a guest without an account enters, and nobody else. Default: the one in the mail. */
  readonly passcode?: string;
  /** Default true. */
  readonly consent?: boolean;
  /** Everywhere, or in each tenant by itself. Default: approves. */
  readonly mfa?: MfaAnswer | { readonly home?: MfaAnswer; readonly resource?: MfaAnswer };
  /** Default: accepts. */
  readonly terms?: "accept" | "decline";
}

/** What a guest does with a prompt for multifactor authentication. */
export type MfaAnswer = "approve" | "deny";

/** What became of a guest who followed a redeem link. */
export interface Redemption {
  readonly accepted: boolean;
  /** Why not; `undefined` where it was accepted. */
  readonly refusedBecause: RefusedBecause | "passcode-not-accepted" | undefined;
  /** What is wrong with the link, where it is the link. */
  readonly link: LinkProblem | undefined;
  /** What the sign-in page shows, where that is documented. */
  readonly error: `AADSTS${number}` | undefined;
  /** The prompts that the guest saw, in order: in which tenant, and how each ended. */
  readonly challenges: readonly MetChallenge[];
  /** Where the browser landed; `undefined` where the guest was not let in. */
  readonly redirectUrl: string | undefined;
  /** What an application there is told; `undefined` where the guest was not let in. */
  readonly claims: TokenClaims | undefined;
}

/**
 * A redeem link, as it is or in a mail.
 *
 * @inline
 */
export type Link = string | Pick<Mail, "redeemUrl">;

function read(link: Link): RedeemLink | undefined {
  return readRedeemUrl(typeof link === "string" ? link : link.redeemUrl);
}

/** What redeeming has to know of the world. */
export interface Homes {
  readonly byTenantId: (
    tenantId: string,
  ) => { readonly directory: Directory; readonly faults: Faults } | undefined;
  readonly byDomain: HomeOfDomain;
  readonly microsoftAccounts: RedemptionScene["microsoftAccounts"];
}

/** Opens a redeem link as the guest would, and gives the step that its redemption is at. */
export function openLink(
  homes: Homes,
  source: Link,
  circumstances: SignInCircumstances = {},
  path = "world.redemption: circumstances",
): RedemptionStep {
  const link = read(source);
  const tenant = link && homes.byTenantId(link.tenantId);
  if (!link || !tenant) return invalidLink("unknown");
  const { directory, faults } = tenant;
  refuseUnknownPlace(path, directory, circumstances);
  return openRedemption(
    {
      directory,
      appId: circumstances.app?.appId ?? null,
      microsoftAccounts: homes.microsoftAccounts,
      evaluate: (guest, account) =>
        signInTo(directory, guest, homeOfAccount(homes.byDomain, account), circumstances),
      nextMishap: () => mishapOf(faults.nextRedemption()),
    },
    link,
  );
}

/** A forwarded mail: whoever holds the link can redeem it, with an account of their own. */
const OTHER_ACCOUNT = "somebody.else@elsewhere.example";

function mishapOf(fault: ReturnType<Faults["nextRedemption"]>): Mishap | "link-expired" | null {
  switch (fault?.effect) {
    case "link-expired":
      return "link-expired";
    case "state-lags":
      return { stallMs: fault.forMs };
    case "redeemed-by-another-account":
      return { account: OTHER_ACCOUNT };
    default:
      return null;
  }
}

/**
 * Follows a redeem link to its end, from wherever an earlier visit was left.
 *
 * @throws RangeError for an answer to what this guest is never asked: a test that means another guest would pass. So is
 * another account than that with which an earlier visit goes on
 */
export function redeem(homes: Homes, source: Link, answers: RedeemAnswers = {}): Redemption {
  const link = read(source);
  let step = openLink(homes, source, answers, "world.redeem: answers");
  refuseOtherAccount(step, answers);
  for (;;) {
    if (step.at === "accepted") return ending(step, { redirectUrl: step.redirectUrl, claims: step.claims });
    if (step.at === "refused") return ending(step, { ...step, refusedBecause: step.because });
    if (step.at === "passcode" && step.problem !== undefined) {
      return ending(step, { refusedBecause: "passcode-not-accepted" });
    }
    refuseUnfit(step, answers);
    step = answered(step, answers, (address) => goodPasscode(homes, link, address));
  }
}

function refuseOtherAccount(step: RedemptionStep, { as, with: kind }: RedeemAnswers): void {
  if (!("account" in step)) return;
  const { account } = step;
  const isOther = as !== undefined && as.toLowerCase() !== account.address.toLowerCase();
  if (!isOther && (kind === undefined || kind === account.kind)) return;
  throw new RangeError(
    `world.redeem: ${isOther ? "as" : "with"}: an earlier visit goes on here, in which ${account.address} has signed in (${account.kind}); go on without it, or end that visit first, as by { consent: false } or { mfa: "deny" }`,
  );
}

function refuseUnfit(step: OpenStep, { as, passcode }: RedeemAnswers): void {
  if (step.at === "sign-in" && passcode !== undefined) {
    throw new RangeError(
      `world.redeem: passcode: this guest signs in with an account (${step.accounts.join(" or ")}), and is asked for no code`,
    );
  }
  const isPasscode = step.at === "passcode-request" || step.at === "passcode";
  if (isPasscode && as !== undefined && as.toLowerCase() !== step.address.toLowerCase()) {
    throw new RangeError(
      `world.redeem: as: this guest has no account to sign in with; a code goes to ${step.address}, and nowhere else`,
    );
  }
}

type OpenStep = Exclude<RedemptionStep, { readonly at: "accepted" | "refused" }>;

function answered(
  step: OpenStep,
  answers: RedeemAnswers,
  readPasscode: (address: string) => string | undefined,
): RedemptionStep {
  switch (step.at) {
    case "sign-in":
      return step.signIn({ with: answers.with, as: answers.as });
    case "passcode-request":
      return step.sendPasscode();
    case "passcode": {
      const code = answers.passcode ?? readPasscode(step.address);
      return code === undefined ? step.sendPasscode() : step.enterPasscode(code);
    }
    case "consent":
      return answers.consent === false ? step.refuseConsent() : step.consent();
    case "mfa":
      return mfaAnswer(step.tenant, answers) === "deny" ? step.denyMfa() : step.approveMfa();
    case "terms":
      return answers.terms === "decline" ? step.declineTerms() : step.acceptTerms();
  }
}

function mfaAnswer(tenant: "home" | "resource", { mfa = "approve" }: RedeemAnswers): MfaAnswer {
  return typeof mfa === "string" ? mfa : (mfa[tenant] ?? "approve");
}

/** The code in the mail that somebody got last; `undefined` where its time is up. */
function goodPasscode(homes: Homes, link: RedeemLink | undefined, address: string): string | undefined {
  const directory = link && homes.byTenantId(link.tenantId)?.directory;
  if (directory === undefined) return undefined;
  const mails = orderedMails(directory).filter((mail) => mail.about === "passcode" && mail.to === address);
  const mail = mails.at(-1);
  return mail?.about === "passcode" && directory.now() < passcodeExpiry(mail) ? mail.passcode : undefined;
}

function ending(
  { challenges }: RedemptionStep,
  { refusedBecause, link, error, redirectUrl, claims }: Partial<Redemption>,
): Redemption {
  return {
    accepted: redirectUrl !== undefined,
    refusedBecause,
    link,
    error,
    challenges,
    redirectUrl,
    claims,
  };
}
