// Limitation: nobody can redeem for the guest. Inviting is one call; accepting is up to a person with a browser, a
// mailbox, and two organisations' policies in between. Here a test is that person, step by step, on virtual time.
import { createWorld, type RedemptionStep } from "@vestibule/fake-server";
import { createB2BClient } from "@vestibule/sdk";

const inviteRedirectUrl = "https://app.contoso.example/welcome";
const world = createWorld({ seed: 4, realism: "documented" });
const contoso = world.cloud("public").tenant("contoso").requireMfaForGuests();
const fabrikam = world.cloud("public").tenant("fabrikam").domain("fabrikam.example").requireMfa();
const b2b = createB2BClient({
  transport: contoso.transport({ as: contoso.app("inviter") }),
  clock: world.clock,
  random: world.random,
});
const startedAt = world.clock.now();

console.log("Ada is invited by mail, and the mail is late");
contoso.faults.add({ effect: "mail-late", forMs: 20 * 60_000, times: 1 });
const ada = await b2b.invitations.create({
  invitedUserEmailAddress: "ada@fabrikam.example",
  inviteRedirectUrl,
  sendInvitationMessage: true,
  invitedUserMessageInfo: {
    messageLanguage: "sv-SE",
    ccRecipients: [{ emailAddress: { address: "host@contoso.example" } }],
  },
});
const mail = await contoso.inbox.next({ to: "ada@fabrikam.example" });
say(`mail in ${mail.language}, copy to ${mail.cc}, with a link`);

console.log("\nShe follows the link");
let step: RedemptionStep = world.redemption(mail);
while (step.at !== "accepted" && step.at !== "refused") {
  say(`at: ${step.at}${step.at === "mfa" ? `, in the ${step.tenant} tenant` : ""}`);
  step = goOn(step);
}
say(`at: ${step.at}`);
if (step.at === "accepted") {
  const { acct, amr, idp, tid } = step.claims;
  const isHers = idp.includes(fabrikam.id) && tid === contoso.id;
  say(
    `the app is told: guest ${acct === 1}, of her own organisation ${isHers}, authenticated by ${amr.join(" and ")}`,
  );
}
const seen = await b2b.guests.waitUntil(ada.invitedUser.id, "redeemed");
say(`every read agrees: ${seen.externalUserState}`);

console.log("\nEve has no account anywhere, and does not consent");
const eve = await b2b.invitations.create({
  invitedUserEmailAddress: "eve@mail.example",
  inviteRedirectUrl,
});
const refused = world.redeem(eve.inviteRedeemUrl ?? "", { consent: false });
say(`${refused.refusedBecause} (${refused.error})`);
const code = await contoso.inbox.next({ about: "passcode" });
say(`she had signed in with a code of ${code.passcode.length} digits, sent to ${code.to}`);

console.log("\nShe thinks better of it, at another address");
await b2b.guests.update(eve.invitedUser.id, { mail: "eve@fabrikam.example" });
const reset = await b2b.guests.resetRedemption(eve.invitedUser.id, {
  invitedUserEmailAddress: "eve@fabrikam.example",
  inviteRedirectUrl,
});
say(`the same guest: ${reset.invitedUser.id === eve.invitedUser.id}`);
say(`the old link: ${world.redeem(eve.inviteRedeemUrl ?? "").link}`);
const denied = world.redeem(reset.inviteRedeemUrl ?? "", { mfa: { resource: "deny" } });
say(`the new link, without a second factor here: ${denied.refusedBecause} (${denied.error})`);
const { accepted, challenges } = world.redeem(reset.inviteRedeemUrl ?? "");
say(
  `once more: accepted: ${accepted}; ${challenges.map(({ tenant, outcome }) => `${outcome} at ${tenant}`).join(", ")}`,
);
await b2b.guests.waitUntil(eve.invitedUser.id, "redeemed");

console.log("\nWhat the directory's log has of Ada's way");
for (const { operation, actor } of contoso.log) {
  if (actor === `guest/${ada.invitedUser.id}`) console.log(`  ${operation}`);
}

console.log("\nWhat its sign-in log has of everybody's");
for (const { userDisplayName, authenticationRequirement, status } of contoso.signIns) {
  console.log(`  ${userDisplayName}: ${authenticationRequirement}, error ${status.errorCode}`);
}

/** Answers a step as a person would who wants to get in. */
function goOn(step: Exclude<RedemptionStep, { at: "accepted" | "refused" }>): RedemptionStep {
  switch (step.at) {
    case "sign-in":
      return step.signIn();
    case "consent":
      return step.consent();
    case "mfa":
      return step.approveMfa();
    default:
      throw new Error(`nobody expected ${step.at}`);
  }
}

/** Says something with the minutes since the start. */
function say(text: string): void {
  console.log(`  ${Math.round((world.clock.now() - startedAt) / 60_000)} min: ${text}`);
}
