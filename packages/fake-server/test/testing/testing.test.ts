import { worldPerTest } from "@vestibule/fake-server/testing";
import { expect, test } from "vitest";
import { againIn, reportIn, runNodeTest } from "../vitest/run-vitest.ts";

test("under node:test, every test has a world as it was furnished, and those that run at once one each", async () => {
  const { code, text } = await runNodeTest(["passing.case.ts"]);
  expect(text).toMatch(/pass 5\n.*fail 0/);
  expect(text).not.toContain("vestibule:");
  expect(code).toBe(0);
});

test("under node:test, what fails tells what happened, and fails the same way by the command that it tells", async () => {
  const name = "nobody is invited (yet)";
  const { code, text } = await runNodeTest(["failing.case.ts"]);
  expect(code).toBe(1);
  expect(text).toMatch(/pass 0\n.*fail 2/);
  const report = reportIn(text, name);
  expect(report).toContain("made of    seed of old, scenario one-tenant");
  expect(report).toMatch(/commit 6 {4}app\/inviter {2}invitations\.create: user, ticket, mail/);
  expect(text).not.toMatch(/redeem\?rd|ticket%3d|ticket=/i);
  const { seed, args } = againIn(report);
  expect([seed, ...args.slice(0, 2)]).toEqual(["of old", "node", "--test"]);
  const again = await runNodeTest(args.slice(2), { VESTIBULE_SEED: seed });
  expect(again.text).toMatch(/pass 0\n.*fail 1/);
  expect(reportIn(again.text, name)).toBe(report);
  const nested = againIn(reportIn(text, "a suite > leaves something behind"));
  expect((await runNodeTest(nested.args.slice(2))).text).toMatch(/pass 0\n.*fail 1/);
});

test("what stands where a test has to be is refused at once", () => {
  const inWorld = worldPerTest();
  expect(() => inWorld("a name" as never)).toThrow("a test has to be a function of a world");
});

test.each([
  [[null], "takes an object"],
  [[{ realism: "documentd" }], 'instant or documented: not "documentd"'],
  [[{ scenario: "one-tennant" }], 'there is no scenario "one-tennant"; there are empty, one-tenant'],
  [[{ scenario: { clouds: { public: { contoso: { member: 1 } } } } }], "clouds.public.contoso has no"],
  [[{ seed: Number.NaN }], "seed is a number or a text, not NaN"],
  [[{ furnish: true }], "furnish has to be a function of a world"],
  [[{ clock: {} }], 'no option "clock"; it has scenario, seed, realism, furnish'],
])("a plan that cannot be meant is refused: %j", ([plan], message) => {
  expect(() => worldPerTest(plan as object)).toThrow(message);
});

test("what furnishing leaves behind fails the test that wanted the world", async () => {
  const inWorld = worldPerTest({
    furnish: (world) => {
      void world.clock.sleep(1_000);
    },
  });
  await expect(inWorld(() => {})()).rejects.toThrow("furnish ended while 1 wait is pending");
});

test("a world in which somebody went on after their test is given to nobody", async () => {
  const inWorld = worldPerTest({ scenario: "one-tenant" });
  const lent: object[] = [];
  await inWorld((entra) => lent.push(entra))();
  await inWorld((entra) => {
    lent.push(entra);
    entra.cloud("public").tenant("contoso").members(1);
  })();
  expect(lent[1]).toBe(lent[0]);
  const [first] = lent as [{ cloud(id: string): { tenant(name: string): { members(n: number): void } } }];
  first.cloud("public").tenant("contoso").members(1);
  await inWorld((entra) => lent.push(entra))();
  expect(lent[2]).not.toBe(lent[0]);
});
