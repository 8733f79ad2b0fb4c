import { createWorld, type World } from "@vestibule/fake-server";
import {
  bothSides,
  createB2BClient,
  type HomeResolver,
  type Reach,
  staticHomes,
  tenantPolicy,
} from "@vestibule/sdk";
import { discoverHomes } from "@vestibule/sdk/graph";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { inviteRedirectUrl } from "../open-client.ts";
import { administrator, configure, pairs, type Side, side } from "./sides.ts";

const situation = fc.record({
  pair: fc.constantFrom(...pairs),
  ours: side,
  theirs: side,
  // Of an organisation's names, or of nobody's.
  address: fc.constantFrom("custom", "custom", "custom", "initial", "initial", "unheld"),
});
type Situation = typeof situation extends fc.Arbitrary<infer T> ? T : never;

const REFUSED_AS: Readonly<Record<string, string>> = {
  "pair-unsupported": "cloud-boundary",
  "cloud-not-enabled": "cloud-boundary",
  "partner-not-added": "invitations-restricted",
  "partner-blocked": "invitations-restricted",
};

/** A world, with discovery on its login hosts. */
function furnish(): { readonly world: World; readonly resolver: HomeResolver } {
  const world = createWorld();
  const fetch: typeof globalThis.fetch = (input, init) => world.fetch(new Request(input, init));
  return { world, resolver: discoverHomes({ fetch, clock: world.clock }) };
}

/** Two organisations with their settings; what the SDK foresees, and what the invitation answers. */
async function meet(
  { world, resolver }: ReturnType<typeof furnish>,
  n: number,
  { pair: [here, there], ours, theirs, address }: Situation,
) {
  const domain = `d${n}.example`;
  const contoso = world.cloud(here).tenant(`c${n}`);
  const fabrikam = world.cloud(there).tenant(`f${n}`).domain(domain);
  const otherSide = administrator(world, fabrikam);
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
  };
  const invitedUserEmailAddress = addresses[address];
  return {
    reach: await knowing.boundary.check(invitedUserEmailAddress),
    reachOfBoth: await knowingBoth.boundary.check(invitedUserEmailAddress),
    answer: await unaware.invitations.create({ invitedUserEmailAddress, inviteRedirectUrl }).safe(),
  };
}

type Met = Awaited<ReturnType<typeof meet>>;

function hold({ reach, reachOfBoth, answer }: Met, { pair: [here], theirs, address }: Situation): void {
  // Whoever can read both sides knows the answer; the other side is asked only where this one lets the guest in.
  if (outcomeOf(reachOfBoth) !== "home-unknown") expect(reachOfBoth.reachable).toBe(answer.ok);
  if (outcomeOf(reachOfBoth) === "closed-at-home") expect(reach.reachable).toBe(true);
  else expect(reachOfBoth).toEqual(isAsked(reach) ? { ...reach, isLetOut: true } : reach);
  if (address === "unheld") {
    // In China there is no passcode: whether such a guest can sign in is more than an invitation tells.
    expect(outcomeOf(reach)).toBe(here === "china" ? "home-unknown" : "one-time-passcode");
    expect(answer.ok).toBe(true);
  } else if (!reach.reachable) {
    expect(answer).toMatchObject({ ok: false, error: { code: REFUSED_AS[reach.reason] } });
  } else {
    expect(answer.ok).toBe(!keepsIn(reach.via, theirs));
    if (!answer.ok) {
      expect(answer.error.remedies?.map(({ who }) => who)).toEqual(["resource-admin", "home-admin"]);
    }
  }
}

/** The other side is asked about people of an organisation that this one lets in. */
function isAsked(reach: Reach): boolean {
  return reach.reachable && ["same-cloud", "cross-cloud"].includes(reach.via);
}

function outcomeOf(reach: Reach): string {
  return reach.reachable ? reach.via : reach.reason;
}

/** Whether the other side's settings keep its people in. */
function keepsIn(via: string, { opensCloud, general, entry }: Side): boolean {
  if (via === "cross-cloud" && (!opensCloud || entry === "none")) return true;
  return entry === "blocked" || (entry !== "allowed" && general === "blocked");
}

const OUTCOMES = [
  "same-cloud",
  "cross-cloud",
  "one-time-passcode",
  "pair-unsupported",
  "cloud-not-enabled",
  "partner-not-added",
  "partner-blocked",
  "closed-at-home",
  "home-unknown",
] as const;

