import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { type Cloud, clouds, defineCloud, type Home } from "@vestibule/sdk";
import { discoverHomes } from "@vestibule/sdk/graph";
import { VirtualClock } from "@vestibule/sdk/testing";
import { describe, expect, test } from "vitest";
import { corpId } from "./login-hosts.ts";

/** Does `work` while a real server on the loopback host answers as the login host of a cloud of one's own. */
async function served<T>(listener: RequestListener, work: (cloud: Cloud) => Promise<T>): Promise<T> {
  const server = createServer(listener);
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
  const origin = `http://127.0.0.1:${port}`;
  try {
    return await work(
      defineCloud({ ...clouds.public, id: "local", instance: "local.example", login: origin, lacks: [] }),
    );
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** The clock stands still while the socket works. */
function discovered(cloud: Cloud): Promise<Home> {
  const clock = new VirtualClock();
  return clock.during(() => discoverHomes({ clouds: [cloud], clock }).resolve("corp.example"));
}

describe("discovery over a real connection", () => {
  test("reads the document that a host publishes", async () => {
    const heard: unknown[] = [];
    const home = await served(
      (request, response) => {
        heard.push(request.method, request.url, request.headers.authorization, request.headers.cookie);
        response.end(JSON.stringify({ issuer: `http://${request.headers.host}/${corpId}/v2.0` }));
      },
      (cloud) => discovered(cloud),
    );
    expect(home).toEqual({ kind: "tenant", tenant: { cloud: "local", tenantId: corpId } });
    const path = "/corp.example/v2.0/.well-known/openid-configuration";
    expect(heard).toEqual(["GET", path, undefined, undefined]);
  });

  test("goes nowhere that a redirect leads", async () => {
    const elsewhere: unknown[] = [];
    const home = await served(
      (request, response) => {
        elsewhere.push(request.url);
        response.end("{}");
      },
      (other) =>
        served(
          (_, response) => response.writeHead(302, { location: `${other.login}/x` }).end(),
          (cloud) => discovered(cloud),
        ),
    );
    expect([home, elsewhere]).toEqual([{ kind: "unknown" }, []]);
  });

  test("ends the connection of a host whose answer has no end", async () => {
    const ended = Promise.withResolvers<void>();
    const endless: RequestListener = (request, response) => {
      const pour = () => {
        while (!response.destroyed && response.write(" ".repeat(16_384)));
      };
      request.socket.on("close", () => ended.resolve());
      response.on("drain", pour);
      pour();
    };
    const home = await served(endless, async (cloud) => {
      const found = await discovered(cloud);
      await ended.promise;
      return found;
    });
    expect(home).toEqual({ kind: "unknown" });
  });

  test("answers that a host which is gone leaves everything open", async () => {
    const gone = await served(
      () => undefined,
      async (cloud) => cloud,
    );
    expect(await discovered(gone)).toEqual({ kind: "unknown" });
  });
});
