import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Lookup } from "../../src/replication/lookup.ts";
import { lateTopology, openStore } from "./open-store.ts";

const KEYS = ["red", "green", "blue"] as const;

const changes = fc.array(
  fc.record({
    add: fc.boolean(),
    key: fc.constantFrom(...KEYS),
    id: fc.constantFrom("p", "q", "r", "s"),
  }),
  { maxLength: 60 },
);

describe("a look-up by key", () => {
  test("has each object once under a key, and none that was taken away", () => {
    fc.assert(
      fc.property(changes, (all) => {
        const lookup = new Lookup();
        const naive = new Set<string>();
        for (const { add, key, id } of all) {
          lookup[add ? "add" : "remove"](key, id);
          naive[add ? "add" : "delete"](`${key} ${id}`);
          const held = KEYS.flatMap((each) => [...lookup.candidates(each)].map((one) => `${each} ${one}`));
          expect(held.toSorted()).toEqual([...naive].toSorted());
        }
      }),
    );
  });

  test("is right at every instance while keys come, go and pass from object to object", () => {
    const { clock, store, write, remove } = openStore(lateTopology);
    write("x", ["ada@a.example"]);
    write("x", ["ada@b.example"]);
    write("y", ["ada@a.example", "ada@c.example"]);
    remove("x");
    write("x", ["ada@a.example"]);
    const found = [[], ["x"], [], ["y"], ["y"], ["x", "y"]];
    const standings = new Set<number>();
    for (; clock.now < 40_000; clock.now += 250) {
      for (const reader of store.readers) {
        const view = store.viewOf(reader);
        standings.add(view.lsn);
        const ids = view.find("ada@a.example").map(({ id }) => id);
        expect(ids.toSorted()).toEqual(found[view.lsn]);
        expect(view.find("ada@b.example")).toHaveLength(view.lsn === 2 || view.lsn === 3 ? 1 : 0);
      }
    }
    expect(standings.size).toBeGreaterThan(3);
    expect(store.readers.map(({ applied }) => applied)).toEqual([5, 5, 5, 5, 5]);
  });
});
