// Limitation: national clouds cannot see each other. Li's account lives in the cloud of China; Contoso invites from the
// public one. First the directory has to refuse, then the SDK does so before anything is sent, and says what to do.
import { createWorld } from "@vestibule/fake-server";
import { type B2BClient, type B2BError, createB2BClient, staticHomes, tenantPolicy } from "@vestibule/sdk";

const inviteRedirectUrl = "https://app.contoso.example/welcome";
const world = createWorld({ seed: 1 });
const corp = world.cloud("china").tenant("corp").domain("corp.example");
const contoso = world.cloud("public").tenant("contoso");
const common = {
  transport: contoso.transport({ as: contoso.app("inviter") }),
  clock: world.clock,
  random: world.random,
};
const li = { invitedUserEmailAddress: "li@corp.example", inviteRedirectUrl };

console.log("Not handled: nobody knows where Li is at home, so the directory has to refuse");
const unaware = await createB2BClient(common).invitations.create(li).safe();
if (!unaware.ok) report(unaware.error);

console.log("\nHandled: the client is told which domains live where");
const resolver = staticHomes({
  "corp.example": "china",
  "fabrikam.example": "public",
  "mail.example": { kind: "consumer" },
});
const b2b = createB2BClient({ ...common, boundary: { resolver } });
const refused = await b2b.invitations.create(li).safe();
if (!refused.ok) {
  report(refused.error);
  for (const { action, text } of refused.error.remedies ?? []) console.log(`  => ${action}: ${text}`);
}

console.log("\nThe first remedy: another address of the same person");
const other = await b2b.invitations.create({ ...li, invitedUserEmailAddress: "li@mail.example" });
console.log(`  ${other.invitedUserEmailAddress} is invited: ${other.status}`);

console.log("\nA domain that the resolver does not know is let through, with a warning");
const call = b2b.invitations.create({ ...li, invitedUserEmailAddress: "kim@woodgrove.example" });
const { warnings } = await call.meta();
console.log(
  `  ${(await call).invitedUserEmailAddress} is invited; warning: ${warnings.map(({ code }) => code).join()}`,
);

console.log("\nUnless the client is told to refuse it");
const strict = createB2BClient({ ...common, boundary: { resolver, onUnknown: "refuse" } });
const unknown = await strict.invitations
  .create({ ...li, invitedUserEmailAddress: "kim@woodgrove.example" })
  .safe();
if (!unknown.ok) report(unknown.error);

console.log("\nToday: the pair can be opened, by administrators on both sides");
const resolved = staticHomes({
  "corp.example": { kind: "tenant", tenant: { cloud: "china", tenantId: corp.id } },
});
const today = () => createB2BClient({ ...common, boundary: { resolver: resolved, policy: tenantPolicy } });
await check("nothing set");
const here = today().crossTenantAccess;
await here.allowClouds(["partner.microsoftonline.cn"]);
await check("Contoso opens the cloud");
await here.addPartner(corp.id);
await check("Contoso adds the organisation");
await invite(today(), "the other side has set nothing");
const there = createB2BClient({
  ...{ transport: corp.transport({ as: corp.app("admin") }), clock: world.clock, random: world.random },
}).crossTenantAccess;
await there.allowClouds(["microsoftonline.com"]);
await there.addPartner(contoso.id);
await invite(today(), "the other side does the same");

async function check(when: string): Promise<void> {
  const reach = await today().boundary.check(li.invitedUserEmailAddress);
  console.log(`  ${when}: ${reach.reachable ? `reachable, ${reach.via}` : reach.reason}`);
}

async function invite(client: B2BClient, when: string): Promise<void> {
  const invited = await client.invitations.create(li).safe();
  console.log(`  ${when}: ${invited.ok ? invited.value.status : invited.error.code}`);
}

function report({ message, outcome, attempts }: B2BError): void {
  console.log(`  ${message}`);
  console.log(`  requests sent: ${attempts}, outcome: ${outcome}`);
}
