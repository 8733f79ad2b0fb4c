import { type DirectoryObject, findByAddress, listUsers, type User } from "../directory/index.ts";
import { type ListQuery, project, readListQuery, userModel } from "../odata/index.ts";
import type { View } from "../replication/index.ts";
import { isEventual } from "./eventual.ts";
import type { RouteContext } from "./exchange.ts";
import { nextLink, type PagePosition, positionOf } from "./page-token.ts";
import { refuseInList } from "./user-body.ts";

/** The properties that hold addresses and names, which the directory has an index for. */
const INDEXED = new Set(["userPrincipalName", "mail", "otherMails"]);

/** One page of users. All pages of a list show the same commit, that of the first one. */
export function userPage({ directory, access, request }: RouteContext): Record<string, unknown> {
  const { $filter: filter, $select: select, $orderby: orderby, $top: top, $count: count } = request.query;
  const query = readListQuery(userModel, { filter, select, orderby, top, count }, isEventual(request), {
    page: directory.limits.of("users-per-page"),
    alternatives: directory.limits.of("filter-alternatives"),
  });
  refuseInList(query.select);
  const from: PagePosition = positionOf(directory, request) ?? { lsn: access.view.lsn, place: 0 };
  const view = directory.store.viewAt(from.lsn);
  const { users, next } =
    query.compare === undefined ? scanned(view, query, from) : sorted(view, query, from);
  if (next !== undefined) directory.store.keepReadable(from.lsn);
  const selected = query.selected ? `(${query.select.join(",")})` : "";
  return {
    "@odata.context": `${request.origin}/${request.version}/$metadata#users${selected}`,
    ...(query.count && from.place === 0 && { "@odata.count": countOf(view, query) }),
    ...(next !== undefined && { "@odata.nextLink": nextLink(request, { lsn: from.lsn, place: next }) }),
    value: users.map((user) => project(user, query.select)),
  };
}

interface Slice {
  readonly users: readonly User[];
  /** Where the next page starts; `undefined` at the end. */
  readonly next: number | undefined;
}

/** In order of creation: a place in the directory is where the next page takes up. */
function scanned(view: View<DirectoryObject>, query: ListQuery, { place: from }: PagePosition): Slice {
  const users: User[] = [];
  for (const [place, user] of candidates(view, query, from)) {
    if (!query.matches(user)) continue;
    if (users.length === query.top) return { users, next: place };
    users.push(user);
  }
  return { users, next: undefined };
}

/** In an order of its own: a place in the sorted list is where the next page takes up. */
function sorted(view: View<DirectoryObject>, query: ListQuery, { place: from }: PagePosition): Slice {
  const all = [...candidates(view, query, 0)].map(([, user]) => user).filter(query.matches);
  const users = all.sort(query.compare).slice(from, from + query.top);
  return { users, next: from + query.top < all.length ? from + query.top : undefined };
}

function countOf(view: View<DirectoryObject>, query: ListQuery): number {
  let count = 0;
  for (const [, user] of candidates(view, query, 0)) if (query.matches(user)) count++;
  return count;
}

/** A condition on an address is answered from the index; anything else looks at everybody. */
function candidates(
  view: View<DirectoryObject>,
  query: ListQuery,
  from: number,
): Iterable<readonly [number, User]> {
  const { lookUp } = query;
  if (lookUp === undefined || !INDEXED.has(lookUp.property)) return listUsers(view, from);
  return [...findByAddress(view, lookUp.value).entries()].slice(from);
}
