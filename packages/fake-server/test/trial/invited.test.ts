import { assertInvited } from "@vestibule/fake-server/testing";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { inviteRedirectUrl, openClient } from "../open-client.ts";

const to = (invitedUserEmailAddress: string, sendInvitationMessage = true) => ({
  ...{ invitedUserEmailAddress, inviteRedirectUrl, sendInvitationMessage },
});
const saying = (subject: unknown, address: string, times?: number) => {
  try {
    assertInvited(subject as never, address, times);
  } catch (error) {
    return (error as Error).message;
  }
  return "";
};

describe("assertInvited", () => {
  test("counts the invitations to an address, mailed or not, whatever its case", async () => {
    const { b2b, contoso, world } = openClient();
    await b2b.invitations.create(to("ada@fabrikam.example"));
    await b2b.invitations.create(to("Ada@Fabrikam.example", false));
    await b2b.invitations.create(to("bo@fabrikam.example"));
    assertInvited(contoso, "ADA@fabrikam.example", 2);
    assertInvited(world, "ada@fabrikam.example");
    assertInvited(world, "bo@fabrikam.example", 1);
    assertInvited(world, "eve@fabrikam.example", 0);
    expect(saying(contoso, "ada@fabrikam.example", 1)).toBe(
      [
        "expected contoso to have invited ada@fabrikam.example 1 time, but it has 2 times:",
        "  contoso  commit 2 by app/inviter, request 0, answered with 201: mailed",
        "  contoso  commit 3 by app/inviter, request 1, answered with 201: not mailed",
        "Look at: tenant.mails, tenant.log and tenant.requests",
      ].join("\n"),
    );
  });

  test("tells who was invited instead, and what became of the attempts", async () => {
    const { b2b, contoso } = openClient({}, { retry: false });
    await b2b.invitations.create(to("bo@fabrikam.example"));
    contoso.faults.add({ match: { nth: 1 }, effect: "throttled", forMs: 1_000 });
    await failureOf(b2b.invitations.create(to("ada@fabrikam.example")));
    expect(saying(contoso, "ada@fabrikam.example")).toBe(
      [
        "expected contoso to have invited ada@fabrikam.example, but it has not",
        "Invited were: bo@fabrikam.example",
        "Invitations that failed:",
        "  contoso  request 1 by app/inviter, answered with 429 TooManyRequests (fault throttled)",
        "Look at: tenant.mails, tenant.log and tenant.requests",
      ].join("\n"),
    );
  });

  test.each(["reset-after-commit", "unavailable-after-commit"] as const)(
    "takes one that was asked for again without a mail, because of %s, for the same",
    async (effect) => {
      const { b2b, contoso } = openClient();
      contoso.faults.add({ match: { nth: 1 }, effect });
      await b2b.invitations.create(to("ada@fabrikam.example"));
      expect(contoso.log.filter(({ operation }) => operation === "invitations.create")).toHaveLength(2);
      assertInvited(contoso, "ada@fabrikam.example", 1);
      expect(saying(contoso, "ada@fabrikam.example", 2)).toContain(
        "not mailed; the one before, asked for again because no answer had come",
      );
    },
  );

  test("takes a second mail for a second invitation, whatever became of the first", async () => {
    const { b2b, contoso } = openClient({}, { retry: false });
    contoso.faults.add({ match: { nth: 1 }, effect: "reset-after-commit" });
    await failureOf(b2b.invitations.create(to("ada@fabrikam.example")));
    await b2b.invitations.create(to("ada@fabrikam.example"));
    assertInvited(contoso, "ada@fabrikam.example", 2);
    expect(saying(contoso, "ada@fabrikam.example", 1)).toContain(
      [
        "  contoso  commit 2 by app/inviter, request 0, no answer (fault reset-after-commit): mailed",
        "  contoso  commit 3 by app/inviter, request 1, answered with 201: mailed",
      ].join("\n"),
    );
  });

  test("knows whom an invitation was for once the guest is deleted", async () => {
    const { b2b, contoso } = openClient();
    const { invitedUser } = await b2b.invitations.create(to("ada@fabrikam.example"));
    await b2b.guests.delete(invitedUser.id);
    assertInvited(contoso, "ada@fabrikam.example", 1);
  });

  test("does not count guests who were there all along", () => {
    const { contoso } = openClient();
    contoso.guests(3);
    expect(saying(contoso, "ada@fabrikam.example")).toContain("Invited were: nobody");
  });

  test.each([
    ["ada", undefined, "assertInvited takes an address, for example ada@fabrikam.example"],
    [undefined, undefined, "takes an address"],
    ["ada@fabrikam.example", -1, "as a whole number from 0"],
    ["ada@fabrikam.example", 1.5, "as a whole number from 0"],
  ])("refuses %j, %j", (address, times, message) => {
    expect(saying(openClient().world, address as string, times)).toContain(message);
  });

  test.each([
    [undefined, "not at undefined"],
    ["contoso", "not at a string"],
    [{}, "not at another object"],
    [Promise.resolve(), "not at a promise; await it first"],
  ])("looks at nothing but a world or a tenant: %j", (subject, message) => {
    expect(saying(subject, "ada@fabrikam.example")).toBe(
      `assertInvited looks at a world or a tenant, ${message}`,
    );
  });
});
