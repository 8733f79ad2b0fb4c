import type { Admission, Departure, DepartureReport, Governor } from "../governor/index.ts";
import type { Clock } from "../time/index.ts";
import type { CallTrace } from "../wire/index.ts";

/** What one call asks of the governor. */
export interface Leave {
  /** Resolves when the request may leave, or at once where it could not leave in time. */
  admit(scope: string, departure: Departure): Promise<Admission>;
  /** False where the request cannot be sent again. */
  report(scope: string, report: DepartureReport): Promise<boolean>;
}

/** How long a call that could be sent again waits for the governor to say whether that is affordable, in milliseconds. */
const REPORT_MS = 5_000;

/**
 * A governor may be a service of its own, and fail. Then nobody is stopped by it: the request leaves at its own time,
 * what came of it stands, and nothing is sent again that nobody can say is affordable. The call notes a warning. One
 * that does not answer at all holds a request up until its deadline, and no longer.
 */
export function tolerantOf(governor: Governor, clock: Clock, trace: CallTrace): Leave {
  function warn(failure: unknown): void {
    if (trace.warnings.some(({ code }) => code === "governor-failed")) return;
    const name = failure instanceof Error ? failure.name : typeof failure;
    const text = `the governor failed (${name}): this call went on without it`;
    trace.warnings = [...trace.warnings, { code: "governor-failed", text }];
  }
  return {
    async admit(scope, departure) {
      const { deadline = Number.POSITIVE_INFINITY, signal } = departure;
      try {
        const answer = governor.admit(scope, departure);
        if (!isLater(answer)) return admissionOf(answer);
        return admissionOf(await within(deadline - clock.now(), answer, clock));
      } catch (failure) {
        signal?.throwIfAborted();
        warn(failure);
        return failure instanceof NoAnswer ? { admitted: false, waitMs: 0 } : atItsOwnTime(departure, clock);
      }
    },
    async report(scope, report) {
      try {
        const answer = governor.report(scope, report);
        return isLater(answer) ? await within(REPORT_MS, answer, clock) : answer;
      } catch (failure) {
        warn(failure);
        return false;
      }
    },
  };
}

/** Told by its shape: a promise may come from another library, or another realm. */
function isLater<T>(answer: T | PromiseLike<T>): answer is PromiseLike<T> {
  return typeof (answer as { readonly then?: unknown } | undefined)?.then === "function";
}

/** Thrown where a governor does not answer. */
class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

/** Why a timer is stopped that is not needed any more. */
const OVER = "over";

async function within<T>(ms: number, answer: PromiseLike<T>, clock: Clock): Promise<T> {
  if (ms === Number.POSITIVE_INFINITY) return answer;
  const over = new AbortController();
  const { promise: late, reject } = Promise.withResolvers<never>();
  clock.sleep(ms, over.signal).then(
    () => reject(new NoAnswer("the governor did not answer in time")),
    () => undefined,
  );
  try {
    return await Promise.race([answer, late]);
  } finally {
    over.abort(OVER);
  }
}

/** Whoever is refused without being told for how long has no time to come back at. */
function admissionOf(answer: Admission): Admission {
  if (answer?.admitted === true) return answer;
  if (answer?.admitted !== false) throw new TypeError("the governor's answer is no admission");
  const { waitMs } = answer;
  const isTime = typeof waitMs === "number" && !Number.isNaN(waitMs);
  return { admitted: false, waitMs: isTime ? Math.max(0, waitMs) : Number.POSITIVE_INFINITY };
}

async function atItsOwnTime(
  { notBefore = 0, deadline = Number.POSITIVE_INFINITY, signal }: Departure,
  clock: Clock,
): Promise<Admission> {
  const waitMs = notBefore - clock.now();
  if (notBefore > deadline) return { admitted: false, waitMs };
  if (waitMs > 0) await clock.sleep(waitMs, signal);
  return { admitted: true };
}
