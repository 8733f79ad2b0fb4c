import {
  type Directory,
  type PasscodeMail,
  passcodeOf,
  type RedemptionRecord,
  type User,
} from "../directory/index.ts";

/**
 * How long a code is good for, and how long whoever signed in with one stays signed in, in milliseconds.
 *
 * @see https://learn.microsoft.com/entra/external-id/one-time-passcode
 */
const CODE_LIFETIME_MS = 30 * 60_000;
const SESSION_MS = 24 * 3_600_000;

/** A new code, and the mail that brings it. */
export function passcodeMail(directory: Directory, to: string, guest: User): PasscodeMail {
  const { cloud, store } = directory;
  return {
    kind: "passcodeMail",
    about: "passcode",
    id: directory.newId(`passcode/${guest.id}`),
    from: cloud.mailSender,
    to,
    language: guest.preferredLanguage ?? "en-US",
    passcode: passcodeOf(directory, guest.id, store.last + 1),
    sentDateTime: directory.timestamp(),
    sentAt: directory.now(),
  };
}

/** What is wrong with a code that was entered. The one that was sent last is the one that counts. */
export function passcodeProblem(
  { passcode }: RedemptionRecord,
  entered: string,
  now: number,
): "wrong" | "expired" | undefined {
  if (passcode === null || passcode.code !== entered.trim()) return "wrong";
  return now >= passcodeExpiry(passcode) ? "expired" : undefined;
}

/** When a code stops being good, in milliseconds. */
export function passcodeExpiry({ sentAt }: { readonly sentAt: number }): number {
  return sentAt + CODE_LIFETIME_MS;
}

/** Whether whoever signed in still is. Those who did with a code have to do so anew every day. */
export function isStillSignedIn({ account, signedInAt }: RedemptionRecord, now: number): boolean {
  if (account === null || signedInAt === null) return false;
  return account.kind !== "passcode" || now < signedInAt + SESSION_MS;
}
