import type {
  Account,
  Directory,
  DirectoryObject,
  Mishap,
  RedemptionRecord,
  Ticket,
  User,
} from "../directory/index.ts";
import { isEnd, opened, type RedemptionEvent, transition } from "./machine.ts";
import { signInRecordOf } from "./sign-in-log.ts";

type Writes = Iterable<readonly [string, DirectoryObject]>;

/** How far a guest has come; `undefined` for one who has never opened a link. */
export function redemptionOf({ store }: Directory, userId: string): RedemptionRecord | undefined {
  const record = store.primary().get(keyOf(userId));
  return record?.kind === "redemption" ? record : undefined;
}

/** Whether a guest is in the middle of redeeming with this ticket. */
export function isUnderWay(record: RedemptionRecord, ticket: Ticket): boolean {
  return !isEnd(record.state) && record.ticket === ticket.replaced.length;
}

/** The guest opens the link. */
export function viewLink(
  directory: Directory,
  { userId, replaced }: Ticket,
  mishap: Mishap | null,
): RedemptionRecord {
  const opening = { userId, ticket: replaced.length, mishap };
  const record = opened(opening, redemptionOf(directory, userId), directory.now());
  return write(directory, "redemption.view", record, []);
}

/** Takes the guest a step further, in one commit together with what else `more` makes of where it is then. */
export function takeStep(
  directory: Directory,
  record: RedemptionRecord,
  event: RedemptionEvent,
  more: (next: RedemptionRecord) => Writes = () => [],
): RedemptionRecord {
  const next = transition(record, event, directory.now());
  return write(directory, operationOf(event), next, more(next));
}

/** What a step is called in the directory's log. */
function operationOf(event: RedemptionEvent): string {
  switch (event.kind) {
    case "passcode-sent":
      return "redemption.sendPasscode";
    case "signed-in":
      return "redemption.signIn";
    case "consented":
      return "redemption.consent";
    case "challenge-passed":
      return `redemption.${event.challenge.kind}`;
    case "accepted":
      return "invitations.redeem";
    case "refused":
      return "redemption.refuse";
  }
}

/** Notes that a guest has redeemed the invitation and signs in from elsewhere from now on. One who has before stays as it is. */
export function acceptInvitation(
  directory: Directory,
  record: RedemptionRecord,
  guest: User,
  account: Account,
  requiresMfa: boolean,
): RedemptionRecord {
  const { stallMs, account: other } = record.mishap ?? {};
  if (stallMs !== undefined) stallEverywhere(directory, stallMs);
  const accepted: User = {
    ...guest,
    externalUserState: "Accepted",
    externalUserStateChangeDateTime: directory.timestamp(),
    identities: [
      ...guest.identities.filter((identity) => identity.issuer === directory.initialDomain),
      {
        signInType: "federated",
        issuer: account.issuer,
        issuerAssignedId: other ?? account.address,
      },
    ],
  };
  const isNew = guest.externalUserState !== "Accepted";
  return takeStep(directory, record, { kind: "accepted" }, (next) => {
    const line = signInRecordOf(directory, guest, next, requiresMfa);
    return [[line.id, line], ...(isNew ? [[guest.id, accepted] as const] : [])];
  });
}

/** Lets no instance apply anything for a while. */
function stallEverywhere({ store, now }: Directory, ms: number): void {
  for (const reader of store.readers) reader.stall(now() + ms);
}

function write(
  { store }: Directory,
  operation: string,
  record: RedemptionRecord,
  more: Writes,
): RedemptionRecord {
  store.commit(`guest/${record.userId}`, operation, new Map([...more, [keyOf(record.userId), record]]));
  return record;
}

function keyOf(userId: string): string {
  return `redemption/${userId}`;
}
