import type { BoundaryPolicy, Cloud, HomeResolver } from "../clouds/index.ts";
import type { Clock } from "../time/index.ts";
import type { Send } from "../wire/index.ts";

/** Makes a policy for a client, that may ask the client's directory. */
export type BoundaryPolicyMaker = (client: {
  readonly cloud: Cloud;
  /** The way to the directory, retries and all. */
  readonly send: Send;
  readonly clock: Clock;
  /** Who finds out where somebody is at home: for the directory too, by its own tenant id. */
  readonly resolver: HomeResolver;
}) => BoundaryPolicy;
