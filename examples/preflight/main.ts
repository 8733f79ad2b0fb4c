// Every limitation before an invitation: `preflight.invitation` takes what `invitations.create` takes, sends nothing but
// reads, and tells what will come of it. First it is clear; then there is something to think of; then it is blocked, and
// the remedies are carried out until it is not. At last: an inviter who may read next to nothing.
import { type CallerOptions, createWorld } from "@vestibule/fake-server";
import { type BoundaryOptions, createB2BClient, type PreflightReport, tenantPolicy } from "@vestibule/sdk";
import { discoverHomes } from "@vestibule/sdk/graph";

const inviteRedirectUrl = "https://app.contoso.example/welcome";
const world = createWorld({ seed: 1 });
const fabrikam = world.cloud("public").tenant("fabrikam").domain("fabrikam.example");
world.cloud("china").tenant("corp").domain("corp.example");
const contoso = world.cloud("public").tenant("contoso").domain("contoso.example");
const admin = clientOf({ as: contoso.user("admin", { roles: ["Global Administrator"] }) });
const portal = clientOf({ as: contoso.app("portal") });
const permissions = ["User.Invite.All"];

console.log("Clear: what cannot be read has been told, and nothing is in the way");
show(
  await portal.preflight.invitation(to("ada@fabrikam.example"), {
    permissions,
    homeLetsOut: true,
    signIn: { homeMfa: "required" },
  }),
);

console.log("\nCaution: guests are asked for multifactor authentication, and nobody has told anything");
contoso.requireMfaForGuests();
show(await portal.preflight.invitation(to("ada@fabrikam.example")), "info");

console.log("\nBlocked: for four reasons at once, the first of which is a cloud's boundary");
contoso.user("li", { otherMails: ["li@corp.example"] });
contoso.authorizationPolicy({ allowInvitesFrom: "none" }).domainPolicy({ allowed: ["fabrikam.example"] });
const li = to("li@corp.example");
const blocked = await portal.preflight.invitation(li, { permissions });
show(blocked, "info");
const invited = await portal.invitations.create(li).safe();
console.log(`  and so it is: ${invited.ok ? "invited" : invited.error.code}`);

console.log("\nThe remedies, carried out by an administrator: another address, the setting, the trust");
await admin.invitePolicy.update({ allowInvitesFrom: "everyone" });
contoso.trustMfa(fabrikam);
const known = { permissions, homeLetsOut: true };
show(await portal.preflight.invitation(to("li@fabrikam.example"), known), "info");
await portal.invitations.create(to("li@fabrikam.example"));

console.log("\nOnce more: a guest who is there is invited again, and takes no room");
show(await portal.preflight.invitation(to("li@fabrikam.example"), known));

console.log("\nMissing permissions are findings, each by its name");
const blind = clientOf({ as: contoso.app("blind", { permissions }) });
const { verdict, findings } = await blind.preflight.invitation(to("mia@fabrikam.example"), known);
console.log(`  ${verdict.toUpperCase()}`);
for (const { limitation, permission } of findings)
  if (permission) console.log(`  ${limitation}: ${permission}`);

function to(invitedUserEmailAddress: string) {
  return { invitedUserEmailAddress, inviteRedirectUrl };
}

/** Prints findings; those that are only good to know in a word where there is enough else to read. */
function show({ verdict, findings }: PreflightReport, shortly: "info" | "none" = "none"): void {
  console.log(`  ${verdict.toUpperCase()}`);
  for (const { severity, limitation, observed, because, remedies } of findings) {
    console.log(`  [${severity}] ${limitation}: ${observed}`);
    if (severity === shortly) continue;
    console.log(`    ${because}`);
    for (const { action, who, text } of remedies) console.log(`    => ${action} (${who}): ${text}`);
  }
}

function clientOf(caller: CallerOptions) {
  // Without `fetch`, the clouds' own login hosts are asked.
  const fetch: typeof globalThis.fetch = (input, init) => world.fetch(new Request(input, init));
  const boundary: BoundaryOptions = {
    resolver: discoverHomes({ fetch, clock: world.clock }),
    policy: tenantPolicy,
  };
  const transport = contoso.transport(caller);
  return createB2BClient({ transport, clock: world.clock, random: world.random, boundary });
}
