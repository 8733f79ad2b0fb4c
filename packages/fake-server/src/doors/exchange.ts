import {
  type ErrorStamp,
  errorAnswer,
  ForeignBody,
  type GraphResponse,
  MALFORMED,
  readQueryString,
} from "../graph/index.ts";
import type { LoginAnswer, TokenRefusal } from "../login/index.ts";
import type { MayGiveUp, OpenedWay, TokenGate } from "../world/index.ts";
import { preflight, readable } from "./cross-origin.ts";
import { whyNoToken } from "./no-token.ts";

/** One HTTP request as a plain value, by whichever door it came. */
export interface HttpRequest extends MayGiveUp {
  readonly method: string;
  readonly url: URL;
  /** A header by its name in lower case. */
  readonly header: (name: string) => string | null | undefined;
  /** The body as text; empty where there is none. */
  readonly text: string;
  /** Whether the host is a name of the fake's own, which stands for any. Absent: where it is the own machine's. */
  readonly isOurs?: boolean;
}

/** What is answered to one, still without a socket. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Iterable<readonly [string, string]>;
  /** `undefined` where there is none. */
  readonly text: string | undefined;
}

const BEARER = /^Bearer (\S+)$/i;

/**
 * Answers one request, at once unless something goes wrong on purpose. The token says who calls, and so which tenant; the
 * host says which cloud.
 *
 * @throws ConnectionFault where no answer comes; the reason of the signal where the caller gives up
 */
export function exchange(gate: TokenGate, request: HttpRequest): HttpAnswer | Promise<HttpAnswer> {
  const { method, url, header, text, isOurs } = request;
  const answer = gate.login({ method, url, header, body: text, isOurs });
  if (answer !== undefined) return loginAnswer(answer);
  const asked = preflight(request);
  if (asked !== undefined) return asked;
  const answered = ofGraph(gate, request);
  return answered instanceof Promise
    ? answered.then((given) => readable(request, given))
    : readable(request, answered);
}

function ofGraph(gate: TokenGate, request: HttpRequest): HttpAnswer | Promise<HttpAnswer> {
  const { method, url, header, text } = request;
  const token = BEARER.exec(header("authorization") ?? "")?.[1];
  const unauthorized = (message: string) =>
    refusedToken(message, {
      stamp: gate.stamp(header("client-request-id") ?? null),
      login: gate.graphOrigins.get(url.origin) ?? url.origin,
    });
  if (token === undefined) return unauthorized(whyNoToken(header));
  const way = gate.open(token);
  if (typeof way === "string") return unauthorized(token.includes(".") ? REFUSED[way] : NO_JWT);
  if (isForAnother(gate, url.origin, way)) return unauthorized(WRONG_AUDIENCE);
  const slash = url.pathname.indexOf("/", 1);
  const end = slash < 0 ? url.pathname.length : slash;
  const delivered = {
    ...{ method, header, origin: url.origin },
    version: url.pathname.slice(1, end),
    path: url.pathname.slice(end) || "/",
    ...readQueryString(url.search),
    body: bodyOf(text, header("content-type")),
  };
  const response = way.deliver(delivered, request);
  return response instanceof Promise ? response.then(graphAnswer) : graphAnswer(response);
}

/** As people have seen them; which is shown for what has changed over the years. */
const REFUSED: Readonly<Record<TokenRefusal, string>> = {
  malformed: "CompactToken parsing failed with error code: 80049217",
  unknown: "Access token validation failure.",
  unsigned: "Access token validation failure. Invalid signature.",
  expired: "Lifetime validation failed, the token is expired.",
  "not-valid": "Access token has expired or is not yet valid.",
};
/** For what is no token at all. */
const NO_JWT =
  "IDX14100: JWT is not well formed, there are no dots (.).\nThe token needs to be in JWS or JWE Compact Serialization Format. (JWS): 'EncodedHeader.EncodedPayload.EncodedSignature'. (JWE): 'EncodedProtectedHeader.EncodedEncryptedKey.EncodedInitializationVector.EncodedCiphertext.EncodedAuthenticationTag'.";
const WRONG_AUDIENCE = "Access token validation failure. Invalid audience.";

/** Whether a token is for another cloud's Graph, or for no Graph at all. */
function isForAnother({ graphOrigins }: TokenGate, origin: string, way: OpenedWay): boolean {
  const { cloud, audience = cloud.graph } = way;
  return audience !== cloud.graph || (graphOrigins.has(origin) && origin !== cloud.graph);
}

/**
 * In the envelope of every other error: people show it with the time and the ids. The header says where to ask for a token;
 * the client that it names is Graph itself.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/app-resilience-continuous-access-evaluation
 */
function refusedToken(
  message: string,
  { stamp, login }: { readonly stamp: ErrorStamp; readonly login: string },
): HttpAnswer {
  const { status, body } = errorAnswer({ status: 401, code: "InvalidAuthenticationToken", message }, stamp);
  return {
    status,
    headers: [
      ["request-id", stamp.requestId],
      ["client-request-id", stamp.clientRequestId],
      ["content-type", "application/json"],
      [
        "www-authenticate",
        `Bearer realm="", authorization_uri="${login}/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"`,
      ],
    ],
    text: JSON.stringify(body),
  };
}

function loginAnswer({ status, headers, body }: LoginAnswer): HttpAnswer {
  return { status, headers: Object.entries(headers), text: textOf(body) };
}

/** An answer of Graph's as it goes out. */
export function graphAnswer({ status, headers, body }: GraphResponse): HttpAnswer {
  return { status, headers: headers.entries(), text: textOf(body) };
}

const JSON_TYPE = /^\s*application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;

function bodyOf(text: string, type: string | null | undefined): unknown {
  if (text === "") return undefined;
  if (!type || !JSON_TYPE.test(type)) return new ForeignBody(type || undefined);
  try {
    return JSON.parse(text);
  } catch {
    return MALFORMED;
  }
}

/** What is no JSON, such as a gateway's page, goes out as it is. */
function textOf(body: unknown): string | undefined {
  return typeof body === "string" || body === undefined ? body : JSON.stringify(body);
}
