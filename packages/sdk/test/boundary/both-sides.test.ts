import {
  B2BError,
  type BoundaryPolicyMaker,
  bothSides,
  type CrossTenantAccess,
  clouds,
  type Home,
  type PartnerSide,
  type Reach,
  staticHomes,
} from "@vestibule/sdk";
import { VirtualClock } from "@vestibule/sdk/testing";
import { describe, expect, test } from "vitest";
import { rejectionOf } from "../failure-of.ts";

const ownId = "aaaaaaaa-0000-4000-8000-000000000001";
const corpId = "bbbbbbbb-0000-4000-8000-000000000002";
const corp: Home = { kind: "tenant", tenant: { cloud: "china", tenantId: corpId } };
const neighbour: Home = { kind: "tenant", tenant: { cloud: "public", tenantId: corpId } };
const crossing: Reach = { reachable: true, via: "cross-cloud" };

const outbound = (accessType: "allowed" | "blocked"): CrossTenantAccess => ({
  inboundTrust: null,
  b2bCollaborationOutbound: {
    usersAndGroups: { accessType, targets: [{ target: "AllUsers", targetType: "user" }] },
    applications: { accessType, targets: [{ target: "AllApplications", targetType: "application" }] },
  },
});
const notFound = new B2BError("not-found", "no entry", { outcome: "rejected", operation: "test" });

/** The other side, with everything open unless said otherwise, and how often it was asked for its entry for us. */
function other(changes: Partial<PartnerSide> = {}) {
  const asked: string[] = [];
  const side: PartnerSide = {
    getPolicy: async () => ({ allowedCloudEndpoints: ["microsoftonline.com"] }),
    getDefault: async () => outbound("allowed"),
    getPartner: async () => outbound("allowed"),
    isCloudWorkerEnabled: async () => true,
    ...changes,
  };
  const getPartner: PartnerSide["getPartner"] = (tenantId) => {
    asked.push(tenantId);
    return side.getPartner(tenantId);
  };
  return { side: { ...side, getPartner }, asked };
}

function judging(side: PartnerSide | undefined, here: Reach = crossing) {
  const clock = new VirtualClock();
  const policy: BoundaryPolicyMaker = () => ({ evaluate: async () => here });
  const both = bothSides(policy, { tenantId: ownId, partnerSide: () => side });
  const send = () => Promise.reject(new Error("not to be asked"));
  const resolver = staticHomes({});
  return { rule: both({ cloud: clouds.public, send, clock, resolver }), clock };
}

const judge = (side: PartnerSide | undefined, home: Home = corp) => judging(side).rule.evaluate(home);
const closed = { reachable: false, reason: "closed-at-home", from: "china", to: "public" };

