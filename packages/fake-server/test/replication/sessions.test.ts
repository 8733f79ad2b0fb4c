import { describe, expect, test } from "vitest";
import { type Party, type Reader, Routing, topologyOf } from "../../src/replication/index.ts";
import { Chance } from "../../src/simulation/index.ts";
import { openStore, type Thing } from "./open-store.ts";

const app: Party = { name: "app/inviter" };
const mia: Party = { name: "user/mia", session: "workplace|mia" };
const ben: Party = { name: "user/ben", session: "workplace|ben" };
const everywhere = ["weu", "neu"];

function open(seed: number | string = 1) {
  const opened = openStore(topologyOf("documented"), seed);
  const routing = new Routing(opened.store, new Chance(seed).fork("route"));
  const readersOf = (party: Party, requests: number, role?: "graph" | "index" | "apps") =>
    Array.from({ length: requests }, () => routing.open(party, role).reader.name);
  return { ...opened, routing, readersOf };
}

const written = (weight: number): ReadonlyMap<string, Thing> =>
  new Map([["x", { id: "x", keys: [], weight }]]);
/** All but the one that is slow for nothing that happens here. */
const late = (readers: readonly Reader[]) => readers.filter(({ name }) => name !== "rights/weu");
const count = (names: readonly string[], name: string) => names.filter((each) => each === name).length;

describe("an application on its own", () => {
  test("is answered by any instance of the directory, each as often", () => {
    const names = open().readersOf(app, 8_000);
    for (const name of ["graph/weu-1", "graph/weu-2", "graph/neu-1", "graph/neu-2"]) {
      expect(Math.abs(count(names, name) - 2_000)).toBeLessThan(200);
    }
    expect(new Set(names).size).toBe(4);
  });

  test("is answered where its requests arrive, if that is said", () => {
    const { readersOf } = open();
    const inNeu = new Set(readersOf({ ...app, datacenters: ["neu"] }, 100));
    expect([...inNeu].toSorted()).toEqual(["graph/neu-1", "graph/neu-2"]);
  });

  test("finds what it wrote at the instance that took it only once that has caught up", () => {
    const { clock, routing, store } = open();
    let missed = 0;
    for (let n = 1; n <= 100; n++) {
      const session = routing.open(app);
      session.commit("test", written(n));
      missed += Number(store.viewOf(session.reader).get("x")?.weight !== n);
      clock.now += 60_000;
      expect(store.viewOf(session.reader).get("x")?.weight).toBe(n);
    }
    expect(missed).toBeGreaterThan(50);
  });

  test("is answered for other work by the instances that do it", () => {
    const { readersOf } = open();
    expect(new Set(readersOf(app, 50, "index"))).toEqual(new Set(["index/weu"]));
    expect(new Set(readersOf({ ...app, datacenters: ["neu"] }, 50, "apps"))).toEqual(new Set(["apps/weu"]));
  });
});

describe("a user", () => {
  test("keeps to one instance, in the first datacenter unless another is said", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { readersOf } = open(seed);
      const [first] = readersOf(mia, 1);
      readersOf(app, seed);
      expect(new Set(readersOf(mia, 100))).toEqual(new Set([first]));
      expect(first).toMatch(/^graph\/weu-/);
      expect(readersOf({ ...mia, datacenters: ["neu"] }, 1)[0]).toMatch(/^graph\/neu-/);
    }
  });

  test("has a session in each datacenter, and keeps to one instance in either", () => {
    const names = open().readersOf({ ...mia, datacenters: everywhere }, 400);
    const used = [...new Set(names)].toSorted();
    expect(used.map((name) => name.slice(0, -1))).toEqual(["graph/neu-", "graph/weu-"]);
    for (const name of used) expect(Math.abs(count(names, name) - 200)).toBeLessThan(60);
  });

  test("is taken to an instance by chance: two users do not always share one", () => {
    const pairs = Array.from({ length: 60 }, (_, seed) => {
      const { readersOf } = open(seed);
      return [...readersOf(mia, 1), ...readersOf(ben, 1)].join(" ");
    });
    expect(new Set(pairs).size).toBe(4);
  });

  test("finds every write of the session where it reads, at once, also while that instance is held", () => {
    const { clock, routing, store } = open();
    const { reader } = routing.open(mia);
    for (let n = 1; n <= 200; n++) {
      if (n === 100) reader.hold();
      const session = routing.open(mia);
      const { lsn } = session.commit("test", written(n));
      expect(session.reader).toBe(reader);
      expect([reader.applied, store.viewOf(reader).get("x")?.weight]).toEqual([lsn, n]);
      expect(routing.open(mia).view.get("x")?.weight).toBe(n);
      clock.now += 50;
    }
    expect(reader.held).toBe(true);
  });

  test("has what was written pulled to the instance that was asked, and to no other of theirs", () => {
    const { routing, store } = open();
    const party = { ...mia, datacenters: ["weu"] };
    const there = routing.open({ ...mia, datacenters: ["neu"] }).reader;
    let behind = 0;
    for (let n = 1; n <= 40; n++) {
      routing.open(party).commit("test", written(n));
      behind += Number(there.applied < n);
    }
    const here = routing.open(party).reader;
    const others = late(store.readers).filter((reader) => reader.datacenter === "weu" && reader !== here);
    expect(others.map(({ applied }) => applied)).toEqual(others.map(() => 0));
    expect(behind).toBeGreaterThan(0);
  });

  test("does not have pulled what others write", () => {
    const { routing } = open();
    const { reader } = routing.open(mia);
    routing.open(app).commit("test", written(1));
    expect([reader.applied, routing.open(mia).view.get("x")]).toEqual([0, undefined]);
  });
});

