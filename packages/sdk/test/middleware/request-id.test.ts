import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { adaId, adaRead } from "../graph-answers.ts";
import { openClient } from "../open-client.ts";
import { answer } from "../scripted-transport.ts";
import { seededRandom } from "../seeded-random.ts";

const V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe("the id of a request", () => {
  test("is another one at each attempt, and the last one is in meta()", async () => {
    const { b2b, sent } = openClient([answer(503), answer(503), adaRead]);
    const meta = await b2b.guests.get(adaId).meta();
    const ids = sent.map(({ headers }) => headers["client-request-id"]);
    expect(new Set(ids).size).toBe(3);
    expect(meta.clientRequestId).toBe(ids[2]);
  });

  test("is in the error of a call that failed", async () => {
    const { b2b, sent } = openClient([answer(503)]);
    const error = await failureOf(b2b.guests.get(adaId));
    expect(error.clientRequestId).toBe(sent.at(-1)?.headers["client-request-id"]);
  });

  test("is a GUID of version 4, whatever chance gives, and the same for the same seed", async () => {
    const chance = fc.oneof(
      fc.nat().map(seededRandom),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }).map((value) => () => value),
    );
    await fc.assert(
      fc.asyncProperty(chance, async (random) => {
        const { b2b } = openClient([adaRead], { random });
        expect((await b2b.guests.get(adaId).meta()).clientRequestId).toMatch(V4);
      }),
    );
    const ids = [1, 2].map(
      async () => (await openClient([adaRead]).b2b.guests.get(adaId).meta()).clientRequestId,
    );
    const [first, second] = await Promise.all(ids);
    expect(first).toBe(second);
  });

  test("is the user's own where a layer has set one", async () => {
    const { b2b, sent } = openClient([adaRead], {
      use: [
        (next) => (request) =>
          next({ ...request, headers: { ...request.headers, "client-request-id": "mine" } }),
      ],
    });
    expect(await b2b.guests.get(adaId).meta()).toMatchObject({ clientRequestId: "mine" });
    expect(sent[0]?.headers["client-request-id"]).toBe("mine");
  });
});
