import { createWorld, type World } from "@vestibule/fake-server";
import { bothSides, createB2BClient, type HomeResolver, tenantPolicy } from "@vestibule/sdk";
import { discoverHomes } from "@vestibule/sdk/graph";
import fc from "fast-check";
import { inviteRedirectUrl } from "../open-client.ts";
import { kindOf, setWorker } from "./organisation.ts";
import { administrator, configure, PERSONAL_DOMAINS, pairs, side } from "./sides.ts";

/** Across these a boundary can be opened: what comes of that is to be met as often as all else. */
const openable = pairs.filter((pair) => pair.includes("public") && pair.some((cloud) => cloud !== "public"));

/** Two organisations, in two clouds or one, and an address. */
export const situation = fc.record({
  pair: fc.oneof(
    { weight: 10, arbitrary: fc.constantFrom(...pairs) },
    { weight: 8, arbitrary: fc.constantFrom(...openable) },
    // Only there does nobody know the home of an address at nobody's domain.
    { weight: 1, arbitrary: fc.constant(["china", "china"] as const) },
  ),
  ours: side,
  theirs: side,
  // Of an organisation's names, of nobody's, or a personal account's.
  address: fc.constantFrom("custom", "custom", "custom", "initial", "initial", "unheld", "personal"),
  personal: fc.constantFrom(...PERSONAL_DOMAINS),
  /** Which of the two is one of those of the government's that are too old to collaborate. */
  older: fc.constantFrom(
    ...(["neither", "neither", "neither", "neither", "neither", "theirs", "ours", "both"] as const),
  ),
  /** Whether the other organisation lets the application work by which its people are invited from other clouds. */
  worker: fc.constantFrom(...(["unseen", "enabled", "disabled", "disabled"] as const)),
});
export type Situation = typeof situation extends fc.Arbitrary<infer T> ? T : never;

/** A world, with discovery on its login hosts, which is told the domains of personal accounts: none publishes them. */
export function furnish(): { readonly world: World; readonly resolver: HomeResolver } {
  const world = createWorld();
  const fetch: typeof globalThis.fetch = (input, init) => world.fetch(new Request(input, init));
  const homes = Object.fromEntries(PERSONAL_DOMAINS.map((domain) => [domain, { kind: "consumer" } as const]));
  return { world, resolver: discoverHomes({ fetch, clock: world.clock, homes }) };
}

/** Two organisations with their settings; what the SDK foresees, and what the invitation answers. */
export async function meet(
  { world, resolver }: ReturnType<typeof furnish>,
  n: number,
  { pair: [here, there], ours, theirs, address, personal, older, worker }: Situation,
) {
  const domain = `d${n}.example`;
  const contoso = world.cloud(here).tenant(`c${n}`, kindOf(here, older === "ours" || older === "both"));
  const fabrikam = world
    .cloud(there)
    .tenant(`f${n}`, kindOf(there, older === "theirs" || older === "both"))
    .domain(domain);
  const otherSide = administrator(world, fabrikam);
  await setWorker(otherSide, fabrikam, worker);
  await configure(
    administrator(world, contoso),
    ours,
    { tenantId: fabrikam.id, cloud: there },
    "b2bCollaborationInbound",
  );
  await configure(otherSide, theirs, { tenantId: contoso.id, cloud: here }, "b2bCollaborationOutbound");
  const common = { transport: contoso.transport({ as: contoso.app("inviter") }), clock: world.clock };
  const knowing = createB2BClient({ ...common, boundary: { resolver, policy: tenantPolicy } });
  const partnerSide = (tenantId: string) =>
    tenantId === fabrikam.id ? otherSide.crossTenantAccess : undefined;
  const policy = bothSides(tenantPolicy, { tenantId: contoso.id, partnerSide });
  const knowingBoth = createB2BClient({ ...common, boundary: { resolver, policy } });
  const unaware = createB2BClient(common);
  const addresses = {
    custom: `ada@${domain}`,
    initial: fabrikam.user("ada").userPrincipalName,
    unheld: `ada@nobody-${domain}`,
    personal: `ada.${n}@${personal}`,
  };
  const invitedUserEmailAddress = addresses[address];
  return {
    reach: await knowing.boundary.check(invitedUserEmailAddress),
    reachOfBoth: await knowingBoth.boundary.check(invitedUserEmailAddress),
    answer: await unaware.invitations.create({ invitedUserEmailAddress, inviteRedirectUrl }).safe(),
  };
}

export type Met = Awaited<ReturnType<typeof meet>>;
