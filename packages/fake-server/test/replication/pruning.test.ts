import fc from "fast-check";
import { expect, test } from "vitest";
import type { StoreMark } from "../../src/replication/index.ts";
import { lateTopology, openStore, type Thing } from "./open-store.ts";
import { IDS, KEYS, type Step, step, take } from "./random-steps.ts";

type Action = Step | { readonly kind: "mark" } | { readonly kind: "rewind"; readonly which: number };

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 12, arbitrary: step },
  { weight: 1, arbitrary: fc.constant({ kind: "mark" as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("rewind" as const), which: fc.nat() }) },
);

interface Marked {
  readonly mark: StoreMark;
  readonly now: number;
  /** The earliest commit that an instance stood at. */
  readonly slowest: number;
}

const inOrder = (things: Iterable<Thing>) => [...things].toSorted((a, b) => a.id.localeCompare(b.id));

/** A store beside a whole copy of the directory for each commit. */
class Run {
  readonly opened = openStore(lateTopology, "pruning");
  #copies: ReadonlyMap<string, Thing>[] = [new Map()];
  #marks: Marked[] = [];

  do(next: Action): void {
    if (next.kind === "mark") this.#mark();
    else if (next.kind === "rewind") this.#rewind(next.which);
    else {
      take(this.opened, next);
      if (next.kind === "write") this.#copy(next.things.map((thing) => [thing.id, thing]));
      if (next.kind === "remove") this.#copy([[next.id, null]]);
    }
  }

  /** Every view that can be had is the copy: by id, by key, and as a whole. */
  expectCopies(): void {
    const { store } = this.opened;
    for (let lsn = store.readableFrom; lsn <= store.last; lsn++) {
      const [view, copy] = [store.viewAt(lsn), this.#copies[lsn] ?? new Map<string, Thing>()];
      const entries = [...view.entries()].map(([, thing]) => thing);
      const found = KEYS.map((key) => inOrder(view.find(key)));
      const all = inOrder(copy.values());
      const having = KEYS.map((key) => all.filter(({ keys }) => keys.includes(key)));
      expect([IDS.map((id) => view.get(id)), inOrder(entries), found]).toEqual([
        IDS.map((id) => copy.get(id)),
        all,
        having,
      ]);
    }
  }

  /** Where somebody stands, or may come to stand again by a rewind. */
  expectReadable(): void {
    const { readableFrom, readers } = this.opened.store;
    for (const { applied } of readers) expect(applied).toBeGreaterThanOrEqual(readableFrom);
    for (const { slowest } of this.#marks) expect(slowest).toBeGreaterThanOrEqual(readableFrom);
  }

  #copy(writes: readonly (readonly [string, Thing | null])[]): void {
    const copy = new Map(this.#copies.at(-1));
    for (const [id, thing] of writes) {
      if (thing === null) copy.delete(id);
      else copy.set(id, thing);
    }
    this.#copies.push(copy);
  }

  #mark(): void {
    const { store, clock } = this.opened;
    const mark = store.mark();
    const slowest = Math.min(...store.readers.map(({ applied }) => applied));
    this.#marks.push({ mark, now: clock.now, slowest });
  }

  #rewind(which: number): void {
    const chosen = this.#marks[which % this.#marks.length];
    if (chosen === undefined) return;
    this.opened.store.rewind(chosen.mark);
    this.opened.clock.now = chosen.now;
    this.#copies = this.#copies.slice(0, chosen.mark.lsn + 1);
    this.#marks = this.#marks.slice(0, this.#marks.indexOf(chosen) + 1);
  }
}

test("pruning leaves every commit readable that an instance or a mark stands at, and every view what it was", () => {
  let dropped = 0;
  fc.assert(
    fc.property(fc.array(action, { minLength: 10, maxLength: 60 }), (actions) => {
      const run = new Run();
      for (const next of actions) {
        run.do(next);
        run.expectReadable();
        run.expectCopies();
      }
      dropped += run.opened.store.readableFrom;
    }),
    { numRuns: 300 },
  );
  expect(dropped).toBeGreaterThan(300);
});

test("an object that changes for ever can be read as far back as its instances are late, and no further", () => {
  const opened = openStore(lateTopology);
  for (let n = 0; n < 5_000; n++) {
    opened.clock.now += 1_000;
    opened.write("x", [String(n)]);
  }
  expect(opened.store.last - opened.store.readableFrom).toBeLessThan(60);
  opened.store.readers[0]?.hold();
  const { last } = opened.store;
  for (let n = 0; n < 1_000; n++) opened.write("x", ["held"]);
  expect(opened.store.readableFrom).toBeLessThanOrEqual(last);
});
