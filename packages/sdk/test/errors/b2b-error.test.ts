import { B2BError, type ErrorCode } from "@vestibule/sdk";
import { describe, expect, test, vi } from "vitest";

const details = { outcome: "rejected", operation: "guests.get" } as const;

/** The class as another copy of the package would load it. */
async function otherCopy(): Promise<typeof B2BError> {
  vi.resetModules();
  const copy = await import("@vestibule/sdk");
  return copy.B2BError;
}

describe("a B2BError", () => {
  test("is an error with a name, whose message begins with its code and operation", () => {
    const error = new B2BError("not-found", "nobody is there", details);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe("B2BError");
    expect(error.message).toBe("[not-found] guests.get: nobody is there");
    expect(String(error)).toBe("B2BError: [not-found] guests.get: nobody is there");
  });

  test("counts no attempts and is not worth retrying unless it says so", () => {
    expect(new B2BError("not-found", "", details)).toMatchObject({ attempts: 0, retryable: false });
    expect(new B2BError("throttled", "", { ...details, attempts: 3, retryable: true })).toMatchObject({
      attempts: 3,
      retryable: true,
    });
  });

  test("tells its code", () => {
    const error = new B2BError("throttled", "", details);
    expect(error.is("throttled")).toBe(true);
    expect(error.is("not-found")).toBe(false);
  });

  test("is recognised by any copy of the package", async () => {
    const Other = await otherCopy();
    expect(Other).not.toBe(B2BError);
    expect(new Other("not-found", "", details)).toBeInstanceOf(B2BError);
    expect(new B2BError("not-found", "", details)).toBeInstanceOf(Other);
  });

  test.each([
    undefined,
    null,
    "B2BError",
    new Error("[not-found] x"),
    { name: "B2BError", code: "not-found" },
  ])("is nothing but such an error: not %o", (value) => {
    expect((value as unknown) instanceof B2BError).toBe(false);
  });

  test("keeps its cause", () => {
    const cause = new Error("ECONNRESET");
    expect(new B2BError("network", "", { ...details, cause }).cause).toBe(cause);
  });

  test("goes into a log as plain JSON, with who can do what, and without the cause", () => {
    const error = new B2BError("throttled", "slow down", {
      ...details,
      attempts: 2,
      retryable: true,
      status: 429,
      graphCode: "TooManyRequests",
      requestId: "r-1",
      clientRequestId: "c-1",
      retryAfterMs: 1_000,
      problems: [{ path: "a.b", expected: "must be a string" }],
      seen: ["absent"],
      remedies: [{ action: "wait", who: "inviter", text: "Wait.", link: "https://example.com/?secret" }],
      cause: new Error("secret"),
    });
    const logged = JSON.stringify(error);
    expect(JSON.parse(logged)).toEqual({
      name: "B2BError",
      code: "throttled" satisfies ErrorCode,
      message: "[throttled] guests.get: slow down",
      outcome: "rejected",
      retryable: true,
      operation: "guests.get",
      attempts: 2,
      status: 429,
      graphCode: "TooManyRequests",
      requestId: "r-1",
      clientRequestId: "c-1",
      retryAfterMs: 1_000,
      problems: [{ path: "a.b", expected: "must be a string" }],
      seen: ["absent"],
      remedies: [{ action: "wait", who: "inviter" }],
    });
    expect(logged).not.toContain("secret");
  });
});
