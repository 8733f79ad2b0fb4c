import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { absent, adaId, invited, noContent, strangerId, toAda } from "../graph-answers.ts";
import { openClient } from "../open-client.ts";
import { answer, pathOf, refusal } from "../scripted-transport.ts";

describe("deleting a guest", () => {
  test("is done where an attempt that was lost has taken the guest away", async () => {
    const { b2b, sent } = openClient([answer(503), absent(adaId)]);
    await expect(b2b.guests.delete(adaId)).resolves.toBeUndefined();
    expect(sent).toHaveLength(2);
  });

  test("is not done because an instance does not know the guest yet, after an attempt that did nothing", async () => {
    const { b2b, sent } = openClient([invited, answer(503), absent(adaId), absent(adaId), noContent]);
    await b2b.invitations.create(toAda);
    await b2b.guests.delete(adaId);
    expect(sent).toHaveLength(5);
  });

  test("is done after an attempt that was lost, once no instance can lag any more", async () => {
    const { b2b, clock } = openClient([invited, answer(503), absent(adaId)]);
    await b2b.invitations.create(toAda);
    const invitedAt = clock.now();
    await expect(b2b.guests.delete(adaId)).resolves.toBeUndefined();
    expect(clock.now() - invitedAt).toBe(120_000);
  });

  test("is not done because an answer that may mean many things comes after an attempt that was lost", async () => {
    const { b2b } = openClient([
      answer(503),
      refusal(400, "Request_BadRequest", "Not a valid reference update"),
    ]);
    expect(await failureOf(b2b.guests.delete(adaId))).toMatchObject({ outcome: "unknown" });
  });

  test("is not done because some gateway knows no such page", async () => {
    const { b2b } = openClient([answer(503), answer(404, "<html>not found</html>")]);
    expect(await failureOf(b2b.guests.delete(adaId))).toMatchObject({
      code: "not-found",
      outcome: "unknown",
    });
  });

  test("who was never there is not-found, at once", async () => {
    const { b2b, clock, startedAt } = openClient([absent(strangerId)]);
    expect(await failureOf(b2b.guests.delete(strangerId))).toMatchObject({
      code: "not-found",
      outcome: "rejected",
    });
    expect(clock.now()).toBe(startedAt);
  });

  test("waits for a guest whom an instance does not know yet", async () => {
    const { b2b } = openClient([invited, absent(adaId), noContent]);
    await b2b.invitations.create(toAda);
    await expect(b2b.guests.delete(adaId)).resolves.toBeUndefined();
  });

  test("by a principal name that begins with $ writes it as a key, not as a part of the query", async () => {
    const { b2b, sent } = openClient([noContent]);
    await b2b.guests.delete("$o'neil@contoso.com");
    expect(sent.map(pathOf)).toEqual(["/users('%24o''neil%40contoso.com')"]);
  });
});
