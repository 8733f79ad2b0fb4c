import { type B2BClientOptions, B2BError, createB2BClient, localGovernor, staticHomes } from "@vestibule/sdk";
import { VirtualClock } from "@vestibule/sdk/testing";
import { describe, expect, test } from "vitest";
import { scriptedTransport } from "../scripted-transport.ts";

const transport = scriptedTransport([]);

function refusal(options: unknown): B2BError {
  try {
    createB2BClient(options as B2BClientOptions);
  } catch (error) {
    if (error instanceof B2BError) return error;
    throw error;
  }
  throw new Error("it made a client, where it has to refuse");
}

describe("a client's options", () => {
  test.each<[string, object, string]>([
    ["no transport", { transport: undefined }, "transport"],
    ["a transport that is none", { transport: {} }, "transport"],
    ["a transport that cannot send", { transport: { cloud: transport.cloud, send: "x" } }, "transport"],
    ["a transport of no cloud", { transport: { cloud: undefined, send: transport.send } }, "transport"],
    ["a token instead of a credential", { credential: "eyJ0" }, "credential"],
    ["a clock that is none", { clock: Date }, "clock"],
    ["a random that is a number", { random: 0.5 }, "random"],
    ["a boundary without a resolver", { boundary: {} }, "boundary.resolver"],
    [
      "a boundary's mode that nobody knows",
      { boundary: { resolver: staticHomes({}), mode: "off" } },
      "boundary.mode",
    ],
    [
      "a boundary's option that nobody knows",
      { boundary: { resolver: staticHomes({}), on: 1 } },
      "boundary.on",
    ],
    ["a policy that is none", { boundary: { resolver: staticHomes({}), policy: {} } }, "boundary.policy"],
    ["no attempts", { retry: { attempts: 0 } }, "retry.attempts"],
    ["half an attempt", { retry: { attempts: 2.5 } }, "retry.attempts"],
    ["attempts as a text", { retry: { attempts: "5" } }, "retry.attempts"],
    ["a wait before now", { retry: { baseMs: -1 } }, "retry.baseMs"],
    ["a deadline that is no number", { retry: { deadlineMs: Number.NaN } }, "retry.deadlineMs"],
    ["a misspelt option of the retry", { retry: { attemps: 3 } }, "retry.attemps"],
    ["a retry that is on", { retry: true }, "retry"],
    ["a window of no length", { readYourWrites: { windowMs: 0 } }, "readYourWrites.windowMs"],
    ["a memory for nothing", { readYourWrites: { capacity: 0 } }, "readYourWrites.capacity"],
    ["a misspelt option of the memory", { readYourWrites: { window: 1 } }, "readYourWrites.window"],
    ["an attempt of no length", { attemptTimeout: { timeoutMs: 0 } }, "attemptTimeout.timeoutMs"],
    ["an attempt's time as a number", { attemptTimeout: 5_000 }, "attemptTimeout"],
    ["a layer that is none", { use: [() => undefined, {}] }, "use[1]"],
    ["layers that are no list", { useAttempt: () => undefined }, "useAttempt"],
    ["an option that nobody knows", { retries: 3 }, "retries"],
  ])("are refused by the path for %s", (_, options, path) => {
    const error = refusal({ transport, ...options });
    expect(error).toMatchObject({ code: "invalid-input", outcome: "not-sent", operation: "createB2BClient" });
    expect(error.problems?.map((problem) => problem.path)).toEqual([path]);
    expect(error.message).toContain(path);
  });

  test.each([undefined, null, "transport", []])("are refused as a whole where they are %o", (options) => {
    expect(refusal(options).problems?.map(({ path }) => path)).toEqual(["options"]);
  });

  test("never show up in the error by value", () => {
    const error = refusal({ transport, credential: "zq7secretqz", retry: { attempts: "zq7secretqz" } });
    expect(JSON.stringify(error)).not.toContain("zq7secretqz");
  });

  test("may be left out, undefined, or all there", () => {
    const all: Required<B2BClientOptions> = {
      transport,
      credential: () => "token",
      clock: new VirtualClock(),
      random: () => 0.5,
      boundary: { resolver: staticHomes({}), mode: "warn", onUnknown: "refuse" },
      readYourWrites: { windowMs: 1, capacity: 1 },
      retry: { attempts: 1, baseMs: 1, capMs: 1, deadlineMs: 1 },
      governor: localGovernor({ clock: new VirtualClock() }),
      attemptTimeout: { timeoutMs: 1 },
      use: [(next) => next],
      useAttempt: [(next) => next],
    };
    const none = Object.fromEntries(Object.keys(all).map((name) => [name, undefined]));
    const off = { readYourWrites: false, retry: false, attemptTimeout: false } as const;
    for (const options of [{}, none, off, all]) {
      expect(() => createB2BClient({ ...options, transport } as B2BClientOptions)).not.toThrow();
    }
  });
});
