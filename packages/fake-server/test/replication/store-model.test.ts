import fc from "fast-check";
import { expect, test } from "vitest";
import { Store, type StoreMark, type Topology } from "../../src/replication/index.ts";
import { Chance } from "../../src/simulation/index.ts";

interface Thing {
  readonly id: string;
  readonly key: string;
}

const topology: Topology = {
  copiesAcross: true,
  readers: [
    { name: "a-1", role: "graph", datacenter: "a", lag: ["0s", "9s"] },
    { name: "a-2", role: "graph", datacenter: "a", lag: "4s" },
    { name: "b-1", role: "graph", datacenter: "b", lag: { lognormal: { p50: "2s", p99: "20s" } } },
    { name: "b-2", role: "graph", datacenter: "b", lag: "none" },
    { name: "index", role: "index", datacenter: "a", lag: ["5s", "30s"] },
  ],
};

type Step =
  | { readonly kind: "write"; readonly ids: readonly string[]; readonly key: string }
  | { readonly kind: "delete"; readonly id: string }
  | { readonly kind: "wait"; readonly ms: number }
  | { readonly kind: "hold" | "release"; readonly reader: number }
  | { readonly kind: "mark" }
  | { readonly kind: "rewind"; readonly which: number }
  | { readonly kind: "look" };

const id = fc.constantFrom("p", "q", "r", "s", "t");
const reader = fc.nat({ max: topology.readers.length - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("write" as const),
      ids: fc.uniqueArray(id, { minLength: 1, maxLength: 3 }),
      key: fc.constantFrom("red", "blue"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("delete" as const), id }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("wait" as const), ms: fc.nat({ max: 10_000 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("hold" as const, "release" as const), reader }) },
  { weight: 1, arbitrary: fc.constant({ kind: "mark" as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("rewind" as const), which: fc.nat() }) },
  { weight: 4, arbitrary: fc.constant({ kind: "look" as const }) },
);

/** The same directory kept the naive way: a whole copy for each commit. */
class Naive {
  copies: ReadonlyMap<string, Thing>[] = [new Map()];

  commit(writes: ReadonlyMap<string, Thing | null>): void {
    const copy = new Map(this.copies.at(-1));
    for (const [key, value] of writes) {
      if (value === null) copy.delete(key);
      else copy.set(key, value);
    }
    this.copies.push(copy);
  }
}

class Run {
  now = 0;
  readonly naive = new Naive();
  readonly store = new Store<Thing>(
    topology,
    { keysOf: ({ key }) => [key], weightOf: () => 1 },
    () => this.now,
    new Chance("model"),
  );
  readonly marks: { readonly mark: StoreMark; readonly now: number; readonly seen: unknown }[] = [];

  get applied(): readonly number[] {
    return this.store.readers.map((each) => each.applied);
  }

  do(next: Step): void {
    switch (next.kind) {
      case "write":
        this.#commit(new Map(next.ids.map((each) => [each, { id: each, key: next.key }])));
        return;
      case "delete":
        this.#commit(new Map([[next.id, null]]));
        return;
      case "wait":
        this.now += next.ms;
        return;
      case "hold":
      case "release":
        this.store.readers[next.reader]?.[next.kind]();
        return;
      case "mark":
        this.marks.push({ mark: this.store.mark(), now: this.now, seen: this.see() });
        return;
      case "rewind":
        this.#rewind(next.which);
        return;
      case "look":
        this.see();
    }
  }

  /** What every instance shows, which has to be what the naive directory was at the commit it has applied. */
  see(): readonly unknown[] {
    return this.store.readers.map((each) => {
      const view = this.store.viewOf(each);
      const copy = this.naive.copies[view.lsn] as ReadonlyMap<string, Thing>;
      for (const name of ["p", "q", "r", "s", "t"]) expect(view.get(name)).toEqual(copy.get(name));
      const all = [...view.entries()].map(([, thing]) => thing);
      expect(new Set(all)).toEqual(new Set(copy.values()));
      for (const key of ["red", "blue"]) {
        const expected = [...copy.values()].filter((thing) => thing.key === key);
        expect(new Set(view.find(key))).toEqual(new Set(expected));
      }
      return [view.lsn, all];
    });
  }

  checkPrimary(): void {
    const newest = this.naive.copies.at(-1) as ReadonlyMap<string, Thing>;
    expect(this.store.weight).toBe(newest.size);
    expect(new Set([...this.store.primary().entries()].map(([, thing]) => thing))).toEqual(
      new Set(newest.values()),
    );
  }

  #commit(writes: ReadonlyMap<string, Thing | null>): void {
    this.store.commit("somebody", "test", writes);
    this.naive.commit(writes);
  }

  #rewind(which: number): void {
    const chosen = this.marks[which % (this.marks.length || 1)];
    if (chosen === undefined) return;
    this.store.rewind(chosen.mark);
    this.now = chosen.now;
    this.naive.copies = this.naive.copies.slice(0, chosen.mark.lsn + 1);
    this.marks.splice(this.marks.indexOf(chosen) + 1);
    expect(this.see()).toEqual(chosen.seen);
  }
}

test("every instance shows exactly what the directory was at the commit it has applied, through lags, holds and rewinds", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (steps) => {
      const run = new Run();
      for (const next of steps) {
        const before = run.applied;
        run.do(next);
        run.checkPrimary();
        if (next.kind === "rewind") continue;
        for (const [at, applied] of run.applied.entries())
          expect(applied).toBeGreaterThanOrEqual(before[at] ?? 0);
      }
      for (const each of run.store.readers) each.release();
      run.now = Math.max(run.now, run.store.settlesAt());
      run.see();
      expect(run.applied).toEqual(run.applied.map(() => run.store.last));
    }),
    { numRuns: 1_500 },
  );
});
