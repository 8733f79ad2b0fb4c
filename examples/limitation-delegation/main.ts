// Limitation: not everybody may invite. A directory leaves it to everybody, to members, to administrators and Guest
// Inviters, or to nobody. First Mia finds out, then the SDK tells beforehand, and names what would help. She gets the
// role, which acts up to an hour later. At last: the list of domains that may be invited.
import { type AllowInvitesFrom, type CallerOptions, createWorld } from "@vestibule/fake-server";
import { createB2BClient } from "@vestibule/sdk";

const inviteRedirectUrl = "https://app.contoso.example/welcome";
const world = createWorld({ seed: 1, realism: "documented" });
const contoso = world
  .cloud("public")
  .tenant("contoso")
  .authorizationPolicy({ allowInvitesFrom: "adminsAndGuestInviters" });
const mia = contoso.user("mia");
const asMia = clientOf({ as: mia });
const admin = clientOf({ as: contoso.user("admin", { roles: ["Global Administrator"] }) });

console.log("Not handled: Mia invites, and finds out that she may not");
await invite("ada@fabrikam.example");

console.log("\nHandled: ask before inviting");
const { allowed, because, remedies } = await asMia.delegation.canInvite("me");
console.log(`  Mia may invite: ${allowed}; ${because}`);
for (const { action, who, text } of remedies) console.log(`  => ${action} (${who}): ${text}`);

console.log("\nEvery setting: who may invite under it, and by what");
const callers: Readonly<Record<string, CallerOptions>> = {
  "a guest": { as: contoso.user("guest", { userType: "Guest" }) },
  "a member": { as: mia },
  "a Guest Inviter": { as: contoso.user("ivy", { roles: ["Guest Inviter"] }) },
  "an application": { as: contoso.app("portal", { permissions: ["User.Invite.All", "Policy.Read.All"] }) },
  "an administrator": { as: contoso.user("admin") },
};
const settings: readonly AllowInvitesFrom[] = [
  "none",
  "everyone",
  "adminsGuestInvitersAndAllMembers",
  "adminsAndGuestInviters",
];
for (const allowInvitesFrom of settings) {
  contoso.authorizationPolicy({ allowInvitesFrom });
  const verdicts = Object.entries(callers).map(async ([name, caller]) => {
    const verdict = await clientOf(caller).delegation.canInvite("me");
    return verdict.allowed ? [`${name} (${verdict.decidedBy})`] : [];
  });
  const inviters = (await Promise.all(verdicts)).flat();
  console.log(`  ${allowInvitesFrom}: ${inviters.join(", ") || "nobody"}`);
}

console.log("\nThe remedy: an administrator makes Mia a Guest Inviter");
const { status, actsWithinMs } = await admin.delegation.grantGuestInviter(mia.id);
console.log(`  ${status}; acts within ${minutes(actsWithinMs)}`);
await world.clock.sleep(60_000);
const { role, certainInMs } = await admin.delegation.canInvite(mia.id);
console.log(`  a minute later the directory shows it: ${role}, certain in ${minutes(certainInMs)}`);
await invite("ada@fabrikam.example");
await world.clock.sleep(certainInMs);
console.log("  when that is over:");
await invite("ada@fabrikam.example");

console.log("\nWhom: the list of domains, which Graph has in its beta version alone");
await admin.beta.domainPolicy.block(["rival.example"]);
console.log(`  ${JSON.stringify(await admin.beta.domainPolicy.get())}`);
await invite("rob@rival.example");
await admin.beta.domainPolicy.clear();
console.log(`  ${JSON.stringify(await admin.beta.domainPolicy.get())}`);
await invite("rob@rival.example");

console.log("\nA new directory of the US government lets nobody invite at first");
const agency = world.cloud("usgov").tenant("agency");
const theirs = createB2BClient({
  transport: agency.transport({ as: agency.app("admin") }),
  clock: world.clock,
});
console.log(`  allowInvitesFrom: ${(await theirs.invitePolicy.get()).allowInvitesFrom}`);

/** Invites somebody as Mia, and prints what came of it. */
async function invite(invitedUserEmailAddress: string): Promise<void> {
  const invited = await asMia.invitations.create({ invitedUserEmailAddress, inviteRedirectUrl }).safe();
  console.log(
    `  Mia invites ${invitedUserEmailAddress}: ${invited.ok ? invited.value.status : invited.error.code}`,
  );
}

function clientOf(caller: CallerOptions) {
  return createB2BClient({
    ...{ transport: contoso.transport(caller), clock: world.clock, random: world.random },
  });
}

function minutes(ms: number): string {
  return `${Math.ceil(ms / 60_000)} minutes`;
}
