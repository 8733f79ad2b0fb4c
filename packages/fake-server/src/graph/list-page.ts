import type { DirectoryObject } from "../directory/index.ts";
import {
  type Entity,
  type EntityModel,
  type ListQuery,
  Ranking,
  readListQuery,
  readSearch,
} from "../odata/index.ts";
import type { View } from "../replication/index.ts";
import type { Body } from "./body.ts";
import { isEventual } from "./eventual.ts";
import type { RouteAnswer, RouteContext } from "./exchange.ts";
import { nextLink, positionOf } from "./page-token.ts";
import type { OptionName } from "./query-options.ts";

/** What every list applies that is read page by page. */
export const PAGED = ["$top", "$count", "$skiptoken"] as const satisfies readonly OptionName[];

/** A list whose items are looked through one by one: that of a small set, or of whatever an object is linked with. */
export interface List<Item> {
  /** What the context of the answer says of it, behind `$metadata#`. */
  readonly set: string;
  readonly model: EntityModel;
  readonly itemsIn: (view: View<DirectoryObject>) => readonly Item[];
  /** An item with everything that can be asked of it. */
  readonly entityOf: (item: Item) => Entity;
  readonly shown: (item: Item) => Body;
  /** Whether the directory keeps it: its advanced queries take the header. Others have one way of asking. */
  readonly isOfDirectory: boolean;
}

/** One page of a list. All pages show the same commit, that of the first one. */
export function listPage<Item>(context: RouteContext, list: List<Item>): RouteAnswer {
  const { directory, access } = context;
  const { $skip, ...query } = context.request.query;
  const request = { ...context.request, query };
  const { order, matches, top } = queryOf(context, list);
  const start = { lsn: access.view.lsn, place: $skip === undefined ? 0 : Number($skip) };
  const given = positionOf(directory, request);
  const from = given ?? start;
  const found = rankedIn(directory.store.viewAt(from.lsn), list).filter(({ entity }) => matches(entity));
  const next = from.place + top;
  const lines = order === undefined ? found : inOrder(order, found, next + 1);
  const goesOn = next < found.length;
  if (goesOn) directory.store.keepReadable(from.lsn);
  const isCounted = given === undefined && counts(context, list);
  return {
    status: 200,
    body: {
      "@odata.context": `${request.origin}/${request.version}/$metadata#${list.set}`,
      ...(isCounted && { "@odata.count": found.length }),
      ...(goesOn && { "@odata.nextLink": nextLink(directory, request, { lsn: from.lsn, place: next }) }),
      value: lines.slice(from.place, next).map(({ item }) => list.shown(item)),
    },
  };
}

/** How many items of a list fit the query. */
export function matchesIn<Item>(context: RouteContext, list: List<Item>): number {
  const { matches } = queryOf(context, list);
  return rankedIn(context.access.view, list).filter(({ entity }) => matches(entity)).length;
}

interface Ranked<Item> {
  readonly item: Item;
  readonly entity: Entity;
}

function rankedIn<Item>(view: View<DirectoryObject>, list: List<Item>): readonly Ranked<Item>[] {
  return list.itemsIn(view).map((item) => ({ item, entity: list.entityOf(item) }));
}

function queryOf<Item>(
  { directory: { limits }, request }: RouteContext,
  { model, isOfDirectory }: List<Item>,
): Pick<ListQuery, "order" | "matches" | "top"> {
  const { $filter: filter, $orderby: orderby, $top: top, $count, $search } = request.query;
  const count = isOfDirectory ? $count : "true";
  const isAsked = !isOfDirectory || isEventual(request);
  const query = readListQuery(model, { filter, orderby, top, count }, isAsked, {
    page: limits.of("users-per-page"),
    alternatives: limits.of("filter-alternatives"),
  });
  const isFound = readSearch(model, $search, isAsked);
  if (isFound === undefined) return query;
  return { ...query, matches: (entity) => isFound(entity) && query.matches(entity) };
}

function counts<Item>({ request }: RouteContext, { isOfDirectory }: List<Item>): boolean {
  return request.query.$count?.toLowerCase() === "true" && (!isOfDirectory || isEventual(request));
}

/** The first so many. */
function inOrder<Item>(
  { keyOf, compare }: NonNullable<ListQuery["order"]>,
  found: readonly Ranked<Item>[],
  most: number,
): readonly Ranked<Item>[] {
  const ranking = new Ranking<Ranked<Item>>(
    { compare, keyOf: (ranked) => keyOf((ranked as Ranked<Item>).entity) },
    most,
  );
  for (const ranked of found) ranking.add(ranked);
  return ranking.inOrder();
}
