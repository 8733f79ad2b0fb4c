import { quietUntil } from "../quiet-until.ts";
import { isRefusal, type Judge, type SeenRequest } from "../sighting.ts";
import { type Wish, wasUnderWay } from "../wish.ts";

const TOLERANCE_MS = 1;
/** Other requests than the refused one need not wait any longer on its account, in milliseconds. */
const LONGEST_MS = 300_000;

/** A wish, and the request that it was an answer to. */
interface Cooldown extends Wish {
  readonly words: string;
  /** How many requests came in the moment of the answer that may have been on their way. */
  inThatMoment: number;
}

/** Where calls cannot be told apart, so many lanes of a caller may be on their way. */
const LANES = 10;

/** Further requests of what is throttled together, while the service has asked for quiet. */
export function ignoredCooldown(): Judge {
  const quiet = new Map<string, Cooldown>();
  return {
    sent(seen) {
      const cooldown = quiet.size > 0 ? quiet.get(scopeOf(seen)) : undefined;
      if (cooldown === undefined || wasUnderWay(seen, cooldown)) return undefined;
      // The refused request itself is another lint's business.
      if (seen.words === cooldown.words || mayBeUnderWay(seen, cooldown)) return undefined;
      const early = Math.round(cooldown.until - seen.sentAt);
      if (early <= TOLERANCE_MS) return undefined;
      return `${seen.operation} was sent while the service had asked for quiet for another ${early} ms; hold back all that is throttled together`;
    },
    ended(end) {
      const until = isRefusal(end) ? quietUntil(end) : undefined;
      if (until === undefined) return undefined;
      const before = quiet.get(scopeOf(end.seen))?.until ?? 0;
      const bounded = Math.min(until, end.at + LONGEST_MS);
      const { words, request } = end.seen;
      const inThatMoment = cooldownAt(end.at, quiet.get(scopeOf(end.seen)))?.inThatMoment ?? 0;
      const wish = {
        until: Math.max(before, bounded),
        saidAt: end.at,
        call: request.call,
        words,
        inThatMoment,
      };
      quiet.set(scopeOf(end.seen), wish);
      return undefined;
    },
  };
}

/** What the service throttles together: invitations have a limit of their own, conditional access has another. */
function scopeOf({ request }: SeenRequest): string {
  if (/^\/invitations\b/i.test(request.path)) return "invitations";
  return /^\/identity\/conditionalAccess\b/i.test(request.path) ? "conditional-access" : "directory";
}

function cooldownAt(at: number, cooldown: Cooldown | undefined): Cooldown | undefined {
  return cooldown?.saidAt === at ? cooldown : undefined;
}

/** What comes in the very moment of the refusal may be other lanes of the caller's, but not without end. */
function mayBeUnderWay({ sentAt, request }: SeenRequest, cooldown: Cooldown): boolean {
  if (request.call !== undefined || sentAt !== cooldown.saidAt) return false;
  cooldown.inThatMoment++;
  return cooldown.inThatMoment <= LANES;
}
