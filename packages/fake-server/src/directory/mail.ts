import { isoDateTime } from "../simulation/index.ts";
import type { Directory } from "./directory.ts";
import type { User } from "./directory-object.ts";
import type { Mail, PasscodeMail } from "./sent-mail.ts";

/** What the inviter has to say in the mail. */
export interface MailMessage {
  readonly text: string | null;
  readonly language: string | null;
  readonly cc: string | null;
}

/** What makes a mail of an invitation. */
export interface Invited {
  readonly address: string;
  readonly guest: User;
  /** The user who invites; `undefined` for an application on its own. */
  readonly inviter: User | undefined;
  readonly message: MailMessage;
  readonly redeemUrl: string;
}

/**
 * The mail of an invitation. With a text of one's own the language has no effect. The text is left out where no person
 * stands behind it: an application invites, or somebody without a mail address. That such a mail names the
 * organisation in its subject is assumed, and that the subject is English in every language.
 *
 * @see https://learn.microsoft.com/entra/external-id/invitation-email-elements
 * @see https://learn.microsoft.com/entra/external-id/troubleshoot for the text that is left out
 */
export function invitationMail(
  directory: Directory,
  { address, guest, inviter, message, redeemUrl }: Invited,
): Mail {
  const { name, cloud } = directory;
  const replyTo = inviter?.mail ?? null;
  const language = message.text === null ? (message.language ?? guest.preferredLanguage ?? "en-US") : "en-US";
  return {
    kind: "mail",
    about: "invitation",
    id: directory.newId(`mail/${guest.id}`),
    from: cloud.mailSender,
    fromName: `Microsoft Invitations on behalf of ${name}`,
    replyTo,
    to: address,
    cc: message.cc,
    subject: `${inviter?.displayName ?? name} invited you to access applications within their organization`,
    language,
    text: replyTo === null ? null : message.text,
    redeemUrl,
    sentDateTime: directory.timestamp(),
    sentAt: directory.now(),
  };
}

/** Every invitation's mail that the tenant has had sent, in order. One that is late is not among them yet. */
export function sentMails(directory: Directory): readonly Mail[] {
  return orderedMails(directory).filter(
    (mail) => mail.kind === "mail" && mail.sentAt <= directory.now(),
  ) as Mail[];
}

/** Every mail that the tenant has ordered to be sent, those with a code too, in order of their time; the last ones may be yet to come. */
export function orderedMails({ store }: Directory): readonly (Mail | PasscodeMail)[] {
  const primary = store.primary();
  return [...primary.find("mail"), ...primary.find("passcodeMail")]
    .filter((object) => object.kind === "mail" || object.kind === "passcodeMail")
    .toSorted((one, other) => one.sentAt - other.sentAt);
}

/** The mails that were ordered after the commit `lsn`. */
export function mailsOf({ store }: Directory, lsn: number): readonly Mail[] {
  const ids = store.commitsSince(lsn).flatMap((commit) => commit.ids);
  return ids.map((id) => store.primary().get(id)).filter((object) => object?.kind === "mail");
}

/** Lets a mail get lost on its way. */
export function loseMail({ store }: Directory, id: string): void {
  store.commit("mail", "mail.lose", new Map([[id, null]]));
}

/** Lets a mail go out later than it was ordered. */
export function delayMail({ store, now }: Directory, id: string, ms: number): void {
  const mail = store.primary().get(id);
  if (mail?.kind !== "mail") return;
  const late = { ...mail, sentDateTime: isoDateTime(now() + ms), sentAt: now() + ms };
  store.commit("mail", "mail.delay", new Map([[id, late]]));
}

/** Sends a mail a second time, as mail servers do at times. */
export function repeatMail(directory: Directory, id: string): void {
  const mail = directory.store.primary().get(id);
  if (mail?.kind !== "mail") return;
  const again = { ...mail, id: directory.newId(`mail/again/${id}`) };
  directory.store.commit("mail", "mail.repeat", new Map([[again.id, again]]));
  directory.onMail();
}
