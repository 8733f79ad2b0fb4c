import { createServer } from "node:net";
import { createWorld } from "@vestibule/fake-server";
import { type ListenOptions, listen } from "@vestibule/fake-server/listen";
import { describe, expect, test } from "vitest";
import { dial, heard, lines, raw } from "./raw.ts";

async function open(options?: ListenOptions) {
  const world = createWorld();
  const tenant = world.cloud("public").tenant("contoso");
  const { token } = await tenant.credential({ as: tenant.app("caller") }).getToken();
  const server = await listen(world, options);
  const headers = { authorization: `Bearer ${token}` };
  const post = (body: string) =>
    fetch(`${server.origin}/v1.0/invitations`, { method: "POST", headers, body });
  const users = () => fetch(`${server.origin}/v1.0/users`, { headers });
  return { server, post, users, tenant, token };
}

describe("the HTTP listener", () => {
  test("is there on the loopback address of either family, at one port, and on no other address", async () => {
    const { server } = await open();
    for (const host of ["127.0.0.1", "::1"]) {
      expect(await raw(server.origin, lines("GET /v1.0/users HTTP/1.1", "Host: localhost"), host)).toMatch(
        /^HTTP\/1\.1 401 /,
      );
    }
    await expect(raw(server.origin, "", "127.0.0.2")).rejects.toMatchObject({ code: "ECONNREFUSED" });
    await server.close();
    await expect(raw(server.origin, "")).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });

  test("says in one line that a port is in use, of whichever family", async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, "::1", resolve));
    const { port } = holder.address() as { port: number };
    const failed = listen(createWorld(), { port });
    await expect(failed).rejects.toMatchObject({
      code: "EADDRINUSE",
      message: `port ${port} is in use on 127.0.0.1 or ::1; name another, or 0 for any that is free`,
    });
    await new Promise((resolve) => holder.close(resolve));
    await using server = await listen(createWorld(), { port });
    expect(server.origin).toBe(`http://127.0.0.1:${port}`);
  });

  test.each([
    [{ host: "" }, /host takes an address/],
    [{ port: 70_000 }, /port takes 0 to 65535/],
    [{ names: "fake.test" }, /names takes/],
    [{ hots: "0.0.0.0" }, /no option "hots"/],
  ])("refuses the options %j before it listens", async (options, message) => {
    await expect(listen(createWorld(), options as ListenOptions)).rejects.toThrow(message);
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

  test("answers to names of its own where it was given them, and under these for every cloud's login host", async () => {
    const { server, tenant } = await open({ names: ["fake.test"] });
    const asked = (path: string) => raw(server.origin, lines(`GET ${path} HTTP/1.1`, "Host: fake.test:4000"));
    expect(await asked("/v1.0/users")).toMatch(/^HTTP\/1\.1 401 /);
    expect(await asked("/contoso.onmicrosoft.com/v2.0/.well-known/openid-configuration")).toContain(
      `http://fake.test:4000/${tenant.id}/oauth2/v2.0/token`,
    );
    await server.close();
  });

  test("goes by any address of the machine once it is told to listen beyond it, and still by no foreign name", async () => {
    const { server } = await open({ host: "0.0.0.0" });
    const asked = (host: string) =>
      raw(server.origin, lines("GET /v1.0/users HTTP/1.1", `Host: ${host}`), "127.0.0.2");
    expect(await asked("192.0.2.7:4000")).toMatch(/^HTTP\/1\.1 401 /);
    expect(await asked("rebound.example")).toMatch(/^HTTP\/1\.1 421 /);
    await server.close();
  });

  test("carries nothing out of a request that breaks off", async () => {
    const { server, tenant, token, users } = await open();
    const before = tenant.log.length;
    const socket = await dial(
      server.origin,
      `POST /v1.0/invitations HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nContent-Length: 500\r\n\r\n{"invitedUserEmailAddress":`,
    );
    socket.destroy();
    expect((await users()).status).toBe(200);
    expect(tenant.log.length).toBe(before);
    await server.close();
  });

  test("breaks an answer off where a fault says so, in the middle or before it", async () => {
    const { server, users, tenant } = await open();
    tenant.faults.add({ effect: "half-body", times: 1 });
    const half = await users();
    expect(half.status).toBe(200);
    await expect(half.text()).rejects.toThrow("terminated");
    tenant.faults.add({ effect: "reset-before-commit", times: 1 });
    await expect(users()).rejects.toThrow("fetch failed");
    expect((await users()).status).toBe(200);
    await server.close();
  });

  test("says so where it fails by a fault of its own, and goes on", async () => {
    const world = createWorld();
    let isBroken = true;
    const gate = {
      ...world.gate,
      login: () => {
        if (isBroken) throw new TypeError("something was not there");
        return undefined;
      },
    };
    await using server = await listen(Object.assign(world, { gate }));
    const broken = await fetch(`${server.origin}/v1.0/users`);
    expect(broken.status).toBe(500);
    expect((await broken.json()).error.message).toContain("by a fault of its own: TypeError: something");
    isBroken = false;
    expect((await fetch(`${server.origin}/v1.0/users`)).status).toBe(401);
  });

  test("goes on while a thousand connections say nothing, or do not finish", async () => {
    const { server, users } = await open();
    const openings = [
      "",
      "GET /v1.0/users HTTP/1.1\r\nHost: local",
      "\x16\x03\x01",
      "POST /v1.0/invitations HTTP/1.1\r\n",
    ];
    const held = await Promise.all(
      Array.from({ length: 1_000 }, (_, n) => dial(server.origin, openings[n % openings.length])),
    );
    const started = performance.now();
    for (let n = 0; n < 20; n++) expect((await users()).status).toBe(200);
    expect(performance.now() - started).toBeLessThan(5_000);
    await server.close();
    await Promise.all(held.map((socket) => heard(socket).catch(() => "")));
  });
});

