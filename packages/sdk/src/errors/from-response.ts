import { type Remedy, remedies } from "../remedies/index.ts";
import { readODataError } from "../schemas/index.ts";
import type { WireRequest, WireResponse } from "../wire/index.ts";
import { B2BError, type B2BErrorDetails, type ErrorCode } from "./b2b-error.ts";
import { circumstances } from "./circumstances.ts";
import { claimsChallengeIn } from "./claims-challenge.ts";
import { grantFor } from "./grant-for.ts";
import {
  meaningOf,
  missingIdIn,
  saysAbsent,
  saysExistingReference,
  saysForGood,
  saysNoUser,
  saysTakenBack,
} from "./graph-messages.ts";
import { knownOf } from "./known.ts";
import { isSafeToRepeat, outcomeOf, worse } from "./outcome.ts";
import { redact, withoutPassword } from "./redact.ts";
import { retryAfterMs } from "./retry-after.ts";

/** The error that a response without success stands for. `now` is the client's time, in milliseconds. */
export function errorFromResponse(request: WireRequest, response: WireResponse, now: number): B2BError {
  const { code: graphCode, message } = graphErrorOf(response);
  const meaning = meaningOf(response.status, graphCode, message);
  const claims = claimsChallengeIn(response);
  const code = meaning?.code ?? (claims === undefined ? codeOf(response.status) : "unauthenticated");
  const details = detailsOf(request, response);
  const waitMs = retryAfterMs(response.headers, now);
  const words = wordsOf(withoutPassword(graphCode, request.body), withoutPassword(message, request.body));
  return new B2BError(code, `${words} (${circumstances(details, waitMs)})`, {
    ...details,
    retryable: mayWork(code, response) && isSafeToRepeat(request, details.outcome),
    ...given("retryAfterMs", waitMs),
    ...given("remedies", named(meaning?.remedies, request.operation.permission)),
    ...given("limit", meaning?.limit),
    ...given("claims", claims),
  });
}

/** Which permission it takes, the operation tells. */
function named(
  advice: readonly Remedy[] | undefined,
  permission: string | undefined,
): readonly Remedy[] | undefined {
  return advice?.map((one) => (one === remedies.grantPermission ? grantFor(permission) : one));
}

/** Whether the same call may succeed later. */
function mayWork(code: ErrorCode, response: WireResponse): boolean {
  if (code === "throttled") return !isRefusedForGood(response);
  return code === "transient" || isTakenBack(response);
}

/** What a request and its response say of a failure, whatever it is called. */
export function detailsOf(request: WireRequest, response: WireResponse): B2BErrorDetails {
  const { operation, context } = request;
  const { code } = graphErrorOf(response);
  const outcome = worse(context.trace.outcome, outcomeOf(operation, response.status));
  return {
    ...knownOf(request, outcome),
    status: response.status,
    ...(code !== "" && { graphCode: withoutPassword(code, request.body) }),
    ...given("requestId", response.headers.get("request-id")),
  };
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

/** Whether `response` refuses to add a reference or an assignment because it is there already: the work is done. */
export function isExistingReference(response: WireResponse): boolean {
  const { code, message } = graphErrorOf(response);
  return saysExistingReference(response.status, code, message);
}

/** Whether `response` says that an application called on its own, with no user. */
export function isWithoutUser(response: WireResponse): boolean {
  const { code, message } = graphErrorOf(response);
  return saysNoUser(response.status, code, message);
}

/** Whether `response` refuses by a limit that waiting does not lift. */
export function isRefusedForGood(response: WireResponse): boolean {
  return response.status === 429 && saysForGood(response.status, graphErrorOf(response).code);
}

/** Whether the directory took a write back because it met another one: it may be tried again. */
export function isTakenBack(response: WireResponse): boolean {
  return response.status === 409 && saysTakenBack(response.status, graphErrorOf(response).code);
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

function wordsOf(graphCode: string, message: string): string {
  const words = [graphCode, redact(message)].filter((word) => word !== "").join(": ");
  return words === "" ? "an answer without an error of Graph's" : words;
}

function given<K extends string, V>(key: K, value: V | null | undefined): Partial<Record<K, V>> {
  return value === null || value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}
