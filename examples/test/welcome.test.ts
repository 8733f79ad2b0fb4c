import { createWorld } from "@vestibule/fake-server";
import { createB2BClient } from "@vestibule/sdk";
import { expect, test } from "vitest";

test("a guest gets one mail, and can be used at once although the directory lags", async () => {
  const world = createWorld({ seed: 2, realism: "documented" });
  const contoso = world.cloud("public").tenant("contoso");
  const transport = contoso.transport({ as: contoso.app("welcome-desk") });
  const b2b = createB2BClient({ transport, clock: world.clock, random: world.random });

  const ada = {
    invitedUserEmailAddress: "ada@fabrikam.example",
    inviteRedirectUrl: "https://contoso.example",
  };
  const { invitedUser } = await b2b.invitations.create({ ...ada, sendInvitationMessage: true });

  expect(await b2b.guests.get(invitedUser.id)).toMatchObject({ externalUserState: "PendingAcceptance" });
  expect(contoso.mails).toHaveLength(1);
});
