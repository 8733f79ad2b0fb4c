import type { InvitationInput } from "../schemas/index.ts";
import type { Random } from "../time/index.ts";
import { type Call, callOf, type Line, startCall } from "./call.ts";
import type { CallOptions } from "./call-options.ts";
import { createInvitation, type IssuedInvitation } from "./create-invitation.ts";
import {
  INVITATION_OPTIONS,
  type InvitedOrMember,
  inviteOrMember,
  type OnBoundary,
} from "./invite-or-member.ts";

/** Invitations to this directory. Graph keeps none to be listed, read or withdrawn: follow, or delete, the guest. */
export interface Invitations {
  /**
   * Invites a person, and carries the remedies out where a cloud's boundary is in the way, whoever finds it: the client's own
   * `boundary`, or the service. With `onBoundary: "create-member"` the person gets a member account of this directory; a
   * function is asked, and may give another address, which is judged anew. The result says which it came to.
   *
   * Where an invitation fails for any other reason nobody is asked, and the error is the same as without. An account is
   * made as by {@link Members.create | members.create}, with its errors. The time of `timeoutMs` is for all of it.
   */
  create(input: InvitationInput, options: CallOptions & OnBoundary): Call<InvitedOrMember>;

  /**
   * Invites a person to this directory as a guest, and answers with the link to redeem and the guest's id.
   *
   * The guest can be used at once: what follows on this client waits by itself until the instances know it. A mail is
   * never sent twice: where nobody knows whether it went out, the result says `mail: "unknown"`.
   * Needs `User.Invite.All`.
   *
   * @throws B2BError
   * - `cloud-boundary`: the person's account lives in a cloud that cannot be invited from here
   * - `limit-reached`: the directory is full
   * - `conflict`: the address belongs to a member of this directory, who can be invited with the id in `invitedUser`
   * - `not-found`: nobody has the id that `invitedUser` names
   * - `invitations-restricted`, `forbidden`: the caller may not invite
   * - `invalid-input`: nothing was sent
   */
  create(input: InvitationInput, options?: CallOptions): Call<IssuedInvitation>;
}

export function invitations(line: Line, random: Random): Invitations {
  function create(input: InvitationInput, options: CallOptions & OnBoundary): Call<InvitedOrMember>;
  function create(input: InvitationInput, options?: CallOptions): Call<IssuedInvitation>;
  function create(
    input: InvitationInput,
    options: CallOptions | (CallOptions & OnBoundary) = {},
  ): Call<IssuedInvitation> | Call<InvitedOrMember> {
    return hasRemedy(options)
      ? callOf(inviteOrMember(line, random, input, options))
      : startCall(line, createInvitation, input, options, INVITATION_OPTIONS);
  }
  return { create };
}

/** Where types are not checked, options may be anything; what they are is judged with the call. */
function hasRemedy(options: CallOptions | (CallOptions & OnBoundary)): options is CallOptions & OnBoundary {
  const { onBoundary, member } = (options ?? {}) as { readonly [name in "onBoundary" | "member"]?: unknown };
  return onBoundary !== undefined || member !== undefined;
}
