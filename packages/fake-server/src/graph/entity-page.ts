import type { DirectoryObject, PresentObject } from "../directory/index.ts";
import {
  type Entity,
  type EntityModel,
  type ListQuery,
  project,
  readListQuery,
  readSearch,
} from "../odata/index.ts";
import type { View } from "../replication/index.ts";
import type { Body } from "./body.ts";
import { ENTITIES, modelIn } from "./entities.ts";
import { GraphError } from "./errors.ts";
import { isEventual } from "./eventual.ts";
import type { RouteAnswer, RouteContext } from "./exchange.ts";
import { nextLink, positionOf } from "./page-token.ts";

/** What a list shows of a view, before anything is filtered: always in one order. */
export type Listed = (view: View<DirectoryObject>) => readonly Entity[];

/** One page of a list of objects of one kind. All pages of a list show the same commit, that of the first one. */
export function entityPage(context: RouteContext, kind: PresentObject["kind"], listed: Listed): RouteAnswer {
  const { directory, access, request } = context;
  const model = modelIn(directory.cloud.id, kind);
  const query = listQueryOf(context, model);
  const from = positionOf(directory, request) ?? { lsn: access.view.lsn, place: 0 };
  const found = matching(query, listed(directory.store.viewAt(from.lsn)));
  const next = from.place + query.top;
  const goesOn = next < found.length;
  if (goesOn) directory.store.keepReadable(from.lsn);
  const selected = query.selected ? `(${query.select.join(",")})` : "";
  const body: Body = {
    "@odata.context": `${request.origin}/${request.version}/$metadata#${ENTITIES[kind].set}${selected}`,
    ...(query.count && from.place === 0 && { "@odata.count": found.length }),
    ...(goesOn && { "@odata.nextLink": nextLink(request, { lsn: from.lsn, place: next }) }),
    value: found.slice(from.place, next).map((entity) => project(entity, query.select, model)),
  };
  return { status: 200, body };
}

/**
 * How many objects a list holds, as a bare number. It takes the header; the text without it is assumed.
 *
 * @see https://learn.microsoft.com/graph/aad-advanced-queries
 */
export function entityCount(context: RouteContext, kind: PresentObject["kind"], listed: Listed): RouteAnswer {
  if (!isEventual(context.request)) {
    throw new GraphError(400, "Request_BadRequest", "$count is not currently supported.");
  }
  const { access, directory, request } = context;
  const counted = { ...request, query: { ...request.query, $count: "true" } };
  const query = listQueryOf({ directory, request: counted }, modelIn(directory.cloud.id, kind));
  return { status: 200, body: matching(query, listed(access.view)).length };
}

function listQueryOf(
  { directory: { limits }, request }: Pick<RouteContext, "directory" | "request">,
  model: EntityModel,
): ListQuery {
  const { $filter: filter, $select: select, $orderby: orderby, $top: top, $count: count } = request.query;
  const isFound = readSearch(model, request.query.$search, isEventual(request));
  const query = readListQuery(model, { filter, select, orderby, top, count }, isEventual(request), {
    page: limits.of("users-per-page"),
    alternatives: limits.of("filter-alternatives"),
  });
  return { ...query, matches: (entity) => isFound(entity) && query.matches(entity) };
}

function matching({ matches, compare }: ListQuery, entities: readonly Entity[]): readonly Entity[] {
  const found = entities.filter(matches);
  return compare === undefined ? found : found.sort(compare);
}
