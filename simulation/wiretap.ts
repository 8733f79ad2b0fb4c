import { type Transport, TransportFailure, type WireRequest, type WireResponse } from "@vestibule/sdk/wire";
import type { LeapingClock } from "./leaping-clock.ts";
import { quietUntil } from "./quiet-until.ts";

/** How one request ended. */
export type Ending =
  | { readonly kind: "answered"; readonly status: number }
  | { readonly kind: "not-sent" }
  /** It was sent, and no answer came: the connection broke, or the client gave up. */
  | { readonly kind: "no-answer" };

/** One request as it went over the wire. Times are milliseconds on the world's clock. */
export interface Tapped {
  readonly trace: object;
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  /** The id under which the fake's log notes what it did. */
  readonly correlationId: string;
  readonly scope: "invitations" | "conditional-access" | "directory";
  readonly sentAt: number;
  /** Whether the world's time jumped while it was on its way out. */
  readonly isAmidLeap: boolean;
  endedAt: number;
  ending: Ending;
  /** Until when the answer asked to be left alone. */
  quietUntil: number | undefined;
  /** Whether the answer said that an object is not there, in whichever way. */
  saidAbsent: boolean;
  /** The object that is not there, where the answer names it. */
  absentId: string | undefined;
  /** Whether an invitation was answered with a success that does not say who the guest is. */
  isIllegible: boolean;
}

const ABSENT =
  /does not exist|Not a valid reference update|objects being referenced don't exist|One or more property values specified are invalid|Unable to read the company information/;

/** Whoever sends more than that never ends: from here on nothing is answered any more. */
const MOST_REQUESTS = 20_000;

/** A transport that notes everything that goes through it, in order. */
export function tapped(
  transport: Transport,
  clock: LeapingClock,
): { readonly transport: Transport; readonly wire: readonly Tapped[]; readonly stop: () => void } {
  const wire: Tapped[] = [];
  let isStopped = false;

  async function send(request: WireRequest): Promise<WireResponse> {
    if (isStopped || wire.length >= MOST_REQUESTS) return new Promise<never>(() => undefined);
    const seen = begun(request, clock);
    wire.push(seen);
    try {
      const response = await transport.send(request);
      seen.ending = { kind: "answered", status: response.status };
      seen.quietUntil = quietUntil(response, clock.now());
      [seen.saidAbsent, seen.absentId] = absenceIn(response);
      seen.isIllegible = seen.path === "/invitations" && response.status < 300 && !namesGuest(response);
      return response;
    } catch (failure) {
      const isNotSent = failure instanceof TransportFailure && failure.outcome === "not-sent";
      seen.ending = { kind: isNotSent ? "not-sent" : "no-answer" };
      throw failure;
    } finally {
      seen.endedAt = clock.now();
    }
  }
  return {
    transport: { cloud: transport.cloud, send },
    wire,
    stop() {
      isStopped = true;
    },
  };
}

function begun(request: WireRequest, clock: LeapingClock): Tapped {
  const { operation, method, target, body, headers, context } = request;
  const path = "path" in target ? target.path : new URL(target.next).pathname.replace(/^\/[^/]+/, "");
  return {
    trace: context.trace,
    operation: operation.id,
    method,
    path,
    body,
    correlationId: headers["client-request-id"] ?? "",
    scope: scopeOf(path),
    sentAt: clock.now(),
    isAmidLeap: clock.isLeaping,
    endedAt: Number.POSITIVE_INFINITY,
    // Until it ends otherwise: whoever gives up before does not learn.
    ending: { kind: "no-answer" },
    quietUntil: undefined,
    saidAbsent: false,
    absentId: undefined,
    isIllegible: false,
  };
}

/** What the service throttles together. */
function scopeOf(path: string): Tapped["scope"] {
  if (path === "/invitations") return "invitations";
  return path.startsWith("/identity/conditionalAccess") ? "conditional-access" : "directory";
}

function absenceIn({ status, body }: WireResponse): [boolean, string | undefined] {
  if (status !== 400 && status !== 404) return [false, undefined];
  const { message = "" } = ((body ?? {}) as { error?: { message?: string } }).error ?? {};
  return [ABSENT.test(message), /Resource '([^']+)'/.exec(message)?.[1]];
}

function namesGuest({ body }: WireResponse): boolean {
  return typeof (body as { invitedUser?: { id?: unknown } } | undefined)?.invitedUser?.id === "string";
}

/**
 * Whether trying again may help, and costs a retry: the server is in trouble, was not reached, took a write back (409), or
 * says nothing of what it did.
 */
export function isTrouble({ ending, isIllegible }: Tapped): boolean {
  if (isIllegible) return true;
  if (ending.kind === "answered") return [408, 409, 500, 502, 503, 504].includes(ending.status);
  return true;
}

/** Whether a request may have been carried out, as far as its client can tell. */
export function isAmbiguous(seen: Tapped): boolean {
  return (
    seen.ending.kind === "no-answer" ||
    (seen.ending.kind === "answered" && mayHaveBeenDone(seen.ending.status))
  );
}

function mayHaveBeenDone(status: number): boolean {
  return status < 300 || status === 408 || (status >= 500 && status !== 501 && status !== 509);
}

export function isRefusal({ ending }: Tapped): boolean {
  return ending.kind === "answered" && (ending.status === 429 || ending.status === 509);
}
