import type { Problem } from "../schemas/index.ts";
import type { WireRequest } from "../wire/index.ts";
import { B2BError } from "./b2b-error.ts";

/** The error for an argument that cannot be right. Nothing has been sent. */
export function invalidInput(operation: string, problems: readonly Problem[]): B2BError {
  return new B2BError("invalid-input", `${listed(problems)}. Nothing was sent.`, {
    outcome: "not-sent",
    operation,
    problems,
  });
}

/** The error for a successful response whose body is not what the operation promises. */
export function unexpectedResponse(
  request: WireRequest,
  status: number,
  requestId: string | null,
  problems: readonly Problem[],
): B2BError {
  const { operation, context } = request;
  const done = operation.effect === "read" ? "" : " The write itself was accepted.";
  return new B2BError("unexpected-response", `the answer does not fit: ${listed(problems)}.${done}`, {
    outcome: operation.effect === "read" ? "rejected" : "unknown",
    operation: operation.id,
    attempts: context.trace.attempts,
    status,
    ...(requestId !== null && { requestId }),
    problems,
  });
}

function listed(problems: readonly Problem[]): string {
  return problems
    .map(({ path, expected }) => (path === "" ? `it ${expected}` : `${path} ${expected}`))
    .join("; ");
}
