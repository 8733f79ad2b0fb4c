import { clouds, type TransportFailure } from "@vestibule/sdk";
import { graphTransport } from "@vestibule/sdk/graph";
import ky from "ky";
import { describe, expect, test } from "vitest";
import { wasNotSent } from "../../src/graph/not-sent.ts";
import { rejectionOf } from "../failure-of.ts";
import { wireRequest } from "../wire-request.ts";

const system = (code: string, syscall?: string) =>
  Object.assign(new Error(code), { code, ...(syscall && { syscall }) });
const fetchFailed = (cause: unknown) => new TypeError("fetch failed", { cause });

async function failureOfFetch(error: unknown): Promise<TransportFailure> {
  let requests = 0;
  const fetch: typeof globalThis.fetch = async () => {
    requests++;
    throw error;
  };
  const failure = await rejectionOf(graphTransport({ cloud: clouds.public, fetch }).send(wireRequest()));
  expect(failure).toMatchObject({ name: "TransportFailure" });
  expect(requests).toBe(1);
  return failure as TransportFailure;
}

const NOT_SENT: readonly [string, string?][] = [
  ["ECONNREFUSED", "connect"],
  ["ENOTFOUND", "getaddrinfo"],
  ["EAI_AGAIN", "getaddrinfo"],
  ["UND_ERR_CONNECT_TIMEOUT"],
  ["EHOSTUNREACH", "connect"],
  ["ENETUNREACH", "connect"],
  ["CERT_HAS_EXPIRED"],
  ["SELF_SIGNED_CERT_IN_CHAIN"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT"],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
  ["ERR_TLS_CERT_ALTNAME_INVALID"],
];
const UNKNOWN: readonly [string, string?][] = [
  ["ECONNRESET", "read"],
  ["ECONNRESET"],
  ["EPIPE", "write"],
  ["ETIMEDOUT", "read"],
  ["UND_ERR_SOCKET"],
  ["UND_ERR_HEADERS_TIMEOUT"],
  ["UND_ERR_BODY_TIMEOUT"],
  ["EHOSTUNREACH", "read"],
  ["ENETUNREACH"],
  ["HPE_INVALID_CONSTANT"],
  ["SOMETHING_NEW"],
];

describe("a request that got no answer", () => {
  test.each(NOT_SENT)("was not sent where its cause is %s at %s", async (code, syscall) => {
    expect(await failureOfFetch(fetchFailed(system(code, syscall)))).toMatchObject({ outcome: "not-sent" });
  });

  test.each(UNKNOWN)("may have arrived where its cause is %s at %s", async (code, syscall) => {
    expect(await failureOfFetch(fetchFailed(system(code, syscall)))).toMatchObject({ outcome: "unknown" });
  });

  test.each([
    ["an error without a code", new TypeError("fetch failed")],
    ["an error of a fetch of one's own", new Error("boom")],
    ["a text", "boom"],
    ["nothing", undefined],
    ["null", null],
    ["a code that is a number", Object.assign(new Error("x"), { code: 1 })],
  ])("may have arrived where its cause is %s", async (_, error) => {
    expect(await failureOfFetch(error)).toMatchObject({ outcome: "unknown" });
  });

  test("was not sent where none of several addresses could be reached, and may have been where one could", () => {
    const refused = system("ECONNREFUSED", "connect");
    expect(wasNotSent(new AggregateError([refused, system("ENETUNREACH", "connect")]))).toBe(true);
    expect(wasNotSent(new AggregateError([refused, new AggregateError([refused])]))).toBe(true);
    expect(wasNotSent(new AggregateError([refused, system("ECONNRESET", "read")]))).toBe(false);
    expect(wasNotSent(new AggregateError([]))).toBe(false);
  });

  test("is judged by the innermost cause, however deep that is", async () => {
    const deep = fetchFailed(
      new Error("outer", { cause: new Error("inner", { cause: system("ECONNREFUSED") }) }),
    );
    expect(await failureOfFetch(deep)).toMatchObject({ outcome: "not-sent" });
  });

  test("may have arrived where causes go round in circles, and nobody follows them for ever", async () => {
    let looks = 0;
    const circle = Object.defineProperty(new Error("a"), "cause", {
      get(): unknown {
        if (++looks > 1_000) throw new RangeError("followed for ever");
        return circle;
      },
    });
    expect(await failureOfFetch(circle)).toMatchObject({ outcome: "unknown" });
  });

  test("tells the system's code in its cause, for whoever asks", async () => {
    const failure = await failureOfFetch(fetchFailed(system("ECONNREFUSED", "connect")));
    expect(failure.cause).toMatchObject({ code: "ECONNREFUSED" });
  });

  test("is such a failure where a hook of the user's throws", async () => {
    const own = ky.create({
      hooks: {
        beforeRequest: [
          () => {
            throw new RangeError("not on a Sunday");
          },
        ],
      },
    });
    const failure = await rejectionOf(graphTransport({ cloud: clouds.public, ky: own }).send(wireRequest()));
    expect(failure).toMatchObject({ name: "TransportFailure", outcome: "unknown" });
  });

  test("is such a failure where the body breaks off", async () => {
    const fetch: typeof globalThis.fetch = async () => {
      const body = new ReadableStream({
        pull(controller) {
          controller.error(fetchFailed(system("UND_ERR_SOCKET")));
        },
      });
      return new Response(body);
    };
    const failure = await rejectionOf(graphTransport({ cloud: clouds.public, fetch }).send(wireRequest()));
    expect(failure).toMatchObject({ name: "TransportFailure", outcome: "unknown" });
  });
});

describe("the caller's abort", () => {
  const reason = { why: "changed my mind" };

  test("before the request rejects with its very reason, and nothing is sent", async () => {
    let requests = 0;
    const fetch: typeof globalThis.fetch = async () => {
      requests++;
      return new Response();
    };
    const transport = graphTransport({ cloud: clouds.public, fetch });
    expect(await rejectionOf(transport.send(wireRequest({}, AbortSignal.abort(reason))))).toBe(reason);
    expect(requests).toBe(0);
  });

  test("during the request rejects with its very reason", async () => {
    const controller = new AbortController();
    const fetch: typeof globalThis.fetch = (input) =>
      new Promise((_, reject) => {
        const { signal } = input as Request;
        signal.addEventListener("abort", () => reject(signal.reason));
        controller.abort(reason);
      });
    const transport = graphTransport({ cloud: clouds.public, fetch });
    expect(await rejectionOf(transport.send(wireRequest({}, controller.signal)))).toBe(reason);
  });

  test("during a fetch that does not heed it rejects with its very reason all the same", async () => {
    const controller = new AbortController();
    const fetch: typeof globalThis.fetch = async () => {
      controller.abort(reason);
      return Response.json({});
    };
    const transport = graphTransport({ cloud: clouds.public, fetch });
    expect(await rejectionOf(transport.send(wireRequest({}, controller.signal)))).toBe(reason);
  });

  test("while the body is read rejects with its very reason", async () => {
    const controller = new AbortController();
    const fetch: typeof globalThis.fetch = async () =>
      new Response(
        new ReadableStream({
          pull(body) {
            controller.abort(reason);
            body.error(new Error("cut off"));
          },
        }),
      );
    const transport = graphTransport({ cloud: clouds.public, fetch });
    expect(await rejectionOf(transport.send(wireRequest({}, controller.signal)))).toBe(reason);
  });
});
