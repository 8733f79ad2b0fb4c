export { checkHistory, type HistoryEvent, type HistoryReport } from "./history-check.ts";
export { type Duration, type Lag, milliseconds } from "./lag.ts";
export type { Commit } from "./log.ts";
export type { Reader } from "./reader.ts";
export { type Party, type Pins, Routing, type Session } from "./session.ts";
export { type Model, Store, type StoreMark, type Writes } from "./store.ts";
export { type ReaderPlan, type ReaderRole, type Realism, type Topology, topologyOf } from "./topology.ts";
export type { View } from "./view.ts";
