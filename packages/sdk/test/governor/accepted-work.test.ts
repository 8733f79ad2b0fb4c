import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AcceptedWork, REMEMBERED_MS } from "../../src/governor/accepted-work.ts";

describe("the work that was accepted lately", () => {
  test("does not come back after a pause in which nothing was done", () => {
    const work = new AcceptedWork();
    for (let at = 0; at < REMEMBERED_MS; at += 100) work.add(1, at);
    const muchLater = 10 * REMEMBERED_MS + 1_000;
    work.add(2, muchLater);
    expect(work.within(REMEMBERED_MS, muchLater)).toBe(2);
    expect(work.within(REMEMBERED_MS, muchLater + 5_000)).toBe(2);
    expect(work.within(REMEMBERED_MS, muchLater + 2 * REMEMBERED_MS)).toBe(0);
  });

  test("is what was added within the time, to a quarter of a second", () => {
    const steps = fc.array(fc.record({ pause: fc.nat(30_000), units: fc.integer({ min: 1, max: 5 }) }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(steps, fc.integer({ min: 250, max: REMEMBERED_MS }), (all, ms) => {
        const work = new AcceptedWork();
        const added: { readonly at: number; readonly units: number }[] = [];
        let now = 0;
        for (const { pause, units } of all) {
          now += pause;
          work.add(units, now);
          added.push({ at: now, units });
        }
        const sum = (within: number) =>
          added.filter(({ at }) => at > now - within).reduce((total, { units }) => total + units, 0);
        expect(work.within(ms, now)).toBeGreaterThanOrEqual(sum(ms - 250));
        expect(work.within(ms, now)).toBeLessThanOrEqual(sum(ms + 250));
      }),
    );
  });
});
