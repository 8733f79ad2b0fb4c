import type { CallRecord } from "../calls.ts";
import type { Run } from "../run.ts";
import type { Tapped } from "../wiretap.ts";

/** How long a call waits for its turn, in milliseconds, where its caller sets no limit. */
const DEADLINE_MS = 100_000;
/** The client may take so many times as long as the service would at best: it has to find the service's pace. */
const MARGIN = 2;

/** Each that waits has been refused once, which nobody can know ahead; and the service counts refusals. */
const UNITS_EACH = 2;

/**
 * Where nothing is wrong but that the service takes little, no call is lost to that: not where everything that can wait
 * at once, one call of each lane, could be served within half of the time that a call has.
 */
export function patienceIsRewarded(run: Run): readonly string[] {
  const { plan, fired, calls } = run;
  const isOnlySlow = fired.length === 0 && plan.neighbours === 0 && plan.credential !== "slow";
  if (!isOnlySlow) return [];
  return calls.filter(isLost).flatMap(({ number, kind, requests }) => {
    // Whoever looks for what it wrote itself gets in line again for each look.
    const looks = 1 + requests.filter(({ saidAbsent }) => saidAbsent).length;
    const idealMs = plan.lanes * UNITS_EACH * looks * spacingMs(run, scopeOf(kind));
    if (idealMs * MARGIN > DEADLINE_MS) return [];
    const seconds = (idealMs / 1_000).toFixed(1);
    return [
      `call ${number} (${kind}) was given up as throttled after ${requests.length} requests, though all that waited could be served in ${seconds} s`,
    ];
  });
}

/** A `waitUntil` has to get in several reads. */
function isLost({ kind, error, limit }: CallRecord): boolean {
  return error?.code === "throttled" && limit === undefined && kind !== "waitUntil";
}

/** How far apart the service takes requests in the long run, in milliseconds. Each costs one unit, and one write at the most. */
function spacingMs({ plan }: Run, scope: Tapped["scope"]): number {
  const { invitations, units, writes } = plan.limits ?? {};
  if (scope === "invitations") return invitations ? invitations.perMs / invitations.requests : 0;
  return Math.max(
    units ? units.perMs / units.units : 0,
    // Behind a write that waits everything waits.
    writes ? writes.perMs / writes.writes : 0,
  );
}

function scopeOf(kind: CallRecord["kind"]): Tapped["scope"] {
  return kind === "invite" ? "invitations" : "directory";
}
