import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** A connection that has sent these bytes, and may send more. */
export async function dial(origin: string, bytes = "", host = "127.0.0.1"): Promise<Socket> {
  const socket = connect({ host, port: Number(new URL(origin).port) });
  await once(socket, "connect");
  socket.on("error", () => {});
  if (bytes !== "") socket.write(bytes);
  return socket;
}

/** All that comes back, to the end of the connection. */
export async function heard(socket: Socket): Promise<string> {
  const chunks: string[] = [];
  for await (const chunk of socket.setEncoding("utf8")) chunks.push(chunk);
  return chunks.join("");
}

/** What comes back for bytes that no HTTP client would send. */
export async function raw(origin: string, bytes: string, host = "127.0.0.1"): Promise<string> {
  const socket = await dial(origin, "", host);
  socket.end(bytes);
  return heard(socket);
}

/** The lines of a request without a body, after which nothing is said. */
export function lines(...all: readonly string[]): string {
  return `${[...all, "Connection: close"].join("\r\n")}\r\n\r\n`;
}
