import { type DirectoryObject, findPresent, type PresentObject } from "../directory/index.ts";
import {
  type Entity,
  type EntityModel,
  type ListQuery,
  type Order,
  project,
  Ranking,
  readListQuery,
  readSearch,
  readSelect,
} from "../odata/index.ts";
import type { View } from "../replication/index.ts";
import { shownAmongOthers } from "./authorization/index.ts";
import { bareCount, refuseUncounted } from "./bare-count.ts";
import type { Body } from "./body.ts";
import { ENTITIES, entityOf, modelIn } from "./entities.ts";
import { contextSelection } from "./entity-answer.ts";
import { isEventual } from "./eventual.ts";
import type { RouteAnswer, RouteContext } from "./exchange.ts";
import { expandedIn, MOST_WITH_RELATED } from "./expanded.ts";
import { limited, refuseAskingBeyond } from "./limited.ts";
import { PAGED } from "./list-page.ts";
import { nextLink, positionOf } from "./page-token.ts";
import type { OptionName } from "./query-options.ts";
import { refuseInList } from "./user-body.ts";

/** What lists of objects of one kind apply. */
export const LISTED = [
  "$filter",
  "$search",
  "$orderby",
  "$skip",
  "$expand",
  ...PAGED,
] as const satisfies readonly OptionName[];

/**
 * What a list holds in a view before anything is filtered: objects with their places, from place `from` on, always in one
 * order. It may leave out what does not have the looked-up value.
 */
export type Listed = (
  view: View<DirectoryObject>,
  from: number,
  lookUp: ListQuery["lookUp"],
) => Iterable<readonly [place: number, entity: Entity]>;

/**
 * A list that is short enough to be made whole for every page.
 *
 * @param kind - where it holds every object of a kind: one of them is looked up by its id
 */
export function whole(
  listed: (view: View<DirectoryObject>) => readonly Entity[],
  kind?: PresentObject["kind"],
): Listed {
  return (view, from, lookUp) => {
    if (kind === undefined || lookUp?.property !== "id") return [...listed(view).entries()].slice(from);
    const found = findPresent(view, lookUp.value);
    return found?.kind === kind && from === 0 ? [[0, entityOf(found)]] : [];
  };
}

/** One page of a list of objects of one kind, `most` of them. All pages of a list show the same commit, that of the first one. */
export function entityPage(
  context: RouteContext,
  kind: PresentObject["kind"],
  listed: Listed,
  most?: number,
): RouteAnswer {
  const { directory, access, caller, request } = context;
  const model = modelIn(directory.cloud.id, kind, request.version);
  const asked = listQueryOf(context, kind, most);
  if (kind === "user") refuseInList(asked.select);
  const expanded = expandedIn(context, kind);
  const query = expanded ? { ...asked, top: Math.min(asked.top, MOST_WITH_RELATED) } : asked;
  const from = positionOf(directory, request) ?? { lsn: access.view.lsn, place: 0 };
  const view = directory.store.viewAt(from.lsn);
  const isCounted = query.count && from.place === 0;
  const { entities, next, count } = query.order
    ? sorted(view, listed, query, from.place, query.order)
    : scanned(view, listed, query, from.place, isCounted);
  if (next !== undefined) directory.store.keepReadable(from.lsn);
  const selected = contextSelection(query.selected ? `(${query.select.join(",")})` : "", expanded);
  const shown = (body: Body, entity: Entity) =>
    limited(body, shownAmongOthers(caller, { kind, id: (entity as { readonly id: string }).id }));
  const body: Body = {
    "@odata.context": `${request.origin}/${request.version}/$metadata#${ENTITIES[kind].set}${selected}`,
    ...(isCounted && { "@odata.count": count }),
    ...(next !== undefined && {
      "@odata.nextLink": nextLink(directory, request, { lsn: from.lsn, place: next }),
    }),
    value: entities.map((entity) => ({
      ...shown(project(entity, query.select, model), entity),
      ...expanded?.along(entity, view),
    })),
  };
  return { status: 200, body };
}

/** How many objects of a list fit the query, as bare text. */
export function entityCount(context: RouteContext, kind: PresentObject["kind"], listed: Listed): RouteAnswer {
  const { access, directory, caller, request } = context;
  refuseUncounted(request);
  const counted = { ...request, query: { ...request.query, $count: "true" } };
  const query = listQueryOf({ directory, caller, request: counted }, kind);
  return bareCount(context, countOf(access.view, listed, query));
}

interface Slice {
  readonly entities: readonly Entity[];
  /** Where the next page starts; `undefined` at the end. */
  readonly next: number | undefined;
  /** How many objects fit; nothing to go by where it was not asked for, and the page was full before the end. */
  readonly count: number;
}

/** In the list's own order: an object's place is where the next page takes up. */
function scanned(
  view: View<DirectoryObject>,
  listed: Listed,
  query: ListQuery,
  from: number,
  isCounted: boolean,
): Slice {
  const entities: Entity[] = [];
  let next: number | undefined;
  let count = 0;
  for (const [place, entity] of listed(view, from, query.lookUp)) {
    if (!query.matches(entity)) continue;
    count++;
    if (count <= query.top) entities.push(entity);
    else next ??= place;
    if (next !== undefined && !isCounted) break;
  }
  return { entities, next, count };
}

/** In an order that was asked for: a place in the sorted list is where the next page takes up. */
function sorted(
  view: View<DirectoryObject>,
  listed: Listed,
  query: ListQuery,
  from: number,
  order: Order,
): Slice {
  const next = from + query.top;
  const ranking = new Ranking(order, next);
  let count = 0;
  for (const [, entity] of listed(view, 0, query.lookUp)) {
    if (!query.matches(entity)) continue;
    count++;
    ranking.add(entity);
  }
  return { entities: ranking.inOrder().slice(from), next: next < count ? next : undefined, count };
}

function countOf(view: View<DirectoryObject>, listed: Listed, query: ListQuery): number {
  let count = 0;
  for (const [, entity] of listed(view, 0, query.lookUp)) if (query.matches(entity)) count++;
  return count;
}

function listQueryOf(
  { directory: { cloud, limits }, caller, request }: Pick<RouteContext, "directory" | "caller" | "request">,
  kind: PresentObject["kind"],
  most = Number.POSITIVE_INFINITY,
): ListQuery {
  const { $filter: filter, $select: select, $orderby: orderby, $top: top, $count: count } = request.query;
  const sizes = {
    page: Math.min(limits.of("users-per-page"), most),
    alternatives: limits.of("filter-alternatives"),
  };
  const model = modelIn(cloud.id, kind, request.version);
  const read = (askable: EntityModel) => {
    const query = readListQuery(askable, { filter, orderby, top, count }, isEventual(request), sizes);
    const isFound = readSearch(askable, request.query.$search, isEventual(request));
    if (isFound === undefined) return query;
    return { ...query, matches: (entity: Entity) => isFound(entity) && query.matches(entity) };
  };
  const selected = select !== undefined && select.trim() !== "";
  return {
    ...refuseAskingBeyond(model, shownAmongOthers(caller, { kind }), read),
    ...{ select: readSelect(model, select), selected },
  };
}
