import { Recent } from "../recent.ts";
import { isTrouble, type Judge, type SeenRequest } from "../sighting.ts";

/** As often as this in a row, trying again is not patience any more. */
const MOST = 20;
/** What comes so much later is no retry, but another call. In milliseconds. */
const ANOTHER_CALL_MS = 300_000;

interface Row {
  readonly times: number;
  readonly lastAt: number;
  readonly call: object | undefined;
}

/** The same request again and again, though the service is in trouble. */
export function unboundedRetries(): Judge {
  const rows = new Recent<Row>();
  return {
    ended(end) {
      const isFine = !isTrouble(end);
      if (isFine && rows.size === 0) return undefined;
      const { seen, at } = end;
      const { words, operation } = seen;
      if (isFine) {
        rows.delete(words);
        return undefined;
      }
      const row = rows.get(words);
      const times = row && isRetry(seen, row) ? row.times + 1 : 1;
      rows.set(words, { times, lastAt: at, call: seen.request.call });
      if (times !== MOST + 1) return undefined;
      return `${operation} was sent more than ${MOST} times in a row to a service in trouble; give up sooner, or spend a budget`;
    },
  };
}

function isRetry({ sentAt, request }: SeenRequest, { lastAt, call }: Row): boolean {
  if (request.call !== undefined && call !== undefined) return request.call === call;
  return sentAt - lastAt < ANOTHER_CALL_MS;
}
