import type { World } from "@vestibule/fake-server";
import { type B2BClient, createB2BClient } from "@vestibule/sdk";

/** A client of an application of Contoso's. */
export function clientOf(world: World): B2BClient {
  const contoso = world.cloud("public").tenant("contoso");
  const transport = contoso.transport({ as: contoso.app("inviter") });
  return createB2BClient({ transport, clock: world.clock, random: world.random });
}

/** An invitation with a mail. */
export function mailTo(invitedUserEmailAddress: string) {
  return {
    invitedUserEmailAddress,
    inviteRedirectUrl: "https://app.contoso.example",
    sendInvitationMessage: true,
  } as const;
}
