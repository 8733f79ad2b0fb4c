// Limitation: a directory holds only so many objects, guests included, and a person creates and belongs to only so many.
// First what Graph answers to a bare `fetch` when the directory is full, then what the SDK makes of it: a check ahead, an
// error that names the limit, and how each remedy works out. At last the two that the article names: how many
// directories one person belongs to, and creates.
import { createWorld } from "@vestibule/fake-server";
import { type B2BClient, createB2BClient, limits } from "@vestibule/sdk";

const DAY = 24 * 3_600_000;
const inviteRedirectUrl = "https://app.tailspin.example/welcome";
const invitation = (name: string) => ({
  invitedUserEmailAddress: `${name}@fabrikam.example`,
  inviteRedirectUrl,
});

const world = createWorld({ seed: 1 });
const tailspin = world.cloud("public").tenant("tailspin");
const app = tailspin.app("inviter");
const open = (as: typeof app | ReturnType<typeof tailspin.user>) =>
  createB2BClient({ transport: tailspin.transport({ as }), clock: world.clock, random: world.random });
const b2b = open(app);

// A person without an administrator's role, and a directory that has room for one guest more.
const mia = tailspin.user("mia");
tailspin.members(tailspin.objectLimit - 3);

console.log("What there is to reach, a few of the catalogue");
for (const id of [
  "directory-objects-without-domain",
  "tenants-per-user",
  "tenants-created-by-user",
] as const) {
  const { value, unit, asOf } = limits[id];
  console.log(`  ${value.toLocaleString("en-US")} ${unit} (${asOf})`);
}

console.log("\nAhead: how much of it is used");
for (const { limit, used, total, left, status, because } of await b2b.limits.check()) {
  console.log(`  ${limit.id}: ${status}${used === null ? "" : `, ${used} of ${total} used, ${left} left`}`);
  if (because !== null) console.log(`    ${because}`);
}
const last = await b2b.invitations.create(invitation("last"));
const [objects] = await b2b.limits.check();
console.log(`  … and after one more guest\n  ${objects?.limit.id}: ${objects?.status}`);

console.log("\nNot handled: what Graph answers");
const { token } = await tailspin.credential({ as: app }).getToken();
const response = await world.fetch(
  new Request("https://graph.microsoft.com/v1.0/invitations", {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(invitation("late")),
  }),
);
console.log(`  ${response.status} ${(await response.json()).error.code}`);

console.log("\nHandled: a code to branch on, the limit by its name, and what can be done");
const late = await b2b.invitations.create(invitation("late")).safe();
if (!late.ok && late.error.is("limit-reached")) {
  console.log(`  ${late.error.code}: ${late.error.limit}`);
  console.log(`  calling again is ${late.error.retryable ? "worth it" : "of no use"}`);
  for (const { action, text } of late.error.remedies) console.log(`  => ${action}: ${text}`);
}

console.log("\nRemedy free-quota: a deleted guest gives its place free, but not before 30 days have passed");
await b2b.guests.delete(last.invitedUser.id);
await tryAgain(b2b, "on the same day");
await world.clock.sleep(30 * DAY);
await tryAgain(b2b, "30 days later");

console.log("\nRemedy raise-quota: with a verified domain of its own the directory may hold more");
await tryAgain(b2b, "without one", "more");
tailspin.domain("tailspin.example");
await tryAgain(b2b, "with one", "more");

console.log("\nAnother limit behind the same answer of Graph's: what one person creates");
const byMia = open(mia);
for (let n = 0; n < limits["objects-created-by-non-admin"].value; n++) {
  await byMia.invitations.create(invitation(`guest${n}`));
}
await tryAgain(byMia, "Mia, after 250 guests", "one-more");
await tryAgain(b2b, "the application", "one-more");

console.log("\nThe directories that one person belongs to: Ada is at home in one, and a guest in 498");
const cloud = world.cloud("public");
cloud.tenant("fabrikam").domain("fabrikam.example");
const ada = { mail: "ada@fabrikam.example", userType: "Guest" } as const;
for (let n = 2; n < limits["tenants-per-user"].value; n++) cloud.tenant(`host${n}`).user("ada", ada);
await tryAgain(b2b, "the 500th invites her", "ada");
const woodgrove = cloud.tenant("woodgrove");
const transport = woodgrove.transport({ as: woodgrove.app("inviter") });
const another = createB2BClient({ transport, clock: world.clock, random: world.random });
const refused = await another.invitations.create(invitation("ada")).safe();
if (!refused.ok && refused.error.is("limit-reached")) {
  console.log(`  the 501st invites her: ${refused.error.code}, ${refused.error.limit}`);
  for (const { action, text } of refused.error.remedies) console.log(`  => ${action}: ${text}`);
}

console.log(
  "\nThe directories that one person creates: Graph has no request for it, so the fake's world refuses",
);
for (let n = 0; n < limits["tenants-created-by-user"].value; n++) {
  cloud.tenant(`mine${n}`, { createdBy: mia });
}
try {
  cloud.tenant("one-more", { createdBy: mia });
} catch (error) {
  console.log(`  refused: ${error instanceof Error ? error.message : error}`);
}

async function tryAgain(client: B2BClient, who: string, name = "late"): Promise<void> {
  const result = await client.invitations.create(invitation(name)).safe();
  console.log(`  ${who}: ${result.ok ? "invited" : `${result.error.code}, ${result.error.limit}`}`);
}
