// Limitation: a write is not everywhere at once. It reaches the directory's instances one after the other, and any of
// them may answer the next request. First a client that ignores this, then the SDK as it comes. The time is virtual.
import { createWorld } from "@vestibule/fake-server";
import { createB2BClient } from "@vestibule/sdk";

const inviteRedirectUrl = "https://app.contoso.example/welcome";
const world = createWorld({ seed: 11, realism: "documented" });
const contoso = world.cloud("public").tenant("contoso");
const crm = contoso.app("crm");
const common = {
  transport: contoso.transport({ as: contoso.app("inviter") }),
  clock: world.clock,
  random: world.random,
};
let start = world.clock.now();

say("Not handled: a client that takes each answer at its word");
const naive = createB2BClient({ ...common, readYourWrites: false });
const ada = await naive.invitations.create({
  invitedUserEmailAddress: "ada@fabrikam.example",
  inviteRedirectUrl,
});
for (let read = 1; read <= 6; read++) {
  const guest = await naive.guests.get(ada.invitedUser.id).safe();
  at(`read ${read}: ${guest.ok ? "Ada is there" : `${guest.error.code}, status ${guest.error.status}`}`);
  await world.clock.sleep(4_000);
}
const refused = await naive.apps.assign({ principalId: ada.invitedUser.id, resourceId: crm.id }).safe();
at(refused.ok ? "assigned to an application" : refused.error.message);

await world.settle();
start = world.clock.now();
say("Handled: the SDK as it comes");
const b2b = createB2BClient(common);
const bo = await b2b.invitations.create({
  invitedUserEmailAddress: "bo@fabrikam.example",
  inviteRedirectUrl,
});
at("invited");
const read = b2b.guests.get(bo.invitedUser.id);
at(
  `read: ${(await read).mail} is there, after ${(await read.meta()).staleReads} answers that did not know him`,
);
const assigned = b2b.apps.assign({ principalId: bo.invitedUser.id, resourceId: crm.id });
at(
  `assign to an application: ${(await assigned).principalDisplayName} is assigned, after ${(await assigned.meta()).staleReads} refusals`,
);

say("Confirmed: one good read is no proof, three in a row are a better one");
const seen: string[] = [];
await b2b.guests.update(bo.invitedUser.id, { displayName: "Bo (Fabrikam)" });
await b2b.guests.waitUntil(bo.invitedUser.id, ({ displayName }) => displayName === "Bo (Fabrikam)", {
  confirmations: 3,
  onProgress: ({ agreeing }) => seen.push(agreeing > 0 ? "new name" : "old name"),
});
at(`saw the ${seen.join(", ")}`);

say("Not waited for: an id that this client never wrote is missing at once");
const stranger = await b2b.guests.get("00000000-0000-4000-8000-000000000000").safe();
if (!stranger.ok) at(`${stranger.error.code}, after ${stranger.error.attempts} request`);

function say(text: string): void {
  console.log(`\n${text}`);
}

function at(text: string): void {
  console.log(`${((world.clock.now() - start) / 1000).toFixed(1).padStart(6)} s  ${text}`);
}
