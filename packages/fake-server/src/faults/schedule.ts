import type { FiredFault } from "./faults.ts";

/** A schedule as text: what to say of a run that failed, so that anybody can run it again. */
export function describeSchedule(seed: number | string, schedule: readonly FiredFault[]): string {
  const isSchedule = Array.isArray(schedule) && schedule.every((fault) => typeof fault?.effect === "string");
  if (!isSchedule) throw new TypeError("describeSchedule takes a seed and a schedule, such as faults.fired");
  const lines = schedule.map(
    ({ request, operation, effect, forMs }) =>
      `  request ${String(request).padStart(4)}  ${operation.padEnd(20)}  ${effect}${forMs > 0 ? ` (${forMs} ms)` : ""}`,
  );
  return [`seed ${seed}, ${schedule.length} ${schedule.length === 1 ? "fault" : "faults"}:`, ...lines].join(
    "\n",
  );
}
