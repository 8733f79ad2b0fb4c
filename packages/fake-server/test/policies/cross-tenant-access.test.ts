import { describe, expect, test } from "vitest";
import { openClient } from "../open-client.ts";

const PARTNER = "aaaaaaaa-0000-4000-8000-000000000001";
const USER = "bbbbbbbb-0000-4000-8000-000000000002";
const NO_TRUST = {
  isMfaAccepted: false,
  isCompliantDeviceAccepted: false,
  isHybridAzureADJoinedDeviceAccepted: false,
};
const everybody = (accessType: "allowed" | "blocked") => ({
  usersAndGroups: { accessType, targets: [{ target: "AllUsers", targetType: "user" }] },
  applications: { accessType, targets: [{ target: "AllApplications", targetType: "application" }] },
});

function open() {
  const { b2b } = openClient();
  return b2b.crossTenantAccess;
}

describe("the settings towards all organisations", () => {
  test("are at first what every directory comes with", async () => {
    expect(await open().getDefault()).toMatchObject({
      isServiceDefault: true,
      inboundTrust: NO_TRUST,
      b2bCollaborationInbound: everybody("allowed"),
      b2bDirectConnectInbound: everybody("blocked"),
      automaticUserConsentSettings: { inboundAllowed: false, outboundAllowed: false },
    });
  });

  test("are changed setting by setting, and put back", async () => {
    const access = open();
    await access.updateDefault({ b2bCollaborationInbound: everybody("blocked") });
    expect(await access.getDefault()).toMatchObject({
      isServiceDefault: false,
      b2bCollaborationInbound: everybody("blocked"),
      b2bCollaborationOutbound: everybody("allowed"),
    });
    await access.resetDefault();
    expect(await access.getDefault()).toMatchObject({
      isServiceDefault: true,
      b2bCollaborationInbound: everybody("allowed"),
    });
  });

  test("cannot shut all users out and leave the applications open", async () => {
    const half = { ...everybody("allowed"), usersAndGroups: everybody("blocked").usersAndGroups };
    const refused = await open().updateDefault({ b2bCollaborationInbound: half }).safe();
    expect(refused).toMatchObject({ ok: false, error: { code: "rejected-input", status: 400 } });
  });
});

describe("the entry for one organisation", () => {
  test("is made, read, listed, changed and taken away", async () => {
    const access = open();
    const trust = { ...NO_TRUST, isMfaAccepted: true };
    expect(await access.addPartner(PARTNER, { inboundTrust: trust })).toMatchObject({
      ...{ tenantId: PARTNER, inboundTrust: trust, b2bCollaborationInbound: null },
    });
    expect((await access.partners().collect()).map(({ tenantId }) => tenantId)).toEqual([PARTNER]);
    await access.updatePartner(PARTNER, { b2bCollaborationInbound: everybody("blocked") });
    expect(await access.getPartner(PARTNER.toUpperCase())).toMatchObject({
      ...{ inboundTrust: trust, b2bCollaborationInbound: everybody("blocked") },
    });
    await access.removePartner(PARTNER);
    expect(await access.getPartner(PARTNER).safe()).toMatchObject({
      ok: false,
      error: { code: "not-found" },
    });
    expect(await access.partners().collect()).toEqual([]);
  });

  test("is not made twice", async () => {
    const access = open();
    await access.addPartner(PARTNER);
    expect(await access.addPartner(PARTNER).safe()).toMatchObject({ ok: false, error: { code: "conflict" } });
  });

  test.each([
    ["a tenant that is none", () => open().addPartner("fabrikam.example")],
    ["a setting that does not exist", () => open().updateDefault({ inbound: null } as never)],
    ["a cloud that does not exist", () => open().allowClouds(["microsoftonline.de"])],
  ])("is refused before anything is sent for %s", async (_, call) => {
    expect(await call().safe()).toMatchObject({
      ok: false,
      error: { code: "invalid-input", outcome: "not-sent" },
    });
  });
});

describe("the other clouds", () => {
  test("are closed at first, and opened by name", async () => {
    const access = open();
    expect(await access.getPolicy()).toMatchObject({ allowedCloudEndpoints: [] });
    await access.allowClouds(["microsoftonline.us"]);
    expect(await access.getPolicy()).toMatchObject({ allowedCloudEndpoints: ["microsoftonline.us"] });
  });
});

describe("what really goes", () => {
  test("is the default's where there is no entry, and is said to be", async () => {
    const visit = await open().explain({ tenantId: PARTNER });
    expect(visit.inbound).toEqual({
      allowed: true,
      users: { allowed: true, decidedBy: "default", because: "the default allows all users" },
      applications: { allowed: true, decidedBy: "default", because: "the default allows all applications" },
    });
    expect(visit.trust.isMfaAccepted).toEqual({ accepted: false, decidedBy: "default" });
  });

  test("is the entry's where it says something, setting by setting", async () => {
    const access = open();
    const only = { accessType: "allowed", targets: [{ target: USER, targetType: "user" }] };
    await access.addPartner(PARTNER, {
      b2bCollaborationInbound: { usersAndGroups: only, applications: null },
      inboundTrust: { ...NO_TRUST, isMfaAccepted: true },
    });
    const known = await access.explain({ tenantId: PARTNER, userId: USER.toUpperCase() });
    expect(known.inbound).toMatchObject({
      allowed: true,
      users: {
        decidedBy: "partner",
        because: "the entry for this organisation allows certain users alone, this one among them",
      },
      applications: { decidedBy: "default" },
    });
    const stranger = await access.explain({ tenantId: PARTNER, userId: PARTNER });
    expect(stranger.inbound).toMatchObject({ allowed: false, users: { allowed: false } });
    const unsaid = await access.explain({ tenantId: PARTNER });
    expect(unsaid.inbound.allowed).toBeUndefined();
    expect(unsaid.trust.isMfaAccepted).toEqual({ accepted: true, decidedBy: "partner" });
  });
});
