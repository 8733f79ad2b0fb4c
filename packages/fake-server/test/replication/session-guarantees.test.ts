import { describe, expect, test } from "vitest";
import { checkHistory } from "../../src/replication/index.ts";
import { type Kind, kinds, randomHistory, request, versionOf } from "./random-history.ts";

const SEEDS = 2_000;
const OPERATIONS = 210;

type Totals = Record<"reads" | "stale" | "readYourWrites" | "monotonicReads", number>;
const nothing = (): Totals => ({ reads: 0, stale: 0, readYourWrites: 0, monotonicReads: 0 });

async function totalsOver(seeds: number): Promise<Record<Kind, Totals>> {
  const totals = { "app-only": nothing(), delegated: nothing(), "delegated-two-datacenters": nothing() };
  for (let seed = 1; seed <= seeds; seed++) {
    const { events } = await randomHistory(seed, OPERATIONS);
    for (const kind of kinds) {
      const report = checkHistory(events.filter((event) => event.kind === "write" || event.session === kind));
      for (const key of Object.keys(report) as (keyof Totals)[]) totals[kind][key] += report[key];
    }
  }
  return totals;
}

function rates({ reads, ...counts }: Totals): string {
  const parts = Object.entries(counts).map(
    ([name, count]) => `${name} ${((100 * count) / reads).toFixed(1)} %`,
  );
  return `${reads} reads: ${parts.join(", ")}`;
}

describe(`over ${SEEDS} seeds of ${OPERATIONS} random operations each, with the documented lag`, () => {
  test("an application on its own does not always read what it wrote; a user in one datacenter always does", async () => {
    const totals = await totalsOver(SEEDS);
    for (const kind of kinds) console.info(`${kind}: ${rates(totals[kind])}`);
    for (const kind of kinds) expect(totals[kind].reads).toBeGreaterThan(SEEDS * 20);

    expect(totals["app-only"].readYourWrites).toBeGreaterThan(0.1 * totals["app-only"].reads);
    expect(totals["app-only"].monotonicReads).toBeGreaterThan(0);
    // What others wrote may be late for a user as well; what the user wrote never is.
    expect(totals.delegated).toMatchObject({ readYourWrites: 0, monotonicReads: 0 });
    expect(totals.delegated.stale).toBeGreaterThan(0);
    expect(totals["delegated-two-datacenters"].readYourWrites).toBeGreaterThan(0);
    expect(totals["delegated-two-datacenters"].readYourWrites).toBeLessThan(
      totals["app-only"].readYourWrites,
    );
  }, 120_000);

  test("every instance shows the newest version of every guest once the lag has passed", async () => {
    let stale = 0;
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { world, tenant, newest } = await randomHistory(seed, OPERATIONS);
      const before = tenant.readers.map((reader) => reader.applied);
      await world.settle();
      const last = tenant.log.length;
      stale += before.filter((applied) => applied < last).length;
      for (const reader of tenant.readers) expect(reader.advance(world.clock.now())).toBe(last);
      const transport = tenant.transport({ as: tenant.app("inviter") });
      for (const [id, version] of newest) {
        expect(versionOf(await transport.send(request("GET", `/users/${id}`)))).toBe(version);
      }
    }
    expect(stale).toBeGreaterThan(SEEDS);
  }, 120_000);

  test("the same seed gives the same trace, byte for byte, and another seed another one", async () => {
    const traces = new Set<string>();
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { trace } = await randomHistory(seed, OPERATIONS);
      const again = await randomHistory(seed, OPERATIONS);
      expect(again.trace === trace).toBe(true);
      traces.add(trace);
    }
    expect(traces.size).toBe(SEEDS);
  }, 120_000);
});
