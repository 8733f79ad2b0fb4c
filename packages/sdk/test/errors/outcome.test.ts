import { type InvitationInput, type Outcome, TransportFailure } from "@vestibule/sdk";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { adaId, mailToAda, toAda } from "../graph-answers.ts";
import { openClient } from "../open-client.ts";
import { answer, type Step } from "../scripted-transport.ts";
import { seededRandom } from "../seeded-random.ts";

const trouble = answer(503);
const throttled = answer(429, undefined, { "retry-after": "1" });
const forbidden = answer(403);
const reset = new TransportFailure("unknown", {
  cause: Object.assign(new Error("x"), { code: "ECONNRESET" }),
});
const refused = new TransportFailure("not-sent", {
  cause: Object.assign(new Error("x"), { code: "ECONNREFUSED" }),
});

const BADNESS: readonly Outcome[] = ["not-sent", "rejected", "unknown"];

describe("what became of a write", () => {
  test.each<[string, readonly Step[], Outcome]>([
    ["was refused", [forbidden], "rejected"],
    ["was refused after it was throttled", [throttled, throttled, forbidden], "rejected"],
    ["was refused after it had not been sent", [refused, forbidden], "rejected"],
    ["may have been carried out before it was refused", [trouble, forbidden], "unknown"],
    ["may have arrived before it was refused", [reset, throttled, forbidden], "unknown"],
    ["may have been carried out before nobody answered any more", [trouble, refused], "unknown"],
    ["never got through", [refused], "not-sent"],
    ["was accepted with an answer that does not fit", [answer(201, {})], "unknown"],
  ])("is told where it %s", async (_, steps, outcome) => {
    const { b2b } = openClient(steps);
    expect(await failureOf(b2b.invitations.create(toAda))).toMatchObject({ outcome });
  });

  test("is the worst that any of its attempts has left behind", async () => {
    const kinds: readonly (readonly [Step, Outcome])[] = [
      [trouble, "unknown"],
      [throttled, "rejected"],
      [reset, "unknown"],
      [refused, "not-sent"],
    ];
    const scripts = fc.array(fc.constantFrom(...kinds), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(scripts, fc.boolean(), fc.nat(), async (script, withMail, seed) => {
        const steps: (readonly [Step, Outcome])[] = [...script, [forbidden, "rejected"]];
        const { b2b, sent } = openClient(
          steps.map(([step]) => step),
          { random: seededRandom(seed) },
        );
        const error = await failureOf(b2b.invitations.create(withMail ? mailToAda : toAda));
        const left = steps.slice(0, sent.length).map(([, outcome]) => BADNESS.indexOf(outcome));
        expect(error.outcome).toBe(BADNESS[Math.max(...left)]);
        expect(error.attempts).toBe(sent.length);
        const mails = sent.map(({ body }) => (body as InvitationInput).sendInvitationMessage === true);
        const uncertain = left.indexOf(BADNESS.indexOf("unknown"));
        if (uncertain >= 0) expect(mails.slice(uncertain + 1)).not.toContain(true);
      }),
    );
  });

  test("is not forgotten when there is no token for another attempt", async () => {
    let tokens = 0;
    const credential = () => (++tokens === 1 ? "first" : Promise.reject(new Error("the vault is closed")));
    const { b2b } = openClient([trouble], { credential });
    const error = await failureOf(b2b.invitations.create(toAda));
    expect(error).toMatchObject({ code: "unauthenticated", outcome: "unknown", attempts: 1 });
  });

  test("is not forgotten when the caller gives up while waiting", async () => {
    const controller = new AbortController();
    const { b2b, clock, sent } = openClient([reset, answer(429, undefined, { "retry-after": "60" })]);
    const error = failureOf(b2b.invitations.create(toAda, { signal: controller.signal }));
    while (sent.length < 2) await clock.sleep(1);
    controller.abort();
    expect(await error).toMatchObject({ code: "aborted", outcome: "unknown", attempts: 2 });
  });

  test("is nothing, of a read", async () => {
    const { b2b } = openClient([trouble, answer(404)]);
    expect(await failureOf(b2b.guests.get(adaId))).toMatchObject({ outcome: "rejected" });
  });
});
