import {
  type Invitation,
  type InvitationInput,
  type Reader,
  readInvitation,
  readInvitationInput,
} from "../schemas/index.ts";
import type { CallTrace, WireRequest, WireResponse } from "../wire/index.ts";
import { type Call, type CallOptions, type Line, startCall } from "./call.ts";
import type { Operation } from "./operation.ts";

/** An invitation as Graph answered it, and what is known of how it went. */
export interface IssuedInvitation extends Invitation {
  /**
   * What is known of the mail.
   *
   * - `requested`: Graph took the order to send it. Nobody can follow its delivery.
   * - `not-requested`: none was asked for.
   * - `unknown`: one was asked for, and may or may not have gone out. The link in it may be out of date: hand
   *   {@link Invitation.inviteRedeemUrl | inviteRedeemUrl} over yourself.
   */
  readonly mail: "requested" | "not-requested" | "unknown";
  /**
   * Whether nobody knew what had become of the first request, so that the same address was invited once more, without
   * a mail: Graph answers that with the same guest and a new link.
   */
  readonly reconciled: boolean;
}

/**
 * `POST /invitations`. With a mail it has an effect that people see, and is never sent again on a guess; without one a
 * second invitation of the same address answers with the same guest. That is how an unknown outcome is reconciled.
 *
 * @see https://learn.microsoft.com/graph/api/invitation-post
 */
export const createInvitation: Operation<InvitationInput, IssuedInvitation> = {
  id: "invitations.create",
  input: readInvitationInput,
  describe: (input) => ({
    method: "POST",
    path: "/invitations",
    body: input,
    guestIdentity: input.invitedUserEmailAddress,
    throttleScope: "invitations",
    ...(input.invitedUser && { references: [input.invitedUser.id] }),
    created: invitedUserOf,
    ...(input.sendInvitationMessage === true
      ? { effect: "once", reconcile: withoutMail }
      : { effect: "idempotent" }),
  }),
  output: issued,
};

function withoutMail({ operation, body, ...request }: WireRequest): WireRequest {
  const { reconcile: _, ...rest } = operation;
  return {
    ...request,
    operation: { ...rest, effect: "idempotent" },
    body: { ...(body as InvitationInput), sendInvitationMessage: false },
  };
}

function issued(
  { sendInvitationMessage }: InvitationInput,
  trace: Readonly<CallTrace>,
): Reader<IssuedInvitation> {
  return (body) => {
    const reading = readInvitation(body);
    if (!reading.ok) return reading;
    const { reconciled } = trace;
    const order = sendInvitationMessage === true ? "requested" : "not-requested";
    return { ok: true, value: { ...reading.value, reconciled, mail: reconciled ? "unknown" : order } };
  };
}

/** Read by itself: an id is of use even where something else in the answer is not as it should be. */
function invitedUserOf({ body }: WireResponse): readonly string[] {
  const { id } = (body as Partial<Invitation> | undefined)?.invitedUser ?? {};
  return typeof id === "string" && id !== "" ? [id] : [];
}

/** Invitations to this directory. Graph keeps none to be listed, read or withdrawn: follow, or delete, the guest. */
export interface Invitations {
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
   * - `conflict`: the address belongs to a member of this directory
   * - `invitations-restricted`, `forbidden`: the caller may not invite
   * - `invalid-input`: nothing was sent
   */
  create(input: InvitationInput, options?: CallOptions): Call<IssuedInvitation>;
}

export function invitations(line: Line): Invitations {
  return { create: (input, options) => startCall(line, createInvitation, input, options) };
}
