/** The least that answers so: a server of Node's that has every answer ready in a Map. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** An answer as the fake gave it: status, headers by name and value, and the body. */
export type Kept = readonly [status: number, headers: readonly string[], body: string];

const answers = new Map<string, { status: number; headers: string[]; body: Buffer }>();

const server = createServer((incoming, outgoing) => {
  const { method, url } = incoming;
  const reply = () => {
    const { status, headers, body } = answers.get(`${method} ${url}`) as {
      status: number;
      headers: string[];
      body: Buffer;
    };
    outgoing.writeHead(status, headers);
    outgoing.end(body);
  };
  if (method === "GET") return reply();
  const chunks: Buffer[] = [];
  incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
  incoming.once("end", () => {
    JSON.parse(Buffer.concat(chunks).toString());
    reply();
  });
});

process.once("disconnect", () => process.exit());
process.on("message", (kept: readonly (readonly [string, Kept])[]) => {
  for (const [name, [status, headers, body]] of kept) {
    answers.set(name, { status, headers: [...headers], body: Buffer.from(body) });
  }
  server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
});
