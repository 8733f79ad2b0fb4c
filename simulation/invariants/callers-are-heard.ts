import type { CallRecord } from "../calls.ts";
import { hasSlept, type Run } from "../run.ts";

/** A call that was given up ends within so many milliseconds. */
const PROMPTLY_MS = 5;

/** Whoever sets a limit or gives up is heard at once; and nothing goes on behind anybody's back. */
export function callersAreHeard(run: Run): readonly string[] {
  const late = hasSlept(run) ? [] : run.calls.flatMap(lateness);
  return run.timersLeft > 0 ? [...late, `${run.timersLeft} timers were left`] : late;
}

function lateness({ number, kind, limit, endedAt }: CallRecord): readonly string[] {
  if (limit === undefined || endedAt <= limit + PROMPTLY_MS) return [];
  return [`call ${number} (${kind}) went on for ${Math.round(endedAt - limit)} ms after its caller's limit`];
}
