import * as z from "zod/mini";
import { guid } from "./field.ts";
import { type InvitationInput, invitationInput } from "./invitation.ts";
import { type Reader, reader } from "./reader.ts";

/** What a guest redeems anew with. The names are Graph's own. */
export interface RedemptionReset {
  /**
   * The address that the guest signs in with from now on. It has to stand in the guest's `mail` or `otherMails` already:
   * for another address, change `mail` first.
   */
  readonly invitedUserEmailAddress: InvitationInput["invitedUserEmailAddress"];
  /** Where the guest's browser lands after redeeming; an absolute http or https URL. */
  readonly inviteRedirectUrl: InvitationInput["inviteRedirectUrl"];
  /** Whether Microsoft sends the mail. Default false: hand over `inviteRedeemUrl` yourself. */
  readonly sendInvitationMessage?: InvitationInput["sendInvitationMessage"];
  readonly invitedUserMessageInfo?: InvitationInput["invitedUserMessageInfo"];
}

const { invitedUserEmailAddress, inviteRedirectUrl, sendInvitationMessage, invitedUserMessageInfo } =
  invitationInput.shape;

export const redemptionReset = z.strictObject({
  ...{ invitedUserEmailAddress, inviteRedirectUrl, sendInvitationMessage, invitedUserMessageInfo },
});

export const readRedemptionReset: Reader<{ readonly id: string; readonly reset: RedemptionReset }> = reader(
  z.strictObject({ id: guid, reset: redemptionReset }),
);
