import type { Clock } from "./clock.ts";

/**
 * Time that never goes back. A computer's clock is set now and then: what was to wait for a second must not wait for an
 * hour because the clock was put back by one. What passed between the last look at the clock and its being put back goes
 * unnoticed: a wait may last that much longer, and never shorter.
 */
export interface SteadyClock extends Clock {
  /** What the clock underneath shows: for instants that others have named, as the end of a token. */
  wall(): number;
}

const known = new WeakMap<Clock, SteadyClock>();

/** The steady time of a clock. There is one for each clock, so that whoever shares a clock shares its time. @throws TypeError for what is no clock */
export function steadyClock(clock: Clock): SteadyClock {
  if (typeof clock?.now !== "function" || typeof clock.sleep !== "function") {
    throw new TypeError("steadyClock: clock must be a clock, with `now` and `sleep`");
  }
  const steady = known.get(clock) ?? steadied(clock);
  known.set(clock, steady);
  return steady;
}

function steadied(clock: Clock): SteadyClock {
  let latest = Number.NEGATIVE_INFINITY;
  /** By how much the clock underneath has been put back so far, in milliseconds. */
  let putBack = 0;
  function now(): number {
    const shown = clock.now() + putBack;
    if (shown < latest) putBack += latest - shown;
    else latest = shown;
    return latest;
  }
  return {
    now,
    sleep: (ms, signal) => clock.sleep(ms, signal),
    wall: () => clock.now(),
  };
}
