import type { Cloud } from "../clouds/index.ts";
import {
  B2BError,
  errorFromFailure,
  errorFromResponse,
  invalidInput,
  unexpectedResponse,
} from "../errors/index.ts";
import type { Problem, Reader } from "../schemas/index.ts";
import type { SteadyClock } from "../time/index.ts";
import {
  type CallContext,
  type CallWarning,
  callContext,
  type Send,
  type WireRequest,
  type WireResponse,
} from "../wire/index.ts";
import { lackedFor } from "./capabilities.ts";
import { inTime } from "./in-time.ts";
import type { Operation } from "./operation.ts";

/** What a single call may be told beside its input. */
export interface CallOptions {
  /** Ends the call at once, waits included; it rejects with the code `aborted`. */
  readonly signal?: AbortSignal | undefined;
  /** How long the whole call may take, waits and further attempts included, in milliseconds. Default: no limit beyond those of the client's layers. */
  readonly timeoutMs?: number | undefined;
}

/** What is known of a call that succeeded. */
export interface CallMeta {
  readonly status: number;
  /** How many requests were sent. */
  readonly attempts: number;
  /** How many answers said that an object this client had written was not there yet. */
  readonly staleReads: number;
  /** Whether another request was sent in the end, because nobody knew what had become of the first: an invitation without its mail, for example. */
  readonly reconciled: boolean;
  /** Graph's id of the last request. */
  readonly requestId: string | undefined;
  readonly clientRequestId: string | undefined;
  readonly warnings: readonly CallWarning[];
}

/** A call's outcome as a value. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: B2BError };

/** A call under way: a promise of its value, with two more ways to look at it. */
export interface Call<T> extends Promise<T> {
  /** The value or the error, as a value: never rejects with a {@link B2BError}. */
  safe(): Promise<Result<T>>;
  /** What the call took. Rejects where the call does. */
  meta(): Promise<CallMeta>;
}

/** What calls go through: the layered way to the directory, and the client's time. */
export interface Line {
  readonly cloud: Cloud;
  readonly clock: SteadyClock;
  readonly send: Send;
}

/** A response and the value read from it. */
export interface Exchange<T> {
  readonly value: T;
  readonly response: WireResponse;
}

/** A value, and what it took. */
export interface Answer<T> {
  readonly value: T;
  readonly meta: CallMeta;
}

/** Starts one call of `operation`. The input is checked before anything is sent. */
export function startCall<I, O>(
  line: Line,
  operation: Operation<I, O>,
  input: I,
  options: CallOptions = {},
): Call<O> {
  return callOf(perform(line, operation, input, options));
}

/** Carries out one call of `operation`. */
export async function perform<I, O>(
  line: Line,
  operation: Operation<I, O>,
  input: I,
  options: CallOptions,
): Promise<Answer<O>> {
  const request = requestFor(line, operation, input, options);
  const { value, response } = await exchange(
    line,
    request,
    operation.output(input, request.context.trace),
    operation.alreadyDone,
  );
  const { attempts, staleReads, reconciled, clientRequestId, warnings } = request.context.trace;
  const requestId = response.headers.get("request-id") ?? undefined;
  return {
    value,
    meta: { status: response.status, attempts, staleReads, reconciled, requestId, clientRequestId, warnings },
  };
}

/** The request for an input that has been found right. */
export function requestFor<I, O>(
  line: Line,
  operation: Operation<I, O>,
  input: I,
  options: CallOptions,
): WireRequest {
  const reading = operation.input(input);
  if (!reading.ok) throw invalidInput(operation.id, reading.problems);
  const described = operation.describe(reading.value, line.cloud);
  const lacked = lackedFor(line.cloud, operation.id, described);
  if (lacked.length > 0) throw invalidInput(operation.id, lacked);
  const { method, version = "v1.0", path, query, headers = {}, body, ...meaning } = described;
  return {
    operation: { id: operation.id, ...meaning },
    method,
    version,
    target: query ? { path, query } : { path },
    headers,
    // As it will be on the wire, so that every transport gets the same: no undefined, no Date.
    ...(body !== undefined && { body: JSON.parse(JSON.stringify(body)) }),
    context: contextFor(line, operation.id, options),
  };
}

const CALL_OPTIONS = ["signal", "timeoutMs"];

function contextFor({ clock }: Line, operation: string, options: CallOptions): CallContext {
  const { signal, timeoutMs } = options ?? {};
  const problems = [
    ...unknownOptions(options, CALL_OPTIONS),
    ...(timeoutMs === undefined || (typeof timeoutMs === "number" && timeoutMs > 0)
      ? []
      : [{ path: "timeoutMs", expected: "must be a number above 0" }]),
    ...(signal === undefined || isSignal(signal)
      ? []
      : [{ path: "signal", expected: "must be an AbortSignal" }]),
  ];
  if (problems.length > 0) throw invalidInput(operation, problems);
  return callContext({
    ...(signal && { signal }),
    ...(timeoutMs !== undefined && { deadline: clock.now() + timeoutMs }),
  });
}

/** Where types are not checked, a wrong name would be a limit that does not hold. */
export function unknownOptions(options: object, known: readonly string[]): readonly Problem[] {
  const names = known.map((name) => `\`${name}\``).join(", ");
  if (typeof options !== "object" || options === null) {
    return [{ path: "options", expected: `must be an object with any of ${names}` }];
  }
  return Object.keys(options)
    .filter((name) => !known.includes(name))
    .map((name) => ({ path: name, expected: `is not a known option; there are ${names}` }));
}

/** Told by its shape: a signal may come from another realm. */
function isSignal(signal: unknown): boolean {
  return typeof signal === "object" && signal !== null && "aborted" in signal && "addEventListener" in signal;
}

/** Sends a request and reads its answer: the only place where a body becomes a value. */
export async function exchange<T>(
  line: Line,
  request: WireRequest,
  read: Reader<T>,
  alreadyDone?: Operation<never, T>["alreadyDone"],
): Promise<Exchange<T>> {
  const response = await sendOrExplain(line, request);
  if (response.status < 200 || response.status >= 300) {
    const done = alreadyDone?.(response, request.context.trace);
    if (done) return { value: done.value, response };
    throw errorFromResponse(request, response, line.clock.wall());
  }
  const reading = read(response.body);
  if (reading.ok) return { value: reading.value, response };
  throw unexpectedResponse(request, response, reading.problems);
}

async function sendOrExplain(line: Line, request: WireRequest): Promise<WireResponse> {
  try {
    const { context } = request;
    return await inTime(line.clock, context, (signal) =>
      line.send(signal === undefined ? request : { ...request, context: { ...context, signal } }),
    );
  } catch (failure) {
    throw errorFromFailure(request, failure);
  }
}

/** Dresses a promise up as a {@link Call}. */
export function callOf<T>(answer: Promise<Answer<T>>): Call<T> {
  const value = (async () => (await answer).value)();
  return Object.assign(value, {
    async safe(): Promise<Result<T>> {
      try {
        return { ok: true, value: await value };
      } catch (error) {
        if (error instanceof B2BError) return { ok: false, error };
        throw error;
      }
    },
    async meta(): Promise<CallMeta> {
      value.catch(() => undefined);
      return (await answer).meta;
    },
  });
}
