import { type B2BClientOptions, createB2BClient, staticHomes } from "@vestibule/sdk";
import { VirtualClock } from "@vestibule/sdk/testing";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { invited, toAda } from "../graph-answers.ts";
import { scriptedTransport } from "../scripted-transport.ts";

type Boundary = NonNullable<B2BClientOptions["boundary"]>;

function open(boundary: Partial<Boundary>) {
  const resolver = staticHomes({ "fabrikam.com": "public" });
  const b2b = createB2BClient({
    ...{ transport: scriptedTransport([invited]), clock: new VirtualClock() },
    boundary: { resolver, ...boundary },
  });
  return { b2b };
}

describe("a policy of one's own", () => {
  test.each<[string, unknown]>([
    ["fails", () => Promise.reject(new RangeError("a bug"))],
    [
      "throws",
      () => {
        throw new RangeError("a bug");
      },
    ],
    ["answers nothing", async () => undefined],
    ["answers yes", async () => true],
    ["refuses for no reason", async () => ({ reachable: false })],
    [
      "refuses for a reason that there is none of",
      async () => ({ reachable: false, reason: "moon", remedies: [] }),
    ],
  ])("stops nobody where it %s: the service will judge", async (_, evaluate) => {
    const policy = { evaluate } as NonNullable<Boundary["policy"]>;
    const { b2b } = open({ policy });
    const call = b2b.invitations.create(toAda);
    expect(await call).toBeDefined();
    expect(await call.meta()).toMatchObject({ warnings: [{ code: "policy-failed" }] });
    expect(await b2b.boundary.check("fabrikam.com")).toMatchObject({
      ...{ reachable: undefined, reason: "policy-failed", from: "public", to: "public" },
    });
    const careful = open({ policy, onUnknown: "refuse" });
    expect(await failureOf(careful.b2b.invitations.create(toAda))).toMatchObject({ code: "cloud-boundary" });
  });

  test("may wait for a resolver that never answers: a check ends with its signal, and with its time", async () => {
    const clock = new VirtualClock();
    const b2b = createB2BClient({
      ...{ transport: scriptedTransport([invited]), clock },
      boundary: { resolver: { resolve: () => new Promise(() => undefined) } },
    });
    const controller = new AbortController();
    const checked = failureOf(b2b.boundary.check("fabrikam.com", { signal: controller.signal }));
    controller.abort();
    expect(await checked).toMatchObject({ code: "aborted", operation: "boundary.check" });
    const from = clock.now();
    const error = await failureOf(b2b.boundary.check("fabrikam.com", { timeoutMs: 3_000 }));
    expect([error.code, clock.now() - from]).toEqual(["timeout", 3_000]);
  });
});
