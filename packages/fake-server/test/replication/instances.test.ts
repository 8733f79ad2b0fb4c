import { describe, expect, test } from "vitest";
import {
  checkHistory,
  type Lag,
  Routing,
  Store,
  type Topology,
  topologyOf,
} from "../../src/replication/index.ts";
import { Chance } from "../../src/simulation/index.ts";

interface Thing {
  readonly value: number;
}

function open(topology: Topology = topologyOf("documented")) {
  const clock = { now: 0 };
  const store = new Store<Thing>(
    topology,
    { keysOf: () => [], weightOf: () => 1 },
    () => clock.now,
    new Chance(7),
  );
  const write = (value: number) => store.commit("somebody", "test", new Map([["x", { value }]]));
  return { clock, store, write };
}

function one(lag: Lag) {
  const opened = open({
    copiesAcross: false,
    readers: [{ name: "only", role: "graph", datacenter: "a", lag }],
  });
  const [reader] = opened.store.readers;
  if (reader === undefined) throw new Error("there is one");
  const seen = () => opened.store.viewOf(reader).get("x")?.value;
  return { ...opened, reader, seen };
}

describe("an instance", () => {
  test("shows a commit once its lag has passed, and not a millisecond before", () => {
    const { clock, write, seen } = one("2s");
    write(1);
    clock.now = 1_999;
    expect(seen()).toBeUndefined();
    clock.now = 2_000;
    expect(seen()).toBe(1);
  });

  test("shows everything at once where it has no lag", () => {
    const { write, seen } = one("none");
    write(1);
    expect(seen()).toBe(1);
  });

  test("applies commits in their order, however their lags cross", () => {
    const { clock, store, write, reader } = one(["0s", "60s"]);
    for (let n = 1; n <= 200; n++) {
      write(n);
      clock.now += 100;
    }
    let before = 0;
    for (; clock.now < 120_000; clock.now += 250) {
      const { lsn } = store.viewOf(reader);
      expect(lsn).toBeGreaterThanOrEqual(before);
      before = lsn;
    }
    expect(before).toBe(200);
  });

  test("lags as long as its schedule says, evenly between the two", () => {
    const { clock, store, write, reader } = one(["1s", "3s"]);
    const lags: number[] = [];
    for (let n = 0; n < 300; n++) {
      const { at, lsn } = write(n);
      while (store.viewOf(reader).lsn < lsn) clock.now += 10;
      lags.push(clock.now - at);
    }
    expect(Math.min(...lags)).toBeGreaterThanOrEqual(1_000);
    expect(Math.max(...lags)).toBeLessThanOrEqual(3_010);
    const mean = lags.reduce((sum, lag) => sum + lag, 0) / lags.length;
    expect(mean).toBeGreaterThan(1_850);
    expect(mean).toBeLessThan(2_150);
  });

  test("stands still while it is held, and catches up when it is released", () => {
    const { clock, write, reader, seen } = one("1s");
    reader.hold();
    write(1);
    clock.now = 60_000;
    expect(seen()).toBeUndefined();
    reader.release();
    expect(seen()).toBe(1);
  });

  test("takes a new lag for what has not arrived yet", () => {
    const { clock, write, reader, seen } = one("1h");
    write(1);
    reader.lag = "5s";
    clock.now = 5_000;
    expect(seen()).toBe(1);
  });

  test.each([
    "soon",
    "-1s",
    "1d",
    "",
    ["3s", "1s"],
    { lognormal: { p50: "0s", p99: "1s" } },
  ] as unknown as Lag[])("takes no lag of %j", (lag) => {
    expect(() => one(lag)).toThrow(RangeError);
  });

  test("keeps what it was given from being changed", () => {
    const { store } = one("none");
    const thing = { value: 1 };
    store.commit("somebody", "test", new Map([["x", thing]]));
    expect(() => Object.assign(thing, { value: 2 })).toThrow(TypeError);
  });
});

describe("a write", () => {
  test("is copied to one instance in another datacenter before its caller has the answer", () => {
    const { store, write } = open();
    const { lsn } = write(1);
    const ahead = store.readers.filter((reader) => reader.applied >= lsn);
    expect(ahead.map(({ datacenter }) => datacenter)).toEqual(["neu"]);
  });
});

describe("a caller", () => {
  test("without a session may be answered by any instance of the directory", () => {
    const { store } = open();
    const routing = new Routing(store, new Chance(1));
    const names = new Set(Array.from({ length: 100 }, () => routing.open({ name: "app" }).reader.name));
    expect([...names].toSorted()).toEqual(["graph/neu-1", "graph/neu-2", "graph/weu-1", "graph/weu-2"]);
  });

  test("with a session keeps to one instance in each datacenter, and finds there what it wrote", () => {
    const { store } = open();
    const routing = new Routing(store, new Chance(1));
    const party = { name: "mia", session: "app|mia", datacenters: ["weu", "neu"] };
    const used = new Set<string>();
    for (let n = 0; n < 50; n++) {
      const session = routing.open(party);
      used.add(session.reader.name);
      session.commit("test", new Map([["x", { value: n }]]));
      expect(store.viewOf(session.reader).get("x")?.value).toBe(n);
    }
    expect(used.size).toBe(2);
  });
});

describe("the history check", () => {
  const read = (session: string, version: number) =>
    ({ session, kind: "read", object: "x", version }) as const;
  const write = (session: string, version: number) =>
    ({ session, kind: "write", object: "x", version }) as const;

  test("tells what was only late from what broke a session's guarantee", () => {
    const own = checkHistory([write("a", 1), read("a", 0)]);
    expect(own).toEqual({ reads: 1, stale: 1, readYourWrites: 1, monotonicReads: 0 });
    const others = checkHistory([write("a", 1), read("b", 0)]);
    expect(others).toEqual({ reads: 1, stale: 1, readYourWrites: 0, monotonicReads: 0 });
    const backwards = checkHistory([write("a", 1), write("a", 2), read("b", 2), read("b", 1)]);
    expect(backwards).toEqual({ reads: 2, stale: 1, readYourWrites: 0, monotonicReads: 1 });
    expect(checkHistory([write("a", 1), read("a", 1), read("b", 1)])).toMatchObject({
      stale: 0,
      readYourWrites: 0,
    });
  });
});
