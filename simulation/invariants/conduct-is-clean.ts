import type { Remark } from "@vestibule/fake-server";
import type { CallRecord } from "../calls.ts";
import type { Run } from "../run.ts";
import type { Tapped } from "../wiretap.ts";

/** How long instances may lag, in milliseconds: for assignments to applications. */
const LONGEST_LAG_MS = 300_000;

/** For how long the service may ask for quiet before the conduct of other requests is no matter of it, in milliseconds. */
const LONGEST_COOLDOWN_MS = 300_000;

/** The service has nothing to say against the client. */
export function conductIsClean(run: Run): readonly string[] {
  return run.remarks.filter((remark) => !isUnfair(remark, run)).map(({ lint, text }) => `${lint}: ${text}`);
}

/** Whose clock was set ahead seems to come too early; and a call whose time was short, or is over with a jump, or that got no token, cannot ask again. */
function isUnfair({ lint, correlationIds, at }: Remark, run: Run): boolean {
  if (lint === "ignored-cooldown") return wasSetAhead(run, at, LONGEST_COOLDOWN_MS);
  const ids = new Set(correlationIds);
  const isShown = ({ correlationId }: Tapped) => ids.has(correlationId);
  const last = run.calls.findLast(({ requests }) => requests.some(isShown));
  if (lint === "early-retry")
    return run.plan.over === "fetch" && last !== undefined && !isRetry(last, isShown);
  if (lint !== "read-after-write") return false;
  // What was written before time seemed to jump seems to be old.
  if (wasSetAhead(run, at, LONGEST_LAG_MS)) return true;
  return last !== undefined && (ranOutOfTime(last) || gotNoToken(last, run) || wasOverWithAJump(last, run));
}

function wasSetAhead({ setAhead }: Run, before: number, withinMs: number): boolean {
  return setAhead.some((ahead) => ahead <= before && ahead >= before - withinMs);
}

/** By fetch the service cannot tell one call from another that asks the same in the same moment. */
function isRetry({ requests }: CallRecord, isShown: (request: Tapped) => boolean): boolean {
  const shown = requests.find(isShown);
  return shown !== undefined && requests.find(({ trace }) => trace === shown.trace) !== shown;
}

/** A call with a limit of its own: its caller's, or the one that every `waitUntil` has. */
function ranOutOfTime({ limit, kind, error }: CallRecord): boolean {
  return error !== undefined && (limit !== undefined || kind === "waitUntil");
}

function gotNoToken({ error }: CallRecord, { plan }: Run): boolean {
  return plan.credential === "slow" && (error?.code === "unauthenticated" || error?.code === "timeout");
}

function wasOverWithAJump({ startedAt, endedAt }: CallRecord, { leaps, setAhead }: Run): boolean {
  const jumps = [...leaps, ...setAhead.map((at) => ({ from: at, to: at }))];
  return jumps.some(({ from, to }) => from <= endedAt && to >= startedAt);
}
