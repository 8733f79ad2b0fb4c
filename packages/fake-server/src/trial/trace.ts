import type { Commit } from "../replication/index.ts";
import type { ServedRequest, Tenant, World } from "../world/index.ts";
import type { Standing } from "./worlds.ts";

/** Something that happened in a tenant. */
interface Event {
  /** In milliseconds on the world's clock. */
  readonly at: number;
  readonly tenant: string;
  /** Its place in the tenant's log: a request stands between the commits that there were and the one that it made. */
  readonly place: number;
  readonly text: string;
}

/** What query options are shown without their value: it stands for a place in a list, or may be a secret. */
const VEILED = /token|secret|password|ticket|code/i;

/** What happened in a world since then, an event a line, in order. Holds no token, link, code or body. */
export function traceOf(world: World, since: Standing): readonly string[] {
  const events = world.tenants.flatMap((tenant) => eventsOf(tenant, since));
  const width = Math.max(0, ...events.map(({ tenant }) => tenant.length));
  return events
    .toSorted((one, other) => one.at - other.at)
    .map(({ at, tenant, text }) => `${elapsed(at - since.at)}  ${tenant.padEnd(width)}  ${text}`);
}

/** `+12.345 s`, to the same width. */
function elapsed(ms: number): string {
  return `+${(ms / 1_000).toFixed(3)} s`.padStart(13);
}

function eventsOf(tenant: Tenant, { tenants }: Standing): readonly Event[] {
  const { lsn, requests } = tenants.get(tenant) ?? { lsn: 0, requests: 0 };
  const asked = tenant.requests.filter(({ number }) => number >= requests);
  const commits = tenant.directory.store.commitsSince(lsn);
  return [
    ...asked.map((request) => ({
      at: request.sentAt,
      tenant: tenant.name,
      place: placeOf(request, asked) + 0.5,
      text: requestText(request),
    })),
    ...commits.map((commit) => ({
      at: commit.at,
      tenant: tenant.name,
      place: commit.lsn,
      text: commitText(tenant, commit),
    })),
  ].toSorted((one, other) => one.at - other.at || one.place - other.place);
}

/** How many commits there were when it came; of one that no instance answered, as many as the one before has left. */
function placeOf({ number, seen }: ServedRequest, all: readonly ServedRequest[]): number {
  if (seen !== undefined) return seen.lsn + seen.behind;
  const before = all.findLast((one) => one.number < number && one.seen !== undefined);
  return before?.wrote ?? (before?.seen ? before.seen.lsn + before.seen.behind : 0);
}

function requestText({
  number,
  caller,
  method,
  path,
  query,
  sentAt,
  endedAt,
  ...end
}: ServedRequest): string {
  const { status, code, seen, wrote, fault } = end;
  return [
    `request ${number}`.padEnd(12),
    `${caller}  ${method} ${path}${queryText(query)}`,
    ` -> ${status ?? "no answer"}${code === undefined ? "" : ` ${code}`}`,
    endedAt > sentAt ? ` after ${endedAt - sentAt} ms` : "",
    seen === undefined
      ? ""
      : `, by ${seen.reader}${seen.behind === 0 ? "" : `, stale: it has ${seen.lsn} of ${seen.lsn + seen.behind}`}`,
    wrote === undefined ? "" : `, wrote ${wrote}`,
    fault === undefined ? "" : `, FAULT ${fault}`,
  ].join("");
}

function queryText(query: Readonly<Record<string, string>>): string {
  const options = Object.entries(query).map(
    ([name, value]) => `${name}=${VEILED.test(name) ? "…" : shortened(value)}`,
  );
  return options.length === 0 ? "" : `?${options.join("&")}`;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function commitText(tenant: Tenant, { lsn, actor, operation, ids }: Commit): string {
  const { store } = tenant.directory;
  const view = store.viewAt(Math.max(lsn, store.readableFrom));
  const kinds = Map.groupBy(ids, (id) => view.get(id)?.kind ?? "gone");
  const written = [...kinds].map(([kind, some]) => `${some.length === 1 ? "" : `${some.length} × `}${kind}`);
  const [named] = ids.filter((id) => view.get(id)?.kind === "user" || view.get(id)?.kind === "group");
  return `${`commit ${lsn}`.padEnd(12)}${actor}  ${operation}: ${written.join(", ")}${named === undefined ? "" : `; ${named}`}`;
}
