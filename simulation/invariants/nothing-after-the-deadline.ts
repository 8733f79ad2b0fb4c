import type { CallRecord } from "../calls.ts";
import { hasSlept, type Run } from "../run.ts";
import type { Tapped } from "../wiretap.ts";

/** Clocks count in fractions of a millisecond here. */
const TOLERANCE_MS = 0.01;
/** How long a call goes on being sent again, in milliseconds; what it waits for its own writes does not count. */
const DEADLINE_MS = 100_000;
/** So much time may go unnoticed where a clock is set back: what passed since it was last looked at. In milliseconds. */
const UNNOTICED_MS = 30_000;

/** Nothing is sent for a call that is over, or should be: not after its caller's limit, and not after the retry's deadline. */
export function nothingAfterTheDeadline(run: Run): readonly string[] {
  return run.calls.flatMap((call) => {
    const { number, kind, endedAt, limit, limitedBy, requests } = call;
    // In a jump of time a client may come to its turn before it hears that its caller gave up; a clock that is put back
    // meanwhile does not even show that there was one.
    const isHeard = !hasSlept(run) || (limitedBy === "timeout" && !wasPutBackDuring(run, call));
    const afterLimit = isHeard ? requests.find((request) => isAfter(request, limit)) : undefined;
    const afterEnd = requests.find((request) => isAfter(request, endedAt));
    const stubborn = afterDeadline(call, DEADLINE_MS + run.setBack.length * UNNOTICED_MS);
    return [
      ...said(afterLimit, `for call ${number} (${kind}) after its caller's limit`, limit),
      ...said(afterEnd, `for call ${number} (${kind}) after it had ended`, endedAt),
      ...said(stubborn, `for call ${number} (${kind}) after the retry's deadline`),
    ];
  });
}

function wasPutBackDuring({ setBack }: Run, { startedAt, endedAt }: CallRecord): boolean {
  return setBack.some((at) => at >= startedAt && at <= endedAt);
}

function isAfter({ sentAt, isAmidLeap }: Tapped, limit: number | undefined): boolean {
  return limit !== undefined && sentAt > limit + TOLERANCE_MS && !isAmidLeap;
}

/** The first request that left when its call had been trying for too long. What comes page by page, or look by look, tries each by itself. */
function afterDeadline({ kind, startedAt, requests }: CallRecord, deadlineMs: number): Tapped | undefined {
  if (kind === "list" || kind === "waitUntil") return undefined;
  let spent = 0;
  let from = startedAt;
  for (const request of requests) {
    spent += request.sentAt - from;
    if (spent > deadlineMs + TOLERANCE_MS && !request.isAmidLeap) return request;
    spent += request.endedAt - request.sentAt;
    // The wait for one's own writes begins here, and ends with the next request.
    from = request.endedAt;
    if (request.saidAbsent) spent -= waitAfter(request, requests);
  }
  return undefined;
}

function waitAfter(request: Tapped, requests: readonly Tapped[]): number {
  const next = requests[requests.indexOf(request) + 1];
  return next ? next.sentAt - request.endedAt : 0;
}

function said(request: Tapped | undefined, what: string, limit?: number): readonly string[] {
  if (request === undefined) return [];
  const late = limit === undefined ? "" : `, by ${Math.round(request.sentAt - limit)} ms`;
  return [`${request.operation} was sent ${what}${late}`];
}
