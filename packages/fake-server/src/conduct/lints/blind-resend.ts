import { Recent } from "../recent.ts";
import { isTrouble, type Judge, type SeenRequest } from "../sighting.ts";

/** An invitation that orders its mail once more, though the first order may have been carried out. */
export function blindResend(): Judge {
  const uncertain = new Recent<true>();
  return {
    sent(seen) {
      if (!ordersMail(seen) || !uncertain.has(seen.words)) return undefined;
      return "an invitation with a mail was sent again though nobody knew whether the first had been carried out; send it again without the mail";
    },
    ended(end) {
      if (ordersMail(end.seen) && isTrouble(end)) uncertain.set(end.seen.words, true);
      return undefined;
    },
  };
}

function ordersMail({ request: { method, path, body } }: SeenRequest): boolean {
  if (method !== "POST" || !/^\/invitations$/i.test(path)) return false;
  return (body as { sendInvitationMessage?: unknown } | undefined)?.sendInvitationMessage === true;
}
