import type { Cloud } from "../clouds/index.ts";
import { B2BError, claimsChallengeIn } from "../errors/index.ts";
import type { SteadyClock } from "../time/index.ts";
import type { CallTrace, Middleware, WireRequest } from "../wire/index.ts";

/** A token and when it ends, as the credentials of @azure/identity give it. */
export interface AccessToken {
  readonly token: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly expiresOnTimestamp: number;
}

/** What every credential of @azure/identity fits. */
export interface TokenCredential {
  /** Gives a token for the client's cloud; `null` ends the call with `unauthenticated`. */
  getToken(
    scopes: string | string[],
    options?: {
      abortSignal?: AbortSignal;
      /** What the service wants to see in the token, as it asked for it: a JSON text. */
      claims?: string;
    },
  ): Promise<AccessToken | null>;
}

/** What is asked of a {@link TokenSource}. */
export interface TokenWish {
  readonly scope: string;
  readonly signal?: AbortSignal;
  /** What the service wants to see in the token, as it asked for it: a JSON text. A kept token will not do then. */
  readonly claims?: string;
}

/** A function that gives a token for a scope. It is asked at every attempt, and keeps what it likes to keep. */
export type TokenSource = (wanted: TokenWish) => string | Promise<string>;

/** Who calls. The client keeps the token of a {@link TokenCredential} until two minutes before its end; a {@link TokenSource} is asked at every attempt. */
export type Credential = TokenCredential | TokenSource;

/** What may stand in a header after `Bearer`: letters, digits and signs of ASCII, without spaces. */
const HEADER_SAFE = /^[\x21-\x7e]+$/;

/** A token that ends sooner than this is not used any more, in milliseconds. */
const REFRESH_EARLY_MS = 120_000;

/**
 * Adds the token to each attempt. The innermost layer: no other middleware ever sees the token, and it is added to
 * nothing that goes to another origin than the cloud's Graph.
 *
 * Where the service answers with a claims challenge, it gets one more request with a token that was asked for with
 * those claims, once a call. It has refused before any work, so that does no harm whatever the request.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function credentials(options: {
  readonly cloud: Cloud;
  readonly credential: Credential;
  readonly clock: SteadyClock;
}): Middleware {
  const { cloud, credential, clock } = options;
  const token = typeof credential === "function" ? credential : cached(credential, clock);
  /** The token that a call got for a challenge serves all of its later attempts. */
  const challenged = new WeakMap<CallTrace, string>();
  return (next) =>
    async function credentials(request) {
      refuseForeignOrigin(request, cloud);
      const { signal, trace } = request.context;
      const ask = (claims?: string) =>
        token({ scope: cloud.scope, ...(signal && { signal }), ...(claims !== undefined && { claims }) });
      const sendWith = (bearer: string) =>
        next({ ...request, headers: { ...request.headers, authorization: `Bearer ${bearer}` } });

      const known = challenged.get(trace);
      if (known !== undefined) return sendWith(known);
      const response = await sendWith(await obtain(request, ask, undefined));
      const claims = claimsChallengeIn(response);
      if (claims === undefined) return response;
      const better = await obtain(request, ask, claims);
      challenged.set(trace, better);
      return sendWith(better);
    };
}

/**
 * Keeps a credential's token until shortly before its end; attempts that need one at the same time share one request for
 * it. A token that was asked for with claims takes the place of the one that did not have them.
 */
function cached(credential: TokenCredential, clock: SteadyClock): TokenSource {
  let held: AccessToken | undefined;
  const asking = new Map<string, Promise<AccessToken>>();
  return async ({ scope, claims }) => {
    const isGood = held !== undefined && held.expiresOnTimestamp - REFRESH_EARLY_MS > clock.wall();
    if (held && isGood && claims === undefined) return held.token;
    const key = claims ?? "";
    const answer = asking.get(key) ?? ask(credential, scope, claims).finally(() => asking.delete(key));
    asking.set(key, answer);
    const before = held;
    const got = await answer;
    // One that was asked for with claims may have come meanwhile: it is the better one.
    if (claims === undefined && held !== before && held !== undefined) return held.token;
    held = got;
    return held.token;
  };
}

async function ask(
  credential: TokenCredential,
  scope: string,
  claims: string | undefined,
): Promise<AccessToken> {
  const answer = await credential.getToken(scope, claims === undefined ? undefined : { claims });
  if (answer === null) throw new TypeError("the credential gave no token");
  return answer;
}

async function obtain(
  request: WireRequest,
  ask: (claims?: string) => string | Promise<string>,
  claims: string | undefined,
): Promise<string> {
  const { signal, trace } = request.context;
  try {
    const bearer = await untilAborted(ask(claims), signal);
    if (typeof bearer !== "string" || bearer === "") throw new TypeError("the credential gave no token");
    if (!HEADER_SAFE.test(bearer))
      throw new TypeError("the credential's token has characters that no header may have");
    return bearer;
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    const text =
      claims === undefined
        ? "no token could be obtained for this attempt; the cause says why"
        : "the service wants a token with certain claims, and the credential gave none; let the user sign in again with them";
    throw new B2BError("unauthenticated", text, {
      outcome: trace.outcome,
      operation: request.operation.id,
      attempts: trace.attempts,
      cause,
      ...(claims !== undefined && { claims }),
    });
  }
}

/** A credential shared by several calls cannot be aborted by one of them; that one just stops waiting for it. */
function untilAborted<T>(work: T | Promise<T>, signal: AbortSignal | undefined): T | Promise<T> {
  if (!signal) return work;
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const onAbort = () => reject(signal.reason);
  if (signal.aborted) onAbort();
  signal.addEventListener("abort", onAbort, { once: true });
  Promise.resolve(work).then(resolve, reject);
  return promise.finally(() => signal.removeEventListener("abort", onAbort));
}

function refuseForeignOrigin({ operation, target, context }: WireRequest, cloud: Cloud): void {
  if (!("next" in target) || URL.parse(target.next)?.origin === new URL(cloud.graph).origin) return;
  throw new B2BError(
    "unexpected-response",
    `a next link leads away from ${cloud.graph}; no token goes there`,
    {
      outcome: "not-sent",
      operation: operation.id,
      attempts: context.trace.attempts,
      problems: [{ path: "@odata.nextLink", expected: `must stay at ${cloud.graph}` }],
    },
  );
}
