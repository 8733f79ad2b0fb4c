import { quietUntil } from "../quiet-until.ts";
import { isRefusal, type Judge, type SeenRequest } from "../sighting.ts";

const TOLERANCE_MS = 1;
/** Other requests than the refused one need not wait any longer on its account, in milliseconds. */
const LONGEST_MS = 300_000;

/** Further requests of what is throttled together, while the service has asked for quiet. */
export function ignoredCooldown(): Judge {
  const quiet = new Map<string, { readonly since: number; readonly until: number }>();
  return {
    sent(seen) {
      const cooldown = quiet.size > 0 ? quiet.get(scopeOf(seen)) : undefined;
      // What is sent in the moment of the answer was under way already.
      if (cooldown === undefined || seen.sentAt <= cooldown.since) return undefined;
      const early = Math.round(cooldown.until - seen.sentAt);
      if (early <= TOLERANCE_MS) return undefined;
      return `${seen.operation} was sent while the service had asked for quiet for another ${early} ms; hold back all that is throttled together`;
    },
    ended(end) {
      const until = isRefusal(end) ? quietUntil(end) : undefined;
      if (until === undefined) return undefined;
      const before = quiet.get(scopeOf(end.seen))?.until ?? 0;
      const bounded = Math.min(until, end.at + LONGEST_MS);
      quiet.set(scopeOf(end.seen), { since: end.at, until: Math.max(before, bounded) });
      return undefined;
    },
  };
}

/** What the service throttles together: invitations have a limit of their own, conditional access has another. */
function scopeOf({ request }: SeenRequest): string {
  if (/^\/invitations\b/i.test(request.path)) return "invitations";
  return /^\/identity\/conditionalAccess\b/i.test(request.path) ? "conditional-access" : "directory";
}
