import type { DirectoryObject } from "../directory/index.ts";
import { type EntityModel, type Order, Ranking, readListQuery } from "../odata/index.ts";
import type { View } from "../replication/index.ts";
import type { Body } from "./body.ts";
import type { RouteAnswer, RouteContext } from "./exchange.ts";
import { nextLink, positionOf } from "./page-token.ts";

/**
 * One page of a log. All pages of a list show the same commit, that of the first one.
 *
 * @param linesOf - what the log shows in a view, in its order
 */
export function logPage(
  { directory, access, request }: RouteContext,
  set: string,
  model: EntityModel,
  linesOf: (view: View<DirectoryObject>) => readonly Body[],
): RouteAnswer {
  const { $filter: filter, $orderby: orderby, $top: top } = request.query;
  const query = readListQuery(model, { filter, orderby, top }, true, {
    page: directory.limits.of("users-per-page"),
    alternatives: directory.limits.of("filter-alternatives"),
  });
  const from = positionOf(directory, request) ?? { lsn: access.view.lsn, place: 0 };
  const found = linesOf(directory.store.viewAt(from.lsn)).filter(query.matches);
  const lines = query.order === undefined ? found : inOrder(query.order, found, from.place + query.top + 1);
  const next = from.place + query.top;
  const goesOn = next < lines.length;
  if (goesOn) directory.store.keepReadable(from.lsn);
  return {
    status: 200,
    body: {
      "@odata.context": `${request.origin}/${request.version}/$metadata#auditLogs/${set}`,
      ...(goesOn && { "@odata.nextLink": nextLink(directory, request, { lsn: from.lsn, place: next }) }),
      value: lines.slice(from.place, next),
    },
  };
}

/** The first so many. */
function inOrder(order: Order, lines: readonly Body[], most: number): readonly Body[] {
  const ranking = new Ranking<Body>(order, most);
  for (const line of lines) ranking.add(line);
  return ranking.inOrder();
}
