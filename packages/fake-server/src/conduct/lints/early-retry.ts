import { quietUntil } from "../quiet-until.ts";
import { Recent } from "../recent.ts";
import type { Judge } from "../sighting.ts";
import { type Wish, wasUnderWay } from "../wish.ts";

/** Clocks may be off by so much, in milliseconds. */
const TOLERANCE_MS = 1;

/** The same request, before the time is over that its last answer asked for. */
export function earlyRetry(): Judge {
  const quiet = new Recent<Wish>();
  return {
    sent(seen) {
      const wish = quiet.size > 0 ? quiet.get(seen.words) : undefined;
      if (wish === undefined || wasUnderWay(seen, wish)) return undefined;
      quiet.delete(seen.words);
      const early = Math.round(wish.until - seen.sentAt);
      if (early <= TOLERANCE_MS) return undefined;
      return `${seen.operation} was sent again ${early} ms before the time that Retry-After had set; wait at least as long as the service says`;
    },
    ended(end) {
      const { seen, at } = end;
      const until = quietUntil(end);
      if (until !== undefined) quiet.set(seen.words, { until, saidAt: at, call: seen.request.call });
      else if (quiet.size > 0) quiet.delete(seen.words);
      return undefined;
    },
  };
}
