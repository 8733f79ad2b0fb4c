import { Recent } from "../recent.ts";
import { isTrouble, type Judge, type SeenEnd, type SeenRequest } from "../sighting.ts";

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
      if (uncertain.size > 0 && looksForGuests(end)) uncertain.clear();
      const order = invitationIn(end.seen);
      if (!order?.withMail) return undefined;
      if (isReadable(end)) uncertain.delete(order.address);
      else if (isTrouble(end) || end.response?.status === 201) uncertain.set(order.address, true);
      return undefined;
    },
  };
}

/** An answer that says what was done. Without it nobody knows, whatever the status is. */
function isReadable({ response }: SeenEnd): boolean {
  const body = response?.body as { readonly invitedUser?: unknown } | null | undefined;
  return response?.status === 201 && typeof body === "object" && body !== null;
}

/** Whoever has looked who is there does not guess any more. */
function looksForGuests({ seen, response }: SeenEnd): boolean {
  return response?.status === 200 && seen.operation === "users.list";
}

function invitationIn({
  request,
}: SeenRequest): { readonly address: string; readonly withMail: boolean } | undefined {
  if (request.method !== "POST" || !/^\/invitations$/i.test(request.path)) return undefined;
  const body = (request.body ?? {}) as { invitedUserEmailAddress?: unknown; sendInvitationMessage?: unknown };
  const address = String(body.invitedUserEmailAddress).toLowerCase();
  return { address, withMail: body.sendInvitationMessage === true };
}
