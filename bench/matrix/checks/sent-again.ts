import type { OpenedClient } from "../client.ts";
import { type Answer, LATENCY_MS, type ScriptedService, scriptedService, USER_ID } from "../service.ts";
import { type Check, duration, type Ending, ended, type Finding, invitation } from "./check.ts";

/** A timer holds whole milliseconds, and drops what is beyond them. */
const TIMER_GRAIN_MS = 1;

/** Checks 1 to 5: a GET that was refused, and what the service said about when to come back. */
export const refusedReads: readonly Check[] = [
  sentAgain("GET again after 429 without `Retry-After`, with some wait", { first: { status: 429 } }),
  sentAgain("GET again after 429, not before `Retry-After: 2`", refusal("2", 2_000)),
  sentAgain("GET again after 429, not before `Retry-After: 90`", refusal("90", 90_000)),
  sentAgain("GET again after 429, not before `Retry-After: 0.25`", refusal("0.25", 250)),
  sentAgain("GET again after 429, not before a `Retry-After` date 5 s ahead", {
    first: () => tooMany(new Date(Date.now() + 5_000).toUTCString()),
    notBeforeMs: 5_000,
    // An HTTP date has whole seconds: the refusal leaves at the full second, so that the date is exactly 5 s ahead.
    latencyMs: () => 1_000 - (Date.now() % 1_000),
  }),
];

/** Checks 6 to 11: a GET that went wrong. */
export const failedReads: readonly Check[] = [
  ...[408, 500, 502, 503, 504].map((status) =>
    sentAgain(`GET again after ${status}, with some wait`, { first: { status } }),
  ),
  sentAgain("GET again after a connection reset, with some wait", { first: "reset" }),
];

/** Check 13: a refusal comes before any work, so that even a POST may go again. */
export const refusedInvitation: Check = sentAgain("POST again after 429, not before `Retry-After: 2`", {
  ...refusal("2", 2_000),
  call: (client) => client.invite(invitation({ mail: false })),
});

interface Mishap {
  /** What comes of the first request; every other one is answered well. */
  readonly first: Answer | (() => Answer);
  /** How long the service asked to be left alone. Absent: it did not say, and any wait will do, but there has to be one. */
  readonly notBeforeMs?: number;
  /** How long the first answer takes. */
  readonly latencyMs?: () => number;
  /** Default: a read. */
  readonly call?: (client: OpenedClient) => Promise<unknown>;
}

function sentAgain(title: string, mishap: Mishap): Check {
  const { call = (client) => client.readUser(USER_ID) } = mishap;
  return {
    title,
    async run(client) {
      const service = serviceWith(mishap);
      const ending = await ended(call(client.open(service.fetch)));
      return judge(service, ending, mishap.notBeforeMs);
    },
  };
}

function refusal(retryAfter: string, notBeforeMs: number): Mishap {
  return { first: tooMany(retryAfter), notBeforeMs };
}

function tooMany(retryAfter: string): Answer {
  return { status: 429, headers: { "retry-after": retryAfter } };
}

function serviceWith({ first, latencyMs = () => LATENCY_MS }: Mishap): ScriptedService {
  return scriptedService(
    ({ method }, nth) => {
      if (nth > 0) return { status: method === "POST" ? 201 : 200 };
      return typeof first === "function" ? first() : first;
    },
    (nth) => (nth === 0 ? latencyMs() : LATENCY_MS),
  );
}

function judge({ arrivals }: ScriptedService, ending: Ending, notBeforeMs: number | undefined): Finding {
  const [first, second] = arrivals;
  if (first?.answeredAt === undefined) throw new Error("the request never reached the service");
  if (second === undefined) return givenUp(ending, notBeforeMs);
  if (!ending.ok) throw new Error("rejected, though its last answer was good", { cause: ending.error });
  const waited = second.at - first.answeredAt;
  const passed = notBeforeMs === undefined ? waited > 0 : waited >= notBeforeMs - TIMER_GRAIN_MS;
  return { passed, figure: passed ? duration(waited) : `after ${duration(waited)}`, badness: -waited };
}

/** A client may decline to wait so long, if it says how long it would have been. */
function givenUp(ending: Ending, notBeforeMs: number | undefined): Finding {
  const says = !ending.ok && notBeforeMs !== undefined && namesTheWait(ending.error, notBeforeMs);
  return { passed: says, figure: says ? "declines, and says so" : "not sent again", badness: 0 };
}

/** Only a long wait may be declined. */
const LONG_WAIT_MS = 60_000;

function namesTheWait(error: unknown, waitMs: number): boolean {
  if (waitMs < LONG_WAIT_MS || !(error instanceof Error)) return false;
  const { retryAfterMs } = error as { retryAfterMs?: unknown };
  return retryAfterMs === waitMs || new RegExp(`\\b${waitMs / 1_000}\\s*s`).test(error.message);
}
