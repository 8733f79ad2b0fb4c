import { type Lag, Store, type Topology } from "../../src/replication/index.ts";
import { Chance } from "../../src/simulation/index.ts";

/** As much of an object as a store has to know: what it is, what it is found by, and what it counts. */
export interface Thing {
  readonly id: string;
  readonly keys: readonly string[];
  readonly weight: number;
}

/** Two instances in each of two places, and an index, each late in its own way. */
export const lateTopology: Topology = {
  copiesAcross: true,
  readers: [
    { name: "a-1", role: "graph", datacenter: "a", lag: ["0s", "9s"] },
    { name: "a-2", role: "graph", datacenter: "a", lag: "4s" },
    { name: "b-1", role: "graph", datacenter: "b", lag: { lognormal: { p50: "2s", p99: "20s" } } },
    { name: "b-2", role: "graph", datacenter: "b", lag: ["0s", "30s"] },
    { name: "index", role: "index", datacenter: "a", lag: ["5s", "30s"] },
  ],
};

export function oneReader(lag: Lag): Topology {
  return { copiesAcross: false, readers: [{ name: "only", role: "graph", datacenter: "a", lag }] };
}

/** A store on a clock that stands where it is put. */
export function openStore(topology: Topology, seed: number | string = 1) {
  const clock = { now: 0 };
  const asked = { keys: 0 };
  const keysOf = ({ keys }: Thing) => {
    asked.keys++;
    return keys;
  };
  const now = () => clock.now;
  const store = new Store<Thing>(
    topology,
    { keysOf, weightOf: ({ weight }) => weight },
    now,
    new Chance(seed),
  );
  const write = (id: string, keys: readonly string[] = [], weight = 1) =>
    store.commit("somebody", "test", new Map([[id, { id, keys, weight }]]));
  const remove = (id: string) => store.commit("somebody", "test", new Map([[id, null]]));
  /** The ids that each instance shows now, in its order. */
  const shown = () =>
    store.readers.map((reader) => [...store.viewOf(reader).entries()].map(([, { id }]) => id));
  return { clock, store, write, remove, shown, asked };
}
