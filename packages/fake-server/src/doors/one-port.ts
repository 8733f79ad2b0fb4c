/// <reference types="node" />
import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { Server as TlsServer } from "node:tls";
import type { VouchedCertificate } from "../cryptography/index.ts";
import { endWith } from "./bare-answer.ts";
import { createServer, maxHeaderSize } from "./node-http.ts";

/** What stands behind the port. */
export interface BehindThePort {
  readonly request: RequestListener;
  /** Whether a tunnel to this host and port ends here. */
  readonly endsHere: (host: string, port: number) => boolean;
  /** What to tell whoever wants a tunnel to anywhere else. */
  readonly refusal: (host: string) => string;
  /** Asked for once, when the first client speaks TLS. */
  readonly certificate: () => Promise<VouchedCertificate>;
}

/** The first byte of a TLS handshake; no method of HTTP starts with it. */
const HANDSHAKE = 0x16;
/** How long a connection may take, in milliseconds. */
export interface Patience {
  /** To say its first word, and to finish its handshake. */
  readonly firstWord: number;
  /** From the first byte of a request to the end of its headers; then 408. */
  readonly headers: number;
  /** From the first byte of a request to its last; then 408. */
  readonly request: number;
  /** Without anything moving at all, while a request is open; and between two. */
  readonly standstill: number;
  readonly idle: number;
  /** How often slow requests are looked for. */
  readonly round: number;
}

/** Enough for whoever is really there. */
const PATIENCE: Patience = {
  ...{ firstWord: 10_000, headers: 10_000, request: 30_000 },
  ...{ standstill: 120_000, idle: 65_000, round: 2_000 },
};
const FREE_PORT_TRIES = 10;

/**
 * One port for http, https and a proxy's tunnels: the first byte tells which. On several addresses at once, where the
 * machine has them.
 */
export class OnePort {
  readonly #behind: BehindThePort;
  readonly #patience: Patience;
  readonly #servers: Server[] = [];
  readonly #sockets = new Set<Duplex>();
  /** The last answer of each connection. */
  readonly #answers = new WeakMap<Duplex, ServerResponse>();
  #tls: Promise<TlsServer> | undefined;

  constructor(behind: BehindThePort, patience: Partial<Patience> = {}) {
    this.#behind = behind;
    this.#patience = { ...PATIENCE, ...patience };
  }

  /** Listens; gives the number of the port. @throws the system's error where an address cannot be had */
  async open(addresses: readonly string[], wanted: number): Promise<number> {
    for (let left = FREE_PORT_TRIES; ; left--) {
      try {
        return await this.#openAll(addresses, wanted);
      } catch (error) {
        await this.close();
        // A port that is free at one address may be taken at the next.
        if (wanted !== 0 || left === 1 || codeOf(error) !== "EADDRINUSE") throw error;
      }
    }
  }

  async close(): Promise<void> {
    const servers = this.#servers.splice(0);
    const closed = servers.map((server) => new Promise<unknown>((done) => server.close(done)));
    for (const socket of this.#sockets) socket.destroy();
    await Promise.all(closed);
  }

  async #openAll([first = "127.0.0.1", ...others]: readonly string[], wanted: number): Promise<number> {
    const port = await this.#openAt(first, wanted);
    for (const address of others) {
      try {
        await this.#openAt(address, port);
      } catch (error) {
        if (!["EADDRNOTAVAIL", "EAFNOSUPPORT"].includes(codeOf(error))) throw error;
      }
    }
    return port;
  }

