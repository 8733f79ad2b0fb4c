import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Versions } from "../../src/replication/versions.ts";

const IDS = ["p", "q", "r"] as const;

interface Push {
  readonly id: string;
  readonly gone: boolean;
  readonly forward: number;
}

const pushes: fc.Arbitrary<readonly Push[]> = fc.array(
  fc.record({ id: fc.constantFrom(...IDS), gone: fc.boolean(), forward: fc.nat({ max: 3 }) }),
  { maxLength: 50 },
);

/** Versions beside whole copies of what they show. */
class Pair {
  readonly versions = new Versions<object>();
  readonly copies: ReadonlyMap<string, object>[] = [new Map()];
  readonly ids: string[] = [];
  readableFrom = 0;

  get last(): number {
    return this.copies.length - 1;
  }

  push({ id, gone, forward }: Push): void {
    this.readableFrom = Math.min(this.last, this.readableFrom + forward);
    const value = gone ? null : {};
    const copy = new Map(this.copies.at(-1));
    if (value === null) copy.delete(id);
    else copy.set(id, value);
    this.copies.push(copy);
    this.ids.push(id);
    this.versions.push(id, this.last, value, this.readableFrom);
  }

  pop(): void {
    this.copies.pop();
    this.versions.pop(this.ids.pop() ?? "");
  }

  expectSame(): void {
    for (let lsn = this.readableFrom; lsn <= this.last; lsn++) {
      for (const id of IDS) expect(this.versions.at(id, lsn)).toBe(this.copies[lsn]?.get(id));
    }
    expect(this.versions.order.map(({ id }) => id)).toEqual([...new Set(this.ids)]);
  }

  chainOf(id: string): number[] {
    const chain: number[] = [];
    for (let at = this.versions.newest(id); at !== undefined; at = at.previous) chain.push(at.lsn);
    return chain;
  }
}

describe("the versions of objects", () => {
  test("show at every commit that can still be read what was there then", () => {
    fc.assert(
      fc.property(pushes, (all) => {
        const pair = new Pair();
        for (const each of all) {
          pair.push(each);
          pair.expectSame();
        }
      }),
    );
  });

  test("are dropped as far as nobody can tell them apart: all but one of those before the first that can be read", () => {
    let dropped = 0;
    fc.assert(
      fc.property(pushes, (all) => {
        const pair = new Pair();
        for (const each of all) {
          pair.push(each);
          const chain = pair.chainOf(each.id);
          expect(chain.filter((lsn) => lsn <= pair.readableFrom).length).toBeLessThanOrEqual(1);
          expect(chain).toEqual(chain.toSorted((a, b) => b - a));
          dropped += pair.ids.filter((id) => id === each.id).length - chain.length;
        }
      }),
      // Enough that the least that chance gives is well above what is asked for.
      { numRuns: 400 },
    );
    expect(dropped).toBeGreaterThan(100);
  });

  test("can be taken away again, the newest first, back to the first commit that can be read", () => {
    fc.assert(
      fc.property(pushes, (all) => {
        const pair = new Pair();
        for (const each of all) pair.push(each);
        while (pair.last > pair.readableFrom) {
          pair.pop();
          pair.expectSame();
        }
      }),
    );
  });

  test("of an object that never was are none", () => {
    const versions = new Versions<object>();
    expect([versions.newest("x"), versions.at("x", 9), versions.pop("x"), versions.order]).toEqual([
      undefined,
      undefined,
      undefined,
      [],
    ]);
  });
});
