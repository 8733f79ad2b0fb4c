/** A change of the SDK's source. */
export interface SourceChange {
  /** The file, below `packages/sdk/src/`. */
  readonly file: string;
  /** What stands there, and what stands there instead. */
  readonly from: string;
  readonly to: string;
}

/** A safety rule of the SDK that is switched off in a build for testing. */
export interface Mutant extends SourceChange {
  /** What the client does no more. */
  readonly name: string;
  /** Further places that would each uphold the rule alone. */
  readonly also?: readonly SourceChange[];
}

/** If one of these went unnoticed, the simulation would prove nothing. */
export const mutants: readonly Mutant[] = [
  {
    name: "look at the effect before sending again",
    file: "middleware/judge.ts",
    from: 'const ifRepeated = operation.effect === "once" ? "uncertain" : "harmless";',
    to: 'const ifRepeated = "harmless";',
  },
  {
    name: "reconcile what nobody knows the fate of",
    file: "middleware/retry.ts",
    from: 'return verdict === "uncertain" ? request.operation.reconcile?.(request) : request;',
    to: 'return verdict === "uncertain" ? undefined : request;',
  },
  {
    name: "hold everything back while the service wants quiet",
    file: "governor/local-governor.ts",
    from: 'if (result === "throttled") this.#pace.refused(cooldownMs, sentAt, now);',
    to: "if (cooldownMs >= 0) return;",
  },
  {
    name: "wait for one's own writes",
    file: "middleware/read-your-writes.ts",
    from: "if (missing === undefined) return undefined;",
    to: "if (request) return undefined;",
  },
  {
    name: "stop when the retry budget is spent",
    file: "governor/retry-budget.ts",
    from: "if (this.#tokens < COST[cause]) return false;",
    to: "",
  },
  {
    name: "wait as long as Retry-After says",
    file: "middleware/backoff.ts",
    from: "return ms + random() * Math.min(250, ms / 10);",
    to: "return ms * random();",
  },
  {
    name: "give up after so many attempts",
    file: "middleware/retry.ts",
    from: "tries.troubles < attempts && ",
    to: "",
  },
  {
    name: "remember what an earlier attempt may have done",
    file: "middleware/attempt-trace.ts",
    from: "trace.outcome = worse(before, outcomeOf(operation, response.status));",
    to: "trace.outcome = outcomeOf(operation, response.status);",
  },
  {
    name: "advise no retry that might send a second mail",
    file: "errors/from-response.ts",
    from: "retryable: mayWork(code, response) && isSafeToRepeat(request, details.outcome),",
    to: "retryable: mayWork(code, response),",
  },
  {
    name: "end its timer with the attempt",
    file: "middleware/attempt-timeout.ts",
    from: "over.abort(OVER);",
    to: "",
  },
  {
    name: "stop waiting when its caller gives up",
    file: "resources/in-time.ts",
    from: 'signal?.addEventListener("abort", onAbort, { once: true });',
    to: "",
  },
  {
    name: "pause after a refusal that names no time",
    file: "middleware/retry.ts",
    from: 'const floor = verdict === "refused" ? baseMs : 0;',
    to: "const floor = 0;",
  },
  {
    name: "pause before reconciling",
    file: "middleware/retry.ts",
    from: "return { request, notBefore, after: made.result };",
    to: "return { request, ...(request === made.request && { notBefore }), after: made.result };",
  },
  {
    name: "catch up with one gap, and not with more",
    file: "governor/pace.ts",
    from: "this.#nextAt = gap === 0 ? now : Math.max(this.#nextAt, now - gap) + gap;",
    to: "this.#nextAt = gap === 0 ? now : this.#nextAt + gap;",
  },
  {
    name: "advise no retry of a lost answer that might send a second mail",
    file: "errors/from-failure.ts",
    from: "const retryable = isSafeToRepeat(request, known.outcome);\n    return new B2BError(code",
    to: "const retryable = true;\n    return new B2BError(code",
  },
  {
    name: "look again whether to leave when a token was late",
    file: "middleware/leave-in-time.ts",
    from: "if (!admission.admitted) {",
    to: "if (admission === undefined) {",
  },
  {
    name: "know a late token from a request without an answer",
    file: "middleware/attempt-timeout.ts",
    from: 'throw new TransportFailure(wasUnderWay ? "unknown" : "not-sent"',
    to: 'throw new TransportFailure("unknown"',
  },
  {
    name: "let nothing leave when its time is over",
    file: "middleware/retry.ts",
    from: "return clock.now() > deadline ? 0 : undefined;",
    to: "return undefined;",
    also: [
      {
        file: "governor/departure-queue.ts",
        from: "settle(now <= deadline ? ADMITTED : { admitted: false, waitMs: 0 });",
        to: "settle(ADMITTED);",
      },
      {
        file: "governor/local-governor.ts",
        from: "signal?.throwIfAborted();\n    const now = this.#clock.now();\n    if (now > term.deadline) return TOO_LATE;",
        to: "signal?.throwIfAborted();\n    const now = this.#clock.now();",
      },
    ],
  },
  {
    name: "give all looks of a call one deadline",
    file: "middleware/retry.ts",
    from: "trace.retryUntil ??= clock.now() + deadlineMs;",
    to: "trace.retryUntil = clock.now() + deadlineMs;",
  },
];
