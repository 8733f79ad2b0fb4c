// The first ten minutes: invite two people, read one of them, let her accept, and list who has not answered yet.
// It runs on a fake directory in memory. Against Microsoft Graph only `transport` differs: see ../graph/invite.ts
import { createWorld } from "@vestibule/fake-server";
import { createB2BClient } from "@vestibule/sdk";

const inviteRedirectUrl = "https://app.contoso.example/welcome";

// A fake world with one organisation, and an application of that organisation which calls Graph.
const world = createWorld({ seed: 1 });
const contoso = world.cloud("public").tenant("contoso");
const transport = contoso.transport({ as: contoso.app("inviter") });

const b2b = createB2BClient({ transport, clock: world.clock, random: world.random });

// Invite. The answer holds the guest's id in this directory, and the link that the guest has to open.
const ada = await b2b.invitations.create({
  invitedUserEmailAddress: "ada@fabrikam.example",
  inviteRedirectUrl,
});
const bo = await b2b.invitations.create({
  invitedUserEmailAddress: "bo@fabrikam.example",
  inviteRedirectUrl,
});
console.log(`invited Ada and Bo; the answer says ${ada.status}`);

// Read, by id. `select` decides which properties come back, and the type follows.
const guest = await b2b.guests.get(ada.invitedUser.id, { select: ["displayName", "userPrincipalName"] });
console.log(`Ada is here as "${guest.displayName}", under the name ${guest.userPrincipalName}`);

// Ada opens her link. In the fake this is one call; in reality it is her browser.
world.redeem(ada.inviteRedeemUrl ?? "");

// List, with a condition in OData. Pages are fetched as the loop goes on.
for await (const { mail, externalUserState } of b2b.guests.list())
  console.log(`  ${mail}: ${externalUserState}`);
const pending = await b2b.guests.list({ filter: "externalUserState eq 'PendingAcceptance'" }).collect();
console.log(`still waiting for: ${pending.map(({ mail }) => mail).join(", ")}`);

// Errors are values where you want them to be. A `+` is refused by Graph, so it is not even sent.
const wrong = await b2b.invitations
  .create({ invitedUserEmailAddress: "bo+news@fabrikam.example", inviteRedirectUrl })
  .safe();
if (!wrong.ok)
  console.log(`${wrong.error.code}: ${wrong.error.problems?.map(({ path }) => path).join(", ")}`);

// No longer wanted: withdraw an invitation by deleting the guest.
await b2b.guests.delete(bo.invitedUser.id);
console.log(`guests now: ${(await b2b.guests.list().collect()).length}`);
