/** One event of a history: a session wrote an object's version, or read it. Versions of an object grow by one with each write. */
export interface HistoryEvent {
  readonly session: string;
  readonly kind: "write" | "read";
  readonly object: string;
  /** The version written or seen; 0 where the object was not there. */
  readonly version: number;
}

/** How a history kept the session guarantees. */
export interface HistoryReport {
  readonly reads: number;
  /** Reads that saw less than had been written by anybody by then. */
  readonly stale: number;
  /** Reads that missed the session's own write. */
  readonly readYourWrites: number;
  /** Reads that saw less than the session had seen before. */
  readonly monotonicReads: number;
}

/**
 * Counts where a history breaks the guarantees that a session may have been promised.
 *
 * @see Terry et al., Session Guarantees for Weakly Consistent Replicated Data, 1994
 */
export function checkHistory(events: Iterable<HistoryEvent>): HistoryReport {
  const newest = new Map<string, number>();
  const wrote = new Map<string, number>();
  const saw = new Map<string, number>();
  const report = { reads: 0, stale: 0, readYourWrites: 0, monotonicReads: 0 };
  for (const { session, kind, object, version } of events) {
    const mine = `${session}|${object}`;
    if (kind === "write") {
      newest.set(object, version);
      wrote.set(mine, version);
      continue;
    }
    report.reads++;
    if (version < (newest.get(object) ?? 0)) report.stale++;
    if (version < (wrote.get(mine) ?? 0)) report.readYourWrites++;
    if (version < (saw.get(mine) ?? 0)) report.monotonicReads++;
    saw.set(mine, Math.max(version, saw.get(mine) ?? 0));
  }
  return report;
}
