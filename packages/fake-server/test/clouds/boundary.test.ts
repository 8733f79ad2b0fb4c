import { createWorld } from "@vestibule/fake-server";
import {
  type BoundaryPolicyMaker,
  bothSides,
  createB2BClient,
  staticHomes,
  tenantPolicy,
} from "@vestibule/sdk";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { hold, MOST_LEFT_OPEN, outcomeOf } from "./hold.ts";
import { furnish, meet, type Situation, situation } from "./meeting.ts";
import { pairs, type Side } from "./sides.ts";

const OUTCOMES = [
  "same-cloud",
  "cross-cloud",
  "one-time-passcode",
  "pair-unsupported",
  "cloud-not-enabled",
  "partner-not-added",
  "partner-blocked",
  "closed-at-home",
  "account-unsupported",
  "directory-unsupported",
  "cloud-worker-disabled",
  "consumer",
  "home-unknown",
] as const;

const open: Side = { opensCloud: true, general: "unset", entry: "empty" };

describe("who can be reached, by what the login hosts publish and the directory's own settings", () => {
  test("is what the invitation then answers, in thirty-four thousand situations over all pairs of clouds, and with the other side's settings exactly", {
    timeout: 600_000,
  }, async () => {
    const outcomes = new Map<string, number>();
    const met = new Map<string, number>();
    let leftOpen = 0;
    let number = 0;
    let place = furnish();
    await fc.assert(
      fc.asyncProperty(situation, async (given) => {
        if (number % 500 === 0) place = furnish();
        const seen = await meet(place, number++, given);
        hold(seen, given);
        count(outcomes, outcomeOf(seen.reachOfBoth));
        count(met, given.pair.join(" invites "));
        if ([seen.reach, seen.reachOfBoth].some(({ reachable }) => reachable === undefined)) leftOpen++;
      }),
      { numRuns: 34_000, seed: 4 },
    );
    expect(OUTCOMES.filter((outcome) => (outcomes.get(outcome) ?? 0) < 1_000)).toEqual([]);
    expect(leftOpen / number).toBeLessThanOrEqual(MOST_LEFT_OPEN);
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
    // China once took personal accounts in the fake, and the SDK had refused them ahead.
    [
      "china and an address at outlook.com",
      { pair: ["china", "china"], address: "personal" },
      "account-unsupported",
    ],
    [
      "china and an address at gmail.com",
      { pair: ["china", "public"], address: "personal", personal: "gmail.com" },
      "account-unsupported",
    ],
    [
      "the government's cloud and an address at outlook.com",
      { pair: ["usgov", "usgov"], address: "personal" },
      "consumer",
    ],
    [
      "an organisation of the government's that is too old, in one cloud",
      { pair: ["usgov", "usgov"], older: "theirs" },
      "account-unsupported",
    ],
    [
      "an organisation of the government's that is too old, across open clouds",
      { pair: ["public", "usgov-dod"], older: "theirs" },
      "account-unsupported",
    ],
    // The SDK once looked at the kind of the other organisation alone.
    [
      "a directory of the government's that is too old, and one of its cloud",
      { pair: ["usgov", "usgov"], older: "ours" },
      "directory-unsupported",
    ],
    [
      "a directory of the government's that is too old, and one across open clouds",
      { pair: ["usgov-dod", "public"], older: "ours" },
      "directory-unsupported",
    ],
    [
      "a directory of the government's that is too old, and nobody's domain",
      { pair: ["usgov", "usgov"], older: "ours", address: "unheld" },
      "directory-unsupported",
    ],
    [
      "a directory of the government's that is too old, and an address at outlook.com",
      { pair: ["usgov", "usgov"], older: "both", address: "personal" },
      "directory-unsupported",
    ],
    // It once let everybody across whom the settings of both sides let.
    [
      "open clouds, seen from here, and an organisation that has disabled the application for that",
      { pair: ["public", "china"], worker: "disabled" },
      "cross-cloud",
    ],
    [
      "one cloud, in which nobody needs that application",
      { pair: ["usgov", "usgov-dod"], worker: "disabled" },
      "same-cloud",
    ],
  ])("for %s", async (_, changes, outcome) => {
    const given: Situation = {
      ...{ pair: ["public", "public"], ours: open, theirs: open, address: "custom" },
      ...{ personal: "outlook.com", older: "neither", worker: "unseen" },
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

test("what a client has read of its own settings it remembers for five minutes, and no longer", async () => {
  const world = createWorld();
  const contoso = world.cloud("public").tenant("contoso");
  const corp = world.cloud("china").tenant("corp").domain("corp.example");
  const home = { kind: "tenant", tenant: { cloud: "china", tenantId: corp.id } } as const;
  const boundary = { resolver: staticHomes({ "corp.example": home }), policy: tenantPolicy };
  const client = () => {
    const transport = contoso.transport({ as: contoso.app("inviter") });
    return createB2BClient({ transport, clock: world.clock, boundary });
  };
  const [b2b, another] = [client(), client()];
  const reach = async () => b2b.boundary.check("corp.example");
  expect(await reach()).toMatchObject({ reason: "cloud-not-enabled" });
  await another.crossTenantAccess.allowClouds(["partner.microsoftonline.cn"]);
  await another.crossTenantAccess.addPartner(corp.id);
  const { requests } = contoso.directory.routing;
  await world.clock.sleep(299_999);
  expect(await reach()).toMatchObject({ reason: "cloud-not-enabled" });
  expect(contoso.directory.routing.requests).toBe(requests);
  await world.clock.sleep(1);
  expect(await reach()).toEqual({ reachable: true, via: "cross-cloud" });
});

test("a client that opens a cloud goes by that at once", () => opensCloud(() => tenantPolicy));

test("a client that opens a cloud goes by that at once, behind bothSides too", () =>
  opensCloud((tenantId) => bothSides(tenantPolicy, { tenantId, partnerSide: () => undefined })));

async function opensCloud(policyOf: (tenantId: string) => BoundaryPolicyMaker): Promise<void> {
  const world = createWorld();
  const contoso = world.cloud("public").tenant("contoso");
  const corp = world.cloud("china").tenant("corp").domain("corp.example");
  const admin = (tenant: typeof corp) => tenant.transport({ as: tenant.app("admin") });
  const home = { kind: "tenant", tenant: { cloud: "china", tenantId: corp.id } } as const;
  const boundary = { resolver: staticHomes({ "corp.example": home }), policy: policyOf(contoso.id) };
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
}
