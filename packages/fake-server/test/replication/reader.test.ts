import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Lag, lagOf } from "../../src/replication/lag.ts";
import { Log } from "../../src/replication/log.ts";
import { Reader } from "../../src/replication/reader.ts";
import { Chance } from "../../src/simulation/index.ts";

const chance = new Chance("reader");

function open(lag: Lag) {
  const log = new Log();
  const commit = (at: number) => log.append({ at, actor: "somebody", operation: "test", ids: [] });
  const plan = { name: "weu-1", role: "graph", datacenter: "weu", lag } as const;
  // These tests say what time it is where they look; the clock itself stands at the start.
  return { log, commit, reader: new Reader(plan, log, () => 0, chance) };
}

/** When each commit arrives by the rules alone: after its lag, and after all before it. */
function arrivalsOf(commits: readonly number[], lag: Lag): readonly number[] {
  const of = lagOf(lag, chance);
  let latest = 0;
  return commits.map((at, index) => {
    latest = Math.max(latest, at + of(index + 1));
    return latest;
  });
}

const lags = fc.constantFrom<Lag[]>("none", "4s", ["0s", "30s"], { lognormal: { p50: "2s", p99: "20s" } });
const times = fc
  .array(fc.nat({ max: 60_000 }), { maxLength: 40 })
  .map((all) => all.toSorted((a, b) => a - b));

describe("an instance", () => {
  test("has applied the longest run of commits that have arrived, whoever looked before and how often", () => {
    let crossed = 0;
    fc.assert(
      fc.property(lags, times, times, (lag, commits, looks) => {
        const { commit, reader } = open(lag);
        const arrivals = arrivalsOf(commits, lag);
        crossed += Number(arrivals.some((arrival, index) => arrival === arrivals[index - 1]));
        for (const at of commits) commit(at);
        for (const now of looks) {
          const made = commits.filter((at) => at <= now).length;
          const expected = lag === "none" ? commits.length : arrivals.filter((at) => at <= now).length;
          expect(reader.advance(now)).toBe(expected);
          expect(reader.applied).toBe(expected);
          expect(lag === "none" || expected <= made).toBe(true);
        }
      }),
    );
    expect(crossed).toBeGreaterThan(10);
  });

  test("keeps the order of the log where a later commit's own lag is over first", () => {
    const { commit, reader } = open(["0s", "30s"]);
    const of = lagOf(["0s", "30s"], chance);
    const first = Array.from({ length: 50 }, (_, n) => n + 1).find((n) => of(n) > of(n + 1) + 1_000) ?? 0;
    expect(first).toBeGreaterThan(0);
    for (let n = 1; n <= first + 1; n++) commit(0);
    reader.pull(first - 1);
    expect(reader.advance(of(first) - 1)).toBe(first - 1);
    expect(reader.advance(of(first))).toBe(first + 1);
  });

  test("settles when its last commit arrives, not before", () => {
    fc.assert(
      fc.property(lags, times, fc.nat({ max: 60_000 }), (lag, commits, now) => {
        const { commit, reader, log } = open(lag);
        for (const at of commits) commit(at);
        reader.advance(now);
        const settled = reader.settlesAt();
        if (reader.applied === log.last) expect(settled).toBe(Number.NEGATIVE_INFINITY);
        else {
          expect(settled).toBe(arrivalsOf(commits, lag).at(-1));
          expect(reader.advance(settled - 0.01)).toBeLessThan(log.last);
        }
        expect(reader.advance(Math.max(now, settled))).toBe(log.last);
      }),
    );
  });

  test("takes over what is pulled at once, with all that comes before; what comes after arrives in its time", () => {
    const { commit, reader } = open("10s");
    for (const at of [0, 1_000, 2_000, 3_000]) commit(at);
    reader.pull(2);
    expect(reader.applied).toBe(2);
    reader.pull(1);
    expect(reader.advance(5_000)).toBe(2);
    expect(reader.advance(11_999)).toBe(2);
    expect(reader.advance(12_000)).toBe(3);
    expect(reader.advance(13_000)).toBe(4);
  });

  test("goes back to a position, and from there as it did the first time", () => {
    const { commit, reader } = open(["0s", "30s"]);
    for (let at = 0; at < 60_000; at += 1_000) commit(at);
    reader.advance(20_000);
    const position = reader.position;
    const walk = () => [25_000, 40_000, 90_000].map((now) => reader.advance(now));
    const once = walk();
    reader.lag = "none";
    reader.hold();
    reader.restore(position);
    expect([reader.applied, reader.held, reader.lag]).toEqual([position.applied, false, ["0s", "30s"]]);
    expect(walk()).toEqual(once);
  });
});

