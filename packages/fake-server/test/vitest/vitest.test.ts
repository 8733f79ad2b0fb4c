import { beforeAll, describe, expect, test } from "vitest";
import { againIn, type Ran, reportIn, runVitest } from "./run-vitest.ts";

let failing: Ran;
const NAME = "failing > tells what happened (and how)";

beforeAll(async () => {
  failing = await runVitest(["failing"]);
}, 60_000);

describe("entraTest", () => {
  test("gives every test a world as it was furnished, and tests that run at once one each", async () => {
    const { code, text } = await runVitest(["passing"]);
    expect(text).toContain("9 passed | 1 expected fail | 1 skipped");
    expect(text).not.toContain("vestibule:");
    expect(code).toBe(0);
  });

  test("refuses a plan that cannot be meant before any test runs, with what there is", async () => {
    const { code, text } = await runVitest(["options"]);
    expect(text).toContain(
      'TypeError: entraTest has no option "realsim"; it has scenario, seed, realism, furnish',
    );
    expect(code).toBe(1);
  });

  test.each([
    ["42", "42"],
    ["-1", "-1"],
    ["007", '"007"'],
    ["nightly-7", '"nightly-7"'],
    [" ", "1"],
  ])("takes the seed of the environment before its own: %j", async (VESTIBULE_SEED, told) => {
    expect((await runVitest(["seed"], { VESTIBULE_SEED })).text).toContain(`seed ${told}\n`);
  });
});

describe("a test that fails", () => {
  test("tells what its world is made of, how to run it again, and what happened there", () => {
    const report = reportIn(failing.text, NAME);
    expect(report).toContain("made of    seed 7, scenario one-tenant, realism documented");
    expect(report).toContain(
      "run again  VESTIBULE_SEED=7 npx vitest run failing.case.ts -t '^failing > tells what happened \\(and how\\)$'",
    );
    expect(report).toMatch(
      /\+0\.000 s {2}contoso {2}request 0 {3}app\/inviter {2}POST \/v1\.0\/invitations -> 201, by graph\/\w+-\d, wrote 6/,
    );
    expect(report).toMatch(
      /commit 6 {4}app\/inviter {2}invitations\.create: user, ticket, mail; [0-9a-f-]{36}/,
    );
    expect(report).toMatch(/request 1 .* -> 429 TooManyRequests, FAULT throttled/);
    expect(report).toMatch(/request 2 .* -> 404 Request_ResourceNotFound, by \S+, stale: it has 5 of 6/);
    expect(report).toMatch(/contoso: of 11 commits, .*index\/weu has applied 5/);
    expect(report).toMatch(/contoso: seed 7, 1 fault:\n +request +1 {2}users\.get +throttled \(1000 ms\)/);
  });

  test("orders what happened as it did", () => {
    const kinds = reportIn(failing.text, NAME).match(/(?:request|commit) \d+(?= {3,4}\S+ {2})/g);
    expect(kinds?.slice(0, 4)).toEqual(["request 0", "commit 6", "request 1", "request 2"]);
  });

  test("tells no link, no code and no token", () => {
    expect(failing.text).toContain("passcodeMail");
    expect(failing.text).not.toMatch(/redeem\?rd|ticket%3d|ticket=/i);
    expect(failing.text).not.toMatch(/eyJ[\w-]{10}|bearer/i);
    expect(failing.text).not.toMatch(/\b\d{8}\b/);
  });

  test("says in its error what was expected, what happened, and what to look at", () => {
    expect(failing.text).toContain(
      [
        "Error: expected the world to have invited ada@fabrikam.example 3 times, but it has 1 time:",
        "  contoso  commit 6 by app/inviter, request 0, answered with 201: mailed",
        "Look at: tenant.mails, tenant.log and tenant.requests",
      ].join("\n"),
    );
  });

  test("fails the same way, to the last line, by the command that it tells", async () => {
    const report = reportIn(failing.text, NAME);
    const { seed, args } = againIn(report);
    expect(args.slice(0, 3)).toEqual(["npx", "vitest", "run"]);
    const again = await runVitest(args.slice(3), { VESTIBULE_SEED: seed });
    expect(again.text).toMatch(/Tests {2}1 failed \| \d skipped/);
    expect(reportIn(again.text, NAME)).toBe(report);
  });

  test("tells the last sixty events, and all of them where that is asked for", async () => {
    const few = reportIn(failing.text, "failing > does much");
    expect(few).toContain("left out   the first 10 lines; VESTIBULE_TRACE=all shows them");
    expect(few.match(/commit \d+/g)).toHaveLength(60);
    const all = await runVitest(againIn(few).args.slice(3), { VESTIBULE_TRACE: "all" });
    expect(reportIn(all.text, "failing > does much").match(/commit \d+/g)).toHaveLength(70);
  });

  test("leaves its world to itself: the next one gets a new one", () => {
    expect(failing.text).toContain("✓ passes afterwards, in a world of its own");
  });

  test("may fail by a hook: what happened is told all the same", () => {
    expect(reportIn(failing.text, "failing > in a hook > fails after its end")).toMatch(
      /late {2}commit 1 .* 2 × user/,
    );
  });

  test("tells of its own world where others run at once", () => {
    for (const name of ["one", "two"]) {
      const report = reportIn(failing.text, `failing > says of each which world it was: ${name}`);
      expect(report).toContain(`of-${name}  commit 1`);
      expect(report).not.toContain(`of-${name === "one" ? "two" : "one"}`);
    }
  });

  test("fails because something that it began goes on", () => {
    expect(failing.text).toContain("Error: the test ended while 1 wait is pending on the world's clock");
    expect(reportIn(failing.text, "failing > leaves something behind")).toContain(
      "nothing was sent, and nothing was written",
    );
  });

  test("is the only one that tells: six fail, six report", () => {
    expect(failing.text).toContain("Tests  6 failed | 1 passed (7)");
    expect(failing.text.match(/vestibule: what happened/g)).toHaveLength(6);
  });
});
