// The same client against Microsoft Graph. Only the transport and the credential differ from the other examples.
// It needs a tenant, so CI only checks its types, and runs it against the fake (../test/readme.test.ts).
import { clouds, createB2BClient } from "@vestibule/sdk";
import { graphTransport } from "@vestibule/sdk/graph";

const b2b = createB2BClient({
  transport: graphTransport({ cloud: clouds.public }),
  credential: () => process.env.GRAPH_TOKEN ?? "", // or a credential of @azure/identity
});

const { invitedUser, inviteRedeemUrl } = await b2b.invitations.create({
  invitedUserEmailAddress: "ada@fabrikam.com",
  inviteRedirectUrl: "https://app.contoso.com/welcome",
});
const guest = await b2b.guests.get(invitedUser.id); // waits by itself until the directory knows her
console.log(`${guest.displayName} is ${guest.externalUserState}`);