  async #openAt(address: string, port: number): Promise<number> {
    const server = this.#newServer();
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen({ port, host: address, backlog: 1024 }, resolve);
    });
    this.#servers.push(server);
    return (server.address() as AddressInfo).port;
  }

  /** An HTTP server that gets its connections only once they have said what they are. */
  #newServer(): Server {
    const { headers, request, idle, round, standstill } = this.#patience;
    const bounds = { headersTimeout: headers, requestTimeout: request, keepAliveTimeout: idle };
    // Whoever answers looks at it anyway, and says so in words.
    const server = createServer({ ...bounds, connectionsCheckingInterval: round, requireHostHeader: false });
    server.on("request", (incoming, outgoing) => {
      this.#answers.set(incoming.socket, outgoing);
      this.#behind.request(incoming, outgoing);
    });
    server.on("clientError", (error, socket) => this.#unreadable(error, socket));
    server.setTimeout(standstill);
    const [accept] = server.listeners("connection") as [(socket: Duplex) => void];
    server.removeAllListeners("connection");
    const plain = (socket: Duplex) => accept.call(server, socket);
    server.on("connection", (socket) => this.#arrived(socket, plain));
    server.on("connect", (request, socket, head) => this.#tunnel(request, socket as Socket, head, plain));
    return server;
  }

  #arrived(socket: Socket, plain: (socket: Duplex) => void): void {
    this.#sockets.add(socket);
    socket.once("close", () => this.#sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    this.#sortOut(socket, plain);
  }

  /** Hands a connection on by its first byte. */
  #sortOut(socket: Socket, plain: (socket: Duplex) => void): void {
    const giveUp = () => socket.destroy();
    socket.setTimeout(this.#patience.firstWord, giveUp);
    socket.once("end", giveUp);
    socket.once("data", (chunk: Buffer) => {
      socket.setTimeout(0).removeListener("timeout", giveUp).removeListener("end", giveUp);
      socket.pause();
      socket.unshift(chunk);
      if (chunk[0] !== HANDSHAKE) return this.#goOn(socket, plain);
      this.#secure(plain)
        .then((server) => server.emit("connection", socket))
        .catch(giveUp);
    });
  }

  #goOn(socket: Socket, plain: (socket: Duplex) => void): void {
    plain(socket);
    socket.resume();
  }

  /** What could not be read, or did not come in time, is told so, unless an answer is on its way there already. */
  #unreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
    const answer = this.#answers.get(socket);
    const isAnswering = answer?.headersSent === true && !answer.writableEnded;
    if (isAnswering || !socket.writable) socket.destroy();
    else endWith(socket, ...complaintOf(error));
  }

  /** What has been deciphered goes the same way as what came in plain. */
  #secure(plain: (socket: Duplex) => void): Promise<TlsServer> {
    this.#tls ??= this.#behind.certificate().then(async ({ key, certificate }) => {
      // Takes long to load, and few clients speak it.
      const { createServer: createTlsServer } = await import("node:tls");
      const options = {
        key,
        cert: certificate,
        ALPNProtocols: ["http/1.1"],
        handshakeTimeout: this.#patience.firstWord,
      };
      const server = createTlsServer(options, (socket) => {
        socket.on("error", () => socket.destroy());
        plain(socket);
      });
      return server.on("tlsClientError", (_error, socket) => socket.destroy());
    });
    return this.#tls;
  }

  #tunnel(
    { url = "" }: IncomingMessage,
    socket: Socket,
    head: Buffer,
    plain: (socket: Duplex) => void,
  ): void {
    socket.on("error", () => socket.destroy());
    const target = URL.parse(`http://${url}`);
    const [host, port] = [target?.hostname ?? "", Number(target?.port || 80)];
    if (!this.#behind.endsHere(host, port)) {
      endWith(socket, 502, this.#behind.refusal(host || url));
      return;
    }
    socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
    if (head.length > 0) socket.unshift(head);
    this.#sortOut(socket, plain);
  }
}

function codeOf(error: unknown): string {
  return String((error as { readonly code?: unknown } | null)?.code);
}

/** With which status, and in which words, the parser's errors are told; nothing of what was sent is in them. */
function complaintOf({
  code = "",
}: NodeJS.ErrnoException): readonly [status: 400 | 408 | 431, message: string] {
  switch (code) {
    case "HPE_HEADER_OVERFLOW":
      return [431, `The headers of this request are larger than ${maxHeaderSize / 1024} KB.`];
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return [408, "The rest of this request did not come in time."];
    default:
      return [400, `This is no request in HTTP/1.1 that can be read (${code}).`];
  }
}
