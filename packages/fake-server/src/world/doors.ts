import type { Transport } from "@vestibule/sdk/wire";
import type { CloudProfile } from "../directory/index.ts";
import type { ErrorStamp, GraphRequest, GraphResponse } from "../graph/index.ts";
import type { LoginAnswer, LoginRequest, TokenRefusal } from "../login/index.ts";

/** Whoever waits for an answer. The signal is looked at only where there is something to wait for. */
export interface MayGiveUp {
  readonly signal?: AbortSignal | undefined;
}

/** The way to one tenant for one caller: what every door opens on. */
export interface OpenedWay {
  readonly cloud: CloudProfile;
  /** Whom the token is for that opened it. Absent: Graph. */
  readonly audience?: string | undefined;
  /**
   * Carries a request there. The answer is there at once unless something goes wrong on purpose.
   *
   * @throws ConnectionFault where no answer comes; the reason of the caller's signal where it gives up
   */
  deliver(request: GraphRequest, caller: MayGiveUp): GraphResponse | Promise<GraphResponse>;
}

/** What a door that takes tokens has to know of the world. */
export interface TokenGate {
  /** Where the holder of a token goes, or why the token is not, or no longer, good. */
  open(token: string): OpenedWay | TokenRefusal;
  /** Each Graph, with the login host of its cloud. */
  readonly graphOrigins: ReadonlyMap<string, string>;
  readonly loginOrigins: ReadonlySet<string>;
  /** What tells apart an answer that Graph gives to a token that is not good, before any tenant is asked. */
  stamp(clientRequestId: string | null): ErrorStamp;
  /** What a login host answers; `undefined` for an address that is no login host's. */
  login(request: LoginRequest): LoginAnswer | undefined;
}

export type TransportDoor = (way: OpenedWay) => Transport;
export type FetchDoor = (
  gate: TokenGate,
  input: Request | URL | string,
  init?: RequestInit,
) => Promise<Response>;

/** The ways into a world. They stand above it, and are handed down where a world is made. */
export interface Doors {
  readonly transport: TransportDoor;
  readonly fetch: FetchDoor;
}
