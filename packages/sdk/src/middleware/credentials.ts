import type { Cloud } from "../clouds/index.ts";
import { B2BError } from "../errors/index.ts";
import type { Clock } from "../time/index.ts";
import type { Middleware, WireRequest } from "../wire/index.ts";

/** A token and when it ends, as the credentials of @azure/identity give it. */
export interface AccessToken {
  readonly token: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly expiresOnTimestamp: number;
}

/** What every credential of @azure/identity fits. */
export interface TokenCredential {
  /** Gives a token for the client's cloud; `null` ends the call with `unauthenticated`. */
  getToken(scopes: string | string[], options?: { abortSignal?: AbortSignal }): Promise<AccessToken | null>;
}

/** A function that gives a token for a scope. It is asked at every attempt, and keeps what it likes to keep. */
export type TokenSource = (wanted: {
  readonly scope: string;
  readonly signal?: AbortSignal;
}) => string | Promise<string>;

/** Who calls. The client keeps the token of a {@link TokenCredential} until two minutes before its end; a {@link TokenSource} is asked at every attempt. */
export type Credential = TokenCredential | TokenSource;

/** A token that ends sooner than this is not used any more, in milliseconds. */
const REFRESH_EARLY_MS = 120_000;

/**
 * Adds the token to each attempt. The innermost layer: no other middleware ever sees the token, and it is added to
 * nothing that goes to another origin than the cloud's Graph.
 */
export function credentials(options: {
  readonly cloud: Cloud;
  readonly credential: Credential;
  readonly clock: Clock;
}): Middleware {
  const { cloud, credential, clock } = options;
  const token = typeof credential === "function" ? credential : cached(credential, clock);
  return (next) =>
    async function credentials(request) {
      refuseForeignOrigin(request, cloud);
      const { signal } = request.context;
      const bearer = await obtain(request, () => token({ scope: cloud.scope, ...(signal && { signal }) }));
      return next({ ...request, headers: { ...request.headers, authorization: `Bearer ${bearer}` } });
    };
}

/** Keeps a credential's token until shortly before its end; attempts that need one at the same time share one request for it. */
function cached(credential: TokenCredential, clock: Clock): TokenSource {
  let held: AccessToken | undefined;
  let asking: Promise<AccessToken> | undefined;
  return async ({ scope }) => {
    if (held && held.expiresOnTimestamp - REFRESH_EARLY_MS > clock.now()) return held.token;
    asking ??= ask(credential, scope).finally(() => {
      asking = undefined;
    });
    held = await asking;
    return held.token;
  };
}

async function ask(credential: TokenCredential, scope: string): Promise<AccessToken> {
  const answer = await credential.getToken(scope);
  if (answer === null) throw new TypeError("the credential gave no token");
  return answer;
}

async function obtain(request: WireRequest, token: () => string | Promise<string>): Promise<string> {
  const { signal, trace } = request.context;
  try {
    const bearer = await untilAborted(token(), signal);
    if (typeof bearer !== "string" || bearer === "") throw new TypeError("the credential gave no token");
    return bearer;
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    throw new B2BError("unauthenticated", "no token could be obtained for this attempt; the cause says why", {
      outcome: trace.outcome,
      operation: request.operation.id,
      attempts: trace.attempts,
      cause,
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
