import { delayMail, loseMail, mailsOf, repeatMail } from "../../directory/index.ts";
import type { GraphRequest } from "../../graph/index.ts";
import type { Effect, EffectPlan, Exchange } from "../exchange.ts";
import { afterCommit, refuses, withBody } from "../spoilt.ts";

const isInvitation = ({ method, path }: GraphRequest) => method === "POST" && /^\/invitations$/i.test(path);
const isInvitationWithMail = (request: GraphRequest) =>
  isInvitation(request) &&
  (request.body as { sendInvitationMessage?: unknown } | undefined)?.sendInvitationMessage === true;
/** Redeeming is no request to Graph: the world asks for what goes wrong with it by itself. */
const never = () => false;

function invitation(effect: Effect): EffectPlan {
  return { effect, appliesTo: isInvitation };
}

/** Does something to the mail of an invitation that was carried out. */
function mail(change: (exchange: Exchange, id: string) => void): EffectPlan {
  return {
    appliesTo: isInvitationWithMail,
    forMs: 3_600_000,
    effect: (exchange) => {
      const before = exchange.directory.store.last;
      const response = exchange.answer();
      for (const { id } of mailsOf(exchange.directory, before)) change(exchange, id);
      return response;
    },
  };
}

/** An answer of the invitation service that lacks something. */
function without(name: string, value: unknown): EffectPlan {
  return invitation(({ answer }) => {
    const response = answer();
    if (response.status !== 201) return response;
    const { [name]: _, ...rest } = response.body as Record<string, unknown>;
    return withBody(response, value === undefined ? rest : { ...rest, [name]: value });
  });
}

const UNAVAILABLE = [503, "ServiceUnavailable", "The invitation service is unavailable."] as const;
const redemption: EffectPlan = { appliesTo: never, effect: ({ answer }) => answer() };

/**
 * What goes wrong with invitations, their mails, and redeeming them.
 *
 * @see https://learn.microsoft.com/entra/external-id/troubleshoot
 */
export const b2bEffects = {
  "mail-lost": mail(({ directory }, id) => loseMail(directory, id)),
  "mail-late": mail(({ directory, forMs }, id) => delayMail(directory, id, forMs)),
  "mail-twice": mail(({ directory }, id) => repeatMail(directory, id)),
  "invitations-unavailable": invitation(refuses(...UNAVAILABLE)),
  "invitations-unavailable-after-commit": invitation(afterCommit(refuses(...UNAVAILABLE))),
  "invitations-throttled": invitation(refuses(429, "TooManyRequests", "Too Many Requests")),
  "target-address-not-found": invitation(refuses(400, "BadRequest", "Unable to find target address.")),
  "inviter-not-authorized": invitation(
    refuses(
      401,
      "Unauthorized",
      "Insufficient privileges to perform requested operation by the application.",
    ),
  ),
  "guest-exists-already": invitation(
    refuses(
      400,
      "BadRequest",
      "The invited user already exists in the directory as object ID: 00000000-0000-4000-8000-000000000000. They can use that account to sign in to shared apps and resources.",
    ),
  ),
  "redeem-url-missing": without("inviteRedeemUrl", null),
  "guest-missing-in-answer": without("invitedUser", null),
  "invitation-id-missing": { ...without("id", undefined), isForeign: true },
  "link-expired": redemption,
  "state-lags": { ...redemption, forMs: 60_000 },
  "redeemed-by-another-account": redemption,
} as const satisfies Readonly<Record<string, EffectPlan>>;
