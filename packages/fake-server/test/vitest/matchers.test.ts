import "@vestibule/fake-server/vitest";
import { describe, expect, test } from "vitest";
import { openCallers } from "../conduct/calls.ts";
import { rejectionOf } from "../failure-of.ts";
import { inviteRedirectUrl, openClient } from "../open-client.ts";

const ada = { invitedUserEmailAddress: "ada@fabrikam.example", inviteRedirectUrl };
const said = (work: () => void) => {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  return "";
};

describe("the matchers", () => {
  test("say, where something should not be, that it is", async () => {
    const { b2b, contoso, world } = openClient();
    await b2b.invitations.create(ada);
    expect(said(() => expect(contoso).not.toHaveInvited("ada@fabrikam.example"))).toBe(
      [
        "expected contoso not to have invited ada@fabrikam.example, but it has:",
        "  contoso  commit 2 by app/inviter, request 0, answered with 201: not mailed",
        "Look at: tenant.mails, tenant.log and tenant.requests",
      ].join("\n"),
    );
    expect(said(() => expect(world).not.toHaveCleanConduct())).toBe(
      "expected the conduct of the clients of the world to give rise to a remark, and it gave rise to none",
    );
    expect(said(() => expect(world).not.toSatisfySession("read-your-writes"))).toBe(
      "expected read-your-writes to be broken for some answer of the world to every caller, but it was kept",
    );
    expect(await rejectionOf(expect(world).not.toConverge({ within: "1s" }))).toHaveProperty(
      "message",
      "expected the world not to converge within 1s, but every instance had applied everything after 0 ms",
    );
  });

  test("say what the conduct of clients gave rise to, and in which tenant", async () => {
    const { world, contoso, ask } = openCallers();
    contoso.faults.add({ effect: "throttled", times: 1 });
    await ask("GET", "/users");
    await ask("GET", "/users");
    expect(said(() => expect(world).toHaveCleanConduct())).toBe(
      [
        "expected the conduct of the clients of the world to be clean, but there is 1 remark:",
        "  contoso  early-retry  app/crm, request 1: users.list was sent again 3000 ms before the time that Retry-After had set; wait at least as long as the service says",
        "Look at: tenant.conduct.remarks, and tenant.requests by the numbers that they name",
      ].join("\n"),
    );
  });

  test("know nothing but worlds and tenants", () => {
    // @ts-expect-error a client is neither
    expect(said(() => expect(openClient().b2b).toHaveCleanConduct())).toBe(
      "toHaveCleanConduct looks at a world or a tenant, not at another object",
    );
  });

  test("wait on the world's time by themselves", async () => {
    const { b2b, contoso } = openClient({ realism: "documented" });
    await b2b.invitations.create(ada);
    await expect(contoso).not.toConverge({ within: 1 });
    await expect(contoso).toConverge({ within: "2m" });
  });
});
