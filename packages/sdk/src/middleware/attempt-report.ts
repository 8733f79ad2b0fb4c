import { retryAfterMs } from "../errors/index.ts";
import type { DepartureReport, RetryCause } from "../governor/index.ts";
import type { SteadyClock } from "../time/index.ts";
import { TransportFailure, type WireRequest } from "../wire/index.ts";
import type { Result, Verdict } from "./judge.ts";

/** What is known of an attempt that was made at `sentAt`. */
export interface Attempt {
  readonly request: WireRequest;
  readonly result: Result;
  readonly verdict: Verdict;
  readonly sentAt: number;
}

/** What a request that may be sent again would like. */
export interface Wish {
  /** How long it would wait, in milliseconds. */
  readonly pauseMs: number;
  /** Why it would be sent again; absent where it will not be. */
  readonly retry?: RetryCause;
}

/** What the governor is told of an attempt. */
export function reportOf(
  { request, result, verdict, sentAt }: Attempt,
  clock: SteadyClock,
  wish?: Wish,
): DepartureReport {
  return {
    operation: request.operation.id,
    sentAt,
    result: isTrouble(verdict) ? "failed" : isRefusal(result) ? "throttled" : "accepted",
    ...(wish && wantsQuiet(verdict, result, clock.wall()) && { cooldownMs: wish.pauseMs }),
    ...numberFrom(result, "units", "x-ms-resource-unit"),
    ...numberFrom(result, "usage", "x-ms-throttle-limit-percentage"),
    ...(wish?.retry && { retry: wish.retry }),
  };
}

/** Whether the service wants to hear nothing for a while: it refused, or was in trouble and said until when. */
function wantsQuiet(verdict: Verdict, result: Result, now: number): boolean {
  if (verdict === "refused") return true;
  if (result instanceof TransportFailure) return false;
  return isTrouble(verdict) && retryAfterMs(result.headers, now) !== undefined;
}

/** Refused by a limit, for now or for good. */
function isRefusal(result: Result): boolean {
  return !(result instanceof TransportFailure) && (result.status === 429 || result.status === 509);
}

function isTrouble(verdict: Verdict): boolean {
  return verdict === "undone" || verdict === "harmless" || verdict === "uncertain";
}

function numberFrom<K extends string>(result: Result, key: K, header: string): Partial<Record<K, number>> {
  if (result instanceof TransportFailure) return {};
  const text = result.headers.get(header);
  const value = text === null || text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(value) && value > 0 ? ({ [key]: value } as Record<K, number>) : {};
}
