import type { Directory } from "../directory/index.ts";
import { checksum } from "./checksum.ts";
import { GraphError } from "./errors.ts";
import type { GraphRequest } from "./exchange.ts";

/** Where a page starts: at which commit the list is read, and from which place in it. */
export interface PagePosition {
  readonly lsn: number;
  readonly place: number;
}

/** What has to be the same from page to page. */
const FIXED = ["$filter", "$select", "$orderby", "$top", "$count", "$search", "$expand"] as const;

/** The link to the page that starts at `position`. Opaque to clients, and bound to its directory, list and query. */
export function nextLink(directory: Directory, request: GraphRequest, { lsn, place }: PagePosition): string {
  const { origin, version, path, query } = request;
  const kept = FIXED.flatMap((name) => {
    const value = query[name];
    return value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  const token = `${lsn.toString(36)}-${place.toString(36)}-${bindingOf(directory, request, { lsn, place })}`;
  return `${origin}/${version}${path}?${[...kept, `$skiptoken=${token}`].join("&")}`;
}

/** The position that a request's `$skiptoken` stands for; `undefined` where it has none. */
export function positionOf(directory: Directory, request: GraphRequest): PagePosition | undefined {
  const { $skiptoken: token, $skip: skip } = request.query;
  if (skip !== undefined) {
    throw new GraphError(400, "Request_UnsupportedQuery", "'$skip' is not supported by the service.");
  }
  if (token === undefined) return undefined;
  const [, lsnText = "", placeText = "", sum] =
    /^([0-9a-z]{1,9})-([0-9a-z]{1,9})-([0-9a-z]+)$/.exec(token) ?? [];
  const position = { lsn: Number.parseInt(lsnText, 36), place: Number.parseInt(placeText, 36) };
  const isOurs = sum !== undefined && sum === bindingOf(directory, request, position);
  if (!isOurs || position.lsn > directory.store.last) {
    throw new GraphError(400, "Request_BadRequest", "The value of the parameter '$skiptoken' is invalid.");
  }
  if (position.lsn < directory.store.readableFrom) {
    throw new GraphError(
      400,
      "Directory_ExpiredPageToken",
      "The specified page token value has expired and can no longer be included in your request.",
    );
  }
  return position;
}

/** What binds a token to where it was handed out. */
function bindingOf(
  { tenantId }: Directory,
  { path, query }: GraphRequest,
  { lsn, place }: PagePosition,
): string {
  return checksum([tenantId, path, FIXED.map((name) => query[name] ?? null), lsn, place]);
}
