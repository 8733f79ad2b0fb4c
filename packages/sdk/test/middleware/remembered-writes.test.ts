import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { absent, ada, adaId, adaRead, invitationOfAda, invited, toAda } from "../graph-answers.ts";
import { openClient } from "../open-client.ts";
import { answer } from "../scripted-transport.ts";

const missing = absent(adaId);

describe("the memory for one's own writes", () => {
  test("forgets the oldest first, as many as do not fit", async () => {
    const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
    const steps = [1, 2, 3].map((n) => answer(201, { ...invitationOfAda, invitedUser: { id: id(n) } }));
    const found = answer(200, { ...ada, id: id(3) });
    const { b2b } = openClient([...steps, absent(id(1)), absent(id(2)), adaRead, absent(id(3)), found], {
      readYourWrites: { capacity: 2 },
    });
    for (const _ of steps) await b2b.invitations.create(toAda);
    expect(await failureOf(b2b.guests.get(id(1)))).toMatchObject({ code: "not-found", attempts: 1 });
    expect(await b2b.guests.get(id(2)).meta()).toMatchObject({ staleReads: 1 });
    expect(await b2b.guests.get(id(3)).meta()).toMatchObject({ staleReads: 1 });
  });

  test("counts what is written again among the newest", async () => {
    const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
    const written = [1, 2, 1, 3].map((n) => answer(201, { ...invitationOfAda, invitedUser: { id: id(n) } }));
    const { b2b } = openClient([...written, absent(id(1)), adaRead, absent(id(2))], {
      readYourWrites: { capacity: 2 },
    });
    for (const _ of written) await b2b.invitations.create(toAda);
    expect(await b2b.guests.get(id(1)).meta()).toMatchObject({ staleReads: 1 });
    expect(await failureOf(b2b.guests.get(id(2)))).toMatchObject({ code: "not-found" });
  });

  test("counts the window from the last write", async () => {
    const { b2b, clock } = openClient([invited, invited, missing, adaRead]);
    await b2b.invitations.create(toAda);
    await clock.sleep(100_000);
    await b2b.invitations.create(toAda);
    await clock.sleep(100_000);
    expect(await b2b.guests.get(adaId)).toMatchObject({ id: adaId });
  });

  test("holds nothing of an invitation that was refused", async () => {
    const { b2b } = openClient([answer(403, invitationOfAda), missing]);
    await failureOf(b2b.invitations.create(toAda));
    expect(await failureOf(b2b.guests.get(adaId))).toMatchObject({ code: "not-found", attempts: 1 });
  });

  test("is of no use where the service wants to be left alone meanwhile; the error tells of the look that was had", async () => {
    const busy = answer(429, undefined, { "retry-after": "5000" });
    const { b2b, sent } = openClient([invited, missing, busy]);
    await b2b.invitations.create(toAda);
    const read = failureOf(b2b.guests.get(adaId));
    await failureOf(b2b.guests.get("00000000-0000-4000-8000-0000000000aa"));
    const error = await read;
    expect(error).toMatchObject({ code: "throttled", outcome: "rejected", attempts: 1 });
    expect(error.message).toMatch(/It was not sent again\.$/);
    expect(error.clientRequestId).toBe(sent[1]?.headers["client-request-id"]);
  });
});
