import { Recent } from "../recent.ts";
import { isTrouble, type Judge, type SeenRequest } from "../sighting.ts";

/** An invitation that orders its mail once more, though the first order may have been carried out. */
export function blindResend(): Judge {
  /** The addresses whose mail may or may not have gone out. */
  const uncertain = new Recent<true>();
  return {
    sent(seen) {
      const order = invitationIn(seen);
      if (!order?.withMail || !uncertain.has(order.address)) return undefined;
      return "an invitation with a mail was sent again though nobody knew whether the first had been carried out; send it again without the mail";
    },
    ended(end) {
      const order = invitationIn(end.seen);
      if (order === undefined) return undefined;
      if (end.response?.status === 201) uncertain.delete(order.address);
      else if (order.withMail && isTrouble(end)) uncertain.set(order.address, true);
      return undefined;
    },
  };
}

function invitationIn({
  request,
}: SeenRequest): { readonly address: string; readonly withMail: boolean } | undefined {
  if (request.method !== "POST" || !/^\/invitations$/i.test(request.path)) return undefined;
  const body = (request.body ?? {}) as { invitedUserEmailAddress?: unknown; sendInvitationMessage?: unknown };
  const address = String(body.invitedUserEmailAddress).toLowerCase();
  return { address, withMail: body.sendInvitationMessage === true };
}
