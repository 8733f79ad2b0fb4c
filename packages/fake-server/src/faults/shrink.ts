/**
 * Makes a schedule of faults as short as it can be while the run still fails: none of those that are left can be taken
 * away. `fails` runs a schedule and says whether it fails; it has to say the same of the same schedule each time.
 *
 * @throws TypeError for what is no schedule and no function; RangeError where the run does not fail with the whole schedule
 *
 * @example
 * ```ts
 * const few = await shrink(contoso.faults.fired, (schedule) => runFails(seed, schedule));
 * console.log(describeSchedule(seed, few));
 * ```
 */
export async function shrink<F>(
  schedule: readonly F[],
  fails: (schedule: readonly F[]) => boolean | Promise<boolean>,
): Promise<readonly F[]> {
  if (!isList(schedule) || typeof fails !== "function") {
    throw new TypeError(
      "shrink takes a schedule, such as faults.fired, and a function that tells whether a run fails with it",
    );
  }
  if (await fails([])) return [];
  if (!(await fails(schedule)))
    throw new RangeError("the run does not fail with this schedule: there is nothing to shrink");
  let current = schedule;
  let parts = 2;
  while (current.length > 1) {
    const smaller = await withoutOnePart(current, Math.min(parts, current.length), fails);
    if (smaller) {
      current = smaller;
      parts = Math.max(2, parts - 1);
    } else if (parts >= current.length) return current;
    else parts *= 2;
  }
  return current;
}

/** The schedule less one of its parts, where it fails all the same. */
async function withoutOnePart<F>(
  schedule: readonly F[],
  parts: number,
  fails: (schedule: readonly F[]) => boolean | Promise<boolean>,
): Promise<readonly F[] | undefined> {
  const size = Math.ceil(schedule.length / parts);
  for (let from = 0; from < schedule.length; from += size) {
    const rest = [...schedule.slice(0, from), ...schedule.slice(from + size)];
    if (rest.length < schedule.length && (await fails(rest))) return rest;
  }
  return undefined;
}

function isList(value: unknown): boolean {
  return Array.isArray(value);
}
