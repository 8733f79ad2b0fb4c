import { createWorld } from "@vestibule/fake-server";
import { createB2BClient } from "@vestibule/sdk";
import { expect, test } from "vitest";

test("a guest is welcomed with one mail, and can be used at once although the directory lags", async () => {
  const world = createWorld({ seed: 1, realism: "documented" });
  const contoso = world.cloud("public").tenant("contoso");
  const transport = contoso.transport({ as: contoso.app("welcome-desk") });
  const b2b = createB2BClient({ transport, clock: world.clock, random: world.random });

  const invitedUserEmailAddress = "ada@fabrikam.example";
  const inviteRedirectUrl = "https://app.contoso.example/welcome";
  const { invitedUser } = await b2b.invitations.create({
    invitedUserEmailAddress,
    inviteRedirectUrl,
    sendInvitationMessage: true,
  });
  const guest = await b2b.guests.get(invitedUser.id);

  expect(guest.externalUserState).toBe("PendingAcceptance");
  expect(contoso.mails.map(({ to }) => to)).toEqual([invitedUserEmailAddress]);
});
