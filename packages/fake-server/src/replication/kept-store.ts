import type { Commit, Log } from "./log.ts";
import { Lookup } from "./lookup.ts";
import type { Reader, ReaderPosition } from "./reader.ts";
import type { Snapshots } from "./snapshots.ts";
import type { Version, Versions } from "./versions.ts";

/** One object through time, as far as anybody can still read it. */
export interface KeptObject<T> {
  readonly id: string;
  /** The oldest first. */
  readonly versions: readonly { readonly lsn: number; readonly value: T | null }[];
}

/** A store as data. */
export interface KeptStore<T> {
  /** In order: the first has the lsn 1. */
  readonly commits: readonly Omit<Commit, "lsn">[];
  /** In order of creation. */
  readonly objects: readonly KeptObject<T>[];
  /** What is found by a key, in its order, where that does not follow from the objects. */
  readonly found: readonly (readonly [key: string, ids: readonly string[]])[];
  /** In the topology's order. */
  readonly readers: readonly ReaderPosition[];
  readonly readableFrom: number;
  /** The commits at which lists are being read, and since when changes are asked for. */
  readonly lists: Snapshots["position"];
  readonly deltas: Snapshots["position"];
}

interface Parts<T> {
  readonly log: Log;
  readonly versions: Versions<T>;
  readonly lookup: Lookup;
  readonly kept: { readonly list: Snapshots; readonly delta: Snapshots };
  readonly readers: readonly Reader[];
  readonly keysOf: (value: T) => readonly string[];
  readonly readableFrom: number;
}

export function keptBy<T>(parts: Parts<T>): KeptStore<T> {
  const { log, versions, lookup, kept, readers, keysOf, readableFrom } = parts;
  return {
    commits: log.since(0).map(({ lsn: _, ...commit }) => commit),
    objects: versions.order.map(({ id, newest }) => ({ id, versions: versionsOf(newest) })),
    found: unexpected(lookup, lookupOf(versions, keysOf)),
    readers: readers.map((reader) => reader.position),
    readableFrom,
    lists: kept.list.position,
    deltas: kept.delta.position,
  };
}

/** Puts every object under the keys that it has, or has had as far as is still known. */
export function lookupOf<T>(
  versions: Versions<T>,
  keysOf: (value: T) => readonly string[],
  lookup = new Lookup(),
): Lookup {
  for (const { id, newest } of versions.order) {
    for (const { value } of versionsOf(newest)) {
      if (value !== null) for (const key of keysOf(value)) lookup.add(key, id);
    }
  }
  return lookup;
}

function versionsOf<T>(newest: Version<T>): KeptObject<T>["versions"] {
  const versions: { readonly lsn: number; readonly value: T | null }[] = [];
  for (let version: Version<T> | undefined = newest; version !== undefined; version = version.previous)
    versions.push({ lsn: version.lsn, value: version.value });
  return versions.reverse();
}

/** Whoever finds several objects finds them in the order in which they got the key, which other keys may have had before. */
function unexpected(lookup: Lookup, expected: Lookup): KeptStore<never>["found"] {
  const known = new Map(expected.entries());
  const differing = [...lookup.entries()].filter(([key, ids]) => {
    const others = known.get(key) ?? [];
    return ids.length !== others.length || ids.some((id, place) => id !== others[place]);
  });
  return differing.sort(([one], [other]) => (one < other ? -1 : 1));
}
