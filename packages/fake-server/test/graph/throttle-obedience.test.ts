import type { RequestQuota } from "@vestibule/fake-server";
import type { WireResponse } from "@vestibule/sdk/wire";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inviteRedirectUrl, openClient } from "../open-client.ts";
import { atOnce, callsOf, openThrottled, waitOf } from "./throttle-calls.ts";

const SECOND = 1_000;

/** By how many requests any stretch between two of them held more than a bucket gives. */
function mostAboveRoom(times: readonly number[], { requests, perMs }: RequestQuota): number {
  const above = times.flatMap((from, first) =>
    times.slice(first).map((to, more) => more + 1 - requests * (1 + (to - from) / perMs)),
  );
  return Math.max(0, ...above);
}

describe("the requests that are let in", () => {
  const quota = fc.record({
    requests: fc.integer({ min: 1, max: 20 }),
    perMs: fc.integer({ min: 50, max: 5_000 }),
  });
  const pauses = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 400, noNaN: true })), {
    minLength: 1,
    maxLength: 150,
  });

  test("are never more than one burst and what came back since, in any stretch of time", async () => {
    await fc.assert(
      fc.asyncProperty(quota, pauses, async (invitations, waits) => {
        const { world, invite } = openThrottled({ invitations });
        const times: number[] = [];
        for (const [n, wait] of waits.entries()) {
          await world.clock.sleep(wait);
          if ((await invite(`guest${n}`)).status === 201) times.push(world.clock.now());
        }
        expect(mostAboveRoom(times, invitations)).toBeLessThanOrEqual(0.01);
      }),
      { numRuns: 200 },
    );
  });

  test("are all, where after a burst nobody asks for more than comes back", async () => {
    await fc.assert(
      fc.asyncProperty(quota, fc.integer({ min: 1, max: 60 }), async (invitations, count) => {
        const { world, invite } = openThrottled({ invitations });
        await atOnce(invitations.requests, (n) => invite(`early${n}`));
        for (let n = 0; n < count; n++) {
          await world.clock.sleep(invitations.perMs / invitations.requests);
          expect((await invite(`guest${n}`)).status).toBe(201);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("a client that waits as it is told", () => {
  test("is let in at the first try after the wait, whatever it did before", async () => {
    const quota = fc.record({
      units: fc.integer({ min: 1, max: 30 }),
      perMs: fc.integer({ min: 1, max: 20_000 }),
    });
    const pause = fc.double({ min: 0, max: 2_000, noNaN: true });
    const path = fc.constantFrom("/users", "/groups/none", "/groups/none/members");
    await fc.assert(
      fc.asyncProperty(quota, fc.array(fc.tuple(pause, path), { maxLength: 80 }), async (units, calls) => {
        const { world, send } = openThrottled({ units });
        for (const [wait, each] of calls) {
          await world.clock.sleep(wait);
          const answer = await send(each);
          if (answer.status !== 429 || wait < 500) continue;
          await world.clock.sleep(waitOf(answer));
          expect((await send(each)).status).not.toBe(429);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("is let in among a thousand of its kind, each in its own good time", async () => {
    const { world, invite } = openThrottled("documented");
    const start = world.clock.now();
    let refusals = 0;
    const untilLetIn = async (n: number): Promise<WireResponse> => {
      for (;;) {
        const answer = await invite(`guest${n}`);
        if (answer.status !== 429) return answer;
        refusals++;
        await world.clock.sleep(waitOf(answer));
      }
    };
    await Promise.all(Array.from({ length: 1_000 }, (_, n) => untilLetIn(n)));
    const [ideal, took] = [((1_000 - 150) / 30) * SECOND, world.clock.now() - start];
    expect(refusals).toBeGreaterThan(850);
    expect(took).toBeGreaterThanOrEqual(ideal);
    expect(took).toBeLessThan(2.5 * ideal);
  });

  test("gets on beside one that never waits, at half of the pace at least", async () => {
    const { world, contoso } = openThrottled({ invitations: { requests: 10, perMs: SECOND } });
    const rude = callsOf(contoso, contoso.app("rude"));
    let letIn = 0;
    for (let at = 0; at < 60 * SECOND; at += 20) {
      if ((await rude.invite(`guest${at}`)).status === 201) letIn++;
      await world.clock.sleep(20);
    }
    expect(letIn).toBeGreaterThanOrEqual(300);
    expect(letIn).toBeLessThan(400);
  });

  test.each([1, 2, 3, 4, 5])(
    "is, for one, the SDK's: sixty calls in twenty lanes against ten a second are all made, seldom refused (seed %i)",
    async (seed) => {
      const { b2b, world, contoso } = openClient({ seed });
      contoso.throttle({ invitations: { requests: 10, perMs: SECOND } });
      const start = world.clock.now();
      const calls = Array.from({ length: 60 }, (_, n) => `guest${n}@fabrikam.example`);
      const lane = async (): Promise<void> => {
        for (let address = calls.pop(); address !== undefined; address = calls.pop()) {
          await b2b.invitations.create({ invitedUserEmailAddress: address, inviteRedirectUrl });
        }
      };
      await Promise.all(Array.from({ length: 20 }, lane));
      expect(contoso.log.filter(({ operation }) => operation === "invitations.create")).toHaveLength(60);
      const refusals = contoso.directory.routing.requests - 60;
      expect(refusals).toBeLessThanOrEqual(25);
      // Ten at once, and the rest at ten a second.
      const ideal = ((60 - 10) / 10) * SECOND;
      expect(world.clock.now() - start).toBeLessThan(1.4 * ideal);
    },
  );
});
