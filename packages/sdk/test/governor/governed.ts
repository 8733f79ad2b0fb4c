import { type Governor, localGovernor } from "@vestibule/sdk";
import { VirtualClock } from "@vestibule/sdk/testing";

export const operation = "guests.get";
export const SCOPE = "directory";

/** A governor on virtual time, asked about one scope. */
export function governed() {
  const clock = new VirtualClock();
  const governor = localGovernor({ clock });
  const startedAt = clock.now();
  /** Leaves as soon as it may; gives the time of it, in milliseconds from the start. */
  const leave = async (options: Partial<Parameters<Governor["admit"]>[1]> = {}, scope = SCOPE) => {
    const admission = await governor.admit(scope, { operation, ...options });
    return admission.admitted ? clock.now() - startedAt : admission;
  };
  const report = (
    result: "accepted" | "throttled" | "failed",
    more: Partial<Parameters<Governor["report"]>[1]> = {},
    scope = SCOPE,
  ) => governor.report(scope, { operation, sentAt: clock.now(), result, ...more });
  return { clock, governor, startedAt, leave, report };
}
