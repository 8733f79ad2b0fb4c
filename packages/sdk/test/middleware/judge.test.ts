import { type Effect, TransportFailure } from "@vestibule/sdk";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judge } from "../../src/middleware/judge.ts";
import { answer, refusal } from "../scripted-transport.ts";

const effects = ["read", "idempotent", "once"] as const satisfies readonly Effect[];
const REFUSED = [429, 509];
const UNCERTAIN = [408, 500, 502, 503, 504];

describe("whether a request may be sent again", () => {
  test.each(REFUSED)("status %i was refused before any work, whatever the effect", (status) => {
    expect(effects.map((effect) => judge({ effect }, answer(status)))).toEqual([
      "refused",
      "refused",
      "refused",
    ]);
  });

  test("what was not sent may be sent, whatever the effect", () => {
    const verdicts = effects.map((effect) => judge({ effect }, new TransportFailure("not-sent")));
    expect(verdicts).toEqual(["undone", "undone", "undone"]);
  });

  test("what may have been carried out is harmless to send again, unless people see it twice", () => {
    const verdicts = effects.map((effect) => judge({ effect }, new TransportFailure("unknown")));
    expect(verdicts).toEqual(["harmless", "harmless", "uncertain"]);
  });

  test.each(UNCERTAIN)("status %i may have been carried out", (status) => {
    const verdicts = effects.map((effect) => judge({ effect }, answer(status)));
    expect(verdicts).toEqual(["harmless", "harmless", "uncertain"]);
  });

  test("a Retry-After on a 503 proves nothing", () => {
    expect(judge({ effect: "once" }, answer(503, undefined, { "retry-after": "1" }))).toBe("uncertain");
  });

  test("a write that the directory took back because it met another one may be sent, whatever the effect", () => {
    const takenBack = refusal(409, "Directory_ConcurrencyViolation");
    expect(effects.map((effect) => judge({ effect }, takenBack))).toEqual(["undone", "undone", "undone"]);
    expect(judge({ effect: "read" }, refusal(409, "Request_MultipleObjectsWithSameKeyValue"))).toBe("final");
  });

  test("a limit that waiting does not lift is final", () => {
    expect(judge({ effect: "read" }, refusal(429, "Request_ThrottledPermanently"))).toBe("final");
  });

  test("a success that does not say what was made is as good as none", () => {
    const creating = (effect: Effect, ids: readonly string[]) => ({ effect, created: () => ids });
    expect(judge(creating("once", []), answer(201))).toBe("uncertain");
    expect(judge(creating("idempotent", []), answer(201))).toBe("harmless");
    expect(judge(creating("once", ["1"]), answer(201))).toBe("final");
    expect(judge(creating("once", []), answer(403))).toBe("final");
  });

  test("any other status is final", () => {
    const other = fc.integer({ min: 100, max: 599 }).filter((s) => ![...REFUSED, ...UNCERTAIN].includes(s));
    fc.assert(
      fc.property(
        other,
        fc.constantFrom(...effects),
        (s, effect) => judge({ effect }, answer(s)) === "final",
      ),
    );
  });
});
