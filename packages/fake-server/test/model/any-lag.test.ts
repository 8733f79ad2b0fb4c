import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { command } from "./command.ts";
import { Run } from "./run.ts";
import { wholeOf, wholeOfModel } from "./whole.ts";

const SEQUENCES = 10_000;

const step = fc.record({ next: command, waitMs: fc.oneof(fc.constant(0), fc.nat({ max: 60_000 })) });

describe("a directory whose instances lag", () => {
  test("is, once it has settled, what the commands that it took have made of the model, in ten thousand sequences", {
    timeout: 600_000,
  }, async () => {
    let otherwise = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 45 }), fc.nat(), async (steps, seed) => {
        const run = new Run("documented", seed);
        for (const { next, waitMs } of steps) {
          const { said, expected } = await run.do(next);
          if (said.status !== expected.status) otherwise++;
          await run.world.clock.sleep(waitMs);
        }
        await run.world.settle();
        expect(await wholeOf(run.ask)).toEqual(wholeOfModel(run.model));
      }),
      { numRuns: SEQUENCES, seed: 5 },
    );
    // Had no answer been different, there would have been no lag.
    expect(otherwise).toBeGreaterThan(SEQUENCES);
  });
});
