import { once } from "node:events";
import { request } from "node:http";
import { connect as connectTls, type TLSSocket } from "node:tls";
import { createWorld } from "@vestibule/fake-server";
import { type Listening, listen } from "@vestibule/fake-server/listen";
import { describe, expect, test } from "vitest";
import { dial, heard, lines, raw } from "./raw.ts";

async function open() {
  const world = createWorld();
  const tenant = world.cloud("usgov").tenant("contoso");
  const { token } = await tenant.credential({ as: tenant.app("caller") }).getToken();
  return { token, server: await listen(world) };
}

/** What the fake answers over TLS to whoever trusts its authority, and expects `servername` of it. */
async function secured(server: Listening, servername: string, said: string, socket = dial(server.origin)) {
  const ca = await server.authority();
  const secure = connectTls({ socket: await socket, servername, ca });
  await once(secure, "secureConnect");
  secure.write(said);
  return heard(secure as TLSSocket);
}

/** A tunnel through the proxy, or what it says instead of one. */
async function tunnel(server: Listening, target: string) {
  const { hostname, port } = new URL(server.origin);
  const asked = request({ hostname, port, method: "CONNECT", path: target, agent: false });
  asked.end();
  const [response, socket, head] = await once(asked, "connect");
  return { status: response.statusCode, socket, head };
}

const users = (host: string, token: string) =>
  lines("GET /v1.0/users HTTP/1.1", `Host: ${host}`, `Authorization: Bearer ${token}`);

describe("one port", () => {
  test.each([
    ...["localhost", "graph.microsoft.com", "graph.microsoft.us", "dod-graph.microsoft.us"],
    ...["microsoftgraph.chinacloudapi.cn", "login.microsoftonline.us", "login.chinacloudapi.cn"],
  ])("speaks TLS by the name %s, vouched for by its own authority", async (name) => {
    const { server } = await open();
    expect(await secured(server, name, lines("GET /v1.0/users HTTP/1.1", `Host: ${name}`))).toMatch(
      /^HTTP\/1\.1 /,
    );
    await server.close();
  });

  test("is not trusted by whoever trusts the authority of another fake, nor for any other name", async () => {
    const { server } = await open();
    const other = await open();
    const ca = await other.server.authority();
    const strange = connectTls({ socket: await dial(server.origin), servername: "localhost", ca });
    await expect(once(strange, "secureConnect")).rejects.toMatchObject({
      code: expect.stringMatching(/SELF_SIGNED|UNABLE_TO/),
    });
    await expect(secured(server, "www.example.com", "")).rejects.toMatchObject({
      code: "ERR_TLS_CERT_ALTNAME_INVALID",
    });
    await Promise.all([server.close(), other.server.close()]);
  });

  test("answers Graph's host with Graph's links", async () => {
    const { server, token } = await open();
    const answer = await secured(server, "graph.microsoft.us", users("graph.microsoft.us", token));
    expect(answer).toContain('"@odata.context":"https://graph.microsoft.us/v1.0/$metadata#users"');
    await server.close();
  });

  test("is a proxy too, whose tunnels to Graph's and the login services' hosts end in the fake", async () => {
    const { server, token } = await open();
    const { status, socket } = await tunnel(server, "graph.microsoft.us:443");
    expect(status).toBe(200);
    expect(await secured(server, "graph.microsoft.us", users("graph.microsoft.us", token), socket)).toMatch(
      /^HTTP\/1\.1 200 /,
    );
    await server.close();
  });

  test.each([
    "www.example.com:443",
    "management.azure.com:443",
    "graph.microsoft.com:80",
    "localhost:1",
    "",
    "[",
  ])("refuses a tunnel to %j at once, and says which there are", async (target) => {
    const { server } = await open();
    const answer = await raw(server.origin, `CONNECT ${target} HTTP/1.1\r\nHost: x\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 (?:502|400) /);
    if (answer.includes("502"))
      expect(answer).toContain("Port 443 of these hosts ends here: graph.microsoft.com,");
    await server.close();
  });

  test("lets a tunnel lead to itself, with TLS or without", async () => {
    const { server, token } = await open();
    const { host } = new URL(server.origin);
    const one = await tunnel(server, host);
    one.socket.write(users(host, token));
    expect(await heard(one.socket)).toMatch(/^HTTP\/1\.1 200 /);
    const other = await tunnel(server, host);
    expect(await secured(server, "localhost", users(host, token), other.socket)).toMatch(/^HTTP\/1\.1 200 /);
    await server.close();
  });

  test("ends everything that is open when it closes, tunnels among it", async () => {
    const { server } = await open();
    const { socket } = await tunnel(server, "graph.microsoft.us:443");
    const silent = await dial(server.origin);
    const ended = Promise.all([once(socket, "close"), once(silent, "close")]);
    await server.close();
    await ended;
  });
});
