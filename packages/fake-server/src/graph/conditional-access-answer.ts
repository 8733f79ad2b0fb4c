import type { Body } from "./body.ts";
import type { RouteAnswer, RouteContext } from "./exchange.ts";

type Request = RouteContext["request"];
type ConditionalAccessSet = "policies" | "namedLocations";

/** Everything that a set of conditional access holds. */
export function conditionalAccessList(
  request: Request,
  set: ConditionalAccessSet,
  value: readonly Body[],
): RouteAnswer {
  return { status: 200, body: { "@odata.context": contextOf(request, set), value } };
}

/** One object of such a set. */
export function conditionalAccessEntity(request: Request, set: ConditionalAccessSet, body: Body): Body {
  return { "@odata.context": `${contextOf(request, set)}/$entity`, ...body };
}

function contextOf({ origin, version }: Request, set: ConditionalAccessSet): string {
  return `${origin}/${version}/$metadata#identity/conditionalAccess/${set}`;
}
