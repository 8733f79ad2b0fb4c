/// <reference types="node" />
import type { IncomingMessage, ServerResponse } from "node:http";
import { TLSSocket } from "node:tls";
import { ConnectionFault } from "../faults/index.ts";
import type { TokenGate } from "../world/index.ts";
import { type Addressees, addressed } from "./addressed.ts";
import { bodyOf, TOO_LARGE } from "./body.ts";
import { exchange, graphAnswer, type HttpAnswer } from "./exchange.ts";
import { isOwnAddress, type Mount, serveMount } from "./mount.ts";

/** What one port serves. */
export interface Served {
  readonly gate: TokenGate;
  readonly addressees: Addressees;
  readonly mount: Mount;
}

/** Answers one request of a socket's: every one is answered, or its connection ended. */
export async function serve(
  { gate, addressees, mount }: Served,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const url = addressOf(incoming, addressees);
  if (url === undefined) return refuse(outgoing, 421, NOT_HERE);
  if (url === null) return refuse(outgoing, 400, "The request URI is not valid.");
  const text = await bodyOf(incoming);
  if (text === TOO_LARGE) return refuse(outgoing, 413, "The request body is larger than 4 MB.");
  if (isOwnAddress(url, addressees.known)) return serveMount(mount, { url, text, incoming, outgoing });
  const { method = "GET", headers } = incoming;
  const header = (name: string) => single(headers[name]);
  const gone = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  try {
    const request = {
      method,
      url: forwarded(url, headers),
      header,
      text,
      isOurs: !addressees.known.has(url.hostname),
    };
    const answered = exchange(gate, request, gone.signal);
    send(outgoing, answered instanceof Promise ? await answered : answered);
  } catch (fault) {
    if (fault instanceof ConnectionFault && fault.partial)
      return breakOff(outgoing, graphAnswer(fault.partial));
    throw fault;
  }
}

const NOT_HERE =
  "This fake answers for the own machine, and for Graph's and the login services' hosts; the Host header names another.";

/** Where a request goes; `undefined` where it names a host that is none of the fake's, `null` where it cannot be read. */
function addressOf(
  { url = "", headers, socket }: IncomingMessage,
  addressees: Addressees,
): URL | null | undefined {
  const isPath = url.startsWith("/");
  const target = isPath ? undefined : URL.parse(url);
  if (target === null) return null;
  const origin = addressed(target?.host ?? headers.host ?? "", socket instanceof TLSSocket, addressees);
  if (origin === undefined) return undefined;
  return URL.parse(`${origin}${target === undefined ? url : `${target.pathname}${target.search}`}`);
}

/** What a proxy on the own machine has sent on stands for the address that was meant. */
function forwarded(url: URL, headers: IncomingMessage["headers"]): URL {
  const [host, proto] = [headers["x-forwarded-host"], headers["x-forwarded-proto"]];
  if (typeof host !== "string" || proto !== "https") return url;
  return URL.parse(`https://${host}${url.pathname}${url.search}`) ?? url;
}

function single(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" ? value : value?.join(", ");
}

function send(outgoing: ServerResponse, { status, headers, text }: HttpAnswer): void {
  outgoing.writeHead(status, headersOf(headers, text));
  outgoing.end(text);
}

function headersOf(headers: HttpAnswer["headers"], text: string | undefined): string[] {
  const flat: string[] = [];
  for (const [name, value] of headers) flat.push(name, value);
  if (text !== undefined) flat.push("content-length", String(Buffer.byteLength(text)));
  return flat;
}

/** Promises a whole body, sends a part of it, and is gone. */
function breakOff(outgoing: ServerResponse, { status, headers, text = "" }: HttpAnswer): void {
  outgoing.writeHead(status, headersOf(headers, text));
  outgoing.write(text.slice(0, -10), () => outgoing.destroy());
}

/** An error of the server itself, in Graph's envelope. What is still to come of the request is not waited for. */
function refuse(outgoing: ServerResponse, status: number, message: string): void {
  outgoing.writeHead(status, { "content-type": "application/json", connection: "close" });
  outgoing.end(JSON.stringify({ error: { code: "BadRequest", message } }));
}
