import type {
  Account,
  MetChallenge,
  Mishap,
  RedemptionExit,
  RedemptionRecord,
  RedemptionState,
} from "../directory/index.ts";
import { isStillSignedIn } from "./passcodes.ts";

/** What can happen to a guest on the way, as data. */
export type RedemptionEvent =
  | { readonly kind: "passcode-sent"; readonly code: string }
  | { readonly kind: "signed-in"; readonly account: Account }
  | { readonly kind: "consented" }
  | { readonly kind: "challenge-passed"; readonly challenge: MetChallenge }
  | { readonly kind: "accepted" }
  | {
      readonly kind: "refused";
      readonly exit: RedemptionExit;
      /** The challenge that was denied, where one was. */
      readonly challenge?: MetChallenge | undefined;
    };

type EventKind = RedemptionEvent["kind"];

/**
 * What may happen in which state, and where it leads.
 *
 * A guest opens the link, signs in (with a code: has it sent first), consents, meets the challenges of the sign-in one
 * by one, and is accepted. From wherever it stands it may be refused. Nothing follows on an end.
 *
 * @see https://learn.microsoft.com/entra/external-id/redemption-experience
 */
const LEADS_TO: Readonly<Record<RedemptionState, Partial<Record<EventKind, RedemptionState>>>> = {
  viewed: { "passcode-sent": "passcode-sent", "signed-in": "signed-in", refused: "refused" },
  "passcode-sent": { "passcode-sent": "passcode-sent", "signed-in": "signed-in", refused: "refused" },
  "signed-in": { consented: "consented", refused: "refused" },
  consented: { "challenge-passed": "consented", accepted: "accepted", refused: "refused" },
  accepted: {},
  refused: {},
};

/** Whether nothing can follow. */
export function isEnd(state: RedemptionState): boolean {
  return Object.keys(LEADS_TO[state]).length === 0;
}

/**
 * How far a guest has come once something has happened, `now` being milliseconds on the world's clock.
 *
 * @throws RangeError where it cannot happen in that state
 */
export function transition(record: RedemptionRecord, event: RedemptionEvent, now: number): RedemptionRecord {
  const state = LEADS_TO[record.state][event.kind];
  if (state === undefined) {
    throw new RangeError(`a redemption that is ${record.state} cannot become ${event.kind}`);
  }
  return { ...record, ...changesBy(event, record, now), state, since: now, steps: record.steps + 1 };
}

function changesBy(
  event: RedemptionEvent,
  { challenges, hasFactorHere }: RedemptionRecord,
  now: number,
): Partial<RedemptionRecord> {
  switch (event.kind) {
    case "passcode-sent":
      return { passcode: { code: event.code, sentAt: now } };
    case "signed-in":
      return { passcode: null, account: event.account, signedInAt: now };
    case "challenge-passed":
      return {
        challenges: [...challenges, event.challenge],
        hasFactorHere: hasFactorHere || registersHere(event.challenge),
      };
    case "refused":
      return {
        exit: event.exit,
        challenges: event.challenge ? [...challenges, event.challenge] : challenges,
      };
    default:
      return {};
  }
}

/** Whoever does it in a directory for the first time registers for it there. */
function registersHere({ tenant, kind }: MetChallenge): boolean {
  return tenant === "resource" && kind !== "terms";
}

/** What a visit begins with. */
export interface Opening {
  readonly userId: string;
  /** The number of the ticket that is opened, from 0. */
  readonly ticket: number;
  readonly mishap: Mishap | null;
}

/**
 * The start of a visit, with what stays of the one `before`: whoever came with a code and is still signed in need not
 * do so again.
 */
export function opened(
  { userId, ticket, mishap }: Opening,
  before: RedemptionRecord | undefined,
  now: number,
): RedemptionRecord {
  const isSignedIn =
    before?.ticket === ticket && before.account?.kind === "passcode" && isStillSignedIn(before, now);
  return {
    kind: "redemption",
    userId,
    state: isSignedIn ? "signed-in" : "viewed",
    since: now,
    steps: (before?.steps ?? 0) + 1,
    ticket,
    passcode: null,
    account: isSignedIn ? before.account : null,
    signedInAt: isSignedIn ? before.signedInAt : null,
    challenges: [],
    exit: null,
    hasFactorHere: before?.hasFactorHere ?? false,
    mishap,
  };
}
