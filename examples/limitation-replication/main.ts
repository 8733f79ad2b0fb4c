// Limitation: a write is not everywhere at once. It reaches the directory's instances one after the other, and any of
// them may answer the next request. First a client that ignores this, then the SDK as it comes. The time is virtual.
import { createWorld } from "@vestibule/fake-server";
import { createB2BClient } from "@vestibule/sdk";

const inviteRedirectUrl = "https://app.contoso.example/welcome";
const world = createWorld({ seed: 58, realism: "documented" });
const contoso = world.cloud("public").tenant("contoso");
const crm = contoso.app("crm");
const { clock, random } = world;
const common = { transport: contoso.transport({ as: contoso.app("inviter") }), clock, random };

let start = clock.now();
console.log("Not handled: a client that takes each answer at its word");
const naive = createB2BClient({ ...common, readYourWrites: false });
const { invitedUser: ada } = await naive.invitations.create({
  invitedUserEmailAddress: "ada@fabrikam.example",
  inviteRedirectUrl,
});
for (let read = 1; read <= 6; read++) {
  const guest = await naive.guests.get(ada.id).safe();
  at(guest.ok ? "Ada is there" : `status ${guest.error.status}: Ada is not there`);
  await clock.sleep(4_000);
}
const refused = await naive.apps.assign({ principalId: ada.id, resourceId: crm.id }).safe();
at(refused.ok ? "Ada is assigned to an application" : refused.error.message);

await world.settle();
start = clock.now();
console.log("\nHandled: the SDK as it comes");
const b2b = createB2BClient(common);
const { invitedUser: bo } = await b2b.invitations.create({
  invitedUserEmailAddress: "bo@fabrikam.example",
  inviteRedirectUrl,
});
const read = b2b.guests.get(bo.id);
at(`${(await read).displayName} is there; ${(await read.meta()).staleReads} answers before did not know him`);
const assignment = b2b.apps.assign({ principalId: bo.id, resourceId: crm.id });
at(`Bo is ${(await assignment).status}, ${(await assignment.meta()).staleReads} refusals later`);

console.log(
  "\nA change of what is there already: one good read is no proof, three in a row are a better one",
);
const seen: string[] = [];
await b2b.guests.update(bo.id, { displayName: "Bo (Fabrikam)" });
await b2b.guests.waitUntil(bo.id, ({ displayName }) => displayName === "Bo (Fabrikam)", {
  confirmations: 3,
  onProgress: ({ agreeing }) => seen.push(agreeing > 0 ? "new" : "old"),
});
at(`the reads saw the name: ${seen.join(", ")}`);

console.log("\nAn id that this client never wrote is not waited for");
const stranger = await b2b.guests.get("00000000-0000-4000-8000-000000000000").safe();
if (!stranger.ok) at(`${stranger.error.code}, after ${stranger.error.attempts} request`);

function at(text: string): void {
  console.log(`${((clock.now() - start) / 1000).toFixed(1).padStart(6)} s  ${text}`);
}
