// Limitation: a guest may be asked for multifactor authentication twice, at home and in the directory that invites.
// First the guest finds out, then the SDK tells beforehand, and names the one setting that spares the second prompt.
import { createWorld } from "@vestibule/fake-server";
import { createB2BClient } from "@vestibule/sdk";

const inviteRedirectUrl = "https://app.contoso.example/welcome";
const world = createWorld({ seed: 1 });
const contoso = world.cloud("public").tenant("contoso").requireMfaForGuests();
const fabrikam = world.cloud("public").tenant("fabrikam").domain("fabrikam.example").requireMfa();
const b2b = createB2BClient({
  transport: contoso.transport({ as: contoso.app("inviter") }),
  clock: world.clock,
  random: world.random,
});

console.log("Not handled: Ada is invited, and finds out");
await inviteAndRedeem("ada");

console.log("\nHandled: ask before inviting");
// What her own organisation asks for is not readable from here, nor its cloud. Without them the answer says what is missing.
const open = await b2b.signIn.predict({ homeTenantId: fabrikam.id });
console.log(`  nothing said: ${open.outcome}; missing: ${open.missing.join(", and ")}`);
const question = { homeTenantId: fabrikam.id, homeCloud: "public", homeMfa: "required" } as const;
const before = await b2b.signIn.predict(question);
console.log(`  her own organisation asks for it: ${before.outcome}`);
for (const { tenant, because } of before.challenges) {
  const reason =
    because.map(({ displayName }) => displayName).join() || "what that organisation asks of its own people";
  console.log(`    in the ${tenant} tenant, because of: ${reason}`);
}
console.log(`  => ${before.spare?.action} (${before.spare?.who}): ${before.spare?.text}`);

console.log("\nThe remedy: Contoso's administrator trusts what Fabrikam did");
contoso.trustMfa(fabrikam);
console.log(`  predicted: ${(await b2b.signIn.predict(question)).outcome}`);
const bo = await inviteAndRedeem("bo");

console.log("\nA policy for a group: of a guest who is there the SDK reads the groups");
const suspended = contoso.group("suspended");
contoso.conditionalAccess({
  displayName: "Nobody who is suspended",
  conditions: { users: { includeGroups: [suspended.id] }, applications: { includeApplications: ["All"] } },
  grantControls: { builtInControls: ["block"] },
});
await b2b.groups.addMember(suspended.id, bo);
const { outcome, missing } = await b2b.signIn.predict(question);
console.log(`  somebody who has yet to be invited: ${outcome}; missing: ${missing.join()}`);
const there = await b2b.signIn.predict({ ...question, guest: { id: bo } });
console.log(`  bo: ${there.outcome}, by: ${there.blockedBy?.map(({ displayName }) => displayName).join()}`);

/** Invites somebody of Fabrikam, follows the link as that person would, and prints what was asked. */
async function inviteAndRedeem(name: string): Promise<string> {
  const invitedUserEmailAddress = `${name}@fabrikam.example`;
  const invitation = { invitedUserEmailAddress, inviteRedirectUrl };
  const { invitedUser, inviteRedeemUrl } = await b2b.invitations.create(invitation);
  const { accepted, challenges } = world.redeem(inviteRedeemUrl ?? "");
  const prompts = challenges.map(({ tenant, askedBy }) => `${tenant} (${askedBy.join()})`).join(", then ");
  console.log(`  ${name} redeems: accepted: ${accepted}; MFA prompts: ${challenges.length}, ${prompts}`);
  return invitedUser.id;
}
