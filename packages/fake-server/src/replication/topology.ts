import type { Lag } from "./lag.ts";

/** What an instance is asked for: `graph` answers for the directory, `index` the advanced queries, `apps` judges assignments to applications. */
export type ReaderRole = "graph" | "index" | "apps";

export interface ReaderPlan {
  readonly name: string;
  readonly role: ReaderRole;
  readonly datacenter: string;
  readonly lag: Lag;
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
] as const satisfies readonly (readonly [string, ReaderRole, string])[];

/**
 * Documented are the secondaries, their datacenters and the copy across; the lengths are what people measured
 * (seconds to half a minute; minutes for assignments to applications), the index's is assumed.
 *
 * @see https://learn.microsoft.com/entra/architecture/architecture section "Data consistency"
 */
const DOCUMENTED_LAG: Readonly<Record<ReaderRole, Lag>> = {
  graph: ["0s", "30s"],
  index: ["0s", "60s"],
  apps: ["0s", "90s"],
};

export function topologyOf(realism: Realism): Topology {
  const documented = realism === "documented";
  return {
    readers: PLACES.map(([name, role, datacenter]) => ({
      name,
      role,
      datacenter,
      lag: documented ? DOCUMENTED_LAG[role] : "none",
    })),
    copiesAcross: documented,
  };
}
