// Limitation: a directory holds only so many objects, guests included. First what Graph answers to a bare `fetch` when
// the directory is full, then what the SDK makes of it, and how each remedy works out.
import { createWorld } from "@vestibule/fake-server";
import { createB2BClient } from "@vestibule/sdk";

const inviteRedirectUrl = "https://app.tailspin.example/welcome";
const invitation = (name: string) => ({
  invitedUserEmailAddress: `${name}@fabrikam.example`,
  inviteRedirectUrl,
});

const world = createWorld({ seed: 1 });
const tailspin = world.cloud("public").tenant("tailspin");
const allowed = () => tailspin.objectLimit.toLocaleString("en-US");
const app = tailspin.app("inviter");
const b2b = createB2BClient({
  transport: tailspin.transport({ as: app }),
  clock: world.clock,
  random: world.random,
});

// The application that calls is an object too; one place is left for a guest.
tailspin.members(tailspin.objectLimit - 2);
const last = await b2b.invitations.create(invitation("last"));
console.log(`Tailspin, without a domain of its own, may hold ${allowed()} objects, and holds as many now.`);

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

console.log("\nHandled: a code to branch on, and what can be done");
const late = await b2b.invitations.create(invitation("late")).safe();
if (!late.ok && late.error.is("limit-reached")) {
  console.log(`  ${late.error.code}; calling again is ${late.error.retryable ? "worth it" : "of no use"}`);
  for (const { action, text } of late.error.remedies) console.log(`  => ${action}: ${text}`);
}

console.log("\nRemedy free-quota: a deleted guest gives its place free, but not before 30 days have passed");
await b2b.guests.delete(last.invitedUser.id);
await tryAgain("on the same day");
await world.clock.sleep(30 * 24 * 3_600_000);
await tryAgain("30 days later");

console.log("\nRemedy raise-quota: with a verified domain of its own the directory may hold more");
await tryAgain("without one", "more");
tailspin.domain("tailspin.example");
await tryAgain(`with one, up to ${allowed()} objects`, "more");

async function tryAgain(when: string, name = "late"): Promise<void> {
  const result = await b2b.invitations.create(invitation(name)).safe();
  console.log(`  ${when}: ${result.ok ? "invited" : result.error.code}`);
}
