import {
  articleBoundary,
  type Cloud,
  clouds,
  createB2BClient,
  type Home,
  type OwnSettings,
  type Reach,
  staticHomes,
  tenantBoundary,
  tenantPolicy,
} from "@vestibule/sdk";
import { VirtualClock } from "@vestibule/sdk/testing";
import { describe, expect, test } from "vitest";
import { answer, pathOf, scriptedTransport } from "../scripted-transport.ts";

const tenantId = "bbbbbbbb-0000-4000-8000-000000000002";
const at = (cloud: string): Home => ({ kind: "tenant", tenant: { cloud, tenantId } });
const UNKNOWN: Home = { kind: "unknown" };
const settings = (isLetIn: boolean | undefined): OwnSettings => ({
  openClouds: async () => ["microsoftonline.com", "partner.microsoftonline.cn"],
  partner: async () => ({ isListed: true, isLetIn }),
});
const shut = (own: Cloud) => tenantBoundary(own, settings(false));

/** What is advised about another address. */
function otherAddress(reach: Reach): string | undefined {
  const advice = reach.reachable ? [] : reach.remedies;
  return advice.find(({ action }) => action === "ask-for-other-address")?.text;
}

describe("what is advised about another address", () => {
  test.each([
    ["partner-blocked", shut(clouds.public), at("public")],
    ["home-unknown", articleBoundary(clouds.public), UNKNOWN],
  ] as const)(
    "speaks of no cloud where the guest comes from none other: %s",
    async (reason, policy, home) => {
      const reach = await policy.evaluate(home);
      expect(reach).toMatchObject({ reason });
      expect(otherAddress(reach)).toContain("or a personal one");
      expect(otherAddress(reach)).not.toMatch(/outside that cloud|your own cloud/);
    },
  );

  test.each([
    ["pair-unsupported", articleBoundary(clouds.public), at("china")],
    ["partner-blocked", shut(clouds.public), at("china")],
  ] as const)("leads out of the guest's cloud where that is another: %s", async (reason, policy, home) => {
    const reach = await policy.evaluate(home);
    expect(reach).toMatchObject({ reason });
    expect(otherAddress(reach)).toContain("outside that cloud");
  });

  test.each([
    ["pair-unsupported", articleBoundary(clouds.china), at("usgov")],
    ["home-unknown", articleBoundary(clouds.china), UNKNOWN],
    ["partner-blocked", shut(clouds.china), at("china")],
    ["partner-blocked", shut(clouds.china), at("public")],
  ] as const)("names no personal one in China, which takes none: %s", async (reason, policy, home) => {
    const reach = await policy.evaluate(home);
    expect(reach).toMatchObject({ reason });
    expect(otherAddress(reach)).toMatch(/work account/);
    expect(otherAddress(reach)).not.toMatch(/personal/);
  });
});

describe("what is advised where settings do not decide", () => {
  /** What a client is told whose reads are answered so. */
  function checked(statuses: Readonly<Record<string, number>>): Promise<Reach> {
    const blocked = {
      usersAndGroups: { accessType: "blocked", targets: [{ target: "AllUsers", targetType: "user" }] },
      applications: {
        accessType: "blocked",
        targets: [{ target: "AllApplications", targetType: "application" }],
      },
    };
    const transport = scriptedTransport([
      (request) => {
        const path = pathOf(request);
        const failing = Object.entries(statuses).find(([part]) => path.includes(part));
        if (failing) return answer(failing[1], { error: { code: "x", message: "no" } });
        if (path.includes("/organization")) return answer(200, { value: [{ id: "x" }] });
        return answer(200, { tenantId, inboundTrust: null, b2bCollaborationInbound: blocked });
      },
    ]);
    const boundary = {
      resolver: staticHomes({ "fabrikam.example": at("public") }),
      policy: tenantPolicy,
    };
    const client = createB2BClient({ transport, clock: new VirtualClock(), boundary, retry: false });
    return client.boundary.check("ada@fabrikam.example");
  }

  test.each([
    ["Policy.Read.All", { "/default": 403 }],
    ["Organization.Read.All", { "/organization": 403 }],
  ] as const)("names the permission that the caller lacks: %s", async (permission, statuses) => {
    expect(await checked(statuses)).toMatchObject({
      reason: "settings-unread",
      remedies: [{ action: "grant-permission", text: expect.stringContaining(permission) }],
    });
  });

  test("names none where none is lacking: to ask again where a read failed, and to look where nothing is told", async () => {
    expect(await checked({ "/default": 500 })).toMatchObject({
      ...{ reason: "settings-unread", remedies: [{ action: "wait" }] },
    });
    const untold = tenantBoundary(clouds.public, settings(undefined));
    expect(await untold.evaluate(at("public"))).toMatchObject({
      ...{ reason: "settings-unread", remedies: [{ action: "look-up" }] },
    });
  });
});
