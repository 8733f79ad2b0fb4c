import type { WireResponse } from "./response.ts";
import type { Shown, Written } from "./sights.ts";
import type { WireRequest } from "./transport.ts";

/**
 * What a second sending of the same request does.
 *
 * - `read`: nothing.
 * - `idempotent`: leaves the directory as the first one did.
 * - `once`: repeats something that people see, such as an e-mail. It is never sent again on a guess.
 */
export type Effect = "read" | "idempotent" | "once";

/** What a request means: all that a middleware may act on. A middleware never looks at URLs to find out. */
export interface OperationInfo {
  /** For example `invitations.create`. Stable; errors, logs and fault rules name it. */
  readonly id: string;
  readonly effect: Effect;
  /** The least permission that an application needs for it, for the error of one that lacks it. */
  readonly permission?: string;
  /** The e-mail address, domain or tenant id whose home cloud decides whether the request can succeed. */
  readonly guestIdentity?: string;
  /** Ids of the objects that have to be there for the request to succeed. */
  readonly references?: readonly string[];
  /** Ids of the objects that a successful response has brought into being. */
  readonly created?: (response: WireResponse) => readonly string[];
  /** Ids of the objects that a success has taken away. */
  readonly removes?: readonly string[];
  /**
   * What it writes, as reads are to show it; `response` is that of a success, and `undefined` where nobody knows whether
   * it was carried out. What has no id before the answer is there is then `anythingIn` its collection.
   */
  readonly writes?: (response: WireResponse | undefined) => readonly Written[];
  /** What a success shows of objects that this client may have written. */
  readonly shows?: (response: WireResponse, request: WireRequest) => readonly Shown[];
  /** How long after its own write an object may still be missing for this operation, in milliseconds, where it is longer than usual. */
  readonly visibleWithinMs?: number;
  /** What the service throttles together with this operation, for example `invitations`. Default `directory`. */
  readonly throttleScope?: string;
  /**
   * For an operation with the effect `once`: what may be sent when nobody knows whether `failed` was carried out. It
   * leads to the same state without repeating what people see, and its own effect says so.
   */
  readonly reconcile?: (failed: WireRequest) => WireRequest;
}
