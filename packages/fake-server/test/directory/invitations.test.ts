import { B2BError } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { inviteRedirectUrl, openClient } from "../open-client.ts";

const ada = { invitedUserEmailAddress: "ada@fabrikam.example", inviteRedirectUrl };

async function refusal(promise: Promise<unknown>): Promise<B2BError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof B2BError) return error;
  throw new Error("nothing was refused");
}

describe("an invitation", () => {
  test("makes a guest under a name of the resource tenant, who has not accepted yet", async () => {
    const { b2b, world } = openClient();
    const { invitedUser, status } = await b2b.invitations.create(ada);
    expect(status).toBe("PendingAcceptance");
    const guest = await b2b.guests.get(invitedUser.id, {
      select: [
        "userPrincipalName",
        "userType",
        "creationType",
        "externalUserState",
        "proxyAddresses",
        "identities",
        "displayName",
        "createdDateTime",
      ],
    });
    const userPrincipalName = "ada_fabrikam.example#EXT#@contoso.onmicrosoft.com";
    expect(guest).toEqual({
      userPrincipalName,
      userType: "Guest",
      creationType: "Invitation",
      externalUserState: "PendingAcceptance",
      proxyAddresses: ["SMTP:ada@fabrikam.example"],
      identities: [
        {
          signInType: "userPrincipalName",
          issuer: "contoso.onmicrosoft.com",
          issuerAssignedId: userPrincipalName,
        },
      ],
      displayName: "ada",
      createdDateTime: new Date(world.clock.now()).toISOString().replace(".000", ""),
    });
  });

  test("of the same address again answers with the same guest and another link", async () => {
    const { b2b } = openClient();
    const first = await b2b.invitations.create(ada);
    const second = await b2b.invitations.create({ ...ada, invitedUserEmailAddress: "ADA@fabrikam.example" });
    expect(second.invitedUser).toEqual(first.invitedUser);
    expect(second.id).not.toBe(first.id);
    expect(second.inviteRedeemUrl).not.toBe(first.inviteRedeemUrl);
  });

  test("after the guest was deleted makes another guest", async () => {
    const { b2b } = openClient();
    const first = await b2b.invitations.create(ada);
    await b2b.guests.delete(first.invitedUser.id);
    const second = await b2b.invitations.create(ada);
    expect(second.invitedUser.id).not.toBe(first.invitedUser.id);
    expect((await refusal(b2b.guests.get(first.invitedUser.id))).code).toBe("not-found");
  });

  test("sends one mail when asked to, and none otherwise", async () => {
    const { b2b, contoso } = openClient();
    await b2b.invitations.create(ada);
    expect(contoso.mails).toEqual([]);
    await b2b.invitations.create({
      ...ada,
      sendInvitationMessage: true,
      invitedUserMessageInfo: {
        customizedMessageBody: "Come in.",
        ccRecipients: [{ emailAddress: { address: "host@contoso.example" } }],
      },
    });
    expect(contoso.mails).toMatchObject([
      {
        from: "invites@microsoft.com",
        to: "ada@fabrikam.example",
        cc: "host@contoso.example",
        // No person stands behind an application's words.
        text: null,
      },
    ]);
  });

  test("of an enabled member's address is a conflict", async () => {
    const { b2b, contoso } = openClient();
    contoso.domain("contoso.example").user("mia@contoso.example");
    const error = await refusal(
      b2b.invitations.create({ ...ada, invitedUserEmailAddress: "mia@contoso.example" }),
    );
    expect(error).toMatchObject({ code: "conflict", outcome: "rejected", status: 400, retryable: false });
  });

  test("of an address in the tenant's own domain is refused", async () => {
    const { b2b, contoso } = openClient();
    contoso.domain("contoso.example");
    const error = await refusal(
      b2b.invitations.create({ ...ada, invitedUserEmailAddress: "new@contoso.example" }),
    );
    expect(error).toMatchObject({ code: "rejected-input", status: 400 });
    expect(error.message).toContain("verified domain of this directory");
  });

  test("of a blocked guest is refused", async () => {
    const { b2b } = openClient();
    const { invitedUser } = await b2b.invitations.create(ada);
    await b2b.guests.update(invitedUser.id, { accountEnabled: false });
    const error = await refusal(b2b.invitations.create(ada));
    expect(error.code).toBe("conflict");
    expect(error.message).toContain("blocked from signing in");
  });

  test("across a cloud's boundary is refused by the service, where nobody asked the SDK to look before", async () => {
    const { b2b, world } = openClient();
    world.cloud("usgov").tenant("agency").domain("agency.example");
    const error = await refusal(
      b2b.invitations.create({ ...ada, invitedUserEmailAddress: "sam@agency.example" }),
    );
    expect(error).toMatchObject({ code: "cloud-boundary", outcome: "rejected" });
    expect(error.remedies?.map(({ action }) => action)).toEqual(["ask-for-other-address", "create-member"]);
  });

  test("between the two US government clouds is not across a boundary", async () => {
    const { world } = openClient();
    world.cloud("usgov-dod").tenant("base").domain("base.example");
    const agency = world.cloud("usgov").tenant("agency");
    const other = openClient(
      {},
      { transport: agency.transport({ as: agency.app("inviter") }), clock: world.clock },
    );
    const invited = await other.b2b.invitations.create({
      ...ada,
      invitedUserEmailAddress: "sam@base.example",
    });
    expect(invited.inviteRedeemUrl).toMatch(
      /^https:\/\/login\.microsoftonline\.us\/redeem\?rd=https%3a%2f%2f/,
    );
  });

  test("with a reset lets an accepted guest redeem anew, under the same id", async () => {
    const { b2b, world } = openClient();
    const first = await b2b.invitations.create(ada);
    expect(world.redeem(first.inviteRedeemUrl ?? "").accepted).toBe(true);
    const { invitedUser } = first;
    const again = await b2b.invitations.create({ ...ada, resetRedemption: true, invitedUser });
    expect(again.invitedUser.id).toBe(invitedUser.id);
    expect(await b2b.guests.get(invitedUser.id)).toMatchObject({ externalUserState: "PendingAcceptance" });
  });

  test("with a reset to an address that is not the guest's is refused", async () => {
    const { b2b } = openClient();
    const { invitedUser } = await b2b.invitations.create(ada);
    const reset = {
      invitedUserEmailAddress: "eve@fabrikam.example",
      inviteRedirectUrl,
      resetRedemption: true,
      invitedUser,
    };
    expect((await refusal(b2b.invitations.create(reset))).message).toContain("doesn’t match any emails");
  });
});