describe("a request", () => {
  test("sees what its instance showed when it arrived, and the primary as it is", () => {
    const { routing, store } = open();
    const session = routing.open(mia);
    session.commit("test", written(1));
    expect([session.view.get("x"), session.primary.get("x")?.weight]).toEqual([undefined, 1]);
    const [index] = store.withRole("index");
    expect(session.viewAs("index").lsn).toBe(0);
    index?.pull(1);
    expect(session.viewAs("index").get("x")?.weight).toBe(1);
  });

  test("is numbered, and put into the log under its party's name", () => {
    const { routing, store } = open();
    const sessions = [app, mia, ben].map((party) => routing.open(party));
    for (const session of sessions) session.commit("users.update", written(session.request));
    expect(sessions.map(({ request }) => request)).toEqual([0, 1, 2]);
    expect(store.commitsSince(0).map(({ actor, operation }) => `${actor} ${operation}`)).toEqual(
      [app, mia, ben].map(({ name }) => `${name} users.update`),
    );
  });

  test("goes the same way again once routing is put back to where it stood, whatever was asked in between", () => {
    const parties = [ben, app, { ...mia, datacenters: everywhere }, { ...ben, datacenters: ["neu"] }];
    for (let seed = 1; seed <= 20; seed++) {
      const walk = ({ readersOf }: ReturnType<typeof open>) =>
        parties.flatMap((party) => readersOf(party, 20));
      const [undisturbed, opened] = [open(seed), open(seed)];
      for (const { readersOf } of [undisturbed, opened]) readersOf(mia, 3);
      const once = walk(undisturbed);
      const position = opened.routing.position;
      for (const detour of [1, 2, 3]) {
        opened.readersOf(app, detour);
        walk(opened);
        opened.routing.restore(position);
        expect([opened.routing.requests, walk(opened)]).toEqual([3, once]);
        opened.routing.restore(position);
      }
    }
  });
});

describe("a write is copied", () => {
  const ahead = ({ store }: ReturnType<typeof open>, lsn: number) =>
    late(store.readers)
      .filter(({ applied }) => applied >= lsn)
      .map(({ name }) => name);

  test("before its caller has the answer to one instance elsewhere, now to this one and now to that", () => {
    const opened = open();
    const copies = Array.from({ length: 200 }, (_, n) => {
      const before = late(opened.store.readers).map(({ applied }) => applied);
      const { lsn } = opened.write("x", [], n);
      expect(late(opened.store.readers).filter(({ applied }, at) => applied !== before[at])).toHaveLength(1);
      return ahead(opened, lsn).join();
    });
    expect(new Set(copies)).toEqual(new Set(["graph/neu-1", "graph/neu-2"]));
    for (const name of new Set(copies)) expect(count(copies, name)).toBeGreaterThan(60);
  });

  test("to none that is held", () => {
    const opened = open();
    const [first, second] = opened.store.readers.filter(({ datacenter }) => datacenter === "neu");
    first?.hold();
    for (let n = 0; n < 20; n++) expect(ahead(opened, opened.write("x").lsn)).toEqual([second?.name]);
    second?.hold();
    expect(ahead(opened, opened.write("x").lsn)).toEqual([]);
  });

  test("nowhere where the topology has no copies: there, all is at hand at once", () => {
    const opened = openStore(topologyOf("instant"));
    opened.write("x");
    expect(opened.store.readers.map(({ applied }) => applied)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(opened.shown()).toEqual(opened.store.readers.map(() => ["x"]));
  });
});
