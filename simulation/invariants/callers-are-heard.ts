import type { CallRecord } from "../calls.ts";
import { hasSlept, type Run } from "../run.ts";

/** A call that was given up ends within so many milliseconds. */
const PROMPTLY_MS = 5;

/** Without any limit of its caller's a call still ends, in milliseconds: its retries do, and its waits for its own writes. */
const LONGEST_MS = 600_000;

/** Whoever sets a limit or gives up is heard at once; and nothing goes on behind anybody's back. */
export function callersAreHeard(run: Run): readonly string[] {
  const late = hasSlept(run) ? [] : run.calls.flatMap((call) => [...lateness(call), ...hanging(call)]);
  return run.timersLeft > 0 ? [...late, `${run.timersLeft} timers were left`] : late;
}

/** A list is as long as it has pages. */
function hanging({ number, kind, startedAt, endedAt }: CallRecord): readonly string[] {
  if (kind === "list" || endedAt - startedAt <= LONGEST_MS) return [];
  return [`call ${number} (${kind}) took ${Math.round((endedAt - startedAt) / 1_000)} s`];
}

function lateness({ number, kind, limit, endedAt }: CallRecord): readonly string[] {
  if (limit === undefined || endedAt <= limit + PROMPTLY_MS) return [];
  return [`call ${number} (${kind}) went on for ${Math.round(endedAt - limit)} ms after its caller's limit`];
}
