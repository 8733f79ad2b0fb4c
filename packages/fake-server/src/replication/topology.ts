import type { Lag } from "./lag.ts";

/**
 * What an instance is asked for: `graph` answers for the directory, `index` the advanced queries, `apps` judges
 * assignments to applications, `rights` what a caller may do.
 */
export type ReaderRole = "graph" | "index" | "apps" | "rights";

export interface ReaderPlan {
  readonly name: string;
  readonly role: ReaderRole;
  readonly datacenter: string;
  readonly lag: Lag;
  /** The operations that its lag is for, by how their names begin; any other arrives at once, unless it has to wait its turn. Absent: all. */
  readonly slowFor?: readonly string[];
}

/** The instances of a tenant, and how late each is. */
export interface Topology {
  readonly readers: readonly ReaderPlan[];
  /** Whether each write is copied to an instance in another datacenter before its caller gets the answer. */
  readonly copiesAcross: boolean;
}

/** How real the replication is: `instant` has no lag; `documented` is what Microsoft describes. */
export type Realism = "instant" | "documented";

const PLACES = [
  ["graph/weu-1", "graph", "weu"],
  ["graph/weu-2", "graph", "weu"],
  ["graph/neu-1", "graph", "neu"],
  ["graph/neu-2", "graph", "neu"],
  ["index/weu", "index", "weu"],
  ["apps/weu", "apps", "weu"],
  ["rights/weu", "rights", "weu"],
] as const satisfies readonly (readonly [string, ReaderRole, string])[];

/**
 * Documented are the secondaries, their datacenters and the copy across; the lengths are what people measured
 * (seconds to half a minute; minutes for assignments to applications), the index's is assumed. That a change of who may
 * invite takes up to an hour is documented.
 *
 * @see https://learn.microsoft.com/entra/architecture/architecture section "Data consistency"
 * @see https://learn.microsoft.com/entra/external-id/troubleshoot for who may invite
 */
const DOCUMENTED_LAG: Readonly<Record<ReaderRole, Lag>> = {
  graph: ["0s", "30s"],
  index: ["0s", "60s"],
  apps: ["0s", "90s"],
  rights: ["15m", "60m"],
};

/** What decides who may do what: nothing else is slow to act there. */
const RIGHTS: readonly string[] = ["authorizationPolicy.", "roles."];

export function topologyOf(realism: Realism): Topology {
  const documented = realism === "documented";
  return {
    readers: PLACES.map(([name, role, datacenter]) => ({
      name,
      role,
      datacenter,
      lag: documented ? DOCUMENTED_LAG[role] : "none",
      ...(role === "rights" && { slowFor: RIGHTS }),
    })),
    copiesAcross: documented,
  };
}
