import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { command } from "./command.ts";
import { Run } from "./run.ts";
import { wholeOf, wholeOfModel } from "./whole.ts";

const SEQUENCES = 10_000;

/** Everything that the model can say, met often enough to be called tested. */
const MET = [
  ...[
    "invite 201",
    "invite 400",
    "create-user 201",
    "create-user 400",
    "create-group 201",
    "create-group 400",
  ],
  ...["update-user 204", "update-user 400", "update-user 404", "rename-group 204", "rename-group 400"],
  ...["rename-group 404", "delete 204", "delete 404", "restore 200", "restore 400", "restore 404"],
  ...["purge 204", "purge 404", "add-member 204", "add-member 400", "add-member 404", "remove-member 204"],
  ...[
    "remove-member 404",
    "add-owner 204",
    "add-owner 400",
    "add-owner 404",
    "remove-owner 204",
    "remove-owner 400",
  ],
  ...["remove-owner 404", "add-sponsor 204", "add-sponsor 404", "remove-sponsor 204", "remove-sponsor 404"],
  ...["set-manager 204", "set-manager 400", "set-manager 404", "remove-manager 204", "remove-manager 404"],
  ...["read 200", "read 404", "filter 200", "links 200", "links 404"],
];

describe("a directory without lag", () => {
  test("answers every command as the model does, and ends up the same, in ten thousand sequences", {
    timeout: 600_000,
  }, async () => {
    const met = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(command, { minLength: 30, maxLength: 45 }),
        fc.nat(),
        async (commands, seed) => {
          const run = new Run("instant", seed);
          for (const next of commands) {
            const { said, expected } = await run.do(next);
            expect([JSON.stringify(next), said]).toEqual([JSON.stringify(next), expected]);
            const outcome = `${next.do} ${said.status}`;
            met.set(outcome, (met.get(outcome) ?? 0) + 1);
          }
          expect(await wholeOf(run.ask)).toEqual(wholeOfModel(run.model));
        },
      ),
      { numRuns: SEQUENCES, seed: 5 },
    );
    expect([...met.keys()].toSorted()).toEqual(MET.toSorted());
    for (const [outcome, times] of met) expect([outcome, times >= 100]).toEqual([outcome, true]);
  });
});
