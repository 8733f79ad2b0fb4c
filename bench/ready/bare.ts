/** The least that says it listens. */
import { createServer } from "node:http";

const server = createServer().listen(0, "127.0.0.1", () => {
  process.stdout.write(`${JSON.stringify(server.address())}\n`);
});
