import { type Cloud, clouds, createB2BClient, staticHomes, tenantPolicy } from "@vestibule/sdk";
import { VirtualClock } from "@vestibule/sdk/testing";
import type { WireResponse } from "@vestibule/sdk/wire";
import { describe, expect, test } from "vitest";
import { answer, pathOf, refusal, scriptedTransport } from "../scripted-transport.ts";

const ownId = "aaaaaaaa-0000-4000-8000-000000000001";
const tenantId = "bbbbbbbb-0000-4000-8000-000000000002";
const everybody = (accessType: "allowed" | "blocked") => ({
  usersAndGroups: { accessType, targets: [{ target: "AllUsers", targetType: "user" }] },
  applications: { accessType, targets: [{ target: "AllApplications", targetType: "application" }] },
});

/** A directory that lets nobody in or out, or everybody; and what it says of its own organisation. */
function open(organization: WireResponse, accessType: "allowed" | "blocked", cloud: Cloud = clouds.public) {
  const access = {
    b2bCollaborationInbound: everybody(accessType),
    b2bCollaborationOutbound: everybody(accessType),
  };
  const transport = scriptedTransport(
    [
      (request) => {
        if (pathOf(request) === "/organization") return organization;
        if (pathOf(request).endsWith("/default")) return answer(200, { inboundTrust: null, ...access });
        if (pathOf(request).includes("/partners/")) return answer(404);
        if (pathOf(request) === "/policies/authorizationPolicy") {
          return answer(200, {
            id: "authorizationPolicy",
            allowInvitesFrom: "everyone",
            guestUserRoleId: tenantId,
          });
        }
        return refusal(403, "Authorization_RequestDenied");
      },
    ],
    cloud,
  );
  const tenant = { cloud: cloud.id, tenantId } as const;
  const resolver = staticHomes({
    "fabrikam.com": { kind: "tenant", tenant },
    [ownId]: { kind: "tenant", tenant: { ...tenant, tenantId: ownId, regionScope: "USG" } },
  });
  const boundary = { resolver, policy: tenantPolicy };
  const b2b = createB2BClient({ transport, clock: new VirtualClock(), boundary, retry: false });
  return { b2b, sent: transport.sent };
}

const NOTHING: readonly (readonly [string, WireResponse])[] = [
  ["an empty list", answer(200, { value: [] })],
  ["that there is none", refusal(404, "Request_ResourceNotFound")],
];

describe.each(NOTHING)("a directory that answers %s to who it is", (_, organization) => {
  test("is not taken for one that refuses an organisation of its cloud: it may be that itself", async () => {
    const { b2b } = open(organization, "blocked");
    expect(await b2b.boundary.check("fabrikam.com")).toMatchObject({
      ...{ reachable: undefined, reason: "settings-unread" },
    });
    const { inbound, outbound } = await b2b.crossTenantAccess.explain({ tenantId });
    expect([inbound.allowed, outbound.allowed]).toEqual([undefined, undefined]);
    expect(inbound.users.because).toContain("unless the organisation is the directory's own");
  });

  test("is told by a preflight, with no permission that would help", async () => {
    const { b2b } = open(organization, "blocked");
    const input = {
      invitedUserEmailAddress: "ada@fabrikam.com",
      inviteRedirectUrl: "https://app.contoso.com",
    };
    const { verdict, findings } = await b2b.preflight.invitation(input, { homeLetsOut: true });
    expect(verdict).toBe("caution");
    expect(findings).toContainEqual(
      expect.objectContaining({
        ...{ limitation: "cloud-boundary", severity: "caution", permission: null },
        observed: expect.stringContaining("which organisation is this directory's own could not be read"),
      }),
    );
  });

  test("may be one of the government's without B2B collaboration, and refuses nobody for that", async () => {
    const { b2b } = open(organization, "allowed", clouds.usgov);
    expect(await b2b.boundary.check("fabrikam.com")).toMatchObject({ reason: "settings-unread" });
  });
});

describe("a directory of the government's that says who it is", () => {
  const own = answer(200, { value: [{ id: ownId.toUpperCase() }] });

  test("invites nobody where the resolver tells that it is too old, whatever its settings let in", async () => {
    const { b2b } = open(own, "allowed", clouds.usgov);
    expect(await b2b.boundary.check("fabrikam.com")).toMatchObject({ reason: "directory-unsupported" });
    const call = b2b.invitations.create({
      ...{ invitedUserEmailAddress: "ada@fabrikam.com", inviteRedirectUrl: "https://app.contoso.com" },
    });
    const result = await call.safe();
    expect(result).toMatchObject({ ok: false, error: { code: "cloud-boundary", outcome: "not-sent" } });
    expect(result.ok ? "" : result.error.message).toContain("this directory, in usgov, is one without B2B");
  });

  test("is asked that once by all who want to know, under a name of its own", async () => {
    const { b2b, sent } = open(own, "allowed", clouds.usgov);
    await b2b.boundary.check("fabrikam.com");
    await b2b.boundary.check("fabrikam.com");
    const asked = sent.filter((request) => pathOf(request) === "/organization");
    expect(asked.map(({ operation }) => operation.id)).toEqual(["organization.findTenantId"]);
  });
});
