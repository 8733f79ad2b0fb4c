import type { Directory, Principal } from "../directory/index.ts";
import type { GraphRequest, GraphResponse } from "../graph/index.ts";

/** One request, and all that can be made to go wrong with it. */
export interface Exchange {
  readonly request: GraphRequest;
  readonly directory: Directory;
  readonly party: Principal;
  /** How long what goes wrong takes, in milliseconds; a skew where it is the time that is wrong. */
  readonly forMs: number;
  /** Carries the request out, and answers it as if nothing were wrong. Once. */
  answer(party?: Principal): GraphResponse;
  /** Waits on the world's clock, until the caller gives up at the latest. */
  wait(ms: number): Promise<void>;
  /** Moves the world's time ahead at once, as a computer that slept. */
  leap(ms: number): void;
}

/** What goes wrong: it stands between the request and its answer. */
export type Effect = (exchange: Exchange) => GraphResponse | Promise<GraphResponse>;

/** An effect, and where it makes sense. */
export interface EffectPlan {
  readonly effect: Effect;
  /** How long it takes where a rule does not say, in milliseconds. */
  readonly forMs?: number;
  /** Which requests it can happen to. Absent: any. */
  readonly appliesTo?: (request: GraphRequest) => boolean;
  /** Whether what it answers is nothing that the service's schema allows: a gateway's page, a body that was cut off. */
  readonly isForeign?: boolean;
}
