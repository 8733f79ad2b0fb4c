import type { Transport } from "@vestibule/sdk/wire";
import type { Directory } from "../directory/index.ts";
import type { Party } from "../replication/index.ts";

/** A directory, and who comes to it: what every way in ends in. */
export interface OpenedWay {
  readonly directory: Directory;
  readonly party: Party;
}

/** What a door that takes tokens has to know of the world. */
export interface TokenGate {
  /** Where the holder of a token goes; `undefined` for a token that is not, or no longer, good. */
  open(token: string): OpenedWay | undefined;
  readonly graphOrigins: ReadonlySet<string>;
}

export type TransportDoor = (way: OpenedWay) => Transport;
export type FetchDoor = (gate: TokenGate, request: Request) => Promise<Response>;

/** The ways into a world. They stand above it, and are handed down where a world is made. */
export interface Doors {
  readonly transport: TransportDoor;
  readonly fetch: FetchDoor;
}
