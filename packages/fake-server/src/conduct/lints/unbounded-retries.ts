import { Recent } from "../recent.ts";
import { isTrouble, type Judge } from "../sighting.ts";

/** As often as this in a row, trying again is not patience any more. */
const MOST = 20;

/** The same request again and again, though the service is in trouble. */
export function unboundedRetries(): Judge {
  const inARow = new Recent<number>();
  return {
    ended(end) {
      const isFine = !isTrouble(end);
      if (isFine && inARow.size === 0) return undefined;
      const { words, operation } = end.seen;
      if (isFine) {
        inARow.delete(words);
        return undefined;
      }
      const times = (inARow.get(words) ?? 0) + 1;
      inARow.set(words, times);
      if (times !== MOST + 1) return undefined;
      return `${operation} was sent more than ${MOST} times in a row to a service in trouble; give up sooner, or spend a budget`;
    },
  };
}
