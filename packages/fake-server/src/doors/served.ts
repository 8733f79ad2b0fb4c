/// <reference types="node" />
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { ConnectionFault } from "../faults/index.ts";
import type { TokenGate } from "../world/index.ts";
import { type Addressees, addressed } from "./addressed.ts";
import { bodyOf, LARGEST_MB, TOO_LARGE } from "./body.ts";
import { exchange, graphAnswer, type HttpAnswer, type HttpRequest } from "./exchange.ts";
import { isOwnAddress, type Mount, serveMount } from "./mount.ts";

/** What one port serves. */
export interface Served {
  readonly gate: TokenGate;
  readonly addressees: Addressees;
  readonly mount: Mount;
}

const NOT_HERE =
  "The Host header names another host than this fake's. It answers for localhost, 127.0.0.1 and [::1] at any port, and for Graph's and the login services' hosts at the port of their scheme; other names take listen(world, { names }).";

/**
 * Answers one request of a socket's: every one is answered, or its connection ended. At once, where nothing is to be waited
 * for.
 */
export function serve(served: Served, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const url = addressOf(incoming, served.addressees);
  if (url === undefined) refuse(outgoing, 421, NOT_HERE);
  else if (url === null) refuse(outgoing, 400, "The request URI is not valid, or there is no Host header.");
  else take(served, { url, incoming, outgoing });
}

function take(served: Served, arrived: Omit<Arrived, "text">): void {
  const { url, incoming, outgoing } = arrived;
  // No page of another site can send such a request, and no client of Graph's does.
  const isWorld = incoming.method === "PUT" && isOwnAddress(url);
  const mostMb = isWorld ? LARGEST_MB.world : LARGEST_MB.graph;
  const answerTo = (text: string | typeof TOO_LARGE) => {
    if (text === TOO_LARGE) refuse(outgoing, 413, `The request body is larger than ${mostMb} MB.`);
    else answer(served, { ...arrived, text });
  };
  const text = bodyOf(incoming, mostMb);
  if (typeof text === "string") answerTo(text);
  else text.then(answerTo).catch(() => outgoing.destroy());
}

interface Arrived {
  readonly url: URL;
  readonly text: string;
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

function answer({ gate, addressees, mount }: Served, arrived: Arrived): void {
  const { url, outgoing } = arrived;
  const isOurs = !addressees.known.has(url.hostname);
  const failed = (fault: unknown) => fail(outgoing, fault);
  try {
    if (isOurs && isOwnAddress(url)) {
      serveMount(mount, arrived).catch(failed);
      return;
    }
    const answered = exchange(gate, new SocketRequest(arrived, isOurs));
    if (answered instanceof Promise) answered.then((given) => send(outgoing, given)).catch(failed);
    else send(outgoing, answered);
  } catch (fault) {
    failed(fault);
  }
}

/** Where a request goes; `undefined` where it names a host that is none of the fake's, `null` where it cannot be read. */
function addressOf(
  { url = "", headers, socket }: IncomingMessage,
  addressees: Addressees,
): URL | null | undefined {
  const isPath = url.startsWith("/");
  const target = isPath ? undefined : URL.parse(url);
  if (target === null || headers.host === undefined) return null;
  const origin = addressed(target?.host ?? headers.host, "encrypted" in socket, addressees);
  if (origin === undefined) return undefined;
  return URL.parse(`${origin}${target === undefined ? url : `${target.pathname}${target.search}`}`);
}

/** A request that came by a socket. What would only be needed where something goes wrong is made when it does. */
class SocketRequest implements HttpRequest {
  readonly method: string;
  readonly url: URL;
  readonly text: string;
  readonly header: (name: string) => string | undefined;
  readonly isOurs: boolean;
  readonly #outgoing: ServerResponse;

  constructor({ url, text, incoming, outgoing }: Arrived, isOurs: boolean) {
    const { method = "GET", headers } = incoming;
    this.method = method;
    this.url = forwarded(url, headers);
    this.text = text;
    this.header = (name) => single(headers[name]);
    this.isOurs = isOurs;
    this.#outgoing = outgoing;
  }

  /** Aborts when the client has gone before it was answered. */
  get signal(): AbortSignal {
    const gone = new AbortController();
    this.#outgoing.once("close", () => {
      if (!this.#outgoing.writableFinished) gone.abort();
    });
    return gone.signal;
  }
}

/** What a proxy on the own machine has sent on stands for the address that was meant. */
function forwarded(url: URL, headers: IncomingHttpHeaders): URL {
  const [host, proto] = [headers["x-forwarded-host"], headers["x-forwarded-proto"]];
  if (typeof host !== "string" || proto !== "https") return url;
  return URL.parse(`https://${host}${url.pathname}${url.search}`) ?? url;
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(", ") : value;
}

function send(outgoing: ServerResponse, { status, headers, text }: HttpAnswer): void {
  const flat = flatOf(headers);
  if (text === undefined) {
    outgoing.writeHead(status, flat).end();
    return;
  }
  const length = Buffer.byteLength(text);
  flat.push("content-length", String(length));
  // What is ASCII alone is the same bytes in both, and the latter need not be looked through once more.
  outgoing.writeHead(status, flat).end(text, length === text.length ? "latin1" : "utf8");
}

function flatOf(headers: HttpAnswer["headers"]): string[] {
  const flat: string[] = [];
  for (const [name, value] of headers) flat.push(name, value);
  return flat;
}

/** Whatever became of a request instead of an answer. */
function fail(outgoing: ServerResponse, fault: unknown): void {
  if (fault instanceof ConnectionFault) breakOff(outgoing, fault);
  else if (outgoing.destroyed || outgoing.headersSent) outgoing.destroy();
  else refuse(outgoing, 500, `The fake failed, by a fault of its own: ${fault}`);
}

/** Without an answer, the connection ends; with a part of one, it promises a whole body, sends the part, and is gone. */
function breakOff(outgoing: ServerResponse, { partial }: ConnectionFault): void {
  if (partial === undefined) {
    outgoing.destroy();
    return;
  }
  const { status, headers, text = "" } = graphAnswer(partial);
  const length = String(Buffer.byteLength(text));
  outgoing.writeHead(status, [...flatOf(headers), "content-length", length]);
  outgoing.write(text.slice(0, -10), () => outgoing.destroy());
}

/** An error of the server itself, in Graph's envelope. What is still to come of the request is not waited for. */
function refuse(outgoing: ServerResponse, status: number, message: string): void {
  const body = JSON.stringify({ error: { code: "BadRequest", message } });
  const length = Buffer.byteLength(body);
  outgoing.writeHead(status, {
    ...{ "content-type": "application/json", "content-length": length, connection: "close" },
  });
  outgoing.end(body);
}
