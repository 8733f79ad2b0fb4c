import { once } from "node:events";
import { connect } from "node:net";
import { createWorld } from "@vestibule/fake-server";
import { listen } from "@vestibule/fake-server/listen";
import { describe, expect, test } from "vitest";

async function open() {
  const world = createWorld();
  const tenant = world.cloud("public").tenant("contoso");
  const { token } = await tenant.credential({ as: tenant.app("caller") }).getToken();
  const server = await listen(world);
  const post = (body: string) =>
    fetch(`${server.origin}/v1.0/invitations`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      body,
    });
  return { server, post, tenant };
}

/** What comes back for bytes that no HTTP client would send. */
async function raw(origin: string, host: string, bytes: string): Promise<string> {
  const socket = connect({ host, port: Number(new URL(origin).port) });
  await once(socket, "connect");
  socket.end(bytes);
  const chunks: string[] = [];
  for await (const chunk of socket.setEncoding("utf8")) chunks.push(chunk);
  return chunks.join("");
}

describe("the HTTP listener", () => {
  test("is there on one loopback address and on no other", async () => {
    const { server } = await open();
    await expect(raw(server.origin, "127.0.0.2", "")).rejects.toMatchObject({ code: "ECONNREFUSED" });
    await server.close();
    await expect(raw(server.origin, "127.0.0.1", "")).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });

  test("refuses a body that is larger than any of Graph's, in its envelope", async () => {
    const { server, post, tenant } = await open();
    const before = tenant.log.length;
    const response = await post(JSON.stringify({ padding: "x".repeat(5 * 1024 * 1024) }));
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ error: { code: "BadRequest" } });
    expect(tenant.log.length).toBe(before);
    await server.close();
  });

  test.each(["GET http://graph.evil.example/v1.0/users HTTP/1.1", "GET //[ HTTP/1.1"])(
    "refuses %s, and goes on",
    async (line) => {
      const { server, post } = await open();
      expect(
        await raw(server.origin, "127.0.0.1", `${line}\r\nHost: x\r\nConnection: close\r\n\r\n`),
      ).toMatch(/^HTTP\/1\.1 400 /);
      expect((await post("{}")).status).toBe(400);
      await server.close();
    },
  );
});
