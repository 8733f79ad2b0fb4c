export type { KeptObject, KeptStore } from "./kept-store.ts";
export { type Duration, type Lag, milliseconds } from "./lag.ts";
export type { Commit } from "./log.ts";
export type { Reader } from "./reader.ts";
export { type Party, Routing, type Session } from "./session.ts";
export { DELTA_LIFETIME_MS, Store, type StoreMark } from "./store.ts";
export { type Realism, type Topology, topologyOf } from "./topology.ts";
export type { View } from "./view.ts";
