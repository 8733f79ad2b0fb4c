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
  const newest = new Newest();
  const wrote = new Newest();
  const saw = new Newest();
  const report = { reads: 0, stale: 0, readYourWrites: 0, monotonicReads: 0 };
  for (const { session, kind, object, version } of events) {
    const mine = `${session.length}|${session}|${object}`;
    if (kind === "write") {
      newest.note(object, version);
      wrote.note(mine, version);
    } else {
      report.reads++;
      report.stale += Number(version < newest.of(object));
      report.readYourWrites += Number(version < wrote.of(mine));
      report.monotonicReads += Number(version < saw.of(mine));
      saw.note(mine, version);
    }
  }
  return report;
}

/** The highest version noted under a key; 0 where none was. */
class Newest {
  readonly #versions = new Map<string, number>();

  note(key: string, version: number): void {
    this.#versions.set(key, Math.max(version, this.of(key)));
  }

  of(key: string): number {
    return this.#versions.get(key) ?? 0;
  }
}
