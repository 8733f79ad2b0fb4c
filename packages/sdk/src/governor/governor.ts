/** What is paid for before a request is sent again: a server in trouble costs more than one that asked for patience. */
export type RetryCause = "transient" | "throttled";

/** A request that wants to leave. Times are milliseconds on the client's clock. */
export interface Departure {
  /** Id of the operation: what it cost last time is taken for what it will cost. */
  readonly operation: string;
  /** When it first wanted to leave: the oldest goes first, so that one that was refused keeps its place. Absent: now. */
  readonly since?: number;
  /** It may not leave earlier: the server said so, or the back-off. Absent: it may leave now. */
  readonly notBefore?: number;
  /** Where it could only leave later than this, it is turned away at once. Absent: it waits as long as it takes. */
  readonly deadline?: number;
  /**
   * When it was admitted before, where something held it up since, such as a slow token. It keeps the place that it had,
   * and is turned away only where the service has asked to be left alone meanwhile.
   */
  readonly admittedAt?: number;
  /** Ends the wait: it rejects with the signal's reason, and leaves nothing behind. */
  readonly signal?: AbortSignal;
}

/**
 * Leave to send a request; or how long it would have had to wait, in milliseconds: 0 where its time was over before its
 * turn came, infinite where nobody can say.
 */
export type Admission = { readonly admitted: true } | { readonly admitted: false; readonly waitMs: number };

/** What came of a request that had been admitted. */
export interface DepartureReport {
  readonly operation: string;
  /** When it was sent, in milliseconds on the client's clock. */
  readonly sentAt: number;
  /** `accepted`: the service worked on it. `throttled`: it refused, for now. `failed`: it was in trouble, or no answer came. */
  readonly result: "accepted" | "throttled" | "failed";
  /** How long the service wants to be left alone, in milliseconds. Absent: it did not say. */
  readonly cooldownMs?: number;
  /** What the request cost, in the service's resource units (`x-ms-resource-unit`). */
  readonly units?: number;
  /** How much of the limit is used, 1 being all of it (`x-ms-throttle-limit-percentage`). */
  readonly usage?: number;
  /** Why the request is to be sent again. Absent: it is not. */
  readonly retry?: RetryCause;
}

/**
 * Keeps the calls of one client from doing harm together: it says when a request may leave, and whether one more retry
 * can be afforded. A scope is what the service throttles by itself, such as `invitations`.
 *
 * One client has one; clients that call as the same application in the same directory may share one. Every method may
 * answer later, so that several processes can share one as well. One that fails stops nobody: the request leaves at its
 * own time, is not sent again, and the call notes a warning. One that never answers is waited for until the call's
 * deadline, or for 5 seconds where a request could be sent again.
 */
export interface Governor {
  /** Resolves when the request may leave, or at once where it could not leave in time. */
  admit(scope: string, departure: Departure): Admission | Promise<Admission>;
  /**
   * Told of every admitted request that was answered, or failed. Where it is to be sent again, that is paid for here:
   * false means that it cannot be afforded.
   */
  report(scope: string, report: DepartureReport): boolean | Promise<boolean>;
}
