import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { command } from "./command.ts";
import { delay, holdAt, type Lateness, lateness } from "./lateness.ts";
import { Run } from "./run.ts";
import { wholeOf, wholeOfModel } from "./whole.ts";

const SEQUENCES = 10_000;

const step = fc.record({ next: command, waitMs: fc.oneof(fc.constant(0), fc.nat({ max: 60_000 })) });

describe("a directory whose instances lag", () => {
  test("is, once it has settled, what the commands that it took have made of the model, in ten thousand sequences, however late each instance is, and held or not", {
    timeout: 600_000,
  }, async () => {
    const met = new Met();
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 30, maxLength: 45 }),
        lateness,
        fc.nat(),
        async (steps, late, seed) => {
          const run = new Run("documented", seed);
          const { readers } = run.tenant;
          delay(readers, late);
          for (const [index, { next, waitMs }] of steps.entries()) {
            holdAt(index, readers, late);
            const { said, expected } = await run.do(next);
            met.add(late, said.status !== expected.status);
            await run.world.clock.sleep(waitMs);
          }
          for (const reader of readers) reader.release();
          await run.world.settle();
          expect(await wholeOf(run.ask)).toEqual(wholeOfModel(run.model));
        },
      ),
      { numRuns: SEQUENCES, seed: 5 },
    );
    met.expectAll();
  });
});

/** How many commands were answered otherwise than without lag, by how late the instances were. */
class Met {
  readonly #otherwise = new Map<string, number>();

  add({ kind, holds }: Lateness, isOtherwise: boolean): void {
    const key = `${kind}, ${holds.length > 0 ? "held" : "free"}`;
    this.#otherwise.set(key, (this.#otherwise.get(key) ?? 0) + (isOtherwise ? 1 : 0));
  }

  /** Had none been, there would have been no lag; and where there is none, none may be. */
  expectAll(): void {
    const { "none, free": free, ...late } = Object.fromEntries(this.#otherwise);
    expect(free).toBe(0);
    expect(Object.keys(late)).toHaveLength(9);
    for (const [how, times] of Object.entries(late)) expect([how, times > 300]).toEqual([how, true]);
  }
}
