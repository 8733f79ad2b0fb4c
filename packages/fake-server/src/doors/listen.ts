/// <reference types="node" />
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { World } from "../world/index.ts";

/** Where to listen. The host is always 127.0.0.1. */
export interface ListenOptions {
  /** Default 0: any free port. */
  readonly port?: number;
}

/** A world that answers HTTP. */
export interface Listening extends AsyncDisposable {
  /** For example `http://127.0.0.1:49152`: the Graph origin of a cloud for the SDK, with the API's version below it. */
  readonly origin: string;
  /** Stops listening, and ends the connections that are open. */
  close(): Promise<void>;
}

/** No request of Graph's is larger. */
const LARGEST_BODY = 4 * 1024 * 1024;

/**
 * Answers HTTP on the loopback interface, and on no other.
 *
 * @example
 * ```ts
 * await using server = await listen(world);
 * const cloud = { ...clouds.public, id: "local", graph: server.origin };
 * ```
 */
export async function listen(world: Pick<World, "fetch">, options: ListenOptions = {}): Promise<Listening> {
  refuseBadArguments(world, options);
  const { port = 0 } = options;
  let origin = "";
  const server = createServer((incoming, outgoing) => {
    serve(world, origin, incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin, close, [Symbol.asyncDispose]: close };
}

function refuseBadArguments(world: unknown, options: unknown): void {
  const { fetch } = (world ?? {}) as { readonly fetch?: unknown };
  if (typeof fetch !== "function") throw new TypeError("listen takes a world, as createWorld() makes it");
  const isKnown =
    typeof options === "object" && options !== null && Object.keys(options).every((name) => name === "port");
  if (!isKnown) throw new TypeError("listen has one option, as in listen(world, { port: 4000 })");
}

async function serve(
  world: Pick<World, "fetch">,
  origin: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const url = URL.parse(incoming.url ?? "", origin);
  const body = await bodyOf(incoming);
  if (url?.origin !== origin) return refuse(outgoing, 400, "The request URI is not valid.");
  if (body === undefined) return refuse(outgoing, 413, "The request body is larger than 4 MB.");
  const response = await world.fetch(requestOf(forwarded(url, incoming.headers), incoming, body));
  outgoing.writeHead(response.status, [...response.headers].flat());
  outgoing.end(await response.text());
}

/** What a proxy on the own machine has sent on stands for the address that was meant. */
function forwarded(url: URL, headers: IncomingMessage["headers"]): URL {
  const [host, proto] = [headers["x-forwarded-host"], headers["x-forwarded-proto"]];
  if (typeof host !== "string" || proto !== "https") return url;
  return URL.parse(`https://${host}${url.pathname}${url.search}`) ?? url;
}

function refuse(outgoing: ServerResponse, status: number, message: string): void {
  outgoing.writeHead(status, { "content-type": "application/json" });
  outgoing.end(JSON.stringify({ error: { code: "BadRequest", message } }));
}

function requestOf(url: URL, { method = "GET", headers }: IncomingMessage, body: string): Request {
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === "string" && !name.startsWith(":") ? [[name, value] as [string, string]] : [],
  );
  const hasBody = method !== "GET" && method !== "HEAD" && body !== "";
  return new Request(url, { method, headers: pairs, ...(hasBody && { body }) });
}

/** The body as text; `undefined` where it is larger than any that Graph takes. */
async function bodyOf(incoming: IncomingMessage): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size <= LARGEST_BODY) chunks.push(chunk);
  }
  return size > LARGEST_BODY
    ? undefined
    : new TextDecoder().decode(await new Blob(chunks as BlobPart[]).arrayBuffer());
}
