import { describe, expect, test } from "vitest";
import { checkHistory, type HistoryEvent } from "../../src/replication/history-check.ts";

/** `mia w x 2`: session mia wrote version 2 of x; `mia r x 0`: she read, and it was not there. */
function history(...lines: readonly string[]): HistoryEvent[] {
  return lines.map((line) => {
    const [session = "", kind, object = "", version] = line.split(" ");
    return { session, kind: kind === "w" ? "write" : "read", object, version: Number(version) };
  });
}

const counts = (...lines: readonly string[]) => {
  const { reads, stale, readYourWrites, monotonicReads } = checkHistory(history(...lines));
  return [reads, stale, readYourWrites, monotonicReads];
};

describe("a history", () => {
  test("without reads breaks nothing", () => {
    expect(checkHistory([])).toEqual({ reads: 0, stale: 0, readYourWrites: 0, monotonicReads: 0 });
    expect(counts("mia w x 1", "mia w x 2")).toEqual([0, 0, 0, 0]);
  });

  test("in which everybody sees the newest breaks nothing", () => {
    expect(counts("mia r x 0", "mia w x 1", "mia r x 1", "ben r x 1", "ben w x 2", "mia r x 2")).toEqual([
      4, 0, 0, 0,
    ]);
  });

  test("in which a session misses its own write breaks read-your-writes, each time", () => {
    expect(counts("mia w x 1", "mia w x 2", "mia r x 0", "mia r x 1", "mia r x 2")).toEqual([3, 2, 2, 0]);
  });

  test("in which a session misses another's write is stale, and no more", () => {
    expect(counts("mia w x 1", "ben r x 0", "ben r x 1")).toEqual([2, 1, 0, 0]);
  });

  test("in which a session sees less than before breaks monotonic reads, until it has caught up", () => {
    const lines = ["mia w x 1", "mia w x 2", "mia w x 3", "ben r x 3", "ben r x 1", "ben r x 2", "ben r x 3"];
    expect(counts(...lines)).toEqual([4, 2, 0, 2]);
  });

  test("in which an object vanishes again breaks monotonic reads too", () => {
    expect(counts("mia w x 1", "mia r x 1", "mia r x 0")).toEqual([2, 1, 1, 1]);
  });

  test("is late only against what had been written by then", () => {
    expect(counts("mia r x 0", "mia w x 1")).toEqual([1, 0, 0, 0]);
  });

  test("asks for one's own newest write, not for everybody's", () => {
    expect(counts("mia w x 1", "ben w x 2", "mia r x 1")).toEqual([1, 1, 0, 0]);
  });

  test("is judged for each object and each session by itself", () => {
    expect(counts("mia w x 5", "mia r y 0", "ben r x 5", "mia w y 1", "ben r y 0")).toEqual([3, 1, 0, 0]);
  });

  test("takes two sessions and objects for two, also where their names run together", () => {
    expect(counts("app|mia w x 5", "app r mia|x 0")).toEqual([1, 0, 0, 0]);
  });
});
