/// <reference types="node" />
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline, Readable } from "node:stream";

/**
 * Something besides Graph that is answered below `/_fake`: `undefined` for an address that it does not have. What comes
 * from another site's page in a browser does not get to it.
 */
export type Mount = (request: Request) => Promise<Response> | undefined;

const PREFIX = /^\/_fake(?:\/|$)/;

interface Arrived {
  readonly url: URL;
  readonly text: string;
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

/** Whether a path, at the fake's own name, is the fake's own and not Graph's. */
export function isOwnAddress({ pathname }: URL): boolean {
  return PREFIX.test(pathname);
}

/** Answers what is addressed to the fake itself. */
export async function serveMount(mount: Mount, arrived: Arrived): Promise<void> {
  const { url, incoming, outgoing } = arrived;
  if (isCrossSite(url, incoming.headers)) {
    return give(outgoing, problem(403, "The fake's own addresses are not there for pages of other sites."));
  }
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  const response = await mount(requestOf(arrived, gone.signal));
  give(outgoing, response ?? problem(404, `The fake has nothing at ${url.pathname}.`));
}

/** Browsers say where a request comes from; nothing else does. */
function isCrossSite(url: URL, headers: IncomingMessage["headers"]): boolean {
  const { origin = url.origin, "sec-fetch-site": site = "none" } = headers;
  return origin !== url.origin || (site !== "none" && site !== "same-origin");
}

function requestOf({ url, text, incoming }: Arrived, signal: AbortSignal): Request {
  const { method = "GET", headers } = incoming;
  const pairs = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[name, value]] : [],
  );
  const hasBody = method !== "GET" && method !== "HEAD" && text !== "";
  return new Request(url, { method, headers: pairs, signal, ...(hasBody && { body: text }) });
}

/** Part by part, as it comes: a stream of events has no end, and may be quiet for long. */
function give(outgoing: ServerResponse, response: Response): void {
  outgoing.socket?.setTimeout(0);
  outgoing.writeHead(response.status, [...response.headers].flat());
  if (response.body === null) outgoing.end();
  else pipeline(Readable.fromWeb(response.body as never), outgoing, () => {});
}

function problem(status: number, message: string): Response {
  return Response.json({ error: { code: "BadRequest", message } }, { status });
}
