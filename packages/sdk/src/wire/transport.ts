import type { Cloud } from "../clouds/index.ts";
import type { CallContext } from "./call-context.ts";
import type { OperationInfo } from "./operation.ts";
import type { Outcome } from "./outcome.ts";
import type { WireResponse } from "./response.ts";

/** The HTTP methods that Graph knows. */
export type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

/** Query options by name, unencoded: `{ $select: "id,mail" }`. */
export type Query = Readonly<Record<string, string>>;

/** Where a request goes: a path below the API version with encoded segments, or a next link exactly as it came in. */
export type Target = { readonly path: string; readonly query?: Query } | { readonly next: string };

/** One request, in the shape every transport understands. */
export interface WireRequest {
  readonly operation: OperationInfo;
  readonly method: Method;
  readonly version: "v1.0" | "beta";
  readonly target: Target;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** A JSON value. Absent where the request has no body. */
  readonly body?: unknown;
  readonly context: CallContext;
}

/** Sends one request and brings back its response. */
export type Send = (request: WireRequest) => Promise<WireResponse>;

/**
 * Carries one request to one directory, once.
 *
 * `send` resolves for every HTTP status. It rejects only when no response arrived, with a {@link TransportFailure},
 * or with the reason of the caller's own abort. It reads the body to its end, follows no redirect, and sends nothing
 * to any origin but that of its cloud's Graph.
 *
 * @see `transportConformance` in `@vestibule/sdk/testing`: the suite that every transport passes
 */
export interface Transport extends Partial<AsyncDisposable> {
  readonly cloud: Cloud;
  readonly send: Send;
}

const BRAND: unique symbol = Symbol.for("vestibule.TransportFailure") as never;

/** Thrown by a transport that got no response. A client turns it into a `B2BError`. */
export class TransportFailure extends Error {
  override readonly name = "TransportFailure";
  readonly outcome: Exclude<Outcome, "rejected">;

  /** True for a failure of this class from any copy of the package. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "object" && value !== null && BRAND in value;
  }

  constructor(outcome: Exclude<Outcome, "rejected">, options?: ErrorOptions) {
    super(outcome === "not-sent" ? "the request was not sent" : "no response arrived", options);
    this.outcome = outcome;
    Object.defineProperty(this, BRAND, { value: true });
  }
}
