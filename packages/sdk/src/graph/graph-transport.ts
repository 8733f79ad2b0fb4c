import defaultKy, { type KyInstance } from "ky";
import type { Cloud } from "../clouds/index.ts";
import { redact } from "../errors/index.ts";
import { type Transport, TransportFailure, type WireRequest, type WireResponse } from "../wire/index.ts";
import { wasNotSent } from "./not-sent.ts";
import { originFrom } from "./transport-options.ts";

/** Which Graph to talk to, and through what. */
export interface GraphTransportOptions {
  /** The cloud of the directory, for example `clouds.public`. Nothing is ever sent to another origin than its Graph. */
  readonly cloud: Cloud;
  /** A ky of your own, for a proxy or logging; its hooks stay. Its retry, timeouts and redirects are turned off: those are the client's. */
  readonly ky?: KyInstance;
  /** Default: the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * The transport to Microsoft Graph. It carries each request once: waiting, tokens and schemas are the client's.
 *
 * @example
 * ```ts
 * const b2b = createB2BClient({ transport: graphTransport({ cloud: clouds.public }), credential });
 * ```
 * @throws B2BError `invalid-input` for options that cannot be right, and for a cloud whose Graph is neither https nor on a loopback host
 */
export function graphTransport(options: GraphTransportOptions): Transport {
  const origin = originFrom(options);
  const { cloud, ky = defaultKy, fetch } = options;
  const http = ky.extend({
    retry: 0,
    throwHttpErrors: false,
    timeout: false,
    totalTimeout: false,
    redirect: "manual",
    ...(fetch && { fetch }),
  });
  return {
    cloud,
    async send(request) {
      const url = urlOf(origin, request);
      const { signal } = request.context;
      signal?.throwIfAborted();
      try {
        const response = await http(url, {
          method: request.method,
          headers: headersOf(request),
          ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
          ...(signal && { signal }),
        });
        const text = await response.text();
        // A fetch of the user's own may not heed the signal.
        signal?.throwIfAborted();
        return { status: response.status, headers: response.headers, body: bodyOf(text) };
      } catch (error) {
        if (signal?.aborted) throw signal.reason;
        throw failureOf(error);
      }
    },
  };
}

function urlOf(origin: string, { target, version }: WireRequest): URL {
  const text =
    "next" in target ? target.next : `${origin}/${version}${target.path}${queryText(target.query)}`;
  const url = URL.parse(text);
  const stays = url?.origin === origin && url.username === "" && url.password === "";
  if (!stays || ("path" in target && !url.pathname.startsWith(`/${version}/`))) {
    throw new TransportFailure("not-sent", {
      cause: new TypeError(`the request would leave ${origin}/${version}`),
    });
  }
  return url;
}

function queryText(query: Readonly<Record<string, string>> = {}): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

function headersOf({ headers, body }: WireRequest): Record<string, string> {
  return {
    accept: "application/json",
    ...(body !== undefined && { "content-type": "application/json" }),
    ...headers,
  };
}

/** A gateway in between may answer in HTML. */
function bodyOf(text: string): WireResponse["body"] {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const DEEPEST_CAUSE = 10;

function failureOf(error: unknown): TransportFailure {
  let innermost = error;
  for (let depth = 0; depth < DEEPEST_CAUSE; depth++) {
    if (!(innermost instanceof Error) || innermost.cause === undefined) break;
    innermost = innermost.cause;
  }
  return new TransportFailure(wasNotSent(innermost) ? "not-sent" : "unknown", {
    cause: withoutRequest(innermost),
  });
}

/** What happened, in an error of its own: the one that was thrown may hold the request, and with it the token. */
function withoutRequest(thrown: unknown): Error {
  const { name, code, message } = (thrown ?? {}) as { name?: unknown; code?: unknown; message?: unknown };
  if (typeof code !== "string") return new Error(typeof name === "string" ? name : "the request failed");
  return Object.assign(new Error(redact(String(message))), { code });
}
