import { quietUntil } from "../quiet-until.ts";
import { Recent } from "../recent.ts";
import type { Judge } from "../sighting.ts";

/** Clocks may be off by so much, in milliseconds. */
const TOLERANCE_MS = 1;

/** The same request, before the time is over that its last answer asked for. */
export function earlyRetry(): Judge {
  const quiet = new Recent<number>();
  return {
    sent({ words, sentAt, operation }) {
      const until = quiet.get(words);
      if (until === undefined) return undefined;
      quiet.delete(words);
      const early = Math.round(until - sentAt);
      if (early <= TOLERANCE_MS) return undefined;
      return `${operation} was sent again ${early} ms before the time that Retry-After had set; wait at least as long as the service says`;
    },
    ended(end) {
      const until = quietUntil(end);
      if (until === undefined) quiet.delete(end.seen.words);
      else quiet.set(end.seen.words, until);
      return undefined;
    },
  };
}
