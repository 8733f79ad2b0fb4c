/// <reference types="node" />
import type { IncomingMessage } from "node:http";

/** Stands for a body that is larger than any that Graph takes. */
export const TOO_LARGE: unique symbol = Symbol("body too large");

const MB = 1024 * 1024;

/** The most that is read of a body, in MB: no request of Graph's is larger, and a whole world is not more than the other. */
export const LARGEST_MB = { graph: 4, world: 512 };

/**
 * The body as text, as long as it is not larger than `mostMb`; empty where there is none. What is too large is read to its end and thrown away, so that the client
 * hears of it: one that is still sending does not listen.
 *
 * @throws what the socket throws where the request breaks off
 */
export function bodyOf(
  incoming: IncomingMessage,
  mostMb: number,
): string | Promise<string | typeof TOO_LARGE> {
  const { headers } = incoming;
  const length = headers["content-length"];
  const isEmpty = headers["transfer-encoding"] === undefined && (length === undefined || length === "0");
  return isEmpty ? "" : read(incoming, mostMb * MB);
}

function read(incoming: IncomingMessage, most: number): Promise<string | typeof TOO_LARGE> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on("data", (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size <= most) chunks.push(chunk);
      else chunks.length = 0;
    });
    incoming.once("end", () => resolve(size > most ? TOO_LARGE : Buffer.concat(chunks).toString()));
    incoming.once("error", reject);
  });
}
