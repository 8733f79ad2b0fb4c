import * as z from "zod/mini";
import { guid, invitedAddress, nullableString, openEnum, webUrl } from "./field.ts";
import { type Reader, reader } from "./reader.ts";

/** Somebody who gets a copy of the mail. */
export interface Recipient {
  readonly emailAddress: { readonly address: string; readonly name?: string | undefined };
}

/** What the mail says. Has no effect unless `sendInvitationMessage` is true. */
export interface InvitedUserMessageInfo {
  /** Plain text; markup is not rendered. With it, `messageLanguage` has no effect. */
  readonly customizedMessageBody?: string | undefined;
  /** An ISO 639 language, for example `sv-SE`. Default `en-US`. */
  readonly messageLanguage?: string | undefined;
  /** One recipient at most: Graph drops any further one without a word. */
  readonly ccRecipients?: readonly [] | readonly [Recipient] | undefined;
}

/** Who is invited, and how. The names are Graph's own. */
export interface InvitationInput {
  /** The address of the person. It may not hold `+` and some other characters, which Graph refuses. */
  readonly invitedUserEmailAddress: string;
  /** Where the guest's browser lands after redeeming; an absolute http or https URL. Graph wants it even where no mail is sent. */
  readonly inviteRedirectUrl: string;
  /** Default: what stands before the `@` of the address. */
  readonly invitedUserDisplayName?: string | undefined;
  /** Default `Guest`. */
  readonly invitedUserType?: "Guest" | "Member" | undefined;
  /** Whether Microsoft sends the mail. Default false: hand over {@link Invitation.inviteRedeemUrl} yourself, since the mail's delivery cannot be followed. */
  readonly sendInvitationMessage?: boolean | undefined;
  readonly invitedUserMessageInfo?: InvitedUserMessageInfo | undefined;
  /** Lets an existing guest redeem anew, keeping id, groups and apps. Needs {@link InvitationInput.invitedUser}, and `User.ReadWrite.All`. Default false. */
  readonly resetRedemption?: boolean | undefined;
  /**
   * The guest whose redemption is reset; without `resetRedemption` an account of this directory that is invited itself:
   * its person signs in with the account elsewhere from then on, for good, and id, name, type, groups and apps stay. The
   * account's `mail` has to be the address.
   *
   * @see https://learn.microsoft.com/entra/external-id/invite-internal-users
   */
  readonly invitedUser?: { readonly id: string } | undefined;
  /**
   * Users and groups of this directory who answer for the guest, five at most, by object id. In the public cloud alone:
   * the others do not know it.
   *
   * @see https://learn.microsoft.com/entra/external-id/b2b-sponsors
   */
  readonly invitedUserSponsors?: readonly { readonly id: string }[] | undefined;
}

/**
 * An invitation as Graph answers it. Graph keeps none to be read later: follow the guest instead.
 *
 * @see https://learn.microsoft.com/graph/api/resources/invitation
 */
export interface Invitation {
  /** Of the invitation. The guest's own id is {@link Invitation.invitedUser | invitedUser.id}. */
  readonly id: string;
  readonly invitedUserEmailAddress: string;
  readonly invitedUserDisplayName: string | null;
  readonly invitedUserType: "Guest" | "Member" | (string & {}) | null;
  readonly inviteRedirectUrl: string;
  /** The link that the guest redeems. Whoever holds it can: treat it as a secret. */
  readonly inviteRedeemUrl: string | null;
  /** At the time of the call. To learn whether the guest accepted, read the guest's `externalUserState`. */
  readonly status: "PendingAcceptance" | "Completed" | "InProgress" | "Error" | (string & {}) | null;
  readonly sendInvitationMessage: boolean | null;
  /** The guest in this directory. It may take a while until every instance knows it. */
  readonly invitedUser: { readonly id: string };
}

const recipient = z.strictObject({
  emailAddress: z.strictObject({ address: invitedAddress, name: z.optional(z.string()) }),
});

const messageInfo = z.strictObject({
  customizedMessageBody: z.optional(z.string()),
  messageLanguage: z.optional(z.string()),
  ccRecipients: z.optional(
    z.union([z.tuple([]), z.tuple([recipient])], {
      error: "must hold one recipient at most, with an e-mail address",
    }),
  ),
});

export const invitationInput = z
  .strictObject({
    invitedUserEmailAddress: invitedAddress,
    inviteRedirectUrl: webUrl,
    invitedUserDisplayName: z.optional(z.string()),
    invitedUserType: z.optional(z.enum(["Guest", "Member"])),
    sendInvitationMessage: z.optional(z.boolean()),
    invitedUserMessageInfo: z.optional(messageInfo),
    resetRedemption: z.optional(z.boolean()),
    invitedUser: z.optional(z.strictObject({ id: guid })),
    invitedUserSponsors: z.optional(
      z
        .array(z.strictObject({ id: guid }))
        .check(z.refine((sponsors) => sponsors.length <= 5, { error: "must hold five sponsors at most" })),
    ),
  })
  .check(
    z.refine((input) => input.resetRedemption !== true || input.invitedUser !== undefined, {
      path: ["invitedUser"],
      error: "must name the guest whose redemption is reset",
    }),
  );

export const invitation = z.object({
  id: z.string(),
  invitedUserEmailAddress: z.string(),
  invitedUserDisplayName: nullableString,
  invitedUserType: z.nullable(openEnum<"Guest" | "Member">()),
  inviteRedirectUrl: z.string(),
  inviteRedeemUrl: nullableString,
  status: z.nullable(openEnum<"PendingAcceptance" | "Completed" | "InProgress" | "Error">()),
  sendInvitationMessage: z.nullable(z.boolean()),
  invitedUser: z.object({ id: z.string() }),
});

export const readInvitationInput: Reader<InvitationInput> = reader(invitationInput, "input");
export const readInvitation: Reader<Invitation> = reader(invitation);
