import { createB2BClient } from "@vestibule/sdk";
import { VirtualClock } from "@vestibule/sdk/testing";
import { describe, expect, test } from "vitest";
import { adaRead } from "../graph-answers.ts";
import { answer, refusal, scriptedTransport } from "../scripted-transport.ts";
import { seededRandom } from "../seeded-random.ts";

/** A service that accepts `perSecond` requests a second, and as many at once after a rest. Others may have used it up. */
function bucket(clock: VirtualClock, perSecond: number, left = perSecond) {
  let tokens = left;
  let filledAt = clock.now();
  const seen = { accepted: 0, refused: 0, lastAcceptedAt: 0 };
  const step = async () => {
    // A request takes a while, so that those of several lanes are under way together.
    await clock.sleep(5);
    tokens = Math.min(perSecond, tokens + ((clock.now() - filledAt) / 1_000) * perSecond);
    filledAt = clock.now();
    if (tokens < 1) {
      seen.refused++;
      return refusal(429, "TooManyRequests", "", { "retry-after": "1" });
    }
    tokens--;
    seen.accepted++;
    seen.lastAcceptedAt = clock.now();
    return adaRead;
  };
  return { step, seen };
}

async function inLanes(lanes: number, calls: number, call: () => Promise<unknown>): Promise<void> {
  let begun = 0;
  const lane = async () => {
    while (begun++ < calls) await call();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

const adaId = "f1a7b0de-95c8-4b9c-9ed1-6b1f6d2f4c20";

describe("a crowd of calls", () => {
  describe.each([
    ["with a full bucket", 10],
    ["with one that others have used up", 0],
  ])("of 20 lanes against 10 a second, %s,", (_, left) => {
    test.each([1, 2, 3, 4, 5])("meets few refusals, loses none and is quick (seed %i)", async (seed) => {
      const clock = new VirtualClock();
      const { step, seen } = bucket(clock, 10, left);
      const b2b = createB2BClient({
        transport: scriptedTransport([step]),
        clock,
        random: seededRandom(seed),
      });
      const startedAt = clock.now();
      await inLanes(20, 60, () => b2b.guests.get(adaId));
      const ideal = (60 - left) / 10;
      expect(seen.accepted).toBe(60);
      expect(seen.refused).toBeLessThanOrEqual(25);
      expect((seen.lastAcceptedAt - startedAt) / 1_000).toBeLessThanOrEqual(1.4 * ideal);
    });
  });

  test.each([5, 10, 50])(
    "of 300 at once against %i a second is served to the last, though nobody was let in at first",
    async (perSecond) => {
      const clock = new VirtualClock();
      const { step, seen } = bucket(clock, perSecond, 0);
      const b2b = createB2BClient({ transport: scriptedTransport([step]), clock, random: seededRandom(1) });
      const startedAt = clock.now();
      await inLanes(300, 300, () => b2b.guests.get(adaId));
      expect(seen.accepted).toBe(300);
      expect(seen.refused).toBeLessThanOrEqual(300 + 10);
      expect((seen.lastAcceptedAt - startedAt) / 1_000).toBeLessThanOrEqual(2 * (300 / perSecond));
    },
  );

  test("against a dead server sends hardly more requests than there are calls", async () => {
    const clock = new VirtualClock();
    const transport = scriptedTransport([answer(503)]);
    const b2b = createB2BClient({ transport, clock, random: seededRandom(1) });
    for (let n = 0; n < 200; n++) expect(await b2b.guests.get(adaId).safe()).toMatchObject({ ok: false });
    expect(transport.sent.length / 200).toBeLessThanOrEqual(1.1);
  });
});
