import { ENTITIES } from "../entities.ts";
import { GraphError } from "../errors.ts";
import type { GraphRequest, RouteAnswer, RouteContext } from "../exchange.ts";
import type { OptionName } from "../query-options.ts";
import { selectionIn } from "../selected.ts";
import { changesIn, everythingIn, type Told } from "./changes.ts";
import { type DeltaState, readToken, writeToken } from "./delta-token.ts";
import { answerFrom } from "./pieces.ts";
import { type Tracking, trackingOf } from "./tracking.ts";

/** What directory objects cannot be asked for together with changes; `$select` and `$filter` have rules of their own. */
const REFUSED = ["$top", "$orderby", "$search", "$expand", "$count", "$skip"] as const;

/** What is read of the options: some of them to be refused in words of their own. */
export const TRACKED: readonly OptionName[] = ["$filter", "$skiptoken", "$deltatoken", ...REFUSED];

const DEFAULT_PAGE = 100;
const LARGEST_PAGE = 999;

/**
 * One page of what has changed since a token was handed out, or of everything where there is none. A round leads from one
 * commit to another, whichever instances answer its pages; one that is further behind than the caller has nothing new for
 * it, and takes it nowhere back.
 *
 * @see https://learn.microsoft.com/graph/delta-query-overview
 */
export function deltaPage(context: RouteContext, kind: Tracking["kind"]): RouteAnswer {
  const { directory, request } = context;
  refuseOptions(request);
  const state = stateOf(context, kind);
  const tracking = trackingOf(directory.cloud.id, kind, state.select, state.filter);
  const changes = changesFor(context, state, tracking);
  const { place, part = 0 } = state;
  const { value, next } = answerFrom(changes, { place, part }, pageSizeOf(request));
  const goesOn = next.place < changes.length;
  for (const lsn of [state.since ?? state.until, state.until]) directory.store.keepReadable(lsn, "delta");
  const link = (name: string, to: DeltaState) =>
    `${request.origin}/${request.version}${request.path}?${name}=${writeToken(directory, kind, to)}`;
  return {
    status: 200,
    body: {
      "@odata.context": `${request.origin}/${request.version}/$metadata#${ENTITIES[kind].set}${selectionIn(request.query.$select)}`,
      ...(goesOn
        ? { "@odata.nextLink": link("$skiptoken", { ...state, ...next }) }
        : {
            "@odata.deltaLink": link("$deltatoken", {
              ...state,
              since: state.until,
              sinceAt: state.untilAt,
              place: 0,
              part: 0,
            }),
          }),
      value,
    },
  };
}

function changesFor({ directory, request }: RouteContext, state: DeltaState, tracking: Tracking): Told {
  const after = directory.store.viewAt(state.until);
  if (state.since === null) return everythingIn(tracking, after);
  const before = directory.store.viewAt(state.since);
  return changesIn(
    directory,
    tracking,
    { before, after, sinceAt: state.sinceAt, untilAt: state.untilAt },
    preferenceIn(request, /\breturn\s*=\s*minimal\b/i) !== null,
  );
}

/** Where the caller stands: in the middle of a round, at the start of the next one, or of the first one. */
function stateOf({ directory, access, request }: RouteContext, kind: Tracking["kind"]): DeltaState {
  const { $skiptoken: page, $deltatoken: round, $select: select, $filter: filter } = request.query;
  if (page !== undefined) {
    if (select !== undefined || filter !== undefined)
      throw unsupported("$select and $filter with $skiptoken");
    return readToken(directory, kind, request, "$skiptoken");
  }
  const { lsn } = access.view;
  const untilAt = directory.now();
  const isLatest = round?.toLowerCase() === "latest";
  if (round === undefined || round === "" || isLatest) {
    return { since: isLatest ? lsn : null, until: lsn, sinceAt: untilAt, untilAt, place: 0, select, filter };
  }
  if (filter !== undefined) throw unsupported("$filter with $deltatoken");
  const known = readToken(directory, kind, request, "$deltatoken");
  // What is followed may change from round to round.
  return { ...known, until: Math.max(known.until, lsn), untilAt, select: select ?? known.select };
}

function refuseOptions({ query }: GraphRequest): void {
  const refused = REFUSED.find((name) => query[name] !== undefined);
  if (refused !== undefined) throw unsupported(refused);
}

/** That these are refused is documented; the words are not. */
function unsupported(what: string): GraphError {
  return new GraphError(400, "Request_UnsupportedQuery", `${what} is not supported in a delta query.`);
}

function pageSizeOf(request: GraphRequest): number {
  const [, size] = preferenceIn(request, /\bodata\.maxpagesize\s*=\s*(\d{1,9})\b/i) ?? [];
  return size === undefined ? DEFAULT_PAGE : Math.min(Math.max(Number(size), 1), LARGEST_PAGE);
}

function preferenceIn({ header }: GraphRequest, preference: RegExp): RegExpExecArray | null {
  return preference.exec(header("prefer") ?? "");
}
