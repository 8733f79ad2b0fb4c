import type { Directory } from "./directory.ts";
import type { Mail, User } from "./directory-object.ts";
import type { InvitationRequest } from "./invitations.ts";

/**
 * The mail of an invitation. With a text of one's own the language has no effect.
 *
 * @see https://learn.microsoft.com/entra/external-id/invitation-email-elements
 */
export function invitationMail(
  directory: Directory,
  { invitedUserEmailAddress, message }: Pick<InvitationRequest, "invitedUserEmailAddress" | "message">,
  redeemUrl: string,
  guest: User,
): Mail {
  const language = message.text === null ? (message.language ?? guest.preferredLanguage ?? "en-US") : "en-US";
  return {
    kind: "mail",
    id: directory.newId(`mail/${guest.id}`),
    from: directory.cloud.mailSender,
    to: invitedUserEmailAddress,
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
