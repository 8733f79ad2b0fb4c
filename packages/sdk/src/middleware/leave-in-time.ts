import type { Governor } from "../governor/index.ts";
import type { Clock } from "../time/index.ts";
import type { Middleware } from "../wire/index.ts";
import { scopeOf } from "./throttle-scope.ts";
import { tolerantOf } from "./tolerant-governor.ts";

/**
 * Thrown instead of sending a request that was held up until the service wanted to be left alone: it waits for another
 * turn. A layer of the user's may wrap it or throw something of its own, so the trace is what tells.
 */
class HeldUp extends Error {
  override readonly name = "HeldUp";

  constructor() {
    super(
      "the request was held up on its way, and the service has asked for a pause since; it waits for another turn",
    );
  }
}

/** Whoever leaves within so many milliseconds of being admitted was not held up. */
const AT_ONCE_MS = 10;

/**
 * Looks once more, next to the transport, whether a request may leave that was held up after it had been admitted: by a
 * token that took its time, or by a layer of the user's.
 */
export function leaveInTime(options: { readonly governor: Governor; readonly clock: Clock }): Middleware {
  const { governor, clock } = options;
  return (next) =>
    async function leaveInTime(request) {
      const { admittedAt, deadline, signal, trace } = request.context;
      if (admittedAt === undefined || clock.now() - admittedAt <= AT_ONCE_MS) return next(request);
      const departure = {
        operation: request.operation.id,
        admittedAt,
        ...(deadline !== undefined && { deadline }),
        ...(signal && { signal }),
      };
      const leave = tolerantOf(governor, clock, trace);
      const admission = await leave.admit(scopeOf(request), departure);
      if (!admission.admitted) {
        trace.isHeldUp = true;
        throw new HeldUp();
      }
      signal?.throwIfAborted();
      return next(request);
    };
}
