import { describe, expect, test } from "vitest";
import { type Case, foreseen, gravest } from "./case.ts";
import type { Situation } from "./situation.ts";

/** Who is here already is judged at sign-in as the account that it is. */
const cases: readonly Case[] = [
  [
    "an external member, where external members alone are asked",
    { holder: "external member", mfa: "asked of external members alone" },
    "double-mfa: caution",
    "invited",
  ],
  [
    "a guest, where external members alone are asked",
    { holder: "accepted guest", mfa: "asked of external members alone" },
    "already-in-directory: info",
    "invited",
  ],
  [
    "a guest who is to be reset, where guests alone are asked",
    { reset: "a guest", mfa: "asked of guests alone" },
    "double-mfa: caution",
    "invited",
  ],
  [
    "a guest whom the policy leaves out",
    { holder: "accepted guest", mfa: "asked of all but one who is here" },
    "already-in-directory: info",
    "invited",
  ],
  [
    "a guest whom the policy names",
    { holder: "accepted guest", mfa: "asked of one who is here" },
    "double-mfa: caution",
    "invited",
  ],
  [
    "somebody new, where the policy names another",
    { mfa: "asked of one who is here" },
    "directory-limit: info",
    "invited",
  ],
  [
    "a guest of one's own organisation, who is asked once",
    { domain: "own", holder: "accepted guest", mfa: "asked" },
    "already-in-directory: info",
    "invited",
  ],
];

test("a preflight foresees nothing of a guest's sign-in of a member, who is not invited", async () => {
  const { report } = await foreseen({ holder: "member", mfa: "asked of all but one who is here" });
  expect(report.findings.map(({ limitation }) => limitation)).not.toContain("double-mfa");
  const asked = await foreseen({ holder: "member", mfa: "asked" });
  expect(asked.report.findings.map(({ limitation }) => limitation)).not.toContain("double-mfa");
});

test("a preflight leaves open what turns on who has the address already, where nobody may look", async () => {
  const forbidden: Situation["forbidden"] = ["preflight.findByAddress"];
  for (const mfa of ["asked of guests alone", "asked of one who is here"] as const) {
    const { report } = await foreseen({ holder: "external member", mfa, forbidden });
    const found = report.findings.filter(({ limitation }) => limitation === "double-mfa");
    expect(found).toMatchObject([
      { severity: "info", observed: expect.stringContaining("whether somebody has the address already") },
    ]);
  }
  const { report } = await foreseen({ mfa: "asked", forbidden });
  expect(report.findings).toContainEqual(
    expect.objectContaining({ limitation: "double-mfa", severity: "caution" }),
  );
});

describe("a preflight by the account that the invitation goes to", () => {
  test.each(cases)("of %s", async (_, changes, expected, outcome) => {
    const { report, answer } = await foreseen(changes);
    expect([gravest(report), answer.ok ? "invited" : "refused"]).toEqual([expected, outcome]);
  });
});