const open: Side = { opensCloud: true, general: "unset", entry: "empty" };

describe("who can be reached, by what the login hosts publish and the directory's own settings", () => {
  test("is what the invitation then answers, in twenty thousand situations over all pairs of clouds, and with the other side's settings exactly", {
    timeout: 180_000,
  }, async () => {
    const outcomes = new Map<string, number>();
    const met = new Map<string, number>();
    let number = 0;
    let place = furnish();
    await fc.assert(
      fc.asyncProperty(situation, async (given) => {
        if (number % 500 === 0) place = furnish();
        const seen = await meet(place, number++, given);
        hold(seen, given);
        count(outcomes, outcomeOf(seen.reachOfBoth));
        count(met, given.pair.join(" invites "));
      }),
      { numRuns: 20_000, seed: 4 },
    );
    expect(OUTCOMES.filter((outcome) => (outcomes.get(outcome) ?? 0) < 300)).toEqual([]);
    expect(pairs.filter((pair) => (met.get(pair.join(" invites ")) ?? 0) < 1_000)).toEqual([]);
  });

  test.each<[string, Partial<Situation>, string]>([
    ["public and usgov, open on both sides", { pair: ["public", "usgov"] }, "cross-cloud"],
    ["public and usgov-dod, open on both sides", { pair: ["public", "usgov-dod"] }, "cross-cloud"],
    ["china and public, open on both sides", { pair: ["china", "public"] }, "cross-cloud"],
    ["usgov and usgov-dod, with nothing to open", { pair: ["usgov", "usgov-dod"] }, "same-cloud"],
    ["usgov and china, whatever is open", { pair: ["usgov", "china"] }, "pair-unsupported"],
    ["china and usgov-dod, whatever is open", { pair: ["china", "usgov-dod"] }, "pair-unsupported"],
    ["china and nobody's domain", { pair: ["china", "china"], address: "unheld" }, "home-unknown"],
    [
      "a cloud that is open and an organisation without an entry",
      { pair: ["public", "china"], ours: { ...open, entry: "none" } },
      "partner-not-added",
    ],
    [
      "a default that blocks and an entry that allows",
      { pair: ["public", "public"], ours: { ...open, general: "blocked", entry: "allowed" } },
      "same-cloud",
    ],
    [
      "an open cloud and an entry that inherits a default that blocks",
      { pair: ["usgov", "public"], ours: { ...open, general: "blocked" } },
      "partner-blocked",
    ],
    [
      "the other side's default, which blocks and cannot be read from here",
      { pair: ["public", "usgov"], theirs: { ...open, general: "blocked" } },
      "cross-cloud",
    ],
  ])("for %s", async (_, changes, outcome) => {
    const given: Situation = {
      ...{ pair: ["public", "public"], ours: open, theirs: open, address: "custom" },
      ...changes,
    };
    const seen = await meet(furnish(), 1, given);
    expect(outcomeOf(seen.reach)).toBe(outcome);
    hold(seen, given);
  });
});

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

test("a client that opens a cloud goes by that at once", async () => {
  const world = createWorld();
  const contoso = world.cloud("public").tenant("contoso");
  const corp = world.cloud("china").tenant("corp").domain("corp.example");
  const admin = (tenant: typeof corp) => tenant.transport({ as: tenant.app("admin") });
  const home = { kind: "tenant", tenant: { cloud: "china", tenantId: corp.id } } as const;
  const boundary = { resolver: staticHomes({ "corp.example": home }), policy: tenantPolicy };
  const theirs = createB2BClient({ transport: admin(corp), clock: world.clock });
  await theirs.crossTenantAccess.allowClouds(["microsoftonline.com"]);
  await theirs.crossTenantAccess.addPartner(contoso.id);
  const b2b = createB2BClient({ transport: admin(contoso), clock: world.clock, boundary });
  const li = { invitedUserEmailAddress: "li@corp.example", inviteRedirectUrl: "https://app.contoso.example" };
  expect(await failureOf(b2b.invitations.create(li))).toMatchObject({ code: "cloud-boundary" });
  await b2b.crossTenantAccess.allowClouds(["partner.microsoftonline.cn"]);
  expect(await b2b.boundary.check("corp.example")).toMatchObject({ reason: "partner-not-added" });
  await b2b.crossTenantAccess.addPartner(corp.id);
  expect(await b2b.invitations.create(li)).toMatchObject({ status: "PendingAcceptance" });
});
