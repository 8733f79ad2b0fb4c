import { entraTest } from "@vestibule/fake-server/vitest";
import { afterAll, describe, expect } from "vitest";
import { clientOf, mailTo } from "./client-of.ts";

let furnished = 0;
const test = entraTest({
  scenario: "one-tenant",
  realism: "documented",
  seed: 7,
  furnish: async (world) => {
    furnished++;
    await clientOf(world).invitations.create(mailTo("before@fabrikam.example"));
  },
});

const seen: string[] = [];
for (const round of ["first", "second", "third"]) {
  test(`a test finds the world as it was furnished: the ${round}`, async ({ entra }) => {
    const contoso = entra.cloud("public").tenant("contoso");
    expect(contoso.mails).toHaveLength(1);
    expect(contoso.conduct.remarks).toEqual([]);
    expect(entra.tenants).toHaveLength(1);
    contoso.faults.add({ match: { operation: "users.get", nth: 1 }, effect: "throttled", forMs: 1_000 });
    contoso.readers[0]?.hold();
    entra.cloud("china").tenant("corp");
    const { invitedUser } = await clientOf(entra).invitations.create(mailTo("ada@fabrikam.example"));
    await clientOf(entra).guests.waitUntil(invitedUser.id, "visible");
    expect(entra).toHaveInvited("ada@fabrikam.example", 1);
    seen.push(JSON.stringify([contoso.log, contoso.requests, entra.clock.now(), entra.random()]));
  });
}

test("and is the same to the last id, whichever test it is", () => {
  expect(new Set(seen).size).toBe(1);
});

describe.concurrent("tests that run at once", () => {
  const worlds = new Set<object>();
  for (const name of ["a", "b", "c"]) {
    test(`have a world each: ${name}`, async ({ entra, expect }) => {
      worlds.add(entra);
      await clientOf(entra).invitations.create(mailTo(`${name}@fabrikam.example`));
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(entra.cloud("public").tenant("contoso").mails).toHaveLength(2);
    });
  }
  afterAll(() => expect(worlds.size).toBe(3));
});

test("a new world is made where none is free, and no more", () => {
  expect(furnished).toBe(3);
});

const extended = test.extend("b2b", ({ entra }) => clientOf(entra));

extended("fixtures of one's own can be made of it", async ({ entra, b2b }) => {
  await b2b.invitations.create(mailTo("eve@fabrikam.example"));
  expect(entra).toHaveInvited("eve@fabrikam.example");
  expect(entra).not.toHaveInvited("ada@fabrikam.example");
  expect(entra).toHaveCleanConduct();
  await expect(entra).toConverge({ within: "2m" });
});

test("a test that is skipped leaves nothing behind", ({ entra, skip }) => {
  entra.cloud("public").tenant("contoso").members(5);
  skip();
});

test.fails("a test that is meant to fail is no failure", async ({ entra }) => {
  await clientOf(entra).invitations.create(mailTo("eve@fabrikam.example"));
  expect(entra).not.toHaveInvited("eve@fabrikam.example");
});
