import type { Cloud } from "../clouds/index.ts";
import {
  B2BError,
  checked,
  errorFromFailure,
  errorFromResponse,
  invalidInput,
  unexpectedResponse,
} from "../errors/index.ts";
import type { Reader } from "../schemas/index.ts";
import type { SteadyClock } from "../time/index.ts";
import {
  type CallContext,
  type CallWarning,
  callContext,
  type Send,
  type WireRequest,
  type WireResponse,
} from "../wire/index.ts";
import { type CallOptions, checkOptions } from "./call-options.ts";
import { lackedFor } from "./capabilities.ts";
import { inTime } from "./in-time.ts";
import type { Operation } from "./operation.ts";

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
  known?: readonly string[],
): Call<O> {
  return callOf(perform(line, operation, input, options, known));
}

/** Carries out one call of `operation`. */
export async function perform<I, O>(
  line: Line,
  operation: Operation<I, O>,
  input: I,
  options: CallOptions,
  known?: readonly string[],
): Promise<Answer<O>> {
  const request = requestFor(line, operation, input, options, known);
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

/** The request for an input and options that have been found right. Options are `known` by these names, by default those of every call. */
export function requestFor<I, O>(
  line: Line,
  operation: Operation<I, O>,
  input: I,
  options: CallOptions,
  known?: readonly string[],
): WireRequest {
  refuseNoOperation(operation);
  checkOptions(operation.id, options, known);
  const described = operation.describe(checked(operation.id, operation.input(input)), line.cloud);
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
    context: contextFor(line, options),
  };
}

/** The small door is handed operations by its caller; some of ours are made by a function. */
export function refuseNoOperation<I, O>(operation: Operation<I, O>): void {
  if (typeof operation?.input === "function" && typeof operation.describe === "function") return;
  const expected = "must be one, such as createInvitation or getGuest()";
  throw invalidInput("client", [{ path: "operation", expected }]);
}

function contextFor({ clock }: Line, { signal, timeoutMs }: CallOptions): CallContext {
  return callContext({
    ...(signal && { signal }),
    ...(timeoutMs !== undefined && { deadline: clock.now() + timeoutMs }),
  });
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
