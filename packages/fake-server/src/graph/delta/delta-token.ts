import type { Directory } from "../../directory/index.ts";
import { DELTA_LIFETIME_MS } from "../../replication/index.ts";
import { checksum } from "../checksum.ts";
import { GraphError } from "../errors.ts";
import type { GraphRequest } from "../exchange.ts";
import type { Tracking } from "./tracking.ts";

/** Where somebody stands who follows changes, between two requests. Tokens say it, so that nothing is kept for anybody. */
export interface DeltaState {
  /** The commit whose state they know already; `null` where they know nothing yet. */
  readonly since: number | null;
  /** The commit that this round leads to. */
  readonly until: number;
  /** When it was so, and when what this round leads to was: in milliseconds on the world's clock. Some things end by themselves. */
  readonly sinceAt: number;
  readonly untilAt: number;
  /** Where in the round the next page starts. */
  readonly place: number;
  /** How much of that object has been told already, where it has too many links for one page. Absent: nothing. */
  readonly part?: number;
  /** What the first request asked for, as it was sent. */
  readonly select?: string | undefined;
  readonly filter?: string | undefined;
}

/** A state as a token: opaque to clients, and bound to its directory and its set. */
export function writeToken({ tenantId, now }: Directory, kind: Tracking["kind"], state: DeltaState): string {
  const text = encodeURIComponent(JSON.stringify({ ...state, at: now() }));
  const payload = btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return `${payload}.${checksum([tenantId, kind, payload])}`;
}

/** The state that a token stands for, unless it is not ours, or too old. */
export function readToken(
  directory: Directory,
  kind: Tracking["kind"],
  request: GraphRequest,
  name: "$skiptoken" | "$deltatoken",
): DeltaState {
  const [payload = "", sum] = (request.query[name] ?? "").split(".");
  if (sum !== checksum([directory.tenantId, kind, payload])) throw invalid(name);
  const text = atob(payload.replaceAll("-", "+").replaceAll("_", "/"));
  const { at, ...state } = JSON.parse(decodeURIComponent(text)) as DeltaState & { readonly at: number };
  const { since, until } = state;
  // A directory that was taken back to an earlier time does not know what came after.
  if (until > directory.store.last) throw invalid(name);
  const isPast = directory.now() - at >= DELTA_LIFETIME_MS;
  if (isPast || (since ?? until) < directory.store.readableFrom) throw expired(request, state);
  return state;
}

/** How this is worded is assumed. */
function invalid(name: string): GraphError {
  return new GraphError(400, "Request_BadRequest", `The value of the parameter '${name}' is invalid.`);
}

/**
 * Whoever comes too late has to start anew, at the address that goes with it.
 *
 * @see https://learn.microsoft.com/graph/delta-query-overview
 * @see https://devblogs.microsoft.com/microsoft365dev/duration-of-change-tracking-tokens-for-identity-and-education-resources/
 */
function expired({ origin, version, path }: GraphRequest, { select, filter }: DeltaState): GraphError {
  const options = Object.entries({ $select: select, $filter: filter }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return new GraphError(
    410,
    "syncStateNotFound",
    "The sync state generation is not found. The delta token is expired and data must be synchronized again.",
    `${origin}/${version}${path}?${[...options, "$deltatoken="].join("&")}`,
  );
}
