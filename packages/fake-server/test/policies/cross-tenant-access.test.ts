import { createWorld } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { everybody } from "../everybody.ts";
import { openClient } from "../open-client.ts";
import { asking } from "../rights/ask.ts";
import { LOUD, NO_TRUST, open, PARTNER, QUIET } from "./settings.ts";

describe("the settings towards all organisations", () => {
  test("are at first what every directory comes with", async () => {
    expect(await open().getDefault()).toMatchObject({
      isServiceDefault: true,
      inboundTrust: NO_TRUST,
      b2bCollaborationInbound: everybody("allowed"),
      b2bDirectConnectInbound: everybody("blocked"),
      automaticUserConsentSettings: { inboundAllowed: false, outboundAllowed: false },
      tenantRestrictions: { ...everybody("blocked"), devices: null },
    });
  });

  test.each([{ inboundAllowed: true }, { outboundAllowed: null }, null])(
    "never spare anybody the consent: %j is refused",
    async (automaticUserConsentSettings) => {
      const { contoso, b2b } = openClient();
      const ask = asking(contoso, { as: contoso.app("admin") });
      const path = "/policies/crossTenantAccessPolicy/default";
      const refused = await ask("PATCH", path, { body: { automaticUserConsentSettings } });
      expect(refused.status).toBe(400);
      expect(await b2b.crossTenantAccess.getDefault()).toMatchObject({ isServiceDefault: true });
      const same = { automaticUserConsentSettings: { inboundAllowed: false, outboundAllowed: false } };
      expect((await ask("PATCH", path, { body: same })).status).toBe(204);
    },
  );

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

  test("is found, changed and taken away right after it was made, where instances lag", async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { b2b } = openClient({ seed, realism: "documented" });
      const access = b2b.crossTenantAccess;
      await access.addPartner(PARTNER);
      expect(await access.getPartner(PARTNER)).toMatchObject({ tenantId: PARTNER });
      await access.updatePartner(PARTNER, { inboundTrust: { isMfaAccepted: true } });
      await access.removePartner(PARTNER);
    }
  });

  test("is not made twice", async () => {
    const access = open();
    await access.addPartner(PARTNER);
    expect(await access.addPartner(PARTNER).safe()).toMatchObject({ ok: false, error: { code: "conflict" } });
  });

  test("leaves the default to go again once it is gone", async () => {
    const access = open();
    await access.addPartner(PARTNER, { b2bCollaborationInbound: everybody("blocked") });
    expect((await access.explain({ tenantId: PARTNER })).inbound.allowed).toBe(false);
    await access.removePartner(PARTNER);
    expect((await access.explain({ tenantId: PARTNER })).inbound.allowed).toBe(true);
    expect(await access.removePartner(PARTNER).safe()).toMatchObject({ error: { code: "not-found" } });
  });

  test("stays where the default is put back", async () => {
    const access = open();
    await access.addPartner(PARTNER, { isServiceProvider: true });
    await access.updateDefault({ b2bDirectConnectInbound: everybody("allowed") });
    await access.resetDefault();
    expect(await access.getDefault()).toMatchObject({
      isServiceDefault: true,
      b2bDirectConnectInbound: everybody("blocked"),
    });
    expect(await access.getPartner(PARTNER)).toMatchObject({ isServiceProvider: true });
  });

  test("keeps ids in lower case for clients too that send them otherwise", async () => {
    const contoso = createWorld().cloud("public").tenant("contoso");
    const ask = asking(contoso, { as: contoso.app("admin") });
    const usersAndGroups = { accessType: "blocked", targets: [{ target: LOUD, targetType: "group" }] };
    const setting = { ...everybody("allowed"), usersAndGroups };
    const body = { tenantId: LOUD, b2bCollaborationInbound: setting };
    const made = await ask("POST", "/policies/crossTenantAccessPolicy/partners", { body });
    expect(made.body).toMatchObject({
      tenantId: QUIET,
      b2bCollaborationInbound: { usersAndGroups: { targets: [{ target: QUIET }] } },
    });
  });

  test("is found by an id in whichever case, and keeps ids in lower case", async () => {
    const access = open();
    const restricted = {
      ...everybody("allowed"),
      usersAndGroups: { accessType: "blocked", targets: [{ target: LOUD, targetType: "group" }] },
    } as const;
    const added = await access.addPartner(LOUD, { b2bCollaborationInbound: restricted });
    expect(added.tenantId).toBe(QUIET);
    expect(added.b2bCollaborationInbound?.usersAndGroups?.targets).toEqual([
      { target: QUIET, targetType: "group" },
    ]);
    expect(await access.addPartner(QUIET).safe()).toMatchObject({ error: { code: "conflict" } });
    for (const id of [LOUD, QUIET]) expect((await access.getPartner(id)).tenantId).toBe(QUIET);
    await access.removePartner(LOUD);
    expect(await access.partners().collect()).toEqual([]);
  });

  test("keeps what it says of direct connect, restrictions and service providers", async () => {
    const access = open();
    const tenantRestrictions = {
      ...everybody("allowed"),
      devices: { mode: "blocked", rule: "device.x -eq 1" },
    } as const;
    const settings = {
      ...{ b2bDirectConnectInbound: everybody("allowed"), b2bDirectConnectOutbound: everybody("allowed") },
      ...{ automaticUserConsentSettings: { inboundAllowed: true, outboundAllowed: null } },
      ...{ tenantRestrictions, isServiceProvider: true },
    };
    await access.addPartner(PARTNER);
    expect(await access.getPartner(PARTNER)).toMatchObject({
      ...{ tenantRestrictions: null, isServiceProvider: null, isInMultiTenantOrganization: false },
    });
    await access.updatePartner(PARTNER, settings);
    expect(await access.getPartner(PARTNER)).toMatchObject(settings);
  });

  test("says of synchronization what it is told, and is not taken away while it does", async () => {
    const access = open();
    await access.addPartner(PARTNER);
    expect(await access.getSynchronization(PARTNER).safe()).toMatchObject({ error: { code: "not-found" } });
    await access.setSynchronization(PARTNER, {
      ...{ displayName: "Fabrikam", userSyncInbound: { isSyncAllowed: true } },
    });
    await access.updateSynchronization(PARTNER.toUpperCase(), { userSyncInbound: { isSyncAllowed: false } });
    expect(await access.getSynchronization(PARTNER)).toEqual({
      ...{ tenantId: PARTNER, displayName: "Fabrikam", userSyncInbound: { isSyncAllowed: false } },
    });
    expect(await access.removePartner(PARTNER).safe()).toMatchObject({ error: { code: "rejected-input" } });
    await access.removeSynchronization(PARTNER);
    await access.removePartner(PARTNER);
    expect(await access.partners().collect()).toEqual([]);
  });

  test.each([
    ["a tenant that is none", () => open().addPartner("fabrikam.example")],
    ["a setting that does not exist", () => open().updateDefault({ inbound: null } as never)],
    ["a change of nothing", () => open().updatePartner(PARTNER, {} as never)],
    [
      "a change of parts that name nothing",
      () => open().updatePartner(PARTNER, { b2bCollaborationInbound: {} }),
    ],
    ["a change to undefined", () => open().updateDefault({ inboundTrust: undefined } as never)],
    ["nothing said of synchronization", () => open().setSynchronization(PARTNER, {} as never)],
    [
      "consent spared to everybody's guests",
      () => open().updateDefault({ automaticUserConsentSettings: { inboundAllowed: true } } as never),
    ],
    [
      "a trust that is misspelt",
      () => open().updateDefault({ inboundTrust: { isMFAAccepted: true } } as never),
    ],
    ["a cloud that does not exist", () => open().allowClouds(["microsoftonline.de"] as never)],
    ["a cloud's id instead of its name", () => open().allowClouds(["usgov"] as never)],
    ["one's own cloud", () => open().allowClouds(["microsoftonline.com"])],
    ["a default that inherits", () => open().updateDefault({ b2bCollaborationInbound: null } as never)],
    ["a default trust that inherits", () => open().updateDefault({ inboundTrust: null } as never)],
    [
      "half a default",
      () =>
        open().updateDefault({
          b2bCollaborationInbound: { usersAndGroups: everybody("allowed").usersAndGroups },
        } as never),
    ],
    ["a partner that is nobody", () => open().addPartner("00000000-0000-0000-0000-000000000000")],
    ["a partner that is everybody's", () => open().addPartner("9188040D-6c67-4c5b-b112-36a304b66dad")],
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
