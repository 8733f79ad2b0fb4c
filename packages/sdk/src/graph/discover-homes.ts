import defaultKy, { type KyInstance } from "ky";
import {
  type Cloud,
  HOME_NAME,
  type Home,
  type HomeName,
  type HomeResolver,
  clouds as liveClouds,
  readHomeName,
  sharedAnswers,
} from "../clouds/index.ts";
import { invalidInput } from "../errors/index.ts";
import { type Clock, systemClock } from "../time/index.ts";
import { type GivenHome, readGivenHomes, refuseBadMeans } from "./discovery-options.ts";
import type { LoginHostLine } from "./login-host.ts";
import { lookUpHome, Undecided } from "./look-up-home.ts";

/** Whom to ask where somebody is at home, and for how long to remember it. */
export interface DiscoverHomesOptions {
  /** The clouds that somebody may live in; only their login hosts are asked, the first one first. Default: all that are live. */
  readonly clouds?: readonly Cloud[];
  /**
   * What you know already, by domain: nobody is asked about it. A tenant id alone is looked up instead of the domain: that
   * tells the cloud, and the id is yours.
   */
  readonly homes?: Readonly<Record<string, GivenHome>>;
  /** A ky of your own, for a proxy or logging. Its retry, timeouts and redirects are turned off. */
  readonly ky?: KyInstance;
  /** Default: the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
  /** Default: the computer's time. */
  readonly clock?: Clock;
  /** How long one login host may take, in milliseconds. Two rounds are made at most. Default 5,000. */
  readonly timeoutMs?: number;
  /** How long an answer is remembered, in milliseconds. What nobody could tell is not. Default an hour. */
  readonly ttlMs?: number;
  /** How many answers are remembered. Default 10,000. */
  readonly capacity?: number;
}

/**
 * A resolver that asks the clouds' login hosts, which publish each tenant's OpenID configuration to anybody: no token is
 * sent, and nothing but the domain, or the tenant id.
 *
 * - `tenant`: a host has a document whose issuer, endpoints and cloud fit one another.
 * - `consumer`: the tenant that stands for personal accounts. A domain of personal accounts is known only where you list
 *   it in `homes`.
 * - `unmanaged`: every cloud that is live says that no tenant of its own has the domain.
 * - `unknown`: anything else, such as a host that does not answer, takes too long, redirects, or says what cannot be.
 *
 * @example
 * ```ts
 * createB2BClient({ transport, credential, boundary: { resolver: discoverHomes(), policy: tenantPolicy } });
 * ```
 * @throws B2BError `invalid-input` for options that cannot be right; from `resolve`, for what is neither a domain nor a
 * tenant id. Nothing is asked then.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc#fetch-the-openid-configuration-document
 */
export function discoverHomes(options: DiscoverHomesOptions = {}): HomeResolver {
  refuseBadMeans(options);
  const { clouds = Object.values(liveClouds), clock = systemClock, ky = defaultKy, fetch } = options;
  const { homes = {}, timeoutMs = 5_000, ttlMs = 3_600_000, capacity = 10_000 } = options;
  const given = readGivenHomes({ clouds, homes, timeoutMs, ttlMs, capacity });
  const answers = sharedAnswers({ clock, ttlMs, capacity });
  const http = ky.extend({
    retry: 0,
    throwHttpErrors: false,
    timeout: false,
    totalTimeout: false,
    redirect: "manual",
    ...(fetch && { fetch }),
  });
  const line: LoginHostLine = { http, clock, timeoutMs };

  async function published(asked: HomeName, signal: AbortSignal | undefined): Promise<Home> {
    try {
      return await answers.ask(asked.name, () => lookUpHome(line, clouds, asked), signal);
    } catch (failure) {
      if (failure instanceof Undecided) return { kind: "unknown" };
      throw failure;
    }
  }

  return {
    async resolve(domainOrTenantId, signal) {
      const name = readHomeName(domainOrTenantId);
      if (name === undefined) throw invalidInput("homes.resolve", [{ path: "", expected: HOME_NAME }]);
      const known = given.get(name.name);
      if (known === undefined) return published(name, signal);
      return "kind" in known ? known : published({ kind: "tenant-id", name: known.tenantId }, signal);
    },
  };
}
