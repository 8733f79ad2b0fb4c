import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lateTopology, oneReader, openStore } from "./open-store.ts";
import { readable, type Step, seen, step, take } from "./random-steps.ts";

type Opened = ReturnType<typeof openStore>;

/** Everything that there is to see, and everything that once was and can still be had. */
const look = (opened: Opened) => ({ seen: seen(opened), readable: readable(opened) });

/** Takes the steps, and looks after each. */
function walk(opened: Opened, steps: readonly Step[]): ReturnType<typeof look>[] {
  return steps.map((next) => {
    take(opened, next);
    return look(opened);
  });
}

const steps = fc.array(step, { maxLength: 25 });

describe("a store that is rewound", () => {
  test("is what it was at the mark, goes on as it did the first time, and as one that was never marked", () => {
    fc.assert(
      fc.property(steps, steps, steps, (before, between, after) => {
        const opened = openStore(lateTopology, "rewind");
        walk(opened, before);
        const [mark, now, there] = [opened.store.mark(), opened.clock.now, look(opened)];
        const walks = [between, after, after, []].map((way) => {
          const walked = walk(opened, way);
          opened.store.rewind(mark);
          opened.clock.now = now;
          expect(look(opened)).toEqual(there);
          return walked;
        });
        expect(walks[2]).toEqual(walks[1]);
        const unmarked = openStore(lateTopology, "rewind");
        walk(unmarked, before);
        // A mark keeps more of the past; it changes nothing of the present.
        expect(walk(unmarked, after).map((each) => each.seen)).toEqual(walks[1]?.map((each) => each.seen));
      }),
      { numRuns: 300 },
    );
  });

  test("can be read as far back as at the mark, also where nobody read there any more", () => {
    const { store, write } = openStore(oneReader("none"));
    for (const key of ["first", "second", "third"]) write("x", [key]);
    const readableFrom = store.readableFrom;
    const mark = store.mark();
    write("x", ["fourth"]);
    store.rewind(mark);
    expect([store.readableFrom, store.viewAt(2).get("x")?.keys]).toEqual([readableFrom, ["second"]]);
  });

  test("finds what has a key in the order in which it did the first time", () => {
    const { store, write } = openStore(oneReader("none"));
    write("x", ["ada"]);
    write("y", ["ada"]);
    write("x", []);
    write("x", ["nobody"]);
    const mark = store.mark();
    const found = () => {
      write("x", ["ada"]);
      return store
        .primary()
        .find("ada")
        .map(({ id }) => id);
    };
    const first = found();
    store.rewind(mark);
    expect(found()).toEqual(first);
  });

  test("has every list that was being read at the mark as it was", () => {
    const { clock, store, write } = openStore(oneReader("none"));
    write("x", ["first"]);
    store.keepReadable(1);
    write("x", ["second"]);
    write("x", ["third"]);
    expect(store.readableFrom).toBeLessThanOrEqual(1);
    const mark = store.mark();
    clock.now = 4_000_000;
    for (const key of ["fourth", "fifth"]) write("x", [key]);
    store.rewind(mark);
    clock.now = 0;
    expect([store.readableFrom <= 1, store.viewAt(1).get("x")?.keys]).toEqual([true, ["first"]]);
  });

  test("lets go of objects, of keys and of their weight in the reverse order of their making", () => {
    const { store, write } = openStore(oneReader("none"));
    write("x", ["red"], 2);
    const mark = store.mark();
    const thing = (id: string, keys: readonly string[]) => [id, { id, keys, weight: 1 }] as const;
    store.commit("somebody", "test", new Map([thing("y", ["red"]), thing("x", []), thing("z", ["blue"])]));
    store.rewind(mark);
    expect([store.last, store.weight, store.primary().find("blue")]).toEqual([1, 2, []]);
    expect([...store.primary().entries()].map(([place, { id }]) => [place, id])).toEqual([[0, "x"]]);
    write("z", ["red"]);
    expect([...store.primary().entries()].map(([place, { id }]) => [place, id])).toEqual([
      [0, "x"],
      [1, "z"],
    ]);
    expect(
      store
        .primary()
        .find("red")
        .map(({ id }) => id),
    ).toEqual(["x", "z"]);
  });

  test("looks at what it takes back and at nothing else, however much there is", () => {
    const askedFor = (objects: number) => {
      const opened = openStore(oneReader("none"));
      for (let n = 0; n < objects; n++) opened.write(`old${n}`, [`old${n}`]);
      const mark = opened.store.mark();
      for (let n = 0; n < 10; n++) opened.write(`new${n}`, [`new${n}`]);
      const before = opened.asked.keys;
      opened.store.rewind(mark);
      return opened.asked.keys - before;
    };
    expect(askedFor(20_000)).toBe(askedFor(20));
    expect(askedFor(20)).toBeLessThanOrEqual(20);
  });
});

describe("a mark", () => {
  test("can be gone back to as often as one likes, and also after one that came later", () => {
    const { store, write, shown } = openStore(oneReader("none"));
    write("x");
    const first = store.mark();
    write("y");
    const second = store.mark();
    for (const mark of [second, second, first, first]) {
      write("z");
      store.rewind(mark);
      expect(shown()).toEqual([mark === first ? ["x"] : ["x", "y"]]);
    }
  });

  test("is of no use once the store has been rewound to an earlier one, and neither is another store's", () => {
    const { store, write } = openStore(oneReader("none"));
    const first = store.mark();
    write("x");
    const second = store.mark();
    store.rewind(first);
    write("y");
    expect(() => store.rewind(second)).toThrow(RangeError);
    expect(() => store.rewind(openStore(oneReader("none")).store.mark())).toThrow(RangeError);
    expect([...store.primary().entries()].map(([, { id }]) => id)).toEqual(["y"]);
  });

  test("is of no use after an earlier one also where nothing was written in between", () => {
    const { store } = openStore(oneReader("none"));
    const first = store.mark();
    store.readers[0]?.hold();
    const second = store.mark();
    store.rewind(first);
    expect(() => store.rewind(second)).toThrow(RangeError);
  });
});
