import { GraphError } from "./errors.ts";
import { isEventual } from "./eventual.ts";
import type { RouteAnswer, RouteContext } from "./exchange.ts";

/**
 * How many objects a collection holds, as bare text. Numbers are an advanced query: they take the header. The text without
 * it is assumed.
 *
 * @see https://learn.microsoft.com/graph/aad-advanced-queries
 */
export function bareCount({ request }: Pick<RouteContext, "request">, count: number): RouteAnswer {
  refuseUncounted(request);
  return { status: 200, body: count };
}

/** Refuses to count for whoever does not take answers that may be late. */
export function refuseUncounted(request: RouteContext["request"]): void {
  if (!isEventual(request)) {
    throw new GraphError(400, "Request_BadRequest", "$count is not currently supported.");
  }
}
