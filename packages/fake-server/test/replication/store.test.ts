import { describe, expect, test } from "vitest";
import { lateTopology, oneReader, openStore } from "./open-store.ts";

describe("a store", () => {
  test("keeps one log: numbered from 1, with time, actor, operation and everything that a commit wrote", () => {
    const { clock, store, write } = openStore(oneReader("none"));
    write("x");
    clock.now = 5;
    store.commit(
      "app/inviter",
      "invitations.create",
      new Map([
        ["y", null],
        ["x", null],
      ]),
    );
    expect(store.commitsSince(0)).toEqual([
      { lsn: 1, at: 0, actor: "somebody", operation: "test", ids: ["x"] },
      { lsn: 2, at: 5, actor: "app/inviter", operation: "invitations.create", ids: ["y", "x"] },
    ]);
    expect([store.last, store.commitsSince(1).length, store.commitsSince(2)]).toEqual([2, 1, []]);
  });

  test("freezes what it is given, by commit and by seed", () => {
    const { store } = openStore(oneReader("none"));
    const [written, seeded] = ["x", "y"].map((id) => ({ id, keys: [], weight: 1 }));
    if (written) store.commit("somebody", "test", new Map([["x", written]]));
    if (seeded) store.seed(new Map([["y", seeded]]));
    for (const [, thing] of store.primary().entries()) {
      expect(() => Object.assign(thing, { weight: 2 })).toThrow(TypeError);
    }
    expect(store.primary().get("x")).toBe(written);
  });

  test("weighs everything there as the primary knows it, however late the instances are", () => {
    const { store, write, remove } = openStore(oneReader("1h"));
    write("x", [], 3);
    write("y", [], 0);
    expect(store.weight).toBe(3);
    write("x", [], 5);
    write("z", [], 1);
    expect(store.weight).toBe(6);
    remove("x");
    remove("never");
    expect(store.weight).toBe(1);
  });

  test("shows all writes of a commit together", () => {
    const { clock, store, shown } = openStore(lateTopology);
    const thing = (id: string) => [id, { id, keys: [], weight: 1 }] as const;
    store.commit("somebody", "test", new Map([thing("x"), thing("y")]));
    for (; clock.now < 60_000; clock.now += 100) {
      for (const ids of shown()) expect([[], ["x", "y"]]).toContainEqual(ids);
    }
    expect(shown()).toEqual(store.readers.map(() => ["x", "y"]));
  });

  test("shows objects in order of creation, in places that never change, also where one was gone for a while", () => {
    const { store, write, remove } = openStore(oneReader("none"));
    for (const id of ["x", "y", "z"]) write(id);
    remove("y");
    expect([...store.primary().entries()].map(([place, { id }]) => [place, id])).toEqual([
      [0, "x"],
      [2, "z"],
    ]);
    write("y");
    const places = [...store.primary().entries(1)].map(([place, { id }]) => [place, id]);
    expect(places).toEqual([
      [1, "y"],
      [2, "z"],
    ]);
  });

  test("settles once the last instance has everything, and never while a late one is held", () => {
    const { clock, store, write, shown } = openStore(lateTopology);
    expect(store.settlesAt()).toBe(0);
    for (const id of ["x", "y", "z"]) write(id);
    const settled = store.settlesAt();
    clock.now = settled - 0.01;
    expect(shown().some((ids) => ids.length < 3)).toBe(true);
    clock.now = settled;
    expect(shown()).toEqual(store.readers.map(() => ["x", "y", "z"]));
    expect(store.settlesAt()).toBe(settled);
    store.readers[0]?.hold();
    expect(store.settlesAt()).toBe(settled);
    write("w");
    expect(store.settlesAt()).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("what was there all along", () => {
  test("is shown at once by every instance that is up to date", () => {
    const { store, shown } = openStore(lateTopology);
    store.readers[1]?.hold();
    store.seed(new Map([["x", { id: "x", keys: [], weight: 1 }]]));
    store.seed(new Map([["y", { id: "y", keys: [], weight: 1 }]]));
    expect(shown()).toEqual(store.readers.map(() => ["x", "y"]));
  });

  test("comes in its turn to every instance that has yet to apply something", () => {
    for (let seed = 1; seed <= 10; seed++) {
      const { store, write, shown } = openStore(lateTopology, seed);
      write("late");
      const before = shown();
      store.seed(new Map([["x", { id: "x", keys: [], weight: 1 }]]));
      const expected = before.map((ids) => (ids.length === 0 ? [] : ["late", "x"]));
      expect(shown()).toEqual(expected);
    }
  });
});

describe("what has arrived at an instance", () => {
  test.each(["none", "2s"] as const)(
    "stays there when it is held, also where nobody had looked: lag %s",
    (lag) => {
      const { clock, store, write, shown } = openStore(oneReader(lag));
      write("x");
      clock.now = 10_000;
      store.readers[0]?.hold();
      write("y");
      clock.now = 60_000;
      expect(shown()).toEqual([["x"]]);
    },
  );

  test("stays there when the lag changes, also where nobody had looked", () => {
    const { clock, store, write, shown } = openStore(oneReader("2s"));
    write("x");
    clock.now = 10_000;
    for (const reader of store.readers) reader.lag = "1h";
    write("y");
    clock.now = 60_000;
    expect(shown()).toEqual([["x"]]);
  });
});

describe("a list that is read page by page", () => {
  test("keeps what it shows until an hour after its last page", () => {
    const { clock, store, write } = openStore(oneReader("none"));
    write("x", ["first"]);
    store.keepReadable(1);
    clock.now = 3_000_000;
    store.keepReadable(1);
    for (const now of [3_000_000, 6_599_999]) {
      clock.now = now;
      write("x", ["later"]);
      expect([store.readableFrom, store.viewAt(1).get("x")?.keys]).toEqual([1, ["first"]]);
    }
    clock.now = 6_600_000;
    write("x", ["last"]);
    expect(store.readableFrom).toBe(3);
  });

  test("gives way to others once there are too many, the one that was asked for longest ago first", () => {
    const { store, write } = openStore(oneReader("none"));
    for (let n = 0; n < 100; n++) {
      const { lsn } = write("x", [String(n)]);
      store.keepReadable(lsn);
      store.keepReadable(1);
    }
    write("x");
    expect([store.readableFrom, store.viewAt(1).get("x")?.keys]).toEqual([1, ["0"]]);
    for (let n = 0; n < 64; n++) store.keepReadable(40 + n);
    write("x");
    expect([store.readableFrom, store.viewAt(40).get("x")?.keys]).toEqual([40, ["39"]]);
  });
});
