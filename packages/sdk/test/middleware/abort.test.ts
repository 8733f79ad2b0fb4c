import { getEventListeners } from "node:events";
import { type B2BClient, createB2BClient, localGovernor, TransportFailure } from "@vestibule/sdk";
import { systemClock } from "@vestibule/sdk/time";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { absent, adaId, adaRead, invited, toAda } from "../graph-answers.ts";
import { answer, refusal, type Step, scriptedTransport, silence } from "../scripted-transport.ts";

const busy = refusal(429, "TooManyRequests", "", { "retry-after": "60" });
const reset = new TransportFailure("unknown", { cause: new Error("reset") });

/** The computer's own time: what is left behind there would keep a process alive. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Timers that run, but for those of the test runner, which come and go as it likes. */
const running = new Set<unknown>();
const timers = () => running.size;

beforeEach(() => {
  const { setTimeout, clearTimeout } = globalThis;
  vi.stubGlobal("setTimeout", (work: () => void, ms?: number) => {
    const timer = setTimeout(() => {
      running.delete(timer);
      work();
    }, ms);
    running.add(timer);
    return timer;
  });
  vi.stubGlobal("clearTimeout", (timer: NodeJS.Timeout | undefined) => {
    running.delete(timer);
    clearTimeout(timer);
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  running.clear();
});

/** The longest wait that chance can choose. */
const longest = () => 0.999;

function client(steps: readonly Step[], options: Partial<Parameters<typeof createB2BClient>[0]> = {}) {
  return createB2BClient({
    transport: scriptedTransport(steps),
    random: longest,
    retry: { baseMs: 60_000 },
    ...options,
  });
}

/** A client whose first read is refused for a minute: whatever it sends next has to queue. */
function refusedOnce(): B2BClient {
  const governor = localGovernor({ clock: systemClock });
  governor.report("directory", {
    operation: "guests.get",
    sentAt: Date.now(),
    result: "throttled",
    cooldownMs: 60_000,
  });
  return client([adaRead], { governor });
}

async function havingInvited(): Promise<B2BClient> {
  const b2b = client([invited, absent(adaId)]);
  await b2b.invitations.create(toAda);
  return b2b;
}

describe("an abort", () => {
  test.each<[string, () => B2BClient | Promise<B2BClient>]>([
    ["the wait that Retry-After asks for", () => client([busy])],
    ["the wait after a 503", () => client([answer(503)])],
    ["the wait after a reset", () => client([reset])],
    ["the queue of a scope that cools down", refusedOnce],
    ["the wait for one's own guest", havingInvited],
    ["a request under way", () => client([silence])],
    ["the wait for a token", () => client([adaRead], { credential: () => new Promise(() => undefined) })],
  ])("ends %s before the event loop has turned, and leaves no timer and no listener", async (_, open) => {
    const b2b = await open();
    const before = timers();
    const caller = new AbortController();
    let code: string | undefined;
    b2b.guests
      .get(adaId, { signal: caller.signal })
      .safe()
      .then((result) => {
        code = result.ok ? "ok" : result.error.code;
      });
    for (let n = 0; n < 5; n++) await turn();
    expect(code).toBeUndefined();
    expect(timers()).toBeGreaterThan(before);

    caller.abort();
    await turn();

    expect(code).toBe("aborted");
    expect(timers()).toBe(before);
    expect(getEventListeners(caller.signal, "abort")).toEqual([]);
  });

  test("ends guests.waitUntil before the event loop has turned, and leaves no timer and no listener", async () => {
    const b2b = client([absent(adaId)]);
    const before = timers();
    const caller = new AbortController();
    let error: unknown;
    b2b.guests.waitUntil(adaId, "visible", { signal: caller.signal }).catch((reason: unknown) => {
      error = reason;
    });
    for (let n = 0; n < 5; n++) await turn();
    expect(timers()).toBeGreaterThan(before);

    caller.abort();
    await turn();

    expect(error).toMatchObject({ code: "aborted" });
    expect(timers()).toBe(before);
    expect(getEventListeners(caller.signal, "abort")).toEqual([]);
  });

  test("of one call leaves the others of the client alone", async () => {
    const b2b = refusedOnce();
    const caller = new AbortController();
    const given = b2b.guests.get(adaId, { signal: caller.signal }).safe();
    const other = new AbortController();
    let isOtherOver = false;
    const kept = b2b.guests
      .get(adaId, { signal: other.signal })
      .safe()
      .finally(() => {
        isOtherOver = true;
      });
    await turn();
    caller.abort();
    expect(await given).toMatchObject({ ok: false, error: { code: "aborted", outcome: "not-sent" } });
    await turn();
    expect(isOtherOver).toBe(false);
    other.abort();
    await kept;
  });
});