describe("an instance that is held", () => {
  test("stands still, and after release has all whose lag is over, counted from their commits", () => {
    const { commit, reader } = open("5s");
    commit(0);
    expect(reader.advance(5_000)).toBe(1);
    reader.hold();
    for (const at of [6_000, 7_000, 59_000]) commit(at);
    expect([reader.advance(60_000), reader.held, reader.settlesAt()]).toEqual([1, true, Infinity]);
    reader.release();
    expect([reader.advance(60_000), reader.held, reader.settlesAt()]).toEqual([3, false, 64_000]);
  });

  test("takes over what is pulled all the same, and stays held", () => {
    const { commit, reader } = open("none");
    reader.hold();
    commit(0);
    commit(0);
    reader.pull(1);
    expect(reader.advance(60_000)).toBe(1);
  });

  test("is settled where nothing is missing", () => {
    const { commit, reader } = open("5s");
    commit(0);
    reader.advance(5_000);
    reader.hold();
    expect(reader.settlesAt()).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe("an instance that is slow for some operations alone", () => {
  const log = () => {
    const made = new Log();
    const commit = (at: number, operation: string) =>
      made.append({ at, actor: "somebody", operation, ids: [] });
    const plan = {
      name: "rights",
      role: "rights",
      datacenter: "weu",
      lag: "1h",
      slowFor: ["roles."],
    } as const;
    return { commit, reader: new Reader(plan, made, () => 0, chance) };
  };

  test("has any other at once, and is settled with it", () => {
    const { commit, reader } = log();
    commit(5, "invitations.create");
    expect([reader.settlesAt(), reader.advance(5)]).toEqual([5, 1]);
  });

  test("takes its time for those, and for what came after them", () => {
    const { commit, reader } = log();
    commit(5, "roles.assign");
    commit(6, "invitations.create");
    expect(reader.settlesAt()).toBe(3_600_005);
    expect([reader.advance(3_600_004), reader.advance(3_600_005)]).toEqual([0, 2]);
  });
});

describe("a new lag", () => {
  test.each([
    ["none", 20_000, 3],
    ["1s", 21_000, 3],
    ["1h", 3_599_999 + 20_000, 2],
    ["1h", 3_600_000 + 20_000, 3],
  ] as const)("of %j holds for what has not arrived yet: at %i ms, %i are there", (lag, now, applied) => {
    const { commit, reader } = open("10s");
    for (const at of [0, 1_000]) commit(at);
    expect(reader.advance(15_000)).toBe(2);
    reader.lag = lag;
    commit(20_000);
    expect(reader.advance(now)).toBe(applied);
    expect(reader.lag).toBe(lag);
  });

  test("never lets a commit arrive before one that came before it", () => {
    const { commit, reader } = open("1h");
    commit(0);
    commit(1);
    reader.pull(1);
    reader.lag = "none";
    expect(reader.advance(1)).toBe(2);
    reader.lag = "1s";
    commit(2);
    expect(reader.advance(1_001)).toBe(2);
    expect(reader.advance(1_002)).toBe(3);
  });

  test("that is no lag is refused, and the old one stays", () => {
    const { commit, reader } = open("2s");
    commit(0);
    expect(() => {
      reader.lag = "soon" as Lag;
    }).toThrow(RangeError);
    expect([reader.lag, reader.advance(1_999), reader.advance(2_000)]).toEqual(["2s", 0, 1]);
  });
});
