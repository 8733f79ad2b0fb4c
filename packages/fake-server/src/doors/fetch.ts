import { answer, type GraphResponse, MALFORMED } from "../graph/index.ts";
import type { FetchDoor, OpenedWay } from "../world/index.ts";

const BEARER = /^Bearer (\S+)$/i;

/** The way in for anything that speaks `fetch`. The token says who calls, and so which tenant; the host says which cloud. */
export const fetchDoor: FetchDoor = async (world, request) => {
  const url = new URL(request.url);
  const token = BEARER.exec(request.headers.get("authorization") ?? "")?.[1];
  const way = token === undefined ? undefined : world.open(token);
  if (way === undefined) return unauthorized(token === undefined ? EMPTY_TOKEN : UNKNOWN_TOKEN);
  if (isOtherCloud(world.graphOrigins, url.origin, way)) return unauthorized(WRONG_AUDIENCE);
  const [, version = "", ...rest] = url.pathname.split("/");
  const text = await request.text();
  request.signal.throwIfAborted();
  const response = answer(way.directory, way.party, {
    method: request.method,
    version,
    path: `/${rest.join("/")}`,
    query: Object.fromEntries(url.searchParams),
    header: (name) => request.headers.get(name),
    body: jsonOf(text),
    origin: url.origin,
  });
  return responseOf(response);
};

const EMPTY_TOKEN = "Access token is empty.";
const UNKNOWN_TOKEN = "Access token validation failure.";
const WRONG_AUDIENCE = "Access token validation failure. Invalid audience.";

function isOtherCloud(graphOrigins: ReadonlySet<string>, origin: string, { directory }: OpenedWay): boolean {
  return graphOrigins.has(origin) && origin !== directory.cloud.graph;
}

function unauthorized(message: string): Response {
  const body = JSON.stringify({ error: { code: "InvalidAuthenticationToken", message } });
  return new Response(body, {
    status: 401,
    headers: { "content-type": "application/json", "www-authenticate": "Bearer" },
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

function responseOf({ status, headers, body }: GraphResponse): Response {
  const text = body === undefined ? null : JSON.stringify(body);
  return new Response(text, { status, headers: [...headers.entries()] as [string, string][] });
}
