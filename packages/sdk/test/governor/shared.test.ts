import { runInNewContext } from "node:vm";
import { type Admission, type Governor, localGovernor } from "@vestibule/sdk";
import { VirtualClock } from "@vestibule/sdk/testing";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { adaId, adaRead, invited, toAda } from "../graph-answers.ts";
import { openClient } from "../open-client.ts";
import { answer, refusal } from "../scripted-transport.ts";

const busy = (seconds: number) => refusal(429, "TooManyRequests", "", { "retry-after": String(seconds) });

describe("a governor that two clients share", () => {
  test("makes one wait for what the service told the other", async () => {
    const clock = new VirtualClock();
    const governor = localGovernor({ clock });
    const nightly = openClient([busy(5), adaRead], { governor }, clock);
    const web = openClient([adaRead], { governor }, clock);
    const refused = nightly.b2b.guests.get(adaId);
    await clock.sleep(1);

    await web.b2b.guests.get(adaId);

    expect(clock.now() - web.startedAt).toBeGreaterThanOrEqual(5_000);
    await refused;
  });

  test("has one budget for the retries of both", async () => {
    const clock = new VirtualClock();
    const governor = localGovernor({ clock });
    const one = openClient([answer(503)], { governor }, clock);
    const two = openClient([answer(503)], { governor }, clock);
    for (let n = 0; n < 5; n++) await failureOf(one.b2b.guests.get(adaId));
    expect(await failureOf(two.b2b.guests.get(adaId))).toMatchObject({ code: "transient", attempts: 1 });
  });

  test("is each client's own where none is given", async () => {
    const clock = new VirtualClock();
    const one = openClient([answer(503)], {}, clock);
    const two = openClient([answer(503)], {}, clock);
    for (let n = 0; n < 5; n++) await failureOf(one.b2b.guests.get(adaId));
    expect(await failureOf(two.b2b.guests.get(adaId))).toMatchObject({ attempts: 5 });
  });
});

describe("a call that could not leave before its deadline", () => {
  test("fails at once, with nothing sent, and says when it could have left", async () => {
    const clock = new VirtualClock();
    const { b2b, sent, startedAt } = openClient([busy(250), invited], {}, clock);
    await failureOf(b2b.guests.get(adaId));

    const error = await failureOf(b2b.guests.update(adaId, { displayName: "Ada" }));

    expect(error).toMatchObject({
      ...{ code: "throttled", outcome: "not-sent", attempts: 0, retryable: true },
      message: expect.stringMatching(/could leave in 251 s at the earliest\. Nothing was sent\.$/),
    });
    expect(error.retryAfterMs).toBeGreaterThanOrEqual(250_000);
    expect(clock.now()).toBe(startedAt);
    expect(sent).toHaveLength(1);
  });

  test("does not keep those of another scope: the invitation service counts by itself", async () => {
    const { b2b } = openClient([busy(250), invited]);
    await failureOf(b2b.guests.get(adaId));
    expect(await b2b.invitations.create(toAda)).toMatchObject({ invitedUser: { id: adaId } });
  });
});

describe("a governor of one's own", () => {
  test("may answer later, and is told of every request", async () => {
    const told: string[] = [];
    const governor: Governor = {
      admit: async (scope, { operation }) => {
        told.push(`admit ${scope} ${operation}`);
        return { admitted: true };
      },
      report: async (scope, { operation, result, retry }) => {
        told.push(`report ${scope} ${operation} ${result} ${retry ?? "done"}`);
        return true;
      },
    };
    const { b2b } = openClient([busy(1), answer(503), adaRead], { governor });
    await b2b.guests.get(adaId);
    expect(told).toEqual([
      "admit directory guests.get",
      "report directory guests.get throttled throttled",
      "admit directory guests.get",
      "report directory guests.get failed transient",
      "admit directory guests.get",
      "report directory guests.get accepted done",
    ]);
  });

  test("may answer by a promise that is not the language's own", async () => {
    const Foreign: PromiseConstructor = runInNewContext("Promise");
    const later = <T>(value: T) => Foreign.resolve(value);
    const governor: Governor = {
      admit: () => later({ admitted: false, waitMs: 60_000 } as const),
      report: () => later(true),
    };
    const { b2b, sent } = openClient([adaRead], { governor });
    const error = await failureOf(b2b.guests.get(adaId));
    expect(error).toMatchObject({ code: "throttled", retryAfterMs: 60_000, warnings: [] });
    expect(sent).toHaveLength(0);
  });

  test("may refuse to pay for another attempt", async () => {
    const governor: Governor = { admit: () => ({ admitted: true }), report: () => false };
    const { b2b, sent } = openClient([answer(503), adaRead], { governor });
    expect(await failureOf(b2b.guests.get(adaId))).toMatchObject({ code: "transient", attempts: 1 });
    expect(sent).toHaveLength(1);
  });
});

