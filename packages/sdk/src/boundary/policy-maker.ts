import type { BoundaryPolicy, Cloud } from "../clouds/index.ts";
import type { Clock } from "../time/index.ts";
import type { Send } from "../wire/index.ts";

/** Makes a policy for a client, that may ask the client's directory. */
export type BoundaryPolicyMaker = (client: {
  readonly cloud: Cloud;
  /** The way to the directory, retries and all. */
  readonly send: Send;
  readonly clock: Clock;
}) => BoundaryPolicy;
