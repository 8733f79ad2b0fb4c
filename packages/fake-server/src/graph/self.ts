import { GraphError } from "./errors.ts";
import type { RouteContext } from "./exchange.ts";

/** The id of the user who asks; an application on its own is no user. */
export function self({ caller }: Pick<RouteContext, "caller">): string {
  if (caller.userId !== undefined) return caller.userId;
  throw new GraphError(400, "BadRequest", "/me request is only valid with delegated authentication flow.");
}
