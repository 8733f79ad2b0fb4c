import {
  type Directory,
  type DirectoryObject,
  findPresent,
  type PresentObject,
} from "../../directory/index.ts";
import { project } from "../../odata/index.ts";
import type { View } from "../../replication/index.ts";
import type { Body } from "../body.ts";
import { entityOf } from "../entities.ts";
import type { Tracking } from "./tracking.ts";

/** From where to where changes are looked for. */
interface Span {
  readonly before: View<DirectoryObject>;
  readonly after: View<DirectoryObject>;
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
    ...linksOf(tracking, object.id, undefined, view),
  });
  return { length: objects.length, slice: (from, to) => objects.slice(from, to).map(bodyOf) };
}

/**
 * What has become of a kind from one view to a later one: each object once, in its last state, if anything about it has
 * changed that is followed.
 *
 * @param minimal - whether to leave out what is as it was
 */
export function changesIn({ store }: Directory, tracking: Tracking, span: Span, minimal: boolean): Told {
  const { before, after } = span;
  const commits = store.commitsSince(before.lsn).slice(0, after.lsn - before.lsn);
  const written = new Set(commits.flatMap(({ ids }) => ids));
  return idsConcerned(tracking, written, span).flatMap((id) => {
    const was = presentAs(tracking, before, id);
    const is = presentAs(tracking, after, id);
    if (is === undefined) return removalOf(tracking, id, span);
    const links = linksOf(tracking, id, was && before, after);
    if (was === undefined) return [{ ...whole(tracking, is), ...links }];
    const changed = changedIn(tracking, was, is);
    if (Object.keys({ ...changed, ...links }).length === 0) return [];
    return [{ ...(minimal ? { id, ...changed } : { ...whole(tracking, is), ...changed }), ...links }];
  });
}

function idsIn({ kind, ids }: Tracking, view: View<DirectoryObject>): readonly string[] {
  return ids ?? [...view.entries()].flatMap(([, object]) => (object.kind === kind ? [object.id] : []));
}

function presentAs({ kind }: Tracking, view: View<DirectoryObject>, id: string): PresentObject | undefined {
  const object = findPresent(view, id);
  return object?.kind === kind ? object : undefined;
}

/** The objects that what was written may have changed. */
function idsConcerned(tracking: Tracking, written: ReadonlySet<string>, span: Span): readonly string[] {
  const { before, after } = span;
  const concerned = new Set([...written].map((id) => holderOf(id, after.get(id) ?? before.get(id))));
  // Links lead nowhere any more where their other end is gone, and somewhere again where it is back.
  const comesOrGoes = (id: string) =>
    (findPresent(before, id) === undefined) !== (findPresent(after, id) === undefined);
  if (tracking.links.length > 0 && [...written].some(comesOrGoes)) {
    for (const id of idsIn(tracking, after)) concerned.add(id);
  }
  return [...concerned].filter((id) => tracking.ids?.includes(id) ?? true);
}

/** Whose a link is: the object that it starts from. */
function holderOf(id: string, object: DirectoryObject | undefined): string {
  switch (object?.kind) {
    case "membership":
    case "ownership":
      return object.groupId;
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
function removalOf(tracking: Tracking, id: string, { before, after }: Span): readonly Body[] {
  const canBeRestored = isDeleted(tracking, after.get(id));
  const wasKnown = presentAs(tracking, before, id) !== undefined;
  const couldBeRestored = isDeleted(tracking, before.get(id));
  if (!(wasKnown || (couldBeRestored && !canBeRestored))) return [];
  return [{ id, "@removed": { reason: canBeRestored ? "changed" : "deleted" } }];
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

/** The properties that are not what they were. */
function changedIn({ properties, model }: Tracking, was: PresentObject, is: PresentObject): Body {
  const [old, now] = [was, is].map((object) => project(entityOf(object), properties, model));
  const entries = Object.entries(now ?? {});
  return Object.fromEntries(
    entries.filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(old?.[name])),
  );
}

/** Where links lead that did not before, and where they lead no more. A link itself can not be restored. */
function linksOf(
  { links }: Tracking,
  id: string,
  before: View<DirectoryObject> | undefined,
  after: View<DirectoryObject>,
): Body {
  const changed = links.map(({ name, idsIn: endsIn }) => {
    const was = new Set(before === undefined ? [] : endsIn(before, id));
    const is = new Set(endsIn(after, id));
    const added = [...is].filter((end) => !was.has(end)).map((end) => endOf(after, end));
    const removed = [...was]
      .filter((end) => !is.has(end))
      .map((end) => ({ ...endOf(before ?? after, end), "@removed": { reason: "deleted" } }));
    return [`${name}@delta`, [...added, ...removed]] as const;
  });
  return Object.fromEntries(changed.filter(([, ends]) => ends.length > 0));
}

function endOf(view: View<DirectoryObject>, id: string): Body {
  return { "@odata.type": `#microsoft.graph.${findPresent(view, id)?.kind}`, id };
}