describe("a request without a token", () => {
  const message = async (headers: Record<string, string>) => {
    const { server } = await open();
    const response = await fetch(`${server.origin}/v1.0/users`, { headers });
    await server.close();
    const { error } = await response.json();
    return `${response.status} ${error.code}: ${error.message}`;
  };

  test("is told what may have become of it", async () => {
    expect(await message({})).toMatch(
      /^401 InvalidAuthenticationToken: Access token is empty\. .*microsoft-graph-client leaves the token out over plain http/,
    );
  });

  test("is told so by the habits of the client that it names", async () => {
    const told = await message({ "user-agent": "kiota-typescript/1.0.0" });
    expect(told).toContain("(by kiota-typescript/1.0.0)");
    expect(told).toContain("allowedHosts");
    expect(told).not.toContain("customHosts");
  });

  test("is told where its Authorization is of another kind", async () => {
    const told = await message({ authorization: "Basic c2VjcmV0" });
    expect(told).toContain('not "Bearer"');
    expect(told).not.toContain("c2VjcmV0");
  });
});

describe("the fake's own addresses", () => {
  const admin = (request: Request) =>
    new URL(request.url).pathname === "/_fake/state"
      ? Promise.resolve(Response.json({ method: request.method }))
      : undefined;
  const asked = async (...said: readonly string[]) => {
    const { server } = await open({ admin });
    const answer = await raw(server.origin, lines(...said));
    await server.close();
    return answer;
  };

  test("are answered by what is mounted there, and by nothing where it has nothing", async () => {
    expect(await asked("GET /_fake/state HTTP/1.1", "Host: localhost")).toContain('{"method":"GET"}');
    expect(await asked("GET /_fake/other HTTP/1.1", "Host: localhost")).toMatch(/^HTTP\/1\.1 404 /);
  });

  test.each([
    "Origin: https://evil.example",
    "Origin: null",
    "Sec-Fetch-Site: cross-site",
    "Sec-Fetch-Site: same-site",
  ])("are not there for a page that comes with %s", async (header) => {
    expect(await asked("POST /_fake/state HTTP/1.1", "Host: localhost", header)).toMatch(/^HTTP\/1\.1 403 /);
  });

  test("are there for the fake's own page", async () => {
    const own = ["Host: localhost:4000", "Origin: http://localhost:4000", "Sec-Fetch-Site: same-origin"];
    expect(await asked("POST /_fake/state HTTP/1.1", ...own)).toContain('{"method":"POST"}');
  });

  test("are not there at a host of Graph's", async () => {
    expect(await asked("GET /_fake/state HTTP/1.1", "Host: graph.microsoft.com")).toMatch(/^HTTP\/1\.1 401 /);
  });

  test("send a stream as it comes, and end it with the reader", async () => {
    let isCancelled = false;
    const events = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode("data: one\n\n")),
      cancel: () => {
        isCancelled = true;
      },
    });
    const { server } = await open({ admin: () => Promise.resolve(new Response(events)) });
    const reader = (await fetch(`${server.origin}/_fake/events`)).body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe("data: one\n\n");
    await reader?.cancel();
    await server.close();
    await expect.poll(() => isCancelled).toBe(true);
  });
});
