import { ConnectionFault } from "../connection-fault.ts";
import type { Effect, EffectPlan } from "../exchange.ts";
import { afterCommit } from "../spoilt.ts";

/** No connection came about: the request never left. */
function unreachable(code: string, syscall = "connect"): EffectPlan {
  return {
    effect: () => {
      throw new ConnectionFault(code, { sent: false, syscall });
    },
  };
}

/** The request left, and no answer came. */
function broken(code: string): Effect {
  return () => {
    throw new ConnectionFault(code, { sent: true });
  };
}

/** Nobody answers, until the caller gives up, or the connection does. */
const silence: Effect = async ({ wait, forMs }) => {
  await wait(forMs);
  throw new ConnectionFault("ECONNRESET", { sent: true });
};

const AN_HOUR_MS = 3_600_000;

/** What goes wrong between the client and the service. Codes are those of Node and of undici. */
export const transportEffects = {
  "dns-not-found": unreachable("ENOTFOUND", "getaddrinfo"),
  "dns-temporary": unreachable("EAI_AGAIN", "getaddrinfo"),
  "connection-refused": unreachable("ECONNREFUSED"),
  "connect-timeout": unreachable("UND_ERR_CONNECT_TIMEOUT"),
  "host-unreachable": unreachable("EHOSTUNREACH"),
  "network-unreachable": unreachable("ENETUNREACH"),
  "tls-failure": unreachable("CERT_HAS_EXPIRED"),
  "reset-before-commit": { effect: broken("ECONNRESET") },
  "reset-after-commit": { effect: afterCommit(broken("ECONNRESET")) },
  "closed-before-commit": { effect: broken("UND_ERR_SOCKET") },
  "closed-after-commit": { effect: afterCommit(broken("UND_ERR_SOCKET")) },
  "broken-pipe": { effect: broken("EPIPE") },
  "headers-timeout-after-commit": {
    forMs: 20_000,
    effect: async ({ answer, wait, forMs }) => {
      answer();
      await wait(forMs);
      throw new ConnectionFault("UND_ERR_HEADERS_TIMEOUT", { sent: true });
    },
  },
  "half-body": {
    effect: ({ answer }) => {
      throw new ConnectionFault("UND_ERR_SOCKET", { sent: true, partial: answer() });
    },
  },
  "hang-before-commit": { forMs: AN_HOUR_MS, effect: silence },
  "hang-after-commit": { forMs: AN_HOUR_MS, effect: afterCommit(silence) },
  "slow-arrival": {
    forMs: 5_000,
    effect: async ({ answer, wait, forMs }) => {
      await wait(forMs);
      return answer();
    },
  },
  "slow-answer": {
    forMs: 5_000,
    effect: async ({ answer, wait, forMs }) => {
      const response = answer();
      await wait(forMs);
      return response;
    },
  },
} as const satisfies Readonly<Record<string, EffectPlan>>;
