import {
  type B2BClientOptions,
  bothSides,
  createB2BClient,
  type PartnerSide,
  type Reach,
  staticHomes,
  tenantPolicy,
} from "@vestibule/sdk";
import { VirtualClock } from "@vestibule/sdk/testing";
import { describe, expect, test } from "vitest";
import { answer, pathOf, scriptedTransport } from "../scripted-transport.ts";

const ownId = "aaaaaaaa-0000-4000-8000-000000000001";
const tenantId = "bbbbbbbb-0000-4000-8000-000000000002";
const somebody = "cccccccc-0000-4000-8000-000000000003";

type Part = { readonly accessType: string; readonly targets: readonly object[] } | null;
interface Setting {
  readonly usersAndGroups?: Part;
  readonly applications?: Part;
}

const users = (accessType: string, ...targets: readonly string[]) => ({
  usersAndGroups: { accessType, targets: targets.map((target) => ({ target, targetType: "user" })) },
});
const apps = (accessType: string, ...targets: readonly string[]) => ({
  applications: { accessType, targets: targets.map((target) => ({ target, targetType: "application" })) },
});
const allowed = { ...users("allowed", "AllUsers"), ...apps("allowed", "AllApplications") };
const blocked = { ...users("blocked", "AllUsers"), ...apps("blocked", "AllApplications") };

/** What each of three that go by the settings makes of them. */
interface Sayings {
  /** Of somebody of whom no more is known than the organisation. */
  readonly explained: boolean | undefined;
  readonly here: Reach["reachable"];
  readonly there: "is let out" | "is kept in" | "is left to the service";
}

const LET: Sayings = { explained: true, here: true, there: "is let out" };
const SHUT: Sayings = { explained: false, here: false, there: "is kept in" };
const UNTOLD: Sayings = { explained: undefined, here: undefined, there: "is left to the service" };
/** Somebody comes through; whether this one does nobody said. */
const SOME: Sayings = { explained: undefined, here: true, there: "is let out" };

type Case = readonly [
  name: string,
  entry: Setting | null | undefined,
  general: Setting | null,
  says: Sayings,
];

const cases: readonly Case[] = [
  ["a default that allows all", undefined, allowed, LET],
  ["a default that blocks all", undefined, blocked, SHUT],
  ["an entry of nulls, which inherits", { usersAndGroups: null, applications: null }, blocked, SHUT],
  ["an entry without the setting, which inherits", null, allowed, LET],
  ["an entry that goes before the default, part by part", users("allowed", "AllUsers"), blocked, SHUT],
  ["an entry that goes before the default as a whole", allowed, blocked, LET],
  ["all, in letters of another case", undefined, { ...allowed, ...users("blocked", "allusers") }, SHUT],
  ["all applications, in capitals", undefined, { ...allowed, ...apps("blocked", "ALLAPPLICATIONS") }, SHUT],
  ["nobody that is allowed", { ...allowed, ...users("allowed") }, allowed, SHUT],
  ["nothing that is allowed", { ...allowed, ...apps("allowed") }, allowed, SHUT],
  ["nobody that is blocked", { ...allowed, ...users("blocked") }, blocked, LET],
  ["certain people", { ...allowed, ...users("allowed", somebody) }, blocked, SOME],
  ["all but certain people", { ...allowed, ...users("blocked", somebody) }, blocked, SOME],
  ["certain applications", { ...allowed, ...apps("allowed", somebody) }, blocked, SOME],
  ["all but certain applications", { ...allowed, ...apps("blocked", somebody) }, blocked, SOME],
  [
    "certain people, and no application",
    { ...users("allowed", somebody), ...apps("allowed") },
    allowed,
    SHUT,
  ],
  // A default always says something: one that does not show it was not read, and nobody is refused by that.
  ["a default that does not show the setting", undefined, null, UNTOLD],
  ["a default of nulls", undefined, { usersAndGroups: null, applications: null }, UNTOLD],
  ["a default that shows only users", undefined, users("allowed", "AllUsers"), UNTOLD],
  ["a default that shows only that all users are blocked", undefined, users("blocked", "AllUsers"), SHUT],
  ["certain people, and a default that shows nothing", users("allowed", somebody), null, UNTOLD],
  ["an access type of later days", { ...allowed, ...users("audited", "AllUsers") }, allowed, UNTOLD],
];

function open(
  entry: Setting | null | undefined,
  general: Setting | null,
  options: Partial<B2BClientOptions>,
) {
  const access = (setting: Setting | null) => ({
    ...{ inboundTrust: null, b2bCollaborationInbound: setting, b2bCollaborationOutbound: setting },
  });
  const transport = scriptedTransport([
    (request) => {
      if (pathOf(request) === "/organization") return answer(200, { value: [{ id: ownId }] });
      if (pathOf(request).endsWith("/default")) return answer(200, access(general));
      return entry === undefined ? answer(404) : answer(200, { tenantId, ...access(entry) });
    },
  ]);
  return createB2BClient({ transport, clock: new VirtualClock(), ...options });
}

const resolver = staticHomes({ "fabrikam.com": { kind: "tenant", tenant: { cloud: "public", tenantId } } });

async function reachFrom(there: PartnerSide): Promise<Reach> {
  const policy = bothSides(() => ({ evaluate: async () => ({ reachable: true, via: "same-cloud" }) }), {
    ...{ tenantId: ownId, partnerSide: () => there },
  });
  return open(undefined, null, { boundary: { resolver, policy } }).boundary.check("fabrikam.com");
}

function sayingOf(reach: Reach): Sayings["there"] {
  if (!reach.reachable) return "is kept in";
  return reach.isLetOut ? "is let out" : "is left to the service";
}

describe("whoever goes by cross-tenant access reads it alike: a guest who meets", () => {
  test.each(cases)("%s", async (_, entry, general, says) => {
    const b2b = open(entry, general, { boundary: { resolver, policy: tenantPolicy } });
    const { inbound, outbound } = await b2b.crossTenantAccess.explain({ tenantId });
    const { reachable } = await b2b.boundary.check("fabrikam.com");
    const there = sayingOf(await reachFrom(b2b.crossTenantAccess));
    expect({ explained: inbound.allowed, here: reachable, there }).toEqual(says);
    expect(outbound).toEqual(inbound);
  });
});
