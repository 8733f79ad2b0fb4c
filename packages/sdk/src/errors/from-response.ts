import { readODataError } from "../schemas/index.ts";
import type { Outcome, WireRequest, WireResponse } from "../wire/index.ts";
import { B2BError, type ErrorCode } from "./b2b-error.ts";
import { meaningOf, missingIdIn, saysAbsent, saysExistingReference } from "./graph-messages.ts";
import { redact } from "./redact.ts";
import { retryAfterMs } from "./retry-after.ts";

/** The error that a response of status 400 or above stands for. `now` is the client's time, in milliseconds. */
export function errorFromResponse(request: WireRequest, response: WireResponse, now: number): B2BError {
  const { operation, context } = request;
  const { code: graphCode, message } = graphErrorOf(response);
  const meaning = meaningOf(response.status, graphCode, message);
  const code = meaning?.code ?? codeOf(response.status);
  const outcome = outcomeOf(request, response.status);
  return new B2BError(code, describe(response.status, graphCode, message), {
    outcome,
    operation: operation.id,
    attempts: context.trace.attempts,
    retryable: code === "throttled" || (code === "transient" && operation.effect !== "once"),
    status: response.status,
    ...(graphCode !== "" && { graphCode }),
    ...given("requestId", response.headers.get("request-id")),
    ...given("clientRequestId", context.trace.clientRequestId),
    ...given("retryAfterMs", retryAfterMs(response.headers, now)),
    ...given("remedies", meaning?.remedies),
  });
}

/** What an answer says that is not there. */
export interface Absence {
  /** Lower case; `undefined` where the answer does not say which object it misses. */
  readonly id: string | undefined;
}

/** What `response` says is not there, where it may say no more than that an object has not reached the answering instance yet. */
export function absenceIn(response: WireResponse): Absence | undefined {
  if (response.status !== 400 && response.status !== 404) return undefined;
  const { code, message } = graphErrorOf(response);
  return saysAbsent(response.status, code, message) ? { id: missingIdIn(message) } : undefined;
}

/** Whether `response` refuses to add a reference because it is there already: the work is done. */
export function isExistingReference(response: WireResponse): boolean {
  const { code, message } = graphErrorOf(response);
  return saysExistingReference(response.status, code, message);
}

/** An empty code and text where the body is no error of Graph's: a gateway may answer in HTML. */
function graphErrorOf(response: WireResponse): { code: string; message: string } {
  const reading = readODataError(response.body);
  return reading.ok ? reading.value.error : { code: "", message: "" };
}

function codeOf(status: number): ErrorCode {
  if (status === 429 || status === 509) return "throttled";
  if (status === 408 || status === 500 || (status >= 502 && status <= 504)) return "transient";
  if (status === 401) return "unauthenticated";
  if (status === 403) return "forbidden";
  if (status === 404) return "not-found";
  if (status === 409) return "conflict";
  return status >= 400 && status < 500 ? "rejected-input" : "http";
}

/** A refusal did nothing. What a server in trouble answers says nothing of what it had done by then. */
function outcomeOf(request: WireRequest, status: number): Outcome {
  if (request.operation.effect === "read" || status === 501 || status === 509) return "rejected";
  return status >= 500 || status === 408 ? "unknown" : "rejected";
}

function describe(status: number, graphCode: string, message: string): string {
  const words = [graphCode, redact(message)].filter((word) => word !== "").join(": ");
  return words === "" ? `status ${status}, without an error of Graph's` : `${words} (status ${status})`;
}

function given<K extends string, V>(key: K, value: V | null | undefined): Partial<Record<K, V>> {
  return value === null || value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}
