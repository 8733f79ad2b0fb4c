import { once } from "node:events";
import { administer, createWorld } from "@vestibule/fake-server";
import { listen } from "@vestibule/fake-server/listen";
import { describe, expect, test } from "vitest";
import { dial, heard, lines, raw } from "./raw.ts";

async function open() {
  const world = createWorld();
  const tenant = world.cloud("public").tenant("contoso");
  const { token } = await tenant.credential({ as: tenant.app("caller") }).getToken();
  const server = await listen(world);
  const headers = { authorization: `Bearer ${token}` };
  const post = () => fetch(`${server.origin}/v1.0/invitations`, { method: "POST", headers, body: "{}" });
  return { server, post };
}

/** What is sent, line by line, with the status that answers it. */
const HERE = "GET /v1.0/users HTTP/1.1";
const REFUSED: readonly (readonly [string, number, readonly string[]])[] = [
  ["a host that is none of its own", 421, [HERE, "Host: rebound.example"]],
  ["a port of Graph's that Graph does not have", 421, [HERE, "Host: graph.microsoft.com:8443"]],
  ["an address of another machine's", 421, [HERE, "Host: 192.0.2.7"]],
  ["another host's address", 421, ["GET http://graph.evil.example/v1.0/users HTTP/1.1", "Host: localhost"]],
  ["what is no address", 400, ["GET http:// HTTP/1.1", "Host: localhost"]],
  ["a request without a host", 400, [HERE]],
  ["what is no HTTP", 400, ["EHLO localhost"]],
  ["a header that never ends", 431, [HERE, `Host: ${"x".repeat(20_000)}`]],
];

describe("what is no request to this fake", () => {
  test("ends a connection on which an answer is still coming, and is not put into the middle of it", async () => {
    const world = createWorld();
    await using server = await listen(world, { admin: administer(world) });
    const socket = await dial(server.origin, "GET /_fake/events HTTP/1.1\r\nHost: localhost\r\n\r\n");
    await once(socket, "data");
    socket.write("EHLO localhost\r\n\r\n");
    expect(await heard(socket)).not.toContain("HTTP/1.1 400");
  });

  test.each(REFUSED)("refuses %s with %d, and goes on", async (_what, status, said) => {
    const { server, post } = await open();
    const [head = "", body = ""] = (await raw(server.origin, lines(...said))).split("\r\n\r\n");
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    const { error } = JSON.parse(body) as { readonly error: { readonly message: string } };
    expect(error.message).toMatch(/^The |^This /);
    expect((await post()).status).toBe(400);
    await server.close();
  });

  test("takes a name of its own with a dot behind it for the same one", async () => {
    const { server } = await open();
    for (const host of ["localhost.", "LOCALHOST.:4000", "graph.microsoft.com."]) {
      expect(await raw(server.origin, lines(HERE, `Host: ${host}`))).toMatch(/^HTTP\/1\.1 401 /);
    }
    await server.close();
  });

  test("answers what came before what cannot be read, and says so of the rest", async () => {
    const { server } = await open();
    const said = await raw(server.origin, `${HERE}\r\nHost: localhost\r\n\r\nEHLO localhost\r\n\r\n`);
    expect(said.match(/HTTP\/1\.1 \d+/g)).toEqual(["HTTP/1.1 401", "HTTP/1.1 400"]);
    expect(said).toContain("This is no request in HTTP/1.1 that can be read (HPE_");
    expect(said).not.toContain("EHLO");
    await server.close();
  });
});
