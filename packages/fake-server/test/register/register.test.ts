import { execFile } from "node:child_process";
import { createServer } from "node:http";
import { createServer as createPlainServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { createWorld } from "@vestibule/fake-server";
import { listen } from "@vestibule/fake-server/listen";
import { describe, expect, test } from "vitest";

const run = promisify(execFile);
const PRELOAD = ["--conditions=@vestibule/source", "--import", "@vestibule/fake-server/register"];

/** An application behind the preload, in a process of its own; what it prints, or what its end was. */
async function application(name: string, args: readonly string[], env: Record<string, string>) {
  const file = join(import.meta.dirname, "apps", `${name}.ts`);
  const { stdout } = await run(process.execPath, [...PRELOAD, file, ...args], {
    env: { PATH: process.env.PATH, ...env },
  });
  return JSON.parse(stdout);
}

async function asks(ways: readonly string[], url: string) {
  const world = createWorld();
  const tenant = world.cloud("china").tenant("contoso");
  const { token } = await tenant.credential({ as: tenant.app("caller") }).getToken();
  await using server = await listen(world);
  const env = { VESTIBULE_FAKE: server.origin, PROXY: server.origin, TOKEN: token };
  return await application("asks", [JSON.stringify(ways), url], env);
}

const TO_GRAPH = [
  ...["fetch", "node:https", "node:https with an agent", "node:https with an own authority"],
  ...["undici", "undici with an agent", "undici through a proxy"],
];

describe("behind the preload", () => {
  test("whatever way an application asks Graph, the fake answers", async () => {
    const seen = await asks(TO_GRAPH, "https://microsoftgraph.chinacloudapi.cn/v1.0/users");
    expect(seen).toEqual(Object.fromEntries(TO_GRAPH.map((way) => [way, 200])));
  });

  test("a connection by its bare bones leads to the fake as well", async () => {
    const seen = await asks(["node:tls"], "https://login.chinacloudapi.cn");
    expect(seen["node:tls"]).toBe("CN=Vestibule's fake");
  });

  test("whatever way it asks another host of Microsoft's, it is refused, and not sent on", async () => {
    const ways = [...TO_GRAPH.filter((way) => !way.includes("proxy")), "node:tls", "node:http2"];
    const seen = await asks(ways, "https://management.chinacloudapi.cn/");
    expect(seen).toEqual(Object.fromEntries(ways.map((way) => [way, "ERR_REFUSED_BY_FAKE"])));
    const plain = await asks(["node:http"], "http://www.microsoft.com/");
    expect(plain).toEqual({ "node:http": "ERR_REFUSED_BY_FAKE" });
  });

  test("Graph over plain http is refused, since Graph has none", async () => {
    const seen = await asks(["node:http"], "http://graph.microsoft.com/v1.0/users");
    expect(seen).toEqual({ "node:http": "ERR_REFUSED_BY_FAKE" });
  });

  test("what is not Microsoft's is as before", async () => {
    const other = createServer((_request, response) => response.writeHead(204).end());
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as { port: number };
    const ways = ["fetch", "node:http", "undici"];
    expect(await asks(ways, `http://127.0.0.1:${port}/`)).toEqual({
      fetch: 204,
      "node:http": 204,
      undici: 204,
    });
    other.close();
  });

  test("a fake that listens in the same process answers, from when it listens until it closes", async () => {
    const { early, context, late } = await application("same-process", [], {});
    expect(early).toMatch(
      /There is no fake to answer instead: set VESTIBULE_FAKE to the address of one, or call listen/,
    );
    expect(context).toBe("https://graph.microsoft.us/v1.0/$metadata#users");
    expect(late).toMatch(/graph\.microsoft\.com is Microsoft's\. There is no fake/);
  });
});

describe("the address of the fake", () => {
  const failing = async (address: string) => {
    const failed = application("same-process", [], { VESTIBULE_FAKE: address });
    return failed.then(
      () => "",
      ({ stderr }) => String(stderr),
    );
  };

  test.each([
    ["localhost:4000", "such as http://127.0.0.1:4000"],
    ["fake", "such as http://127.0.0.1:4000"],
    ["https://localhost:4000", "by http, and not by https"],
    ["http://localhost:4000/v1.0", "nothing behind its port"],
    ["http://me:hunter2@localhost:4000", "no name in front"],
    ["ftp://me:go/hunter2@2@localhost:4000", 'not "ftp://…@localhost:4000"'],
    ["me:hunter2@localhost:4000", 'not "…@localhost:4000"'],
  ])("is refused in one line, before anything runs: %s", async (address, text) => {
    const said = await failing(address);
    expect(said).toMatch(/^@vestibule\/fake-server\/register: VESTIBULE_FAKE[^\n]+\n$/);
    expect(said).toContain(text);
    expect(said).not.toContain("hunter2");
  });

  test("is refused where nothing listens, and where something else does", async () => {
    const closed = createPlainServer();
    await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
    const { port } = closed.address() as { port: number };
    await new Promise((resolve) => closed.close(resolve));
    const origin = `http://127.0.0.1:${port}`;
    expect(await failing(origin)).toBe(
      `@vestibule/fake-server/register: VESTIBULE_FAKE: no fake answers at ${origin} (ECONNREFUSED); start one with vestibule-fake serve, which says where it is\n`,
    );
    const other = createServer((_request, response) => response.end("<!doctype html>"));
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const address = `http://127.0.0.1:${(other.address() as { port: number }).port}`;
    expect(await failing(address)).toContain("what answers there is no fake");
    other.close();
  });
});
