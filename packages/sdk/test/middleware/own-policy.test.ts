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
    [
      "advises what is no remedy",
      async () => ({ reachable: false, reason: "pair-unsupported", remedies: ["ask"] }),
    ],
    ["never answers", () => new Promise(() => undefined)],
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
    const refused = await failureOf(careful.b2b.invitations.create(toAda));
    expect(refused).toMatchObject({ code: "cloud-boundary" });
    // It is not judged by anybody else either.
    expect(refused.message).not.toContain("will judge");
  });

  test("is waited for two minutes, or as long as one says; so is a resolver", async () => {
    const clock = new VirtualClock();
    const waitOf = async (boundary: Partial<Boundary>) => {
      const stopped: unknown[] = [];
      const never = (signal?: AbortSignal) =>
        new Promise<never>(() => signal?.addEventListener("abort", () => stopped.push(signal.reason)));
      const b2b = createB2BClient({
        ...{ transport: scriptedTransport([invited]), clock },
        boundary: { resolver: { resolve: (_, signal) => never(signal) }, ...boundary },
      });
      const from = clock.now();
      const call = b2b.invitations.create(toAda);
      await call;
      const [warning] = (await call.meta()).warnings;
      expect(String(stopped[0])).toContain("no answer within");
      return [warning?.code, clock.now() - from];
    };
    expect(await waitOf({})).toEqual(["home-unknown", 120_000]);
    expect(await waitOf({ timeoutMs: 5_000 })).toEqual(["home-unknown", 5_000]);
    expect(clock.sleeping).toBe(0);
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
