import type { Problem, Reading } from "../schemas/index.ts";
import type { WireRequest, WireResponse } from "../wire/index.ts";
import { B2BError } from "./b2b-error.ts";
import { detailsOf } from "./from-response.ts";

/** The error for an argument that cannot be right. Nothing has been sent. */
export function invalidInput(operation: string, problems: readonly Problem[]): B2BError {
  return new B2BError("invalid-input", `${listed(problems)}. Nothing was sent.`, {
    outcome: "not-sent",
    operation,
    problems,
  });
}

/** The value that was read of an argument of `operation`. @throws B2BError `invalid-input` */
export function checked<T>(operation: string, reading: Reading<T>): T {
  if (reading.ok) return reading.value;
  throw invalidInput(operation, reading.problems);
}

/** The error for a successful response whose body is not what the operation promises. */
export function unexpectedResponse(
  request: WireRequest,
  response: WireResponse,
  problems: readonly Problem[],
): B2BError {
  const done =
    request.operation.effect === "read"
      ? ""
      : " It was answered as a success; nothing that can be read says what was done.";
  return new B2BError("unexpected-response", `the answer does not fit: ${listed(problems)}.${done}`, {
    ...detailsOf(request, response),
    problems,
  });
}

function listed(problems: readonly Problem[]): string {
  return problems
    .map(({ path, expected }) => (path === "" ? `it ${expected}` : `${path} ${expected}`))
    .join("; ");
}
