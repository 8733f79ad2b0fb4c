import { posix } from "node:path";
import type { Violation } from "./rules.ts";

export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly line: number;
  readonly typesOnly: boolean;
}

type Way = readonly Edge[];

/** Every file that can be come to from this one, with the shortest way there. */
function waysFrom(edges: ReadonlyMap<string, Way>, file: string): Map<string, Way> {
  const found = new Map<string, Way>();
  const ahead: Way[] = [[]];
  for (const way of ahead) {
    for (const edge of edges.get(way.at(-1)?.to ?? file) ?? []) {
      if (found.has(edge.to)) continue;
      found.set(edge.to, [...way, edge]);
      ahead.push([...way, edge]);
    }
  }
  return found;
}

/** A knot is a group of files each of which leads to all the others; told by one way round from its first file. */
function knotsIn(all: Way): { files: string[]; round: Way }[] {
  const edges = Map.groupBy(all, (edge) => edge.from);
  const ways = new Map([...edges.keys()].sort().map((file) => [file, waysFrom(edges, file)]));
  const tied = new Set<string>();
  return [...ways].flatMap(([file, there]) => {
    const round = tied.has(file) ? undefined : there.get(file);
    if (!round) return [];
    const files = [...there.keys()].filter((other) => ways.get(other)?.has(file));
    for (const other of files) tied.add(other);
    return [{ files, round }];
  });
}

/**
 * (e) No cycle of values at all, and none through types that leaves its folder. Within one folder two files may speak
 * of each other's types: nothing of that is left at run time.
 */
export function findCycles(all: Way): Violation[] {
  const values = knotsIn(all.filter((edge) => !edge.typesOnly));
  const types = knotsIn(all).filter(
    ({ files }) => new Set(files.map((file) => posix.dirname(file))).size > 1,
  );
  const told = new Set(values.flatMap(({ files }) => files));
  return [...values, ...types.filter(({ files }) => !files.some((file) => told.has(file)))].map(
    ({ round }) => ({
      file: round[0]?.from ?? "",
      line: round[0]?.line ?? 1,
      rule: "cycle",
      what: `comes back to itself: ${round.map((edge) => `-> ${edge.to}`).join(" ")}`,
    }),
  );
}
