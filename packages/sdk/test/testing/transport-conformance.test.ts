import { clouds } from "@vestibule/sdk";
import { graphTransport } from "@vestibule/sdk/graph";
import { transportConformance } from "@vestibule/sdk/testing";
import { type Transport, TransportFailure, type WireRequest, type WireResponse } from "@vestibule/sdk/wire";
import { describe, expect, test } from "vitest";
import { smallDirectory } from "../small-directory.ts";

/** The checks that a transport fails which behaves as `spoil` makes it. */
async function failed(spoil: (good: Transport) => Transport["send"]): Promise<string[]> {
  const titles: string[] = [];
  for (const { title, check } of transportConformance) {
    const { fetch, guest } = smallDirectory();
    const good = graphTransport({ cloud: clouds.public, fetch });
    await check({ transport: { cloud: good.cloud, send: spoil(good) }, guest }).catch(() =>
      titles.push(title),
    );
  }
  return titles;
}

const answering =
  (change: (response: WireResponse) => WireResponse) => (good: Transport) => async (request: WireRequest) =>
    change(await good.send(request));
const asking =
  (change: (request: WireRequest) => WireRequest) => (good: Transport) => (request: WireRequest) =>
    good.send(change(request));

describe("the suite that every transport passes", () => {
  test("passes a transport that keeps its promises", async () => {
    expect(await failed(({ send }) => send)).toEqual([]);
  });

  test.each<[string, (good: Transport) => Transport["send"], string]>([
    [
      "knows headers in one case alone",
      answering((r) => ({ ...r, headers: { get: (name) => (name === "request-id" ? "r" : null) } })),
      "an answer keeps its status",
    ],
    [
      "makes up headers",
      answering((r) => ({ ...r, headers: { get: () => "r" } })),
      "an answer keeps its status",
    ],
    [
      "rejects for a refusal",
      (good) => async (request) => {
        const response = await good.send(request);
        if (response.status >= 400) throw new TransportFailure("unknown");
        return response;
      },
      "a refusal is an answer",
    ],
    [
      "gives an empty body as null",
      answering((r) => ({ ...r, body: r.body ?? null })),
      "a body arrives as the JSON it is",
    ],
    [
      "loses characters of a body",
      asking((r) => ({ ...r, ...(r.body ? { body: { displayName: "Zo?" } } : {}) })),
      "a body arrives as the JSON it is",
    ],
    [
      "decodes a path",
      asking((r) =>
        "path" in r.target ? { ...r, target: { ...r.target, path: decodeURIComponent(r.target.path) } } : r,
      ),
      "an encoded path segment",
    ],
    [
      "loses the query",
      asking((r) => ("path" in r.target ? { ...r, target: { path: r.target.path } } : r)),
      "query options arrive unharmed",
    ],
    [
      "takes a next link apart",
      asking((r) => ("next" in r.target ? { ...r, target: { next: r.target.next.split("?")[0] ?? "" } } : r)),
      "a next link is followed",
    ],
    [
      "goes anywhere",
      (good) => (request) =>
        "next" in request.target ? good.send({ ...request, target: { path: "/users" } }) : good.send(request),
      "nothing is sent to another origin",
    ],
    [
      "climbs",
      asking((r) =>
        "path" in r.target ? { ...r, target: { ...r.target, path: r.target.path.replace("/..", "") } } : r,
      ),
      "a path cannot climb",
    ],
    [
      "heeds no abort",
      asking((r) => ({ ...r, context: { trace: r.context.trace } })),
      "a caller who gave up before",
    ],
    [
      "wraps the reason of an abort",
      (good) => async (request) => {
        try {
          return await good.send(request);
        } catch (cause) {
          throw request.context.signal?.aborted ? new Error("aborted", { cause }) : cause;
        }
      },
      "a caller who gives up while it is under way",
    ],
  ])("finds a transport that %s", async (_, spoil, title) => {
    const titles = await failed(spoil);
    expect(titles.some((one) => one.startsWith(title))).toBe(true);
  });
});
