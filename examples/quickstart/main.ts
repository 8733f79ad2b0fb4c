// The main job, end to end, on a fake directory and on virtual time: a guest is invited, seen by instances that lag,
// redeems, and each of the four limitations of B2B collaboration is met and handled. Run it: npm start
import { createWorld } from "@vestibule/fake-server";
import { createB2BClient, type Middleware, staticHomes } from "@vestibule/sdk";

const inviteRedirectUrl = "https://app.contoso.example/welcome";

const world = createWorld({ seed: 42, realism: "documented" });
const contoso = world.cloud("public").tenant("contoso").domain("contoso.example").requireMfaForGuests();
const fabrikam = world.cloud("public").tenant("fabrikam").domain("fabrikam.example").requireMfa();
world.cloud("china").tenant("corp").domain("corp.example");
const app = contoso.app("inviter");
const group = contoso.group("Project Aurora");
const start = world.clock.now();

/** Prints every request that is sent: when, what came back, and which instance of the directory answered. */
const printAttempts: Middleware = (next) => async (request) => {
  const response = await next(request);
  const { ServerInfo } = JSON.parse(response.headers.get("x-ms-ags-diagnostic") ?? "{}");
  const reader = contoso.readers.find(({ name }) => name === ServerInfo.RoleInstance);
  const behind = contoso.log.length - (reader?.applied ?? 0);
  const seconds = ((world.clock.now() - start) / 1000).toFixed(1).padStart(5);
  const instance = `${ServerInfo.RoleInstance}${behind > 0 ? `, ${behind} change(s) behind` : ""}`;
  say(`  ${seconds} s  ${request.operation.id.padEnd(28)} ${response.status}  ${instance}`);
  return response;
};

say("Each line of a request: virtual time, operation, status, and the instance that answered.");

const b2b = createB2BClient({
  transport: contoso.transport({ as: app }),
  boundary: { resolver: staticHomes({ "fabrikam.example": "public", "corp.example": "china" }) },
  useAttempt: [printAttempts],
  clock: world.clock,
  random: world.random,
});

title("Invite a guest, and use it at once");
const invitation = await b2b.invitations.create({
  invitedUserEmailAddress: "ada@fabrikam.example",
  invitedUserDisplayName: "Ada (Fabrikam)",
  inviteRedirectUrl,
});
const guestId = invitation.invitedUser.id;
say(`  => guest ${guestId} is ${invitation.status}`);

title("Limitation: what was just written is not everywhere yet");
const read = b2b.guests.get(guestId);
const ada = await read;
const { staleReads } = await read.meta();
say(
  `  => ${ada.displayName} was read; ${staleReads} instances did not know her yet, and the SDK asked again by itself`,
);
await b2b.groups.addMember(group.id, guestId);
say(`  => she is in "${group.displayName}"`);
await b2b.guests.waitUntil(guestId, "visible", { confirmations: 3 });
say("  => three instances in a row agree that she is there");
const unknown = await b2b.guests.get("00000000-0000-4000-8000-000000000000").safe();
if (!unknown.ok)
  say(`  => an id that this client never wrote is not waited for: ${unknown.error.code}, at once`);

title("Limitation: national clouds cannot see each other");
const li = await b2b.invitations
  .create({ invitedUserEmailAddress: "li@corp.example", inviteRedirectUrl })
  .safe();
if (!li.ok) {
  say(`  ${li.error.message}`);
  for (const remedy of li.error.remedies ?? []) say(`  => ${remedy.action}: ${remedy.text}`);
}

title("Limitation: a directory holds only so many objects");
const tailspin = world.cloud("public").tenant("tailspin");
const crowded = createB2BClient({
  transport: tailspin.transport({ as: tailspin.app("inviter") }),
  clock: world.clock,
  random: world.random,
});
tailspin.members(tailspin.objectLimit - 2);
await crowded.invitations.create({ invitedUserEmailAddress: "last@fabrikam.example", inviteRedirectUrl });
say(
  `  Tailspin has no domain of its own, so it may hold ${tailspin.objectLimit.toLocaleString("en")} objects. It does now.`,
);
const late = await crowded.invitations
  .create({ invitedUserEmailAddress: "late@fabrikam.example", inviteRedirectUrl })
  .safe();
if (!late.ok) {
  say(`  ${late.error.code}: ${late.error.graphCode}, status ${late.error.status}`);
  for (const remedy of late.error.remedies ?? []) say(`  => ${remedy.action}: ${remedy.text}`);
}

title("Limitation: a guest may meet multifactor authentication twice");
const home = { homeTenantId: fabrikam.id, homeCloud: "public", homeMfa: "required" } as const;
const predicted = await b2b.signIn.predict(home);
say(`  predicted: ${predicted.outcome}; ${predicted.spare?.action} would spare one`);
follow("Ada", invitation.inviteRedeemUrl);
await b2b.guests.waitUntil(guestId, "redeemed");
say("  => the SDK sees her invitation accepted");

contoso.trustMfa(fabrikam);
await world.settle();
const spared = await b2b.signIn.predict(home);
say(`  predicted, now that Contoso trusts Fabrikam's: ${spared.outcome}`);
const second = await b2b.invitations.create({
  invitedUserEmailAddress: "bo@fabrikam.example",
  inviteRedirectUrl,
});
follow("Bo", second.inviteRedeemUrl);

/** Follows a redeem link as the guest would, and prints what the guest was asked for. */
function follow(name: string, redeemUrl: string | null): void {
  const { accepted, challenges } = world.redeem(redeemUrl ?? "");
  const prompts = challenges
    .map(({ tenant, askedBy }) => `${tenant} (asked by: ${askedBy.join()})`)
    .join(", then ");
  say(
    `  ${name} redeems and is ${accepted ? "let in" : "refused"}; MFA prompts: ${challenges.length}, at ${prompts}`,
  );
}

function title(text: string): void {
  say(`\n${text}`);
}

function say(text: string): void {
  console.log(text);
}
