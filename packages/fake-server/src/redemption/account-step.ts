import {
  type Account,
  type AccountKind,
  accountsFor,
  identityProviders,
  linkedAccount,
  type RedemptionRecord,
} from "../directory/index.ts";
import { passcodeExpiry, passcodeMail, passcodeProblem } from "./passcodes.ts";
import type { Holder, Redeeming } from "./redeeming.ts";
import type { PasscodeRequestStep, PasscodeStep, RedemptionStep, SignInStep } from "./step.ts";
import { takeStep } from "./visit.ts";

/** Where the guest goes on once it is signed in. */
export type Onward = (record: RedemptionRecord, holder: Holder) => RedemptionStep;

/** The step of a guest who has opened the link: signing in where its account lives, or having a code sent. */
export function accountStep(
  redeeming: Redeeming,
  record: RedemptionRecord,
  holder: Holder,
  onward: Onward,
): RedemptionStep {
  const accounts = accountsOf(redeeming, holder);
  const [first] = accounts;
  if (first === undefined) return redeeming.refuse(record, { because: "no-account" });
  if (first.kind !== "passcode") return signInStep(redeeming, record, accounts, onward);
  const step: PasscodeRequestStep = {
    at: "passcode-request",
    address: first.address,
    challenges: [],
    sendPasscode: () =>
      redeeming.answer(record, (now) => sendPasscode(redeeming, record, now, first, onward)),
  };
  return step;
}

/**
 * Whoever has redeemed before goes on with the same account, and not at all where codes were turned off meanwhile; a new
 * guest with one that the directory takes.
 *
 * @see https://learn.microsoft.com/entra/external-id/one-time-passcode
 */
function accountsOf({ scene }: Redeeming, { guest, ticket }: Holder): readonly Account[] {
  const linked = linkedAccount(guest);
  const { oneTimePasscode } = identityProviders(scene.directory.store.primary());
  if (linked) return linked.kind === "passcode" && !oneTimePasscode ? [] : [linked];
  return accountsFor(scene.directory, ticket.address, scene.microsoftAccounts.has(ticket.address));
}

function signInStep(
  redeeming: Redeeming,
  record: RedemptionRecord,
  accounts: readonly Account[],
  onward: Onward,
): SignInStep {
  const kinds = accounts.map(({ kind }) => kind as Exclude<AccountKind, "passcode">);
  return {
    at: "sign-in",
    accounts: kinds,
    challenges: [],
    signIn: ({ with: kind = kinds[0], as } = {}) => {
      const account = accounts.find((one) => one.kind === kind);
      if (account === undefined) {
        throw new RangeError(
          `nobody redeems this link with the kind of account that was named; sign in with ${kinds.join(" or ")}, or set the tenant's identityProviders`,
        );
      }
      return redeeming.answer(record, (holder) => {
        if (as !== undefined && as.toLowerCase() !== account.address.toLowerCase()) {
          return redeeming.refuse(record, { because: "wrong-account" });
        }
        // Whoever has no personal account yet makes one on the way.
        if (account.kind === "microsoft-account") redeeming.scene.microsoftAccounts.add(account.address);
        return onward(signedIn(redeeming, record, account), holder);
      });
    },
  };
}

function sendPasscode(
  redeeming: Redeeming,
  record: RedemptionRecord,
  { guest }: Holder,
  account: Account,
  onward: Onward,
): PasscodeStep {
  const { directory } = redeeming.scene;
  const mail = passcodeMail(directory, account.address, guest);
  const sent = takeStep(directory, record, { kind: "passcode-sent", code: mail.passcode }, () => [
    [mail.id, mail],
  ]);
  directory.onMail();
  return passcodeStep(redeeming, sent, account, onward);
}

/** The step of a guest whom a code was sent to. */
export function passcodeStep(
  redeeming: Redeeming,
  record: RedemptionRecord,
  account: Account,
  onward: Onward,
  problem?: PasscodeStep["problem"],
): PasscodeStep {
  const sentAt = record.passcode?.sentAt ?? record.since;
  return {
    at: "passcode",
    address: account.address,
    expiresAt: passcodeExpiry({ sentAt }),
    problem,
    challenges: [],
    enterPasscode: (code) =>
      redeeming.answer(record, (holder) => {
        const wrong = passcodeProblem(record, code, redeeming.scene.directory.now());
        return wrong === undefined
          ? onward(signedIn(redeeming, record, account), holder)
          : passcodeStep(redeeming, record, account, onward, wrong);
      }),
    sendPasscode: () =>
      redeeming.answer(record, (holder) => sendPasscode(redeeming, record, holder, account, onward)),
  };
}

function signedIn({ scene }: Redeeming, record: RedemptionRecord, account: Account): RedemptionRecord {
  return takeStep(scene.directory, record, { kind: "signed-in", account });
}
