import type { Run } from "../run.ts";
import { isRefusal, isTrouble, type Tapped } from "../wiretap.ts";

/** A refusal that names no time is followed by a pause all the same, in milliseconds. */
const LEAST_PAUSE_MS = 250;
const TOLERANCE_MS = 0.01;
/** What leaves one after the other may catch up with one that was late: two in one moment, and not more. */
const MOST_AT_ONCE = 2;
/** So long after a refusal a scope's requests go one after the other, in milliseconds from the end of its cooldown. */
const ORDERLY_FOR_MS = 5_000;

/** Whoever was refused, or does not know what became of a request, comes back neither at once nor in a crowd. */
export function nothingInARush({ plan, calls, wire, setAhead }: Run): readonly string[] {
  const hasty = calls.flatMap(({ number, requests }) =>
    requests
      .slice(1)
      .flatMap((request, n) =>
        hasteIn(requests[n] as Tapped, request).map((text) => `call ${number} ${text}`),
      ),
  );
  // What waits for a token has had its turn, and leaves when the token comes; and where time seems to jump, the refusal seems long ago.
  return plan.credential === "slow" || setAhead.length > 0 ? hasty : [...hasty, ...crowdsIn(wire)];
}

function hasteIn(before: Tapped, request: Tapped): readonly string[] {
  if (before.trace !== request.trace) return [];
  const pause = request.sentAt - before.endedAt;
  if (isRefusal(before) && pause < LEAST_PAUSE_MS - TOLERANCE_MS && saidNothing(before)) {
    return [`came back ${pause.toFixed(2)} ms after a refusal that named no time`];
  }
  const isOther = JSON.stringify(before.body) !== JSON.stringify(request.body);
  // Chance picks the pause: but never none.
  return isTrouble(before) && isOther && pause === 0 ? ["was reconciled in the moment of its failure"] : [];
}

function saidNothing({ quietUntil, endedAt }: Tapped): boolean {
  return quietUntil === undefined || quietUntil <= endedAt;
}

/** What answers a challenge goes under the id of what was challenged, and has had its turn. */
function admitted(wire: readonly Tapped[]): readonly Tapped[] {
  const ids = new Set<string>();
  return wire.filter(({ correlationId }) => !ids.has(correlationId) && ids.add(correlationId));
}

/** Requests of one scope that left in one moment, in the time after a refusal. */
function crowdsIn(wire: readonly Tapped[]): readonly string[] {
  const texts: string[] = [];
  for (const [scope, within] of Map.groupBy(admitted(wire), (seen) => seen.scope)) {
    const refusals = within.filter((seen) => isRefusal(seen) && seen.quietUntil !== undefined);
    for (const [sentAt, crowd] of Map.groupBy(within, (seen) => seen.sentAt)) {
      if (crowd.length <= MOST_AT_ONCE) continue;
      const isOrderly = refusals.some(
        ({ endedAt, quietUntil = 0 }) =>
          endedAt < sentAt && sentAt >= quietUntil && sentAt < quietUntil + ORDERLY_FOR_MS,
      );
      if (isOrderly)
        texts.push(`${crowd.length} requests left for ${scope} in one moment, soon after a refusal`);
    }
  }
  return texts;
}
