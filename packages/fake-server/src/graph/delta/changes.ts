import {
  type Directory,
  type DirectoryObject,
  deletedAtOf,
  findPresent,
  type PresentObject,
  RESTORABLE_MS,
} from "../../directory/index.ts";
import { project } from "../../odata/index.ts";
import type { View } from "../../replication/index.ts";
import type { Body } from "../body.ts";
import { entityOf } from "../entities.ts";
import type { Link, Tracking } from "./tracking.ts";

/** From where to where changes are looked for. */
interface Step {
  readonly before: View<DirectoryObject>;
  readonly after: View<DirectoryObject>;
}

/** The same, with the times: in milliseconds on the world's clock. */
interface Span extends Step {
  readonly sinceAt: number;
  readonly untilAt: number;
}

/** What somebody is told, in one order. Of what is long no more is made than they are told at a time. */
export interface Told {
  readonly length: number;
  slice(from: number, to: number): readonly Body[];
}

/** Everything of a kind that a view shows, for somebody who knows nothing yet. */
export function everythingIn(tracking: Tracking, view: View<DirectoryObject>): Told {
  const objects = idsIn(tracking, view).flatMap((id) => presentAs(tracking, view, id) ?? []);
  const bodyOf = (object: PresentObject): Body => ({
    ...whole(tracking, object),
    ...linksOf(tracking, object.id, view),
  });
  return { length: objects.length, slice: (from, to) => objects.slice(from, to).map(bodyOf) };
}

/**
 * What has become of a kind from one view to a later one: each object once, in its last state, if anything about it that is
 * followed has changed on the way. What was changed and changed back is told too: whoever asks twice from one place has
 * perhaps been told of the middle.
 *
 * @param minimal - whether to leave out what is as it was
 */
export function changesIn({ store }: Directory, tracking: Tracking, span: Span, minimal: boolean): Told {
  const { before, after, untilAt } = span;
  const histories = new Map<string, History>();
  let earlier = before;
  for (const { lsn, ids } of store.commitsSince(before.lsn).slice(0, after.lsn - before.lsn)) {
    const step = { before: earlier, after: store.viewAt(lsn) };
    for (const id of idsConcerned(tracking, ids, step)) {
      const history = histories.get(id) ?? { names: new Set(), ends: new Map(), cameOrWent: false };
      histories.set(id, history);
      note(history, tracking, id, step);
    }
    earlier = step.after;
  }
  const told = [...histories].flatMap(([id, history]) =>
    outcomeOf(tracking, id, history, { after, untilAt }, minimal),
  );
  const known = new Set(told.map(({ id }) => id));
  const ended = endedIn(tracking, span).filter((id) => !known.has(id));
  return [...told, ...ended.map(removedForGood)];
}

/** What could be restored at the start, and at the end no more: nobody has done anything to it. */
function endedIn({ kind, ids }: Tracking, { after, sinceAt, untilAt }: Span): readonly string[] {
  const deleted = after.find(`deleted:${kind}`).flatMap((object) => {
    const deletedAt = deletedAtOf(object);
    return deletedAt !== null && "id" in object ? [{ id: object.id, endsAt: deletedAt + RESTORABLE_MS }] : [];
  });
  const ended = deleted.filter(({ endsAt }) => sinceAt < endsAt && endsAt <= untilAt).map(({ id }) => id);
  return ids === undefined ? ended : ended.filter((id) => ids.includes(id));
}

/** What has happened to one object. */
interface History {
  /** The properties that changed. */
  readonly names: Set<string>;
  /** By link: what it came to lead to, or ceased to. */
  readonly ends: Map<Link, ReadonlySet<string>>;
  cameOrWent: boolean;
}

function note(history: History, tracking: Tracking, id: string, { before, after }: Step): void {
  const [was, is] = [presentAs(tracking, before, id), presentAs(tracking, after, id)];
  const isBackOrGone = isDeleted(tracking, before.get(id)) !== isDeleted(tracking, after.get(id));
  if (isBackOrGone || !was !== !is) history.cameOrWent = true;
  for (const name of is ? changedIn(tracking, was, is) : []) history.names.add(name);
  for (const link of tracking.links) {
    const ends = difference(was ? link.idsIn(before, id) : [], is ? link.idsIn(after, id) : []);
    history.ends.set(link, new Set([...(history.ends.get(link) ?? []), ...ends]));
  }
}

/** What is in one list alone. */
function difference(one: readonly string[], other: readonly string[]): readonly string[] {
  const [ones, others] = [new Set(one), new Set(other)];
  return [...one.filter((id) => !others.has(id)), ...other.filter((id) => !ones.has(id))];
}

