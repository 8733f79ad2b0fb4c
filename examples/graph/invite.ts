// The same client against Microsoft Graph: only the transport and the credential differ from the other examples.
// CI has no tenant; it runs these lines with the fake's fetch in the place of the network (../test/readme.test.ts).
import { clouds, createB2BClient } from "@vestibule/sdk";
import { graphTransport } from "@vestibule/sdk/graph";

const b2b = createB2BClient({
  transport: graphTransport({ cloud: clouds.public }),
  credential: () => process.env.GRAPH_TOKEN ?? "", // or any credential of @azure/identity
});

const { invitedUser } = await b2b.invitations.create({
  invitedUserEmailAddress: "ada@fabrikam.example",
  inviteRedirectUrl: "https://app.contoso.example/welcome",
  sendInvitationMessage: true,
});
const guest = await b2b.guests.get(invitedUser.id); // waits by itself until the directory knows her
console.log(`${guest.displayName} is ${guest.externalUserState}`);
