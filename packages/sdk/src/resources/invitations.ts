import {
  type Invitation,
  type InvitationInput,
  readInvitation,
  readInvitationInput,
} from "../schemas/index.ts";
import type { WireResponse } from "../wire/index.ts";
import { type Call, type CallOptions, type Line, startCall } from "./call.ts";
import type { Operation } from "./operation.ts";

/**
 * `POST /invitations`. With a mail it has an effect that people see, and is never sent again on a guess; without one a
 * second invitation of the same address answers with the same guest.
 *
 * @see https://learn.microsoft.com/graph/api/invitation-post
 */
export const createInvitation: Operation<InvitationInput, Invitation> = {
  id: "invitations.create",
  input: readInvitationInput,
  describe: (input) => ({
    method: "POST",
    path: "/invitations",
    body: input,
    effect: input.sendInvitationMessage === true ? "once" : "idempotent",
    guestIdentity: input.invitedUserEmailAddress,
    ...(input.invitedUser && { references: [input.invitedUser.id] }),
    created: invitedUserOf,
  }),
  output: () => readInvitation,
};

function invitedUserOf(response: WireResponse): readonly string[] {
  const reading = readInvitation(response.body);
  return reading.ok ? [reading.value.invitedUser.id] : [];
}

/** Invitations to this directory. Graph keeps none to be listed, read or withdrawn: follow, or delete, the guest. */
export interface Invitations {
  /**
   * Invites a person to this directory as a guest, and answers with the link to redeem and the guest's id.
   *
   * The guest can be used at once: what follows on this client waits by itself until the instances know it.
   * Needs `User.Invite.All`.
   *
   * @throws B2BError
   * - `cloud-boundary`: the person's account lives in a cloud that cannot be invited from here
   * - `limit-reached`: the directory is full
   * - `conflict`: the address belongs to a member of this directory
   * - `invitations-restricted`, `forbidden`: the caller may not invite
   * - `invalid-input`: nothing was sent
   */
  create(input: InvitationInput, options?: CallOptions): Call<Invitation>;
}

export function invitations(line: Line): Invitations {
  return { create: (input, options) => startCall(line, createInvitation, input, options) };
}
