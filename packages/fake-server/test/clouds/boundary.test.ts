import { createWorld, type Tenant, type World } from "@vestibule/fake-server";
import { type B2BClient, clouds, createB2BClient, staticHomes, tenantPolicy } from "@vestibule/sdk";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inviteRedirectUrl } from "../open-client.ts";

const CLOUDS = ["public", "usgov", "usgov-dod", "china"] as const;
type CloudName = (typeof CLOUDS)[number];
const everybody = (accessType: "allowed" | "blocked") => ({
  usersAndGroups: { accessType, targets: [{ target: "AllUsers", targetType: "user" }] },
  applications: { accessType, targets: [{ target: "AllApplications", targetType: "application" }] },
});

/** One side's settings towards the other. */
const side = fc.record({
  opensCloud: fc.constantFrom(true, true, false),
  general: fc.constantFrom("unset", "blocked"),
  entry: fc.constantFrom("none", "empty", "allowed", "blocked"),
});
type Side = typeof side extends fc.Arbitrary<infer T> ? T : never;

const situation = fc.record({
  here: fc.constantFrom(...CLOUDS, "public", "public"),
  there: fc.constantFrom(...CLOUDS),
  ours: side,
  theirs: side,
});

function administrator(world: World, tenant: Tenant): B2BClient {
  return createB2BClient({ transport: tenant.transport({ as: tenant.app("admin") }), clock: world.clock });
}

async function configure(
  { crossTenantAccess }: B2BClient,
  { opensCloud, general, entry }: Side,
  other: { tenantId: string; cloud: CloudName },
  name: "b2bCollaborationInbound" | "b2bCollaborationOutbound",
): Promise<void> {
  if (opensCloud) await crossTenantAccess.allowClouds([clouds[other.cloud].instance]);
  if (general === "blocked") await crossTenantAccess.updateDefault({ [name]: everybody("blocked") });
  if (entry === "none") return;
  const changes = entry === "empty" ? {} : { [name]: everybody(entry as "allowed") };
  await crossTenantAccess.addPartner(other.tenantId, changes);
}

const REFUSED_AS = {
  "pair-unsupported": "cloud-boundary",
  "cloud-not-enabled": "cloud-boundary",
  "partner-not-added": "invitations-restricted",
  "partner-blocked": "invitations-restricted",
  "home-unknown": "",
} as const;

type Situation = typeof situation extends fc.Arbitrary<infer T> ? T : never;

/** Two organisations with their settings; what the SDK foresees, and what the invitation answers. */
async function meet(world: World, n: number, { here, there, ours, theirs }: Situation) {
  const domain = `d${n}.example`;
  const contoso = world.cloud(here).tenant(`c${n}`);
  const fabrikam = world.cloud(there).tenant(`f${n}`).domain(domain);
  const home = { tenantId: fabrikam.id, cloud: there };
  const own = { tenantId: contoso.id, cloud: here };
  await configure(administrator(world, contoso), ours, home, "b2bCollaborationInbound");
  await configure(administrator(world, fabrikam), theirs, own, "b2bCollaborationOutbound");
  const transport = contoso.transport({ as: contoso.app("inviter") });
  const resolver = staticHomes({ [domain]: { kind: "tenant", tenant: home } });
  const common = { transport, clock: world.clock };
  const knowing = createB2BClient({ ...common, boundary: { resolver, policy: tenantPolicy } });
  const unaware = createB2BClient(common);
  const invitedUserEmailAddress = `ada@${domain}`;
  return {
    reach: await knowing.boundary.check(invitedUserEmailAddress),
    answer: await unaware.invitations.create({ invitedUserEmailAddress, inviteRedirectUrl }).safe(),
  };
}

function hold({ reach, answer }: Awaited<ReturnType<typeof meet>>, theirs: Side): void {
  if (!reach.reachable) {
    expect(answer).toMatchObject({ ok: false, error: { code: REFUSED_AS[reach.reason] } });
  } else if (!answer.ok) {
    expect(answer.error.remedies?.map(({ who }) => who)).toEqual(["resource-admin", "home-admin"]);
    expect(theirs).toSatisfy(mayBlock(reach.via));
  }
}

const OUTCOMES = [
  "same-cloud",
  "cross-cloud",
  "pair-unsupported",
  "cloud-not-enabled",
  "partner-not-added",
  "partner-blocked",
] as const;

describe("who can be reached, by the directory's own settings", () => {
  test("is what the invitation then answers, in twenty thousand situations, but for what the other side has set", {
    timeout: 120_000,
  }, async () => {
    const seen = new Map<string, number>();
    let number = 0;
    let world = createWorld();
    await fc.assert(
      fc.asyncProperty(situation, async (given) => {
        if (number % 500 === 0) world = createWorld();
        const met = await meet(world, number++, given);
        hold(met, given.theirs);
        const outcome = met.reach.reachable ? met.reach.via : met.reach.reason;
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
      }),
      { numRuns: 20_000, seed: 4 },
    );
    for (const outcome of OUTCOMES) {
      expect([outcome, (seen.get(outcome) ?? 0) >= 1_000]).toEqual([outcome, true]);
    }
  });
});

/** Whether the other side's settings keep its people in. */
function mayBlock(via: string): (theirs: Side) => boolean {
  return ({ opensCloud, general, entry }) => {
    if (via === "cross-cloud" && (!opensCloud || entry === "none")) return true;
    return entry === "blocked" || (entry !== "allowed" && general === "blocked");
  };
}
