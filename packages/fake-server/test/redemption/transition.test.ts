import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RedemptionRecord } from "../../src/directory/index.ts";
import { opened, type RedemptionEvent, transition } from "../../src/redemption/machine.ts";

const START = 1_000;
const account = { kind: "organisation", address: "ada@fabrikam.example", issuer: "ExternalAzureAD" } as const;
const here = { tenant: "resource", kind: "mfa", askedBy: ["a policy"], outcome: "passed" } as const;
const events: Readonly<Record<RedemptionEvent["kind"], RedemptionEvent>> = {
  "passcode-sent": { kind: "passcode-sent", code: "12345678" },
  "signed-in": { kind: "signed-in", account },
  consented: { kind: "consented" },
  "challenge-passed": { kind: "challenge-passed", challenge: here },
  accepted: { kind: "accepted" },
  refused: { kind: "refused", exit: { because: "consent-refused", error: "AADSTS65004" } },
};
const opening = { userId: "ada", ticket: 0, mishap: null };
const first = opened(opening, undefined, START);

/** Where each state may lead, as a reader of Microsoft's pages would draw it. */
const MAP: Readonly<Record<RedemptionRecord["state"], readonly string[]>> = {
  viewed: ["passcode-sent", "signed-in", "refused"],
  "passcode-sent": ["passcode-sent", "signed-in", "refused"],
  "signed-in": ["consented", "refused"],
  consented: ["challenge-passed", "accepted", "refused"],
  accepted: [],
  refused: [],
};

describe("the machine of a redemption", () => {
  test.each(Object.entries(MAP))("lets a redemption that is %s go just where it may", (state, possible) => {
    const record = { ...first, state: state as RedemptionRecord["state"] };
    const taken = Object.values(events).filter((event) => {
      try {
        transition(record, event, START);
        return true;
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
        return false;
      }
    });
    expect(taken.map(({ kind }) => kind).toSorted()).toEqual([...possible].toSorted());
  });

  test("reaches acceptance by signing in and consenting alone, whatever is thrown at it", () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.values(events)), { maxLength: 30 }), (thrown) => {
        let record = first;
        const happened: string[] = [];
        for (const [n, event] of thrown.entries()) {
          const before = structuredClone(record);
          const next = attempt(record, event, START + n);
          // What was there is never changed, by what is taken no more than by what is not.
          expect(record).toEqual(before);
          if (next === undefined) continue;
          expect(next).toMatchObject({ steps: record.steps + 1, since: START + n });
          happened.push(event.kind);
          record = next;
        }
        if (record.state === "accepted") {
          accepted++;
          expect(happened).not.toContain("refused");
          expect(happened.indexOf("signed-in")).toBeGreaterThanOrEqual(0);
          expect(happened.indexOf("consented")).toBeGreaterThan(happened.indexOf("signed-in"));
          expect(record.account).toEqual(account);
        }
        expect(record.exit !== null).toBe(record.state === "refused");
      }),
      { numRuns: 2_000 },
    );
    expect(accepted).toBeGreaterThan(20);
  });

  test("keeps a code until somebody signs in with it, and no longer", () => {
    const sent = transition(first, events["passcode-sent"], START);
    expect(sent.passcode).toEqual({ code: "12345678", sentAt: START });
    expect(transition(sent, events["signed-in"], START).passcode).toBeNull();
  });

  test("keeps a second factor over visits, but one that was registered here alone", () => {
    const atHome: RedemptionEvent = { kind: "challenge-passed", challenge: { ...here, tenant: "home" } };
    const terms: RedemptionEvent = { kind: "challenge-passed", challenge: { ...here, kind: "terms" } };
    const consented: RedemptionRecord = { ...first, state: "consented" };
    for (const event of [atHome, terms]) expect(transition(consented, event, 1).hasFactorHere).toBe(false);
    const registered = transition(consented, events["challenge-passed"], 1);
    const again = opened(opening, transition(registered, events.refused, 2), 3);
    expect(again).toMatchObject({ hasFactorHere: true, challenges: [], exit: null, state: "viewed" });
  });
});

function attempt(record: RedemptionRecord, event: RedemptionEvent, at: number): RedemptionRecord | undefined {
  try {
    return transition(record, event, at);
  } catch {
    return undefined;
  }
}
