import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { KeptStore } from "../../src/replication/index.ts";
import { lateTopology, openStore, type Thing } from "./open-store.ts";
import { readable, type Step, seen, step, take } from "./random-steps.ts";

type Opened = ReturnType<typeof openStore>;

const look = (opened: Opened) => ({ seen: seen(opened), readable: readable(opened) });
const walk = (opened: Opened, steps: readonly Step[]) =>
  steps.map((next) => {
    take(opened, next);
    return look(opened);
  });

/** A store that takes over what another kept, at the same time. */
function takenOver({ store, clock }: Opened): Opened {
  const opened = openStore(lateTopology, "kept");
  opened.clock.now = clock.now;
  opened.store.restore(store.kept);
  return opened;
}

const steps = fc.array(step, { maxLength: 40 });

describe("a store that has taken over what another kept", () => {
  test("shows the same at every instance, keeps the same, and goes on as that one does", () => {
    fc.assert(
      fc.property(steps, steps, (before, after) => {
        const opened = openStore(lateTopology, "kept");
        walk(opened, before);
        const again = takenOver(opened);
        expect(again.store.kept).toEqual(opened.store.kept);
        expect(look(again)).toEqual(look(opened));
        expect(walk(again, after)).toEqual(walk(opened, after));
      }),
      { numRuns: 300 },
    );
  });

  test("finds what has a key in the order in which it got the key, whatever was made first", () => {
    const opened = openStore(lateTopology, "kept");
    opened.write("x", ["ada"]);
    opened.write("y", ["bo"]);
    opened.write("x", ["bo"]);
    const again = takenOver(opened);
    expect(
      again.store
        .primary()
        .find("bo")
        .map(({ id }) => id),
    ).toEqual(["y", "x"]);
    const { found }: KeptStore<Thing> = opened.store.kept;
    expect(found).toContainEqual(["bo", ["y", "x"]]);
  });

  test("keeps what can still be read, and not what nobody can", () => {
    const opened = openStore(lateTopology, "kept");
    opened.write("x", ["first"]);
    opened.write("x", ["second"]);
    opened.clock.now += 3_600_000;
    opened.write("x", ["third"]);
    expect(opened.store.kept.objects[0]?.versions.map(({ lsn }) => lsn)).toEqual([2, 3]);
  });
});