describe("a governor of one's own that fails", () => {
  const broken: Governor = {
    admit: () => Promise.reject(new RangeError("redis://secret@cache is down")),
    report: () => Promise.reject(new RangeError("redis://secret@cache is down")),
  };
  const warnings = [
    { code: "governor-failed", text: "the governor failed (RangeError): this call went on without it" },
  ];

  test("stops no call, turns no success into an error, and is a warning", async () => {
    const { b2b } = openClient([adaRead], { governor: broken });
    const call = b2b.guests.get(adaId);
    expect(await call).toMatchObject({ id: adaId });
    expect(await call.meta()).toMatchObject({ warnings });
  });

  test("leaves an error what it was: nobody can say whether another attempt is affordable", async () => {
    const { b2b, sent } = openClient([busy(5), adaRead], { governor: broken });
    const error = await failureOf(b2b.guests.get(adaId));
    expect(error).toMatchObject({ code: "throttled", attempts: 1, outcome: "rejected" });
    expect(sent).toHaveLength(1);
  });

  test("does not have a request leave before the service's time", async () => {
    const governor: Governor = { ...broken, report: () => true };
    const { b2b, clock, startedAt } = openClient([busy(5), adaRead], { governor });
    await b2b.guests.get(adaId);
    expect(clock.now() - startedAt).toBeGreaterThanOrEqual(5_000);
  });

  test("by throwing at once is no different", async () => {
    const throwing = () => {
      throw new Error("no");
    };
    const { b2b } = openClient([adaRead], { governor: { admit: throwing, report: throwing } });
    expect(await b2b.guests.get(adaId)).toMatchObject({ id: adaId });
  });

  test("after a call's time is over does not have it leave all the same", async () => {
    const governor: Governor = {
      admit: async () => {
        await clock.sleep(200_000);
        return { admitted: true };
      },
      report: () => true,
    };
    const { b2b, sent, clock } = openClient([adaRead], { governor });
    expect(await failureOf(b2b.guests.get(adaId))).toMatchObject({
      ...{ code: "timeout", outcome: "not-sent", attempts: 0, retryable: true },
      message: expect.stringContaining("the time of the call was over before the request could leave"),
    });
    expect(sent).toHaveLength(0);
  });
});

describe("a governor of one's own that never answers", () => {
  const never = () => new Promise<never>(() => undefined);
  const granting = () => ({ admitted: true }) as const;

  test("keeps a request until the call's time is over, and no longer; nothing was sent", async () => {
    const { b2b, sent, clock, startedAt } = openClient([adaRead], {
      governor: { admit: never, report: () => true },
    });
    const error = await failureOf(b2b.guests.get(adaId));
    expect(error).toMatchObject({ code: "timeout", outcome: "not-sent", attempts: 0 });
    expect(error.warnings).toMatchObject([{ code: "governor-failed" }]);
    expect(clock.now() - startedAt).toBe(100_000);
    expect(sent).toHaveLength(0);
    expect(clock.sleeping).toBe(0);
  });

  test("to a report keeps nobody from an answer that is there", async () => {
    const { b2b, clock, startedAt } = openClient([invited], {
      governor: { admit: granting, report: never },
    });
    expect(await b2b.invitations.create(toAda)).toMatchObject({ invitedUser: { id: adaId } });
    expect(clock.now()).toBe(startedAt);
  });

  test("to a report of trouble keeps the call for a few seconds, and the error says why nothing was sent again", async () => {
    const { b2b, clock, startedAt } = openClient([answer(503), adaRead], {
      governor: { admit: granting, report: never },
    });
    const error = await failureOf(b2b.guests.get(adaId));
    expect(error).toMatchObject({ code: "transient", attempts: 1 });
    expect(JSON.stringify(error)).toContain("the governor failed (NoAnswer)");
    expect(clock.now() - startedAt).toBe(5_000);
    expect(clock.sleeping).toBe(0);
  });
});

describe("the answer of a governor that is not checked by types", () => {
  const openWith = (admission: unknown) =>
    openClient([adaRead], { governor: { admit: () => admission as Admission, report: () => true } });

  test.each([[undefined], [true], ["yes"], [{}], [{ admitted: "no" }]])(
    "is a failure of the governor where it is %j",
    async (admission) => {
      const { b2b } = openWith(admission);
      const call = b2b.guests.get(adaId);
      expect(await call).toMatchObject({ id: adaId });
      expect(await call.meta()).toMatchObject({ warnings: [{ code: "governor-failed" }] });
    },
  );

  test.each([[{ admitted: false }], [{ admitted: false, waitMs: Number.NaN }]])(
    "is a refusal where it says so, even if it does not say for how long (%j)",
    async (admission) => {
      const { b2b, sent } = openWith(admission);
      const error = await failureOf(b2b.guests.get(adaId));
      expect(error).toMatchObject({ code: "throttled", outcome: "not-sent", retryAfterMs: undefined });
      expect(error.message).toContain("did not say when it will. Nothing was sent.");
      expect(sent).toHaveLength(0);
    },
  );
});
