import type { VirtualClock } from "@vestibule/sdk/testing";

/** How long a run may go on, in milliseconds of its own time. */
const LONGEST_MS = 24 * 3_600_000;
/** In how many tasks. */
const MOST_TASKS = 200_000;
/** After so many tasks in which no timer waits nothing will ever happen any more. */
const IDLE_TASKS = 1_000;

/** Waits until `work` is over; or says why it will never be. */
export async function untilOver(work: Promise<unknown>, clock: VirtualClock): Promise<string | undefined> {
  let isOver = false;
  const end = () => {
    isOver = true;
  };
  work.then(end, end);
  const last = clock.now() + LONGEST_MS;
  let idle = 0;
  for (let tasks = 0; !isOver; tasks++) {
    await new Promise((resolve) => setImmediate(resolve));
    if (isOver) break;
    idle = clock.sleeping > 0 ? 0 : idle + 1;
    if (idle > IDLE_TASKS) return "nothing waits any more";
    if (clock.now() > last) return `it goes on after ${LONGEST_MS / 3_600_000} hours of its own time`;
    if (tasks > MOST_TASKS) return `it goes on after ${MOST_TASKS} tasks`;
  }
  await work;
  return undefined;
}
