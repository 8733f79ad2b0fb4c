import type { Body } from "./body.ts";
import { type BodyList, bodyPage } from "./body-page.ts";
import type { RouteAnswer, RouteContext } from "./exchange.ts";
import { PAGED } from "./list-page.ts";

type Request = RouteContext["request"];
type ConditionalAccessSet = "policies" | "namedLocations";

/**
 * What sets of conditional access apply.
 *
 * @see https://learn.microsoft.com/graph/api/conditionalaccessroot-list-policies
 * @see https://learn.microsoft.com/graph/api/conditionalaccessroot-list-namedlocations
 */
export const LISTED = ["$filter", "$orderby", "$skip", ...PAGED] as const;

/** One page of what a set of conditional access holds. */
export function conditionalAccessList(
  context: RouteContext,
  set: ConditionalAccessSet,
  list: Pick<BodyList, "model" | "bodiesIn" | "entityOf">,
): RouteAnswer {
  return bodyPage(context, { set: `identity/conditionalAccess/${set}`, ...list });
}

/** One object of such a set. */
export function conditionalAccessEntity(request: Request, set: ConditionalAccessSet, body: Body): Body {
  return { "@odata.context": `${contextOf(request, set)}/$entity`, ...body };
}

function contextOf({ origin, version }: Request, set: ConditionalAccessSet): string {
  return `${origin}/${version}/$metadata#identity/conditionalAccess/${set}`;
}
