import { describe, expect, test } from "vitest";
import { inviteRedirectUrl, openClient } from "../open-client.ts";

const guest = (n: number) => ({ invitedUserEmailAddress: `guest${n}@fabrikam.example`, inviteRedirectUrl });

describe("the number of objects in a directory", () => {
  test("ends at 50,000 without a domain of its own; the next invitation is limit-reached, with its remedies", async () => {
    const { b2b, contoso } = openClient();
    // The application that calls is an object too.
    contoso.members(50_000 - 2);
    const last = await b2b.invitations.create(guest(1));
    const refused = await b2b.invitations.create(guest(2)).safe();
    expect(refused.ok).toBe(false);
    if (refused.ok) return;
    expect(refused.error).toMatchObject({
      code: "limit-reached",
      outcome: "rejected",
      status: 403,
      retryable: false,
    });
    expect(refused.error.remedies?.map(({ action }) => action)).toEqual(["free-quota", "raise-quota"]);
    await expect(b2b.invitations.create(guest(1))).resolves.toMatchObject({ invitedUser: last.invitedUser });
  });

  test("is 300,000 once a domain is verified", async () => {
    const { b2b, contoso } = openClient();
    contoso.members(50_000 - 1);
    expect((await b2b.invitations.create(guest(1)).safe()).ok).toBe(false);
    contoso.domain("contoso.example");
    expect(contoso.objectLimit).toBe(300_000);
    expect((await b2b.invitations.create(guest(1)).safe()).ok).toBe(true);
  });

  test("counts a deleted guest for 30 days", async () => {
    const { b2b, contoso, world } = openClient();
    contoso.members(50_000 - 2);
    const { invitedUser } = await b2b.invitations.create(guest(1));
    await b2b.guests.delete(invitedUser.id);
    expect((await b2b.invitations.create(guest(2)).safe()).ok).toBe(false);
    await world.clock.sleep(30 * 86_400_000);
    expect((await b2b.invitations.create(guest(2)).safe()).ok).toBe(true);
  });
});
