import type { Remedy } from "../remedies/index.ts";
import type { Problem } from "../schemas/index.ts";
import type { CallWarning, Outcome } from "../wire/index.ts";
import type { ReachedLimit } from "./limit-id.ts";

/** What went wrong, in words that a `switch` can exhaust. */
export type ErrorCode =
  | "throttled"
  | "transient"
  | "network"
  | "timeout"
  | "aborted"
  | "not-found"
  | "not-yet-visible"
  | "forbidden"
  | "unauthenticated"
  | "conflict"
  | "invalid-input"
  | "rejected-input"
  | "cloud-boundary"
  | "limit-reached"
  | "invitations-restricted"
  | "unexpected-response"
  | "http";

/** What is known of a failure, beside its code. */
export interface B2BErrorDetails {
  readonly outcome: Outcome;
  /** Id of the operation, for example `invitations.create`. */
  readonly operation: string;
  /** How many requests were sent. Default 0. */
  readonly attempts?: number;
  /** Whether the same call may succeed later and does no harm meanwhile. Default false. */
  readonly retryable?: boolean;
  readonly status?: number;
  readonly graphCode?: string;
  readonly requestId?: string;
  readonly clientRequestId?: string;
  readonly retryAfterMs?: number;
  readonly remedies?: readonly Remedy[];
  readonly limit?: ReachedLimit;
  readonly problems?: readonly Problem[];
  readonly seen?: readonly string[];
  readonly claims?: string;
  readonly warnings?: readonly CallWarning[];
  readonly cause?: unknown;
}

/**
 * The properties that a code promises, beyond those that every error may have.
 *
 * @inline
 */
interface Promised {
  "cloud-boundary": { readonly remedies: readonly Remedy[] };
  "limit-reached": { readonly remedies: readonly Remedy[]; readonly limit: ReachedLimit };
  "invitations-restricted": { readonly remedies: readonly Remedy[] };
  "invalid-input": { readonly problems: readonly Problem[] };
  "unexpected-response": { readonly problems: readonly Problem[] };
}

/** An error whose code is known, with what that code promises. */
export type B2BErrorOf<C extends ErrorCode> = B2BError & { readonly code: C } & (C extends keyof Promised
    ? Promised[C]
    : unknown);

const BRAND: unique symbol = Symbol.for("vestibule.B2BError") as never;

/**
 * Every failure that the SDK raises. Branch on {@link B2BError.code | code}, never on the message.
 *
 * It says what became of the write ({@link B2BError.outcome | outcome}), whether calling again is worth it
 * ({@link B2BError.retryable | retryable}) and what can be done ({@link B2BError.remedies | remedies}). Neither the
 * message nor `toJSON` holds a token, a redeem link or an address.
 *
 * @example
 * ```ts
 * const invited = await b2b.invitations.create(input).safe();
 * if (!invited.ok && invited.error.is("cloud-boundary")) return invited.error.remedies;
 * ```
 */
export class B2BError extends Error {
  override readonly name = "B2BError";
  readonly code: ErrorCode;
  readonly outcome: Outcome;
  readonly retryable: boolean;
  /** Id of the operation, for example `invitations.create`. */
  readonly operation: string;
  /** How many requests were sent. */
  readonly attempts: number;
  /** The HTTP status, where a response arrived. */
  readonly status: number | undefined;
  /** Graph's own error code, for example `Request_ResourceNotFound`. */
  readonly graphCode: string | undefined;
  /** Graph's id of the last request: what Microsoft's support asks for. */
  readonly requestId: string | undefined;
  /** The id that the last request was sent with. */
  readonly clientRequestId: string | undefined;
  /** How long the service asked to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** What can be done, the easiest first. */
  readonly remedies: readonly Remedy[] | undefined;
  /** Which limit was reached. Only with `limit-reached`. */
  readonly limit: ReachedLimit | undefined;
  /** What is wrong with an input or a response, by path and without values. */
  readonly problems: readonly Problem[] | undefined;
  /** What a wait saw until it gave up, in order. */
  readonly seen: readonly string[] | undefined;
  /**
   * What the service wants to see in a token before it does this, as a JSON text: hand it to whatever signs your user
   * in. Only with `unauthenticated`, where a token that was asked for with these claims was not good enough either.
   */
  readonly claims: string | undefined;
  /** What else the client noticed on the way, such as a governor that failed. */
  readonly warnings: readonly CallWarning[];

  constructor(code: ErrorCode, message: string, details: B2BErrorDetails) {
    if (typeof details?.operation !== "string") {
      throw new TypeError("B2BError: details must name the `operation` and its `outcome`");
    }
    super(`[${code}] ${details.operation}: ${message}`, { cause: details.cause });
    this.code = code;
    this.outcome = details.outcome;
    this.retryable = details.retryable ?? false;
    this.operation = details.operation;
    this.attempts = details.attempts ?? 0;
    this.status = details.status;
    this.graphCode = details.graphCode;
    this.requestId = details.requestId;
    this.clientRequestId = details.clientRequestId;
    this.retryAfterMs = details.retryAfterMs;
    this.remedies = details.remedies;
    this.limit = details.limit;
    this.problems = details.problems;
    this.seen = details.seen;
    this.claims = details.claims;
    this.warnings = details.warnings ?? [];
    Object.defineProperty(this, BRAND, { value: true });
  }

  /** True for an error of this class from any copy of the package. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "object" && value !== null && BRAND in value;
  }

  /** Tells whether the error has this code, and narrows its type to what the code promises. */
  is<C extends ErrorCode>(code: C): this is B2BErrorOf<C> {
    return this.code === code;
  }

  /** For logs. Holds no header, body, query or address. */
  toJSON(): Record<string, unknown> {
    const { name, code, message, outcome, retryable, operation, attempts, status, graphCode } = this;
    const { requestId, clientRequestId, retryAfterMs, limit, problems, seen, warnings } = this;
    return {
      ...{ name, code, message, outcome, retryable, operation, attempts, status, graphCode },
      ...{ requestId, clientRequestId, retryAfterMs, limit, problems, seen },
      ...(warnings.length > 0 && { warnings }),
      remedies: this.remedies?.map(({ action, who }) => ({ action, who })),
    };
  }
}
