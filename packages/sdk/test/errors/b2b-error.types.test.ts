import type {
  B2BError,
  B2BErrorOf,
  ErrorCode,
  Limit,
  Outcome,
  Problem,
  ReachedLimit,
  Remedy,
} from "@vestibule/sdk";
import { describe, expectTypeOf, test } from "vitest";

declare const error: B2BError;

/** Never called: what stands in here is for the compiler alone. */
function onlyTypes(_: () => unknown): void {}

describe("the type of an error", () => {
  test("may hold remedies and problems", () => {
    expectTypeOf<B2BError["remedies"]>().toEqualTypeOf<readonly Remedy[] | undefined>();
    expectTypeOf<B2BError["problems"]>().toEqualTypeOf<readonly Problem[] | undefined>();
    expectTypeOf<B2BErrorOf<"throttled">["remedies"]>().toEqualTypeOf<readonly Remedy[] | undefined>();
  });

  test("is told by its code, and holds what that code promises", () => {
    onlyTypes(() => {
      if (error.is("cloud-boundary")) {
        expectTypeOf(error.code).toEqualTypeOf<"cloud-boundary">();
        expectTypeOf(error.remedies).toEqualTypeOf<readonly Remedy[]>();
      }
      // @ts-expect-error no such code
      error.is("too-many-requests");
    });
  });

  test.each(["limit-reached", "invitations-restricted"] as const)("has remedies where it is %s", (code) => {
    onlyTypes(() => {
      if (error.is(code)) expectTypeOf(error.remedies).toEqualTypeOf<readonly Remedy[]>();
    });
  });

  test("names the limit where it is limit-reached", () => {
    expectTypeOf<B2BError["limit"]>().toEqualTypeOf<ReachedLimit | undefined>();
    onlyTypes(() => {
      if (error.is("limit-reached")) expectTypeOf(error.limit).toEqualTypeOf<ReachedLimit>();
    });
    expectTypeOf<Limit["id"]>().toExtend<ReachedLimit>();
  });

  test.each(["invalid-input", "unexpected-response"] as const)("has problems where it is %s", (code) => {
    onlyTypes(() => {
      if (error.is(code)) expectTypeOf(error.problems).toEqualTypeOf<readonly Problem[]>();
    });
  });

  test("is one of a closed set, which a switch can exhaust", () => {
    expectTypeOf<string>().not.toExtend<ErrorCode>();
    expectTypeOf<Outcome>().toEqualTypeOf<"not-sent" | "rejected" | "unknown">();
    expectTypeOf<B2BErrorOf<"timeout">>().toExtend<B2BError>();
    expectTypeOf<ErrorCode>().toEqualTypeOf<
      | (
          | "throttled"
          | "transient"
          | "network"
          | "timeout"
          | "aborted"
          | "not-found"
          | "not-yet-visible"
          | "forbidden"
        )
      | (
          | "unauthenticated"
          | "conflict"
          | "invalid-input"
          | "rejected-input"
          | "cloud-boundary"
          | "limit-reached"
        )
      | ("invitations-restricted" | "unexpected-response" | "http")
    >();
  });
});
