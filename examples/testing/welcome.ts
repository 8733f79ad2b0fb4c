import type { B2BClient } from "@vestibule/sdk";

/** What is tested: the code of an application that welcomes a partner. Gives the guest's id. */
export async function welcome(b2b: B2BClient, address: string, groupId: string): Promise<string> {
  const { invitedUser } = await b2b.invitations.create({
    invitedUserEmailAddress: address,
    inviteRedirectUrl: "https://contoso.example",
    sendInvitationMessage: true,
  });
  await b2b.groups.addMember(groupId, invitedUser.id);
  return invitedUser.id;
}
