import { type DirectoryObject, getPresent, type PresentObject } from "../directory/index.ts";
import type { View } from "../replication/index.ts";
import { shownAmongOthers } from "./authorization/index.ts";
import { bareCount, refuseUncounted } from "./bare-count.ts";
import type { Body } from "./body.ts";
import { directoryObjectBody, objectView, setOfObjects } from "./directory-object-body.ts";
import { entityOf, modelOfObjects } from "./entities.ts";
import { GraphError } from "./errors.ts";
import { isEventual } from "./eventual.ts";
import type { RouteAnswer, RouteContext } from "./exchange.ts";
import { limited } from "./limited.ts";
import { type List, listPage, matchesIn, PAGED } from "./list-page.ts";
import type { OptionName } from "./query-options.ts";
import type { Related } from "./relations.ts";

/** What the objects that another one is linked with can be asked for. */
export const LINKED = [
  "$filter",
  "$search",
  "$orderby",
  "$skip",
  ...PAGED,
] as const satisfies readonly OptionName[];

/** How linked objects are shown. */
interface Presentation {
  readonly bodyOf?: typeof directoryObjectBody;
  /** Whether whoever may read the link is shown all of them, whatever else the token shows. */
  readonly isWhole?: boolean;
}

type RelatedIn = (view: View<DirectoryObject>) => readonly Related[];

/** The objects with these ids. */
export function objectsOf(idsIn: (view: View<DirectoryObject>) => readonly string[]): RelatedIn {
  return (view) => idsIn(view).map((id) => getPresent(view, id));
}

/** One page of the objects, of whatever type, that another one is linked with. */
export function objectPage(
  context: RouteContext,
  relatedIn: RelatedIn,
  presentation: Presentation = {},
): RouteAnswer {
  refuseUnadvanced(context);
  return listPage(context, listOf(context, relatedIn, presentation));
}

/** How many of them there are, as bare text. */
export function objectCount(context: RouteContext, relatedIn: RelatedIn): RouteAnswer {
  refuseUncounted(context.request);
  const counted = { ...context.request, query: { ...context.request.query, $count: "true" } };
  const list = listOf(context, relatedIn, {});
  return bareCount(context, matchesIn({ ...context, request: counted }, list));
}

/**
 * Of what is linked, filters and orders are advanced queries, whatever is asked for. That an order is refused in the same
 * words is assumed.
 *
 * @see https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/8757
 */
export function refuseUnadvanced({ request }: Pick<RouteContext, "request">): void {
  const { $filter, $orderby, $count } = request.query;
  if ($filter === undefined && $orderby === undefined) return;
  if ($count?.toLowerCase() === "true" && isEventual(request)) return;
  throw new GraphError(
    400,
    "Request_UnsupportedQuery",
    `The specified ${$filter === undefined ? "orderby" : "filter"} to the reference property query is currently not supported.`,
  );
}

function listOf(
  context: RouteContext,
  itemsIn: RelatedIn,
  { bodyOf = directoryObjectBody, isWhole = false }: Presentation,
): List<Related> {
  const seenOf = (item: PresentObject) => (isWhole ? undefined : shownAmongOthers(context.caller, item));
  const { names, show } = objectView(context, bodyOf);
  const roleShown = (body: Body): Body => ({
    "@odata.type": "#microsoft.graph.directoryRole",
    ...(names === undefined
      ? body
      : Object.fromEntries(Object.entries(body).filter(([name]) => names.includes(name)))),
  });
  return {
    set: setOfObjects(context),
    model: modelOfObjects(context.directory.cloud.id),
    itemsIn,
    entityOf: (item) =>
      item.kind === "directoryRole" ? item.body : limited(entityOf(item) as Body, seenOf(item)),
    shown: (item) =>
      item.kind === "directoryRole" ? roleShown(item.body) : limited(show(item), seenOf(item)),
    isOfDirectory: true,
  };
}
