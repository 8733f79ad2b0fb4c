import type { Directory } from "./directory.ts";
import type { Mail, User } from "./directory-object.ts";

/** What the inviter has to say in the mail. */
export interface MailMessage {
  readonly text: string | null;
  readonly language: string | null;
  readonly cc: string | null;
}

/**
 * The mail of an invitation. With a text of one's own the language has no effect.
 *
 * @see https://learn.microsoft.com/entra/external-id/invitation-email-elements
 */
export function invitationMail(
  directory: Directory,
  to: string,
  message: MailMessage,
  redeemUrl: string,
  guest: User,
): Mail {
  const language = message.text === null ? (message.language ?? guest.preferredLanguage ?? "en-US") : "en-US";
  return {
    kind: "mail",
    id: directory.newId(`mail/${guest.id}`),
    from: directory.cloud.mailSender,
    to,
    cc: message.cc,
    language,
    text: message.text,
    redeemUrl,
    sentDateTime: directory.timestamp(),
  };
}

/** Every mail that the tenant has had sent, in order. */
export function sentMails(directory: Directory): readonly Mail[] {
  return directory.store
    .primary()
    .find("mail")
    .filter((object) => object.kind === "mail");
}
