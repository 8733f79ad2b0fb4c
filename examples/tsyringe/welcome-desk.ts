import type { B2BClient } from "@vestibule/sdk";

/** A service of the application. It knows the client, and neither Graph nor the fake. */
export class WelcomeDesk {
  readonly #b2b: B2BClient;

  constructor(b2b: B2BClient) {
    this.#b2b = b2b;
  }

  async welcome(invitedUserEmailAddress: string): Promise<string> {
    const inviteRedirectUrl = "https://app.contoso.example/welcome";
    const { invitedUser } = await this.#b2b.invitations.create({
      invitedUserEmailAddress,
      inviteRedirectUrl,
    });
    const guest = await this.#b2b.guests.get(invitedUser.id, {
      select: ["displayName", "externalUserState"],
    });
    return `${guest.displayName} is ${guest.externalUserState}`;
  }
}
