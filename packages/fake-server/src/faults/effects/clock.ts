import { httpDate, httpDateSince, isoDateTime } from "../../simulation/index.ts";
import type { EffectPlan, Exchange } from "../exchange.ts";
import { refuses, withBody } from "../spoilt.ts";

/** A refusal of a service whose clock is so far ahead of the world's, in milliseconds; its wait is told as an instant. */
function throttledBySkewed(aheadMs: number): EffectPlan {
  const serviceTime = ({ directory }: Exchange) => directory.now() + aheadMs;
  return {
    forMs: 3_000,
    effect: refuses(429, "TooManyRequests", "Please retry again later.", (exchange) => ({
      date: httpDateSince(serviceTime(exchange)),
      "retry-after": httpDate(serviceTime(exchange) + exchange.forMs),
    })),
  };
}

/** A refusal whose wait is told as an instant, in some form. */
function throttledUntil(until: (exchange: Exchange) => string, forMs = 3_000): EffectPlan {
  return {
    forMs,
    effect: refuses(429, "TooManyRequests", "Please retry again later.", (exchange) => ({
      "retry-after": until(exchange),
    })),
  };
}

/** How far two clocks that nobody looks after are apart, in milliseconds. */
const SKEW_MS = 90_000;

const tokenRefused = (message: string): EffectPlan => ({
  effect: refuses(401, "InvalidAuthenticationToken", message, () => ({ "www-authenticate": "Bearer" })),
});

/**
 * What goes wrong because two clocks disagree, or one of them jumps.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7 for the forms of a date
 */
export const clockEffects = {
  "server-clock-ahead": throttledBySkewed(SKEW_MS),
  "server-clock-behind": throttledBySkewed(-SKEW_MS),
  "throttled-rfc850-date": throttledUntil(({ directory, forMs }) =>
    httpDate(directory.now() + forMs, "rfc850"),
  ),
  "throttled-asctime-date": throttledUntil(({ directory, forMs }) =>
    httpDate(directory.now() + forMs, "asctime"),
  ),
  "throttled-zero": throttledUntil(() => "0"),
  "throttled-negative": throttledUntil(() => "-5"),
  "token-not-yet-valid": tokenRefused("Lifetime validation failed, the token is not yet valid."),
  "token-ends-early": tokenRefused("Lifetime validation failed, the token is expired."),
  "clock-leaps": {
    forMs: 45_000,
    effect: ({ answer, leap, forMs }) => {
      const response = answer();
      leap(forMs);
      return response;
    },
  },
  "created-in-the-future": {
    forMs: SKEW_MS,
    appliesTo: ({ method, path }) => method === "GET" && /^\/users\/[^/]+$/i.test(path),
    effect: ({ answer, directory, forMs }) => {
      const response = answer();
      if (response.status !== 200) return response;
      const createdDateTime = isoDateTime(directory.now() + forMs);
      return withBody(response, { ...(response.body as object), createdDateTime });
    },
  },
} as const satisfies Readonly<Record<string, EffectPlan>>;
