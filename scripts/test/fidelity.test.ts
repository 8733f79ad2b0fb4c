import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { evidenceIn } from "../tables/evidence.ts";
import { areas, behaviourOfTheFake, type Claim, problemsOf } from "../tables/fidelity/index.ts";

const evidence = evidenceIn(join(import.meta.dirname, "../.."));
const behaviour = behaviourOfTheFake(evidence);
const [first] = areas.flatMap(({ claims }) => claims);

/** What keeps the table from being written where the first claim is another one. */
function problemsWhereFirst(change: Partial<Claim>): readonly string[] {
  const claims = areas.flatMap((area) => area.claims);
  const changed = claims.map((one) => (one === first ? { ...one, ...change } : one));
  return problemsOf([{ title: "All", claims: changed }], behaviour, evidence);
}

describe("the witness of the fake", () => {
  test("stands for every operation that it answers and every reason for which it refuses", () => {
    expect(problemsOf(areas, behaviour, evidence)).toEqual([]);
    expect(behaviour.operations).toContain("POST /invitations");
    expect(behaviour.operations.length).toBeGreaterThan(150);
    expect(behaviour.refusals).toContain("quota-exceeded");
    expect(behaviour.refusals.length).toBeGreaterThan(40);
  });

  test("is missed where the fake does something new", () => {
    const more = {
      operations: [...behaviour.operations, "GET /news"],
      refusals: [...behaviour.refusals, "tired"],
    };
    expect(problemsOf(areas, more, evidence)).toEqual([
      "no claim is about GET /news",
      'no claim is about the refusal "tired"',
    ]);
  });

  test.each<[string, Partial<Claim>, string]>([
    ["a claim that says nothing", { says: "" }, "says nothing"],
    [
      "a page that is no address",
      { source: { mark: "documented", at: "page", read: "" } },
      "page is no address",
    ],
    [
      "a page without the day on which it was read",
      { source: { mark: "documented", at: "https://learn.microsoft.com/graph", read: "" } },
      '"" is no day on which it was read',
    ],
    [
      "a page that was read on no day that there is",
      { source: { mark: "documented", at: "https://learn.microsoft.com/graph", read: "2026-13-01" } },
      '"2026-13-01" is no day on which it was read',
    ],
    ["a report of nobody's", { source: { mark: "reported", by: " " } }, "nobody is named who has seen it"],
    [
      "a guess without a reason",
      { source: { mark: "assumed", because: "" } },
      "no reason is given for what is assumed",
    ],
    ["no test", { shownBy: [] }, "no test shows it"],
    [
      "a test that there is not",
      { shownBy: [{ file: "x.test.ts", test: "y" }] },
      "there is no file packages/x.test.ts",
    ],
    [
      "an operation that there is not",
      { operations: ["POST /invitations", "GET /x"] },
      "the fake does not answer GET /x",
    ],
    ["an operation that it no more stands for", { operations: [] }, "no claim is about POST /invitations"],
    ["a refusal that there is not", { refusals: ["moody"] }, 'the fake has no refusal "moody"'],
  ])("is refused for %s", (_, change, problem) => {
    expect(problemsWhereFirst(change).join()).toContain(problem);
  });
});
