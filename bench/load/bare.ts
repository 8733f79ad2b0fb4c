/** The least that answers so: a server of Node's that has every answer ready in a Map. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { serveKept } from "./kept.ts";

serveKept((kept) => {
  const answers = new Map(
    kept.map(([request, [status, headers, body]]) => [
      request,
      { status, headers: headers.flat(), body: Buffer.from(body) },
    ]),
  );
  const server = createServer((incoming, outgoing) => {
    const { method, url } = incoming;
    const reply = () => {
      const { status, headers, body } = answers.get(`${method} ${url}`) as NonNullable<
        ReturnType<typeof answers.get>
      >;
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
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
});
