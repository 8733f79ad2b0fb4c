import fc from "fast-check";
import type { Lag } from "../../src/replication/index.ts";
import { lateTopology, type openStore, type Thing } from "./open-store.ts";

type Opened = ReturnType<typeof openStore>;

export const IDS = ["p", "q", "r", "s", "t"] as const;
export const KEYS = ["red", "green", "blue"] as const;

/** Something that happens to a store. */
export type Step =
  | { readonly kind: "write"; readonly things: readonly Thing[]; readonly pulledBy: number | null }
  | { readonly kind: "remove"; readonly id: string }
  | { readonly kind: "wait"; readonly ms: number }
  | { readonly kind: "hold" | "release" | "list"; readonly reader: number }
  | { readonly kind: "lag"; readonly reader: number; readonly lag: Lag };

const id = fc.constantFrom(...IDS);
const reader = fc.nat({ max: lateTopology.readers.length - 1 });
const thing = fc.record({ id, keys: fc.subarray([...KEYS]), weight: fc.nat({ max: 2 }) });
/** Mostly as long as lags are; at times as long as a list is kept that nobody reads on. */
const waits = fc.oneof(
  { weight: 9, arbitrary: fc.nat({ max: 15_000 }) },
  { weight: 1, arbitrary: fc.constant(3_600_000) },
);
const write = fc.record({
  kind: fc.constant("write" as const),
  things: fc.uniqueArray(thing, { minLength: 1, maxLength: 3, selector: (each) => each.id }),
  pulledBy: fc.option(reader),
});

export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: write },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("remove" as const), id }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("wait" as const), ms: waits }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom("hold" as const, "release" as const, "list" as const),
      reader,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("lag" as const),
      reader,
      lag: fc.constantFrom<Lag[]>("none", "3s", "1m", ["0s", "30s"]),
    }),
  },
);

export function take({ store, clock, remove }: Opened, next: Step): void {
  switch (next.kind) {
    case "write": {
      // Values are frozen, and steps are taken more than once: each time new ones.
      const writes = new Map(next.things.map((each) => [each.id, { ...each }]));
      const { lsn } = store.commit("somebody", "test", writes);
      if (next.pulledBy !== null) store.readers[next.pulledBy]?.pull(lsn);
      return;
    }
    case "remove":
      remove(next.id);
      return;
    case "wait":
      clock.now += next.ms;
      return;
    case "lag": {
      const late = store.readers[next.reader];
      if (late) late.lag = next.lag;
      return;
    }
    case "list": {
      const [late] = store.readers.slice(next.reader);
      if (late) store.keepReadable(store.viewOf(late).lsn);
      return;
    }
    default:
      store.readers[next.reader]?.[next.kind]();
  }
}

/** Everything that can be seen of a store, in order; to see it is to look at every instance. */
export function seen({ store }: Opened): unknown {
  const views = [...store.readers.map((each) => store.viewOf(each)), store.primary()];
  return {
    instances: store.readers.map(({ applied, held, lag }) => ({ applied, held, lag })),
    views: views.map((view) => ({
      lsn: view.lsn,
      entries: [...view.entries()],
      found: KEYS.map((key) => view.find(key)),
    })),
    log: [...store.commitsSince(0)],
    weight: store.weight,
    settlesAt: store.settlesAt(),
  };
}

/** Every earlier state that can still be had, by its commit. */
export function readable({ store }: Opened): unknown {
  const commits = Array.from(
    { length: store.last - store.readableFrom + 1 },
    (_, n) => store.readableFrom + n,
  );
  return commits.map((lsn) => [lsn, [...store.viewAt(lsn).entries()]]);
}
