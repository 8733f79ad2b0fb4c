// Limitation: national clouds cannot see each other. Li's account lives in the cloud of China; Contoso invites from the
// public one. First the directory has to refuse. Then the SDK finds out where Li is at home, refuses before anything is
// sent, says what to do, and does it. Nobody lists domains: the login hosts publish which cloud an organisation lives in.
import { createWorld } from "@vestibule/fake-server";
import {
  type B2BClient,
  type B2BError,
  bothSides,
  createB2BClient,
  type Home,
  tenantPolicy,
} from "@vestibule/sdk";
import { discoverHomes } from "@vestibule/sdk/graph";

const inviteRedirectUrl = "https://app.contoso.example/welcome";
const world = createWorld({ seed: 1 });
const corp = world.cloud("china").tenant("corp").domain("corp.example");
world.cloud("usgov-dod").tenant("base").domain("base.example");
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

console.log("\nWhere somebody is at home is published at the login hosts");
const asked = new Set<string>();
const resolver = discoverHomes({
  // Without this line the clouds' own login hosts are asked.
  fetch: (input, init) => {
    const request = new Request(input, init);
    asked.add(new URL(request.url).host);
    return world.fetch(request);
  },
  clock: world.clock,
});
for (const domain of ["corp.example", "base.example", "contoso.onmicrosoft.com", "mail.example"]) {
  asked.clear();
  console.log(`  ${domain}: ${said(await resolver.resolve(domain))} (asked: ${[...asked].join(", ")})`);
}
asked.clear();
await resolver.resolve("corp.example");
console.log(`  corp.example once more: remembered (asked: ${[...asked].join() || "nobody"})`);

console.log("\nHandled: the client is refused before anything is sent");
const b2b = createB2BClient({ ...common, boundary: { resolver } });
const refused = await b2b.invitations.create(li).safe();
if (!refused.ok) {
  report(refused.error);
  for (const { action, text } of refused.error.remedies ?? []) console.log(`  => ${action}: ${text}`);
}

console.log("\nThe first remedy: another address of the same person, asked for where it is needed");
const other = await b2b.invitations.create(li, {
  onBoundary: ({ invitedUserEmailAddress }) => {
    console.log(`  asked for another address than ${invitedUserEmailAddress}`);
    return { invitedUserEmailAddress: "li@mail.example" };
  },
});
if (other.kind === "guest") {
  const { invitedUserEmailAddress, status } = other.invitation;
  console.log(`  ${invitedUserEmailAddress} is invited: ${status}`);
}

console.log("\nThe second remedy: a member account in Contoso's own directory");
const own = await b2b.invitations.create(li, {
  onBoundary: "create-member",
  member: {
    displayName: "Li (Corp)",
    userPrincipalName: "li@contoso.onmicrosoft.com",
    // Yours to think up, and to hand over. It has to be changed at the first sign-in.
    passwordProfile: { password: "Correct-Horse-7" },
  },
});
if (own.kind === "member") console.log(`  ${own.member.userPrincipalName} is a member, and signs in here`);

console.log("\nWhere the login hosts do not answer, guests are let through, with a warning");
const down = discoverHomes({ fetch: async () => new Response("Bad gateway", { status: 502 }) });
const call = createB2BClient({ ...common, boundary: { resolver: down } }).invitations.create({
  ...li,
  invitedUserEmailAddress: "kim@woodgrove.example",
});
const { warnings } = await call.meta();
const { invitedUserEmailAddress: kim } = await call;
console.log(`  ${kim} is invited; warning: ${warnings.map(({ code }) => code).join()}`);

console.log("\nUnless the client is told to refuse them");
const strict = createB2BClient({ ...common, boundary: { resolver: down, onUnknown: "refuse" } });
const unknown = await strict.invitations
  .create({ ...li, invitedUserEmailAddress: "kim@woodgrove.example" })
  .safe();
if (!unknown.ok) report(unknown.error);

console.log("\nToday: the pair can be opened, by administrators on both sides");
const there = createB2BClient({
  ...{ transport: corp.transport({ as: corp.app("admin") }), clock: world.clock, random: world.random },
});
const policy = bothSides(tenantPolicy, {
  tenantId: contoso.id,
  // Whoever may call in the other directory too can know its side; of all others the service will judge.
  partnerSide: (tenantId) => (tenantId === corp.id ? there.crossTenantAccess : undefined),
});
const today = () => createB2BClient({ ...common, boundary: { resolver, policy } });
await check("nothing set");
const here = today().crossTenantAccess;
await here.allowClouds(["partner.microsoftonline.cn"]);
await check("Contoso opens the cloud");
await here.addPartner(corp.id);
await check("Contoso adds the organisation");
await there.crossTenantAccess.allowClouds(["microsoftonline.com"]);
await there.crossTenantAccess.addPartner(contoso.id);
await check("the other side does the same");
await invite(today());

console.log("\nWhat a cloud does not have at all is refused ahead as well");
const agency = world.cloud("usgov").tenant("agency");
const sponsored = await createB2BClient({
  ...{ transport: agency.transport({ as: agency.app("inviter") }), clock: world.clock },
})
  .invitations.create({ ...li, invitedUserSponsors: [{ id: agency.user("max").id }] })
  .safe();
if (!sponsored.ok) report(sponsored.error);

async function check(when: string): Promise<void> {
  const reach = await today().boundary.check(li.invitedUserEmailAddress);
  console.log(`  ${when}: ${reach.reachable ? `reachable, ${reach.via}` : reach.reason}`);
}

async function invite(client: B2BClient): Promise<void> {
  const invited = await client.invitations.create(li).safe();
  console.log(`  Li is invited: ${invited.ok ? invited.value.status : invited.error.code}`);
}

function said(home: Home): string {
  return home.kind === "tenant" ? `a tenant in ${home.tenant.cloud}` : home.kind;
}

function report({ message, outcome, attempts }: B2BError): void {
  console.log(`  ${message}`);
  console.log(`  requests sent: ${attempts}, outcome: ${outcome}`);
}
