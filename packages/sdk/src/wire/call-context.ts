import type { Outcome } from "./outcome.ts";

/** Something worth knowing about a call that succeeded all the same. */
export interface CallWarning {
  readonly code:
    | "home-unknown"
    | "cloud-boundary"
    | "policy-failed"
    | "settings-unread"
    | "governor-failed"
    /** The answer does not show yet what this client has just written. Ask again. */
    | "behind-own-writes";
  readonly text: string;
}

/** What the layers note of one call as it goes through them. One for each call, shared by all its attempts. */
export interface CallTrace {
  /** How many requests have been sent. */
  attempts: number;
  /** Whether a request is on its way whose answer is not there yet. */
  isUnderWay: boolean;
  /** What is known of the call's effect so far: the worst that any of its attempts has left behind. */
  outcome: Outcome;
  /** The id that the last request was sent with. */
  clientRequestId?: string;
  /** How many answers said that an object written by this client is not there yet. */
  staleReads: number;
  /** Whether the request was sent again in another form, because nobody knew what had become of it. */
  reconciled: boolean;
  /** Whether the last request was held up on its way, and did not leave. */
  isHeldUp: boolean;
  /**
   * Until when what fails for now is sent again, on the client's clock. Waiting for one's own writes puts it off. Absent
   * before the first request, and where nothing is sent again.
   */
  retryUntil?: number;
  warnings: readonly CallWarning[];
}

/** What one call carries through the layers beside its request. */
export interface CallContext {
  /** The caller's own signal. Absent where the caller gave none. */
  readonly signal?: AbortSignal;
  /** The time on the client's clock by which the call has to be over. Absent where the caller set no limit. */
  readonly deadline?: number;
  /** When this attempt got leave to go, on the client's clock. Absent where nothing has to be asked for it. */
  readonly admittedAt?: number;
  readonly trace: CallTrace;
}

/** A context for a call that nobody limits. */
export function callContext(limits: Pick<CallContext, "signal" | "deadline"> = {}): CallContext {
  return {
    ...limits,
    trace: {
      attempts: 0,
      isUnderWay: false,
      isHeldUp: false,
      outcome: "not-sent",
      staleReads: 0,
      reconciled: false,
      warnings: [],
    },
  };
}
