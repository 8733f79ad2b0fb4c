import { hasSlept, type Run } from "../run.ts";
import { isRefusal, type Tapped } from "../wiretap.ts";

/** Clocks count in fractions of a millisecond here. */
const TOLERANCE_MS = 0.01;
/** Others than the refused call wait so long on its account at the most, in milliseconds. */
const LONGEST_COOLDOWN_MS = 300_000;

/** No call comes back before its own answer allows, and no call of a scope leaves while the service wants quiet there. */
export function nothingTooEarly(run: Run): readonly string[] {
  const { calls, wire } = run;
  const early = calls.flatMap(({ number, requests }) =>
    requests.slice(1).flatMap((request, n) => {
      const before = requests[n] as Tapped;
      const ms = (before.quietUntil ?? 0) - request.sentAt;
      return ms > TOLERANCE_MS && before.trace === request.trace
        ? [`call ${number} came back ${ms.toFixed(2)} ms before the service's time`]
        : [];
    }),
  );
  return hasSlept(run) ? early : [...early, ...duringCooldowns(wire)];
}

function duringCooldowns(wire: readonly Tapped[]): readonly string[] {
  const refusals = wire.filter((seen) => isRefusal(seen) && seen.quietUntil !== undefined);
  return refusals.flatMap(({ scope, endedAt, quietUntil = 0 }) => {
    const until = Math.min(quietUntil, endedAt + LONGEST_COOLDOWN_MS) - TOLERANCE_MS;
    const intruder = wire.find(
      (seen) => seen.scope === scope && seen.sentAt > endedAt && seen.sentAt < until,
    );
    return intruder ? [`${intruder.operation} was sent while ${scope} was to be left alone`] : [];
  });
}
