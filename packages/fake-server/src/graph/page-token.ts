import type { Directory } from "../directory/index.ts";
import { GraphError } from "./errors.ts";
import type { GraphRequest } from "./exchange.ts";

/** Where a page starts: at which commit the list is read, and from which place in it. */
export interface PagePosition {
  readonly lsn: number;
  readonly place: number;
}

/** What has to be the same from page to page. */
const FIXED = ["$filter", "$select", "$orderby", "$top", "$count", "$search"] as const;

/** The link to the page that starts at `position`. Opaque to clients, and bound to its query. */
export function nextLink(
  { origin, version, path, query }: GraphRequest,
  { lsn, place }: PagePosition,
): string {
  const kept = FIXED.flatMap((name) => {
    const value = query[name];
    return value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  const token = `${lsn.toString(36)}-${place.toString(36)}-${checksum(query, lsn, place)}`;
  return `${origin}/${version}${path}?${[...kept, `$skiptoken=${token}`].join("&")}`;
}

/** The position that a request's `$skiptoken` stands for; `undefined` where it has none. */
export function positionOf(directory: Directory, { query }: GraphRequest): PagePosition | undefined {
  const token = query.$skiptoken;
  if (query.$skip !== undefined) {
    throw new GraphError(400, "Request_UnsupportedQuery", "'$skip' is not supported by the service.");
  }
  if (token === undefined) return undefined;
  const [, lsnText = "", placeText = "", sum] =
    /^([0-9a-z]{1,9})-([0-9a-z]{1,9})-([0-9a-z]+)$/.exec(token) ?? [];
  const [lsn, place] = [Number.parseInt(lsnText, 36), Number.parseInt(placeText, 36)];
  if (sum === undefined || sum !== checksum(query, lsn, place) || lsn > directory.store.last) {
    throw new GraphError(400, "Request_BadRequest", "The value of the parameter '$skiptoken' is invalid.");
  }
  if (lsn < directory.store.readableFrom) {
    throw new GraphError(
      400,
      "Directory_ExpiredPageToken",
      "The specified page token value has expired and can no longer be included in your request.",
    );
  }
  return { lsn, place };
}

/** Guards a token against being edited or put into another query. Not a secret. */
function checksum(query: GraphRequest["query"], lsn: number, place: number): string {
  const text = JSON.stringify([FIXED.map((name) => query[name] ?? null), lsn, place]);
  let sum = 5381;
  for (let at = 0; at < text.length; at++) sum = (Math.imul(sum, 33) ^ text.charCodeAt(at)) >>> 0;
  return sum.toString(36);
}
