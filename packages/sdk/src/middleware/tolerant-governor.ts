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

/**
 * A governor may be a service of its own, and fail. Then nobody is stopped by it: the request leaves at its own time,
 * what came of it stands, and nothing is sent again that nobody can say is affordable. The call notes a warning.
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
      try {
        return await governor.admit(scope, departure);
      } catch (failure) {
        departure.signal?.throwIfAborted();
        warn(failure);
        return atItsOwnTime(departure, clock);
      }
    },
    async report(scope, report) {
      try {
        return await governor.report(scope, report);
      } catch (failure) {
        warn(failure);
        return false;
      }
    },
  };
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
