import { B2BError, type B2BErrorDetails } from "./b2b-error.ts";

/**
 * Works for a method that takes several requests: what fails in one of them is told as the method's own failure, by the
 * name that its caller knows, and says which request it was.
 */
export async function inTheNameOf<T>(operation: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof B2BError ? renamed(error, operation) : error;
  }
}

function renamed(error: B2BError, operation: string): B2BError {
  if (error.operation === operation) return error;
  const { code, message } = error;
  const words = message.slice(`[${code}] ${error.operation}: `.length);
  const step = `while reading ${error.operation}`;
  return new B2BError(code, `${words.replace(/\.$/, "")}, ${step}`, detailsOf(error, operation));
}

function detailsOf(error: B2BError, operation: string): B2BErrorDetails {
  const { outcome, retryable, attempts, status, graphCode, requestId, clientRequestId, retryAfterMs } = error;
  const { remedies, limit, problems, seen, claims, warnings, cause } = error;
  const known = {
    ...{ retryable, attempts, status, graphCode, requestId, clientRequestId, retryAfterMs },
    ...{ remedies, limit, problems, seen, claims, warnings, cause },
  };
  const there = Object.entries(known).filter(([, value]) => value !== undefined);
  return { outcome, operation, ...Object.fromEntries(there) };
}
