/// <reference types="node" />
import type { IncomingMessage } from "node:http";

/** Stands for a body that is larger than any that Graph takes. */
export const TOO_LARGE: unique symbol = Symbol("body too large");

/** No request of Graph's is larger. */
const LARGEST = 4 * 1024 * 1024;

/**
 * The body as text; empty where there is none. What is too large is read to its end and thrown away, so that the client
 * hears of it: one that is still sending does not listen.
 *
 * @throws what the socket throws where the request breaks off
 */
export function bodyOf(incoming: IncomingMessage): string | Promise<string | typeof TOO_LARGE> {
  const { headers } = incoming;
  const length = headers["content-length"];
  const isEmpty = headers["transfer-encoding"] === undefined && (length === undefined || length === "0");
  return isEmpty ? "" : read(incoming);
}

function read(incoming: IncomingMessage): Promise<string | typeof TOO_LARGE> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on("data", (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size <= LARGEST) chunks.push(chunk);
      else chunks.length = 0;
    });
    incoming.once("end", () => resolve(size > LARGEST ? TOO_LARGE : Buffer.concat(chunks).toString()));
    incoming.once("error", reject);
  });
}
