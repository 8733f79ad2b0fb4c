import type { FiredFault } from "../../faults/index.ts";
import type { Commit } from "../../replication/index.ts";
import type { RemarkedRequest } from "./told.ts";

/** The instance that a request was answered by, or none. */
export type Lane = string | typeof LANES_WITHOUT_INSTANCE;

export const LANES_WITHOUT_INSTANCE = "";

/** A column of the timeline: a change, a request, or what went wrong with a redemption. */
export interface Happening {
  readonly key: string;
  readonly at: number;
  readonly title: string;
  /** What was done, in a word. */
  readonly operation: string;
  /** The place in the log, of a change. */
  readonly commit?: number;
  readonly lane: Lane;
  /** How many commits the instance was behind. */
  readonly behind: number;
  readonly fault?: string;
}

/** Everything that happened, in order: a request after the changes that there were when it came, and before its own. */
export function happeningsOf(
  commits: readonly Commit[],
  requests: readonly RemarkedRequest[],
  fired: readonly FiredFault[],
): readonly Happening[] {
  const known = new Set(requests.map(({ number }) => number));
  const others = fired.filter(({ request }) => !known.has(request));
  const happenings: Happening[] = [];
  let next = 0;
  const changesUntil = (isBefore: (commit: Commit) => boolean) => {
    for (let commit = commits[next]; commit && isBefore(commit); commit = commits[++next]) {
      happenings.push(ofCommit(commit));
    }
  };
  for (const request of requests) {
    const { seen, sentAt } = request;
    changesUntil(({ lsn, at }) => (seen === undefined ? at < sentAt : lsn <= seen.lsn + seen.behind));
    happenings.push(ofRequest(request));
    changesUntil(({ lsn }) => lsn <= (request.wrote ?? 0));
  }
  changesUntil(() => true);
  return [...happenings, ...others.map((fault) => ofFault(fault, happenings.at(-1)?.at ?? 0))];
}

function ofRequest({ number, sentAt, caller, operation, status, seen, fault }: RemarkedRequest): Happening {
  return {
    key: `request ${number}`,
    at: sentAt,
    operation,
    title: `${caller} ${operation} → ${status ?? "no answer"}`,
    lane: seen?.reader ?? LANES_WITHOUT_INSTANCE,
    behind: seen?.behind ?? 0,
    ...(fault !== undefined && { fault }),
  };
}

/** Of a redemption the request is nobody's: when it was is not told. */
function ofFault({ request, operation, effect }: FiredFault, at: number): Happening {
  const key = `fault ${request}`;
  return { key, at, operation, title: operation, lane: LANES_WITHOUT_INSTANCE, behind: 0, fault: effect };
}

function ofCommit({ lsn, at, actor, operation }: Commit): Happening {
  const title = `commit ${lsn}: ${actor} ${operation}`;
  return { key: `commit ${lsn}`, at, operation, title, commit: lsn, lane: LANES_WITHOUT_INSTANCE, behind: 0 };
}
