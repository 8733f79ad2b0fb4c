import { entraTest } from "@vestibule/fake-server/vitest";
import { afterEach, describe, expect } from "vitest";
import { clientOf, mailTo } from "./client-of.ts";

const test = entraTest({ scenario: "one-tenant", realism: "documented", seed: 7 });

describe("failing", () => {
  test("tells what happened (and how)", async ({ entra }) => {
    const contoso = entra.cloud("public").tenant("contoso");
    contoso.faults.add({ match: { operation: "users.get", nth: 1 }, effect: "throttled", forMs: 1_000 });
    const b2b = clientOf(entra);
    const { invitedUser } = await b2b.invitations.create(mailTo("ada@fabrikam.example"));
    await b2b.guests.get(invitedUser.id);
    const mail = await contoso.inbox.next({ to: "ada@fabrikam.example" });
    const code = entra.redeem(mail);
    const { token } = await contoso.credential({ as: contoso.app("inviter") }).getToken();
    await entra.fetch("https://graph.microsoft.com/v1.0/users?$top=1", {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(code.accepted).toBe(true);
    expect(entra).toHaveInvited("ada@fabrikam.example", 3);
  });

  test("passes afterwards, in a world of its own", ({ entra }) => {
    expect(entra).not.toHaveInvited("ada@fabrikam.example");
  });

  test("does much", ({ entra }) => {
    for (let n = 0; n < 70; n++) entra.cloud("public").tenant("contoso").members(1);
    expect.fail("much");
  });

  test("leaves something behind", ({ entra }) => {
    entra.clock.sleep(3_600_000).then(() => entra.cloud("public").tenant("contoso").members(1));
  });

  describe("in a hook", () => {
    afterEach<{ fails?: boolean }>(() => {
      throw new Error("the hook fails");
    });
    test("fails after its end", ({ entra }) => {
      entra.cloud("public").tenant("late").members(2);
    });
  });

  test.concurrent("says of each which world it was: one", async ({ entra }) => {
    entra.cloud("public").tenant("of-one").members(1);
    await entra.clock.sleep(1_000);
    expect(entra).toHaveInvited("one@fabrikam.example");
  });

  test.concurrent("says of each which world it was: two", async ({ entra }) => {
    entra.cloud("public").tenant("of-two").members(1);
    await entra.clock.sleep(1_000);
    expect(entra).toHaveInvited("two@fabrikam.example");
  });
});
