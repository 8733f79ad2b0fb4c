import { type InvitationInput, type RedemptionReset, readRedemptionReset } from "../schemas/index.ts";
import { createInvitation, type IssuedInvitation } from "./create-invitation.ts";
import type { Operation } from "./operation.ts";

/** @inline */
interface ResetInput {
  readonly id: string;
  readonly reset: RedemptionReset;
}

/**
 * `POST /invitations` with `resetRedemption`. It means what an invitation means: with a mail it is never sent again on
 * a guess, and an unknown outcome is reconciled by another reset without one. No guest comes into being.
 *
 * @see https://learn.microsoft.com/entra/external-id/reset-redemption-status
 */
export const resetRedemption: Operation<ResetInput, IssuedInvitation> = {
  id: "guests.resetRedemption",
  input: readRedemptionReset,
  describe: (input, cloud) => {
    const { created: _, ...request } = createInvitation.describe(invitationFor(input), cloud);
    return { ...request, permission: "User.ReadWrite.All" };
  },
  output: (input, trace) => createInvitation.output(invitationFor(input), trace),
};

function invitationFor({ id, reset }: ResetInput): InvitationInput {
  return { ...reset, resetRedemption: true, invitedUser: { id } };
}
