import {
  type Invitation,
  type InvitationInput,
  type Reader,
  readInvitation,
  readInvitationInput,
} from "../schemas/index.ts";
import {
  accountsWith,
  anythingIn,
  type CallTrace,
  type WireRequest,
  type WireResponse,
  writtenUser,
} from "../wire/index.ts";
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
    writes: (response) =>
      response === undefined
        ? [anythingIn(accountsWith(input.invitedUserEmailAddress))]
        : invitedUserOf(response).flatMap((id) => writtenUser(id, {}, [input.invitedUserEmailAddress])),
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
