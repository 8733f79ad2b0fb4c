import { httpDate } from "../../simulation/index.ts";
import type { Effect, EffectPlan, Exchange } from "../exchange.ts";
import { afterCommit, bare, refuses, withBody } from "../spoilt.ts";

const THROTTLED = [429, "TooManyRequests", "Please retry again later."] as const;
const UNAVAILABLE = [503, "ServiceUnavailable", "The service is currently unavailable."] as const;
const INTERNAL = [500, "InternalServerError", "An unexpected error occurred."] as const;

const seconds = (ms: number) => String(Math.ceil(ms / 1_000));

function throttled(headers: (exchange: Exchange) => Readonly<Record<string, string>>): EffectPlan {
  return { forMs: 3_000, effect: refuses(...THROTTLED, headers) };
}

/** A page of a gateway's, which knows nothing of Graph. */
function gateway(status: number, title: string, around = (effect: Effect) => effect): EffectPlan {
  const page = `<html><head><title>${status} ${title}</title></head><body><h1>${title}</h1></body></html>`;
  return { isForeign: true, effect: around(() => bare(status, { "content-type": "text/html" }, page)) };
}

/** A token that will not do, though it is a good one. Claims as the service sends them, in base64. */
const claims = btoa('{"access_token":{"nbf":{"essential":true,"value":"1767225600"}}}');
const challenge = `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${claims}"`;

const refusedWith = (status: number, code: string, message: string): EffectPlan => ({
  effect: refuses(status, code, message),
});

/** Spoils the body of an answer; of one that has none there is nothing to spoil. */
function spoilt(body: (body: unknown) => unknown): EffectPlan {
  return {
    isForeign: true,
    effect: ({ answer }) => {
      const response = answer();
      return response.body === undefined ? response : withBody(response, body(response.body));
    },
  };
}

/**
 * What the service, or a gateway before it, answers instead.
 *
 * @see https://learn.microsoft.com/graph/errors
 * @see https://learn.microsoft.com/graph/throttling
 */
export const httpEffects = {
  throttled: throttled(({ forMs }) => ({ "retry-after": seconds(forMs) })),
  "throttled-without-retry-after": throttled(() => ({})),
  "throttled-decimals": {
    ...throttled(({ forMs }) => ({ "retry-after": (forMs / 1_000).toFixed(3) })),
    forMs: 249,
  },
  "throttled-date": throttled(({ forMs, directory }) => ({
    "retry-after": httpDate(directory.now() + forMs),
  })),
  "throttled-milliseconds": throttled(({ forMs }) => ({ "x-ms-retry-after-ms": String(forMs) })),
  "throttled-garbage": throttled(() => ({ "retry-after": "soon" })),
  "throttled-for-a-day": {
    ...throttled(({ forMs }) => ({ "retry-after": seconds(forMs) })),
    forMs: 86_400_000,
  },
  "throttled-for-good": refusedWith(429, "Request_ThrottledPermanently", "Request is throttled permanently."),
  "bandwidth-exceeded": refusedWith(509, "bandwidthLimitExceeded", "The bandwidth limit is exceeded."),
  "internal-error": { effect: refuses(...INTERNAL) },
  "internal-error-after-commit": { effect: afterCommit(refuses(...INTERNAL)) },
  "bad-gateway": gateway(502, "Bad Gateway"),
  "bad-gateway-after-commit": gateway(502, "Bad Gateway", afterCommit),
  unavailable: { effect: refuses(...UNAVAILABLE) },
  "unavailable-after-commit": { effect: afterCommit(refuses(...UNAVAILABLE)) },
  "unavailable-with-retry-after": {
    forMs: 4_000,
    effect: refuses(...UNAVAILABLE, ({ forMs }) => ({ "retry-after": seconds(forMs) })),
  },
  "gateway-timeout": gateway(504, "Gateway Timeout"),
  "gateway-timeout-after-commit": gateway(504, "Gateway Timeout", afterCommit),
  "request-timeout": refusedWith(408, "RequestTimeout", "The request timed out."),
  "insufficient-storage": refusedWith(507, "insufficientStorage", "The maximum storage limit was reached."),
  "claims-challenge": {
    effect: refuses(
      401,
      "InvalidAuthenticationToken",
      "Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp",
      () => ({ "www-authenticate": challenge }),
    ),
  },
  forbidden: refusedWith(
    403,
    "Authorization_RequestDenied",
    "Insufficient privileges to complete the operation.",
  ),
  "precondition-failed": refusedWith(412, "resourceModified", "The resource has been modified."),
  locked: refusedWith(423, "locked", "The resource is locked."),
  "not-implemented": refusedWith(501, "NotImplemented", "The requested feature is not implemented."),
  redirect: { isForeign: true, effect: () => bare(302, { location: "https://captive-portal.example/" }) },
  "html-instead-of-json": spoilt(() => "<html><body>Sign in to this network</body></html>"),
  "empty-body": spoilt(() => undefined),
  "truncated-json": spoilt((body) => JSON.stringify(body).slice(0, -20)),
} as const satisfies Readonly<Record<string, EffectPlan>>;
