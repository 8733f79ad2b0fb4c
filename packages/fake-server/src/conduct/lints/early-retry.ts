import { quietUntil } from "../quiet-until.ts";
import { Recent } from "../recent.ts";
import type { Judge } from "../sighting.ts";

/** Clocks may be off by so much, in milliseconds. */
const TOLERANCE_MS = 1;

/** The same request, before the time is over that its last answer asked for. */
export function earlyRetry(): Judge {
  /** Until when each request is to be left alone. */
  const quiet = new Recent<number>();
  return {
    sent(seen) {
      const until = quiet.size > 0 ? quiet.get(seen.words) : undefined;
      if (until === undefined) return undefined;
      quiet.delete(seen.words);
      const early = Math.round(until - seen.sentAt);
      if (early <= TOLERANCE_MS) return undefined;
      return `${seen.operation} was sent again ${early} ms before the time that Retry-After had set; wait at least as long as the service says`;
    },
    ended(end) {
      const until = quietUntil(end);
      if (until !== undefined) quiet.set(end.seen.words, until);
      else if (quiet.size > 0) quiet.delete(end.seen.words);
      return undefined;
    },
  };
}
