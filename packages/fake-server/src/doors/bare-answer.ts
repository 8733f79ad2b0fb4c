/// <reference types="node" />
import type { Duplex } from "node:stream";
import { STATUS_CODES } from "./node-http.ts";

/** Ends a connection with an answer that no request led to: an error in the envelope of Graph's. */
export function endWith(socket: Duplex, status: 400 | 408 | 431 | 502, message: string): void {
  const phrase = STATUS_CODES[status] ?? "";
  const body = JSON.stringify({ error: { code: phrase.replaceAll(" ", ""), message } });
  const head = [
    ...[`HTTP/1.1 ${status} ${phrase}`, "content-type: application/json", "connection: close"],
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}