function outcomeOf(
  tracking: Tracking,
  id: string,
  { names, ends, cameOrWent }: History,
  { after, untilAt }: Pick<Span, "after" | "untilAt">,
  minimal: boolean,
): readonly Body[] {
  const is = presentAs(tracking, after, id);
  if (is === undefined) return cameOrWent ? [removed(tracking, id, after.get(id), untilAt)] : [];
  const changed = project(entityOf(is), [...names], tracking.model);
  const links = changedLinks(ends, id, after);
  if (cameOrWent) return [{ ...whole(tracking, is), ...changed, ...links }];
  if (names.size === 0 && Object.keys(links).length === 0) return [];
  return [{ ...(minimal ? { id } : whole(tracking, is)), ...changed, ...links }];
}

function idsIn({ kind, ids }: Tracking, view: View<DirectoryObject>): readonly string[] {
  return ids ?? [...view.entries()].flatMap(([, object]) => (object.kind === kind ? [object.id] : []));
}

function presentAs({ kind }: Tracking, view: View<DirectoryObject>, id: string): PresentObject | undefined {
  const object = findPresent(view, id);
  return object?.kind === kind ? object : undefined;
}

/** The objects that a commit may have changed. */
function idsConcerned(
  tracking: Tracking,
  written: readonly string[],
  { before, after }: Step,
): Iterable<string> {
  const concerned = new Set(written.map((id) => holderOf(id, after.get(id) ?? before.get(id))));
  // Links lead nowhere any more where their other end is gone, and somewhere again where it is back.
  const comesOrGoes = (id: string) => !findPresent(before, id) !== !findPresent(after, id);
  if (tracking.links.length > 0 && written.some(comesOrGoes)) {
    for (const id of idsIn(tracking, after)) concerned.add(id);
  }
  const { ids } = tracking;
  return ids === undefined ? concerned : ids.filter((id) => concerned.has(id));
}

/** Whose a link is: the object that it starts from. */
function holderOf(id: string, object: DirectoryObject | undefined): string {
  switch (object?.kind) {
    case "membership":
      return object.groupId;
    case "ownership":
      return object.ownedId;
    case "management":
      return object.userId;
    default:
      return id;
  }
}

/**
 * An object that is gone: `changed` means that it can be restored.
 *
 * @see https://learn.microsoft.com/graph/delta-query-overview
 */
function removed(tracking: Tracking, id: string, left: DirectoryObject | undefined, at: number): Body {
  const deletedAt = left && isDeleted(tracking, left) ? deletedAtOf(left) : null;
  const isRestorable = deletedAt !== null && at < deletedAt + RESTORABLE_MS;
  return isRestorable ? { id, "@removed": { reason: "changed" } } : removedForGood(id);
}

function removedForGood(id: string): Body {
  return { id, "@removed": { reason: "deleted" } };
}

function isDeleted({ kind }: Tracking, object: DirectoryObject | undefined): boolean {
  if (object?.kind === "user") return kind === "user" && object.deletedAt !== null;
  return object?.kind === "deletedItem" && object.object.kind === kind;
}

/** What is followed of an object. What was never set is left out. */
function whole({ properties, model }: Tracking, object: PresentObject): Body {
  const shown = project(entityOf(object), properties, model);
  return Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== null));
}

/** The names of the properties that are not what they were; of an object that was not there, those that are set. */
function changedIn(
  { properties, model }: Tracking,
  was: PresentObject | undefined,
  is: PresentObject,
): readonly string[] {
  if (was === is) return [];
  const [old, now] = [was, is].map((object) => project(object ? entityOf(object) : {}, properties, model));
  return properties.filter((name) => JSON.stringify(old?.[name]) !== JSON.stringify(now?.[name]));
}

/** Where the links of an object lead. */
function linksOf({ links }: Tracking, id: string, view: View<DirectoryObject>): Body {
  return annotated(links.map((link) => [link, link.idsIn(view, id).map((end) => endOf(view, end))]));
}

/** Where links have come to lead, and where they lead no more. A link itself can not be restored. */
function changedLinks(ends: History["ends"], id: string, after: View<DirectoryObject>): Body {
  return annotated(
    [...ends].map(([link, noted]) => {
      const now = new Set(link.idsIn(after, id));
      const stateOf = (end: string) =>
        now.has(end) ? endOf(after, end) : { ...endOf(after, end), "@removed": { reason: "deleted" } };
      return [link, [...noted].map(stateOf)];
    }),
  );
}

function annotated(links: readonly (readonly [Link, readonly Body[]])[]): Body {
  const some = links.filter(([, ends]) => ends.length > 0);
  return Object.fromEntries(some.map(([{ name }, ends]) => [`${name}@delta`, ends]));
}

/** The other end of a link. What was purged meanwhile is known by its id alone. */
function endOf(view: View<DirectoryObject>, id: string): Body {
  const object = view.get(id);
  const kind = object?.kind === "deletedItem" ? object.object.kind : object?.kind;
  return { ...(kind !== undefined && { "@odata.type": `#microsoft.graph.${kind}` }), id };
}
