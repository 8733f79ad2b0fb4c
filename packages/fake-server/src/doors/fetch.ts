import { ConnectionFault } from "../faults/index.ts";
import { type ErrorStamp, errorAnswer, type GraphResponse, MALFORMED } from "../graph/index.ts";
import type { LoginAnswer, TokenRefusal } from "../login/index.ts";
import type { FetchDoor, OpenedWay } from "../world/index.ts";

const BEARER = /^Bearer (\S+)$/i;

/** The way in for anything that speaks `fetch`. The token says who calls, and so which tenant; the host says which cloud. */
export const fetchDoor: FetchDoor = async (world, input, init) => {
  const request = requestOf(input, init);
  const url = new URL(request.url);
  const text = await request.text();
  request.signal.throwIfAborted();
  const header = (name: string) => request.headers.get(name);
  const answer = world.login({ method: request.method, url, header, body: text });
  if (answer !== undefined) return loginResponse(answer);
  const token = BEARER.exec(request.headers.get("authorization") ?? "")?.[1];
  const way = token === undefined ? "empty" : world.open(token);
  const stamp = () => world.stamp(header("client-request-id"));
  if (typeof way === "string") return unauthorized(REFUSED[way], stamp());
  if (isForAnother(world.graphOrigins, url.origin, way)) return unauthorized(WRONG_AUDIENCE, stamp());
  const [, version = "", ...rest] = url.pathname.split("/");
  const delivered = {
    method: request.method,
    version,
    path: `/${rest.join("/")}`,
    query: Object.fromEntries(url.searchParams),
    header,
    body: jsonOf(text),
    origin: url.origin,
  };
  try {
    return responseOf(await way.deliver(delivered, request.signal));
  } catch (fault) {
    if (fault instanceof ConnectionFault) return brokenOff(fault);
    throw fault;
  }
};

/** A request is told by its shape: it may come from another copy of fetch. */
function requestOf(input: Request | URL | string, init: RequestInit | undefined): Request {
  const isAddress = typeof input === "string" || input instanceof URL;
  if (isAddress && URL.canParse(input)) return new Request(input, init);
  if (!isAddress && typeof input?.url === "string" && typeof input.text === "function") {
    return init === undefined ? input : new Request(input, init);
  }
  throw new TypeError(
    "world.fetch takes what fetch takes: an absolute address such as https://graph.microsoft.com/v1.0/users, or a Request",
  );
}

function loginResponse({ status, headers, body }: LoginAnswer): Response {
  return new Response(body === undefined ? null : textOf(body), { status, headers });
}

/** As undici tells it: a body that breaks off under way, or no response at all. */
function brokenOff(fault: ConnectionFault): Response {
  if (fault.partial === undefined) throw new TypeError("fetch failed", { cause: fault });
  const { status, headers, body } = fault.partial;
  const half = new TextEncoder().encode(textOf(body).slice(0, -10));
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(half),
    pull: (controller) => controller.error(new TypeError("terminated", { cause: fault })),
  });
  return new Response(stream, { status, headers: [...headers.entries()] as [string, string][] });
}

/** As people have seen them; which is shown for what has changed over the years. */
const REFUSED: Readonly<Record<TokenRefusal | "empty", string>> = {
  empty: "Access token is empty.",
  malformed: "CompactToken parsing failed with error code: 80049217",
  unknown: "Access token validation failure.",
  unsigned: "Access token validation failure. Invalid signature.",
  expired: "Lifetime validation failed, the token is expired.",
  "not-valid": "Access token has expired or is not yet valid.",
};
const WRONG_AUDIENCE = "Access token validation failure. Invalid audience.";

/** Whether a token is for another cloud's Graph, or for no Graph at all. */
function isForAnother(graphOrigins: ReadonlySet<string>, origin: string, way: OpenedWay): boolean {
  const { cloud, audience = cloud.graph } = way;
  return audience !== cloud.graph || (graphOrigins.has(origin) && origin !== cloud.graph);
}

/** In the envelope of every other error: people show it with the time and the ids. */
function unauthorized(message: string, stamp: ErrorStamp): Response {
  const { status, body } = errorAnswer({ status: 401, code: "InvalidAuthenticationToken", message }, stamp);
  const { requestId, clientRequestId } = stamp;
  const headers = { "request-id": requestId, "client-request-id": clientRequestId };
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, "content-type": "application/json", "www-authenticate": "Bearer" },
  });
}

function jsonOf(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return MALFORMED;
  }
}

/** What is no JSON, such as a gateway's page, goes out as it is. */
function textOf(body: unknown): string {
  return typeof body === "string" ? body : JSON.stringify(body);
}

function responseOf({ status, headers, body }: GraphResponse): Response {
  const text = body === undefined ? null : textOf(body);
  return new Response(text, { status, headers: [...headers.entries()] as [string, string][] });
}
