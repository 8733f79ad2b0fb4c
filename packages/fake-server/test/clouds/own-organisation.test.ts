import { createWorld } from "@vestibule/fake-server";
import {
  type BoundaryPolicyMaker,
  bothSides,
  clouds,
  createB2BClient,
  staticHomes,
  tenantBoundary,
  tenantPolicy,
} from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { everybody } from "../everybody.ts";
import { inviteRedirectUrl } from "../open-client.ts";
import { administrator } from "./sides.ts";

const blocked = everybody("blocked");
const shut = { b2bCollaborationInbound: blocked, b2bCollaborationOutbound: blocked };
const address = "ada@contoso.example";

/** Contoso, whose default lets nobody in or out, a guest of its own domain, and somebody else's organisation. */
async function open(permissions?: readonly string[]) {
  const world = createWorld();
  const contoso = world.cloud("public").tenant("contoso").domain("contoso.example");
  const fabrikam = world.cloud("public").tenant("fabrikam").domain("fabrikam.example");
  contoso.user("ada", { mail: address, userType: "Guest", creationType: "Invitation" });
  const admin = administrator(world, contoso);
  await admin.crossTenantAccess.updateDefault(shut);
  const home = (tenantId: string) => ({ kind: "tenant", tenant: { cloud: "public", tenantId } }) as const;
  const resolver = staticHomes({
    ...{ "contoso.example": home(contoso.id.toUpperCase()), "fabrikam.example": home(fabrikam.id) },
  });
  const app = contoso.app("inviter", permissions && { permissions });
  const client = (policy: BoundaryPolicyMaker) =>
    createB2BClient({
      ...{ transport: contoso.transport({ as: app }), clock: world.clock, boundary: { resolver, policy } },
    });
  const invitationOf = (invitedUserEmailAddress: string) => ({ invitedUserEmailAddress, inviteRedirectUrl });
  return { contoso, fabrikam, admin, client, invitationOf };
}

const WITHOUT_ORGANIZATION = ["User.Invite.All", "Policy.Read.All"];

describe("somebody of the directory's own organisation, where its settings shut out every other", () => {
  test("is in the same cloud, and the invitation goes through", async () => {
    const { client, invitationOf } = await open();
    const b2b = client(tenantPolicy);
    expect(await b2b.boundary.check("contoso.example")).toEqual({ reachable: true, via: "same-cloud" });
    expect(await b2b.invitations.create(invitationOf(address))).toMatchObject({
      status: "PendingAcceptance",
    });
    expect(await b2b.boundary.check("fabrikam.example")).toMatchObject({ reason: "partner-blocked" });
  });

  test("is so behind bothSides too, which takes it for no other side", async () => {
    const { contoso, admin, client, invitationOf } = await open();
    const policy = bothSides(tenantPolicy, {
      ...{ tenantId: contoso.id, partnerSide: () => admin.crossTenantAccess },
    });
    const b2b = client(policy);
    expect(await b2b.boundary.check("contoso.example")).toEqual({ reachable: true, via: "same-cloud" });
    expect(await b2b.invitations.create(invitationOf(address)).safe()).toMatchObject({ ok: true });
  });

  test("is left to the service by a client that may not read which organisation is its own, and so is everybody else", async () => {
    const { client, invitationOf } = await open(WITHOUT_ORGANIZATION);
    const b2b = client(tenantPolicy);
    const unread = { reachable: undefined, reason: "settings-unread" };
    expect(await b2b.boundary.check("contoso.example")).toMatchObject(unread);
    expect(await b2b.boundary.check("fabrikam.example")).toMatchObject(unread);
    const call = b2b.invitations.create(invitationOf(address));
    expect(await call).toMatchObject({ status: "PendingAcceptance" });
    expect((await call.meta()).warnings.map(({ code }) => code)).toEqual(["settings-unread"]);
    const other = await b2b.invitations.create(invitationOf("ada@fabrikam.example")).safe();
    expect(other).toMatchObject({ ok: false, error: { code: "invitations-restricted" } });
  });

  test("is what a preflight leaves open then, with the permission that would tell", async () => {
    const { client, invitationOf } = await open(WITHOUT_ORGANIZATION);
    const options = { permissions: ["User.Invite.All"], homeLetsOut: true };
    for (const invited of [address, "ada@fabrikam.example"]) {
      const { findings } = await client(tenantPolicy).preflight.invitation(invitationOf(invited), options);
      const found = findings.filter(({ limitation }) => limitation === "cloud-boundary");
      expect(found).toMatchObject([{ severity: "caution", permission: "Organization.Read.All" }]);
    }
  });

  test("is told apart by the settings' reader only where they shut somebody out", async () => {
    const settings = (isLetIn: boolean) => {
      const asked: string[] = [];
      const boundary = tenantBoundary(clouds.public, {
        openClouds: async () => [],
        partner: async () => ({ isListed: false, isLetIn }),
        async ownTenantId() {
          asked.push("own");
          return "AAAAAAAA-0000-4000-8000-000000000001";
        },
      });
      return { boundary, asked };
    };
    const own = { cloud: "public", tenantId: "aaaaaaaa-0000-4000-8000-000000000001" };
    const [letting, shutting] = [settings(true), settings(false)];
    for (const { boundary } of [letting, shutting]) {
      expect(await boundary.evaluate({ kind: "tenant", tenant: own })).toMatchObject({ via: "same-cloud" });
    }
    expect([letting.asked, shutting.asked]).toEqual([[], ["own"]]);
  });
});

describe("what really goes for the directory's own organisation", () => {
  const decided = { allowed: true, decidedBy: "none", missing: [] };

  test("is decided by no entry where the settings let everybody in, and only nobody out", async () => {
    const { contoso, admin } = await open();
    await admin.crossTenantAccess.resetDefault();
    await admin.crossTenantAccess.updateDefault({ b2bCollaborationOutbound: blocked });
    const { inbound, outbound } = await admin.crossTenantAccess.explain({ tenantId: contoso.id });
    for (const passage of [inbound, outbound]) {
      expect(passage).toMatchObject({ allowed: true, users: decided, applications: decided });
    }
  });

  test("is decided by no entry", async () => {
    const { contoso, admin } = await open();
    const visit = await admin.crossTenantAccess.explain({ tenantId: contoso.id.toUpperCase() });
    for (const passage of [visit.inbound, visit.outbound]) {
      expect(passage).toMatchObject({ allowed: true, users: decided, applications: decided });
    }
  });

  test("cannot be told from what goes for another one where that may not be read", async () => {
    const { contoso, fabrikam, client } = await open(WITHOUT_ORGANIZATION);
    const { crossTenantAccess } = client(tenantPolicy);
    for (const { id } of [contoso, fabrikam]) {
      const { inbound } = await crossTenantAccess.explain({ tenantId: id });
      expect(inbound).toMatchObject({ allowed: undefined, users: { decidedBy: "default", missing: [] } });
      expect(inbound.users.because).toBe(
        "the default blocks all users, unless the organisation is the directory's own",
      );
    }
  });

  test("is another one's where the organisation is another", async () => {
    const { fabrikam, admin } = await open();
    const { inbound, outbound } = await admin.crossTenantAccess.explain({ tenantId: fabrikam.id });
    expect([inbound.allowed, outbound.allowed]).toEqual([false, false]);
  });
});