describe("the other side's settings", () => {
  test("let a guest through who is let out, and ask for the entry of the directory that invites", async () => {
    const { side, asked } = other();
    expect(await judge(side)).toEqual({ ...crossing, isLetOut: true });
    expect(asked).toEqual([ownId]);
  });

  test.each<[string, Partial<PartnerSide>]>([
    ["have not opened this cloud", { getPolicy: async () => ({ allowedCloudEndpoints: [] }) }],
    ["say nothing of clouds", { getPolicy: async () => ({}) }],
    ["have no entry for this directory", { getPartner: () => Promise.reject(notFound) }],
    ["have one that blocks", { getPartner: async () => outbound("blocked") }],
    [
      "have one that allows no application",
      {
        getPartner: async () => ({
          inboundTrust: null,
          b2bCollaborationOutbound: {
            ...outbound("allowed").b2bCollaborationOutbound,
            applications: { accessType: "allowed", targets: [] },
          },
        }),
      },
    ],
    [
      "have one that inherits a default that blocks",
      { getPartner: async () => ({ inboundTrust: null }), getDefault: async () => outbound("blocked") },
    ],
  ])("keep a guest of another cloud in where they %s", async (_, changes) => {
    const reach = await judge(other(changes).side);
    expect(reach).toMatchObject(closed);
    expect(reach.reachable ? [] : reach.remedies.map(({ who }) => who)).toEqual([
      "home-admin",
      "inviter",
      "resource-admin",
    ]);
  });

  test("keep a guest of another cloud in where the application is disabled by which invitations cross", async () => {
    const reach = await judge(other({ isCloudWorkerEnabled: async () => false }).side);
    expect(reach).toMatchObject({ ...closed, reason: "cloud-worker-disabled" });
    expect(reach.reachable ? [] : reach.remedies.map(({ action, who }) => [action, who])).toEqual([
      ["enable-cloud", "home-admin"],
      ["ask-for-other-address", "inviter"],
      ["create-member", "resource-admin"],
    ]);
  });

  test("are said to let nobody across of whose application nobody could tell, and are remembered", async () => {
    const forbidden = new B2BError("forbidden", "no", { outcome: "rejected", operation: "test" });
    const unable = [undefined, () => Promise.reject(forbidden)];
    for (const isCloudWorkerEnabled of unable) {
      const { side, asked } = other();
      const { rule } = judging({ ...side, ...{ isCloudWorkerEnabled } } as PartnerSide);
      expect(await rule.evaluate(corp)).toBe(crossing);
      expect(await rule.evaluate(corp)).toBe(crossing);
      expect(asked).toHaveLength(1);
    }
    const { side, asked } = other({ isCloudWorkerEnabled: () => Promise.reject(new Error("down")) });
    const { rule } = judging(side);
    expect(await rule.evaluate(corp)).toBe(crossing);
    await rule.evaluate(corp);
    expect(asked).toHaveLength(2);
  });

  test("need neither an open cloud, nor an entry, nor that application within one cloud", async () => {
    const changes = {
      isCloudWorkerEnabled: async () => false,
      getPartner: () => Promise.reject(notFound),
      getPolicy: async () => ({}),
    };
    expect(await judge(other(changes).side, neighbour)).toEqual({ ...crossing, isLetOut: true });
    const blocking = { ...changes, getDefault: async () => outbound("blocked") };
    expect(await judge(other(blocking).side, neighbour)).toMatchObject({ reason: "closed-at-home" });
  });

  test("are left to the service where they cannot be read, and asked for again", async () => {
    const { side, asked } = other({ getPartner: () => Promise.reject(new Error("forbidden")) });
    const { rule } = judging(side);
    expect(await rule.evaluate(corp)).toBe(crossing);
    expect(await rule.evaluate(corp)).toBe(crossing);
    expect(asked).toHaveLength(2);
    expect(await judge(undefined)).toBe(crossing);
  });

  test("are not asked for a guest whom this side refuses, nor for one of no known tenant", async () => {
    const { side, asked } = other();
    const refused: Reach = {
      ...{ reachable: false, reason: "pair-unsupported", from: "china", to: "public", remedies: [] },
    };
    expect(await judging(side, refused).rule.evaluate(corp)).toBe(refused);
    expect(await judge(side, { kind: "consumer" })).toBe(crossing);
    expect(await judge(side, { kind: "tenant", tenant: { cloud: "china" } })).toBe(crossing);
    expect(asked).toEqual([]);
  });

  test("are remembered for five minutes", async () => {
    const { side, asked } = other();
    const { rule, clock } = judging(side);
    await Promise.all([rule.evaluate(corp), rule.evaluate(corp)]);
    await clock.sleep(299_999);
    await rule.evaluate(corp);
    expect(asked).toHaveLength(1);
    await clock.sleep(1);
    await rule.evaluate(corp);
    expect(asked).toHaveLength(2);
  });

  test("end the wait of a caller who gives up, with that caller's reason", async () => {
    const { side } = other({ getPartner: () => new Promise(() => undefined) });
    const controller = new AbortController();
    const waiting = rejectionOf(judging(side).rule.evaluate(corp, controller.signal));
    const reason = new Error("enough");
    queueMicrotask(() => controller.abort(reason));
    expect(await waiting).toBe(reason);
  });

  test("cannot be asked about a directory whose tenant id is none", () => {
    const attempt = () =>
      bothSides(() => ({ evaluate: async () => crossing }), {
        tenantId: "contoso",
        partnerSide: () => undefined,
      });
    expect(attempt).toThrow(/^\[invalid-input\] bothSides: tenantId must be a tenant id/);
  });
});
