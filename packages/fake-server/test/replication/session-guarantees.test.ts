import { beforeAll, describe, expect, test } from "vitest";
import { checkHistory, type HistoryEvent } from "../../src/replication/history-check.ts";
import { Chance } from "../../src/simulation/index.ts";
import { type History, type Kind, kinds, openScene, play, type Scene } from "./random-history.ts";

const SEEDS = 2_000;
const OPERATIONS = 210;

type Totals = Record<"reads" | "stale" | "readYourWrites" | "monotonicReads", number>;

const chanceOf = (seed: number) => new Chance(seed).fork("history");

/** Adds what one kind of caller read to what it read under the seeds before. What anybody wrote counts for what is stale. */
function add(totals: Totals, events: readonly HistoryEvent[], kind: Kind): void {
  const report = checkHistory(events.filter((event) => event.kind === "write" || event.session === kind));
  totals.reads += report.reads;
  totals.stale += report.stale;
  totals.readYourWrites += report.readYourWrites;
  totals.monotonicReads += report.monotonicReads;
}

/** How many reads saw a version that nobody had written. */
function unwritten(events: readonly HistoryEvent[]): number {
  const newest = new Map<string, number>();
  let count = 0;
  for (const { kind, object, version } of events) {
    if (kind === "write") newest.set(object, version);
    else count += Number(!(version <= (newest.get(object) ?? 0)));
  }
  return count;
}

/** How many instances do not show the newest version of every object. */
function behind({ tenant }: Scene, newest: History["newest"]): number {
  const { store } = tenant.directory;
  return tenant.readers.filter((reader) => {
    const view = store.viewOf(reader);
    return [...newest].some(([id, version]) => {
      const user = view.get(id);
      return user?.kind !== "user" || Number(user.jobTitle ?? 1) !== version;
    });
  }).length;
}

function rates(kind: Kind, { reads, stale, readYourWrites, monotonicReads }: Totals): string {
  const share = (count: number) => `${((100 * count) / reads).toFixed(1)} %`;
  return `${kind}: ${reads} reads, ${share(stale)} stale, ${share(readYourWrites)} break read-your-writes, ${share(monotonicReads)} monotonic reads`;
}

describe(`over ${SEEDS} seeds of ${OPERATIONS} random operations each, with the documented lag`, () => {
  const nothing = (): Totals => ({ reads: 0, stale: 0, readYourWrites: 0, monotonicReads: 0 });
  const totals = { "app-only": nothing(), delegated: nothing(), "delegated-two-datacenters": nothing() };
  const traces = new Set<string>();
  const ways = {
    "app-only": new Set<string>(),
    delegated: new Set<string>(),
    "delegated-two-datacenters": new Set<string>(),
  };
  const differing: number[] = [];
  const seen = { unwritten: 0, behindBefore: 0, behindAfter: 0 };

  beforeAll(async () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const scene = openScene(seed);
      const { events, newest, answeredBy, trace } = await play(scene, chanceOf(seed), OPERATIONS);
      for (const kind of kinds) add(totals[kind], events, kind);
      for (const kind of kinds) ways[kind].add([...answeredBy[kind]].toSorted().join(" "));
      seen.unwritten += unwritten(events);
      traces.add(trace);
      const again = await play(openScene(seed), chanceOf(seed), OPERATIONS);
      if (again.trace !== trace) differing.push(seed);
      seen.behindBefore += behind(scene, newest);
      await scene.world.settle();
      seen.behindAfter += behind(scene, newest);
    }
  }, 600_000);

  test("every caller reads, and nobody reads what nobody has written", () => {
    for (const kind of kinds) {
      console.info(rates(kind, totals[kind]));
      expect(totals[kind].reads).toBeGreaterThan(20 * SEEDS);
    }
    expect(seen.unwritten).toBe(0);
  });

  test("answers name the instance: any for an application, one for a user, one in each datacenter for a user in two", () => {
    expect([...ways["app-only"]]).toEqual(["graph/neu-1 graph/neu-2 graph/weu-1 graph/weu-2"]);
    expect([...ways.delegated].toSorted()).toEqual(["graph/weu-1", "graph/weu-2"]);
    expect([...ways["delegated-two-datacenters"]].toSorted()).toEqual(
      ["1", "2"].flatMap((neu) => ["1", "2"].map((weu) => `graph/neu-${neu} graph/weu-${weu}`)),
    );
  });

  test("an application on its own misses many of its own writes, and sees some things go back", () => {
    const { reads, stale, readYourWrites, monotonicReads } = totals["app-only"];
    expect(readYourWrites).toBeGreaterThan(0.1 * reads);
    expect(monotonicReads).toBeGreaterThan(0.01 * reads);
    expect(stale).toBeGreaterThan(readYourWrites);
  });

  test("a user in one datacenter never misses a write of their own, and sees nothing go back", () => {
    expect(totals.delegated).toMatchObject({ readYourWrites: 0, monotonicReads: 0 });
    // What others wrote may be late for them as for anybody.
    expect(totals.delegated.stale).toBeGreaterThan(0.01 * totals.delegated.reads);
  });

  test("a user who is taken to two datacenters has two sessions: either may miss what the other wrote", () => {
    const { readYourWrites, monotonicReads } = totals["delegated-two-datacenters"];
    expect(readYourWrites).toBeGreaterThan(0);
    expect(monotonicReads).toBeGreaterThan(0);
    expect(readYourWrites).toBeLessThan(totals["app-only"].readYourWrites);
  });

  test("every instance shows the newest version of every guest once the world has settled, and not before", () => {
    expect(seen.behindBefore).toBeGreaterThan(SEEDS);
    expect(seen.behindAfter).toBe(0);
  });

  test("the same seed gives the same trace, byte for byte, and another seed another one", () => {
    expect(differing).toEqual([]);
    expect(traces.size).toBe(SEEDS);
  });
});

test("a world that is rewound has the same trace again, byte for byte", async () => {
  for (let seed = 1; seed <= 100; seed++) {
    const scene = openScene(seed);
    await play(scene, chanceOf(seed).fork("before"), 60);
    const mark = scene.world.mark();
    const { trace } = await play(scene, chanceOf(seed), OPERATIONS);
    scene.world.rewind(mark);
    await play(scene, chanceOf(seed).fork("detour"), 60);
    scene.world.rewind(mark);
    expect((await play(scene, chanceOf(seed), OPERATIONS)).trace === trace).toBe(true);
  }
}, 300_000);
