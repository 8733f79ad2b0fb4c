import { B2BError, type Cloud, clouds, TransportFailure } from "@vestibule/sdk";
import { graphTransport } from "@vestibule/sdk/graph";
import { describe, expect, test } from "vitest";
import { rejectionOf } from "../failure-of.ts";
import { wireRequest } from "../wire-request.ts";

const local = (graph: string): Cloud => ({ ...clouds.public, id: "local", graph });

function counting(cloud: Cloud = clouds.public) {
  let requests = 0;
  const fetch: typeof globalThis.fetch = async () => {
    requests++;
    return new Response(null, { status: 204 });
  };
  return { transport: graphTransport({ cloud, fetch }), requests: () => requests };
}

async function refused(target: { next: string } | { path: string }, cloud?: Cloud) {
  const { transport, requests } = counting(cloud);
  const failure = await rejectionOf(
    transport.send(wireRequest({ target, headers: { authorization: "Bearer secret" } })),
  );
  expect(failure).toBeInstanceOf(TransportFailure);
  expect(failure).toMatchObject({ outcome: "not-sent" });
  expect(requests()).toBe(0);
}

describe("another origin than the cloud's Graph", () => {
  test.each([
    "https://evil.example/v1.0/users",
    "https://graph.microsoft.com.evil.example/v1.0/users",
    "https://graph.microsoft.com@evil.example/v1.0/users",
    "https://user:password@graph.microsoft.com/v1.0/users",
    "https://user@graph.microsoft.com/v1.0/users",
    "https://graph.microsoft.com:8443/v1.0/users",
    "http://graph.microsoft.com/v1.0/users",
    "ftp://graph.microsoft.com/v1.0/users",
    "https://graph.microsoft.us/v1.0/users",
    "https:\\\\evil.example/v1.0/users",
    "//evil.example/v1.0/users",
    "/v1.0/users",
    "users",
    "",
  ])("gets no request by the next link %j", async (next) => {
    await refused({ next });
  });

  test("gets no request by a next link of another port on the loopback host", async () => {
    await refused({ next: "http://127.0.0.1:4001/v1.0/users" }, local("http://127.0.0.1:4000"));
    await refused({ next: "http://localhost:4000/v1.0/users" }, local("http://127.0.0.1:4000"));
  });
});

describe("a path", () => {
  test.each([
    "/../beta/users",
    "/..",
    "/users/../../beta/users",
    "/%2e%2e/beta/users",
    "/.%2E/beta/users",
    "\\..\\beta\\users",
    "/\t../beta/users",
    "users",
    "@evil.example/users",
    ".evil.example/users",
    "",
  ])("cannot climb out of the API's version: %j", async (path) => {
    await refused({ path });
  });

  test.each(["//evil.example/users", "/users/%2F..%2F..", "/users/a%40evil.example"])(
    "stays below it: %j",
    async (path) => {
      const { transport, requests } = counting();
      await transport.send(wireRequest({ target: { path } }));
      expect(requests()).toBe(1);
    },
  );
});

describe("a cloud", () => {
  test.each([
    "https://graph.microsoft.com",
    "https://graph.microsoft.com/",
    "https://graph.local:8443",
    "http://127.0.0.1:4000",
    "http://127.1.2.3",
    "http://localhost:4000",
    "http://[::1]:4000",
  ])("may have its Graph at %s", (graph) => {
    expect(() => graphTransport({ cloud: local(graph) })).not.toThrow();
  });

  test.each([
    "http://graph.microsoft.com",
    "http://10.0.0.1",
    "http://0.0.0.0:4000",
    "http://127.0.0.1.evil.example",
    "http://localhost.evil.example",
    "http://[::2]",
    "ftp://127.0.0.1",
    "https://graph.microsoft.com/v1.0",
    "https://graph.microsoft.com?x",
    "https://user:password@graph.microsoft.com",
    "graph.microsoft.com",
    "",
  ])("may not have its Graph at %j", (graph) => {
    const attempt = () => graphTransport({ cloud: local(graph) });
    expect(attempt).toThrow(B2BError);
    expect(attempt).toThrow(/^\[invalid-input\] graphTransport: cloud\.graph must be an https origin/);
  });
});
