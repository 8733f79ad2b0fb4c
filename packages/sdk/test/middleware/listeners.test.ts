import { getEventListeners } from "node:events";
import { clouds, localGovernor, type Middleware } from "@vestibule/sdk";
import { VirtualClock } from "@vestibule/sdk/testing";
import { callContext, type WireRequest } from "@vestibule/sdk/wire";
import { describe, expect, test } from "vitest";
import { attemptTimeout } from "../../src/middleware/attempt-timeout.ts";
import { credentials } from "../../src/middleware/credentials.ts";
import { steadyClock } from "../../src/time/index.ts";
import { answer } from "../scripted-transport.ts";

/** A signal that outlives the call, as the one of a whole program does. */
function opened() {
  const clock = steadyClock(new VirtualClock());
  const { signal } = new AbortController();
  const request: WireRequest = {
    operation: { id: "guests.get", effect: "read" },
    method: "GET",
    version: "v1.0",
    target: { path: "/users/1" },
    headers: {},
    context: callContext({ signal }),
  };
  const listeners = () => getEventListeners(signal, "abort").length;
  return { clock, signal, request, listeners };
}

describe("a signal that outlives its calls", () => {
  const layers: readonly [string, (clock: ReturnType<typeof opened>["clock"]) => Middleware][] = [
    ["an attempt's time limit", (clock) => attemptTimeout({ timeoutMs: 1_000, clock })],
    ["a token", (clock) => credentials({ cloud: clouds.public, credential: async () => "token", clock })],
  ];

  test.each(layers)("is listened to by %s, and no longer than it takes", async (_, layer) => {
    const { clock, request, listeners } = opened();
    let meanwhile = 0;
    const send = layer(clock)(async () => {
      meanwhile = listeners();
      return answer(200);
    });
    await send(request);
    expect(meanwhile).toBeLessThanOrEqual(1);
    expect(listeners()).toBe(0);
  });

  test("is listened to by a request that waits for its turn, until it has it", async () => {
    const { signal, listeners } = opened();
    const clock = new VirtualClock();
    const governor = localGovernor({ clock });
    const [scope, operation] = ["directory", "guests.get"];
    governor.report(scope, { operation, sentAt: clock.now(), result: "throttled", cooldownMs: 1_000 });
    const turns = [1, 2, 3].map(() => governor.admit(scope, { operation, signal }));
    expect(listeners()).toBe(3);
    await Promise.all(turns);
    expect(listeners()).toBe(0);
  });
});
