import { createWorld } from "@vestibule/fake-server";
import { createB2BClient } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { everybody } from "../everybody.ts";
import { openClient } from "../open-client.ts";
import { asking } from "../rights/ask.ts";
import { LOUD, NO_TRUST, open, PARTNER, QUIET } from "./settings.ts";

describe("what a setting names", () => {
  const named = (part: string, target: string, targetType: string) => ({
    b2bCollaborationInbound: {
      ...everybody("allowed"),
      [part]: { accessType: "blocked", targets: [{ target, targetType }] },
    },
  });

  test.each([
    ["all applications for users", "usersAndGroups", "AllApplications", "user", "target"],
    ["all users as a group", "usersAndGroups", "AllUsers", "group", "target"],
    ["a user by no id", "usersAndGroups", "ada@fabrikam.example", "user", "target"],
    ["an application among users", "usersAndGroups", PARTNER, "application", "targetType"],
    ["all users for applications", "applications", "AllUsers", "application", "target"],
    ["an application by its name", "applications", "Salesforce", "application", "target"],
    ["a user among applications", "applications", PARTNER, "user", "targetType"],
  ])("is refused here and in the directory for %s", async (_, part, target, targetType, wrong) => {
    const { contoso, b2b } = openClient();
    const settings = named(part, target, targetType);
    const refused = await b2b.crossTenantAccess.addPartner(PARTNER, settings as never).safe();
    expect(refused).toMatchObject({ ok: false, error: { code: "invalid-input", outcome: "not-sent" } });
    if (!refused.ok) {
      expect(refused.error.message).toContain(
        `changes.b2bCollaborationInbound.${part}.targets[0].${wrong} must`,
      );
    }
    const ask = asking(contoso, { as: contoso.app("admin") });
    const path = "/policies/crossTenantAccessPolicy/partners";
    expect((await ask("POST", path, { body: { tenantId: PARTNER, ...settings } })).status).toBe(400);
    expect(await b2b.crossTenantAccess.partners().collect()).toEqual([]);
  });

  test.each([
    ["usersAndGroups", "allusers", "AllUsers", "user"],
    ["usersAndGroups", LOUD, QUIET, "user"],
    ["applications", "office365", "Office365", "application"],
    ["applications", "AllMicrosoftApps", "AllMicrosoftApps", "application"],
    ["applications", LOUD, QUIET, "application"],
  ])("is written in one way: in %s %s is %s", async (part, target, written, targetType) => {
    const setting = {
      ...everybody("allowed"),
      [part]: { accessType: "allowed", targets: [{ target, targetType }] },
    };
    const added = await open().addPartner(PARTNER, { b2bCollaborationInbound: setting });
    expect(added.b2bCollaborationInbound?.[part as "applications"]?.targets).toEqual([
      { target: written, targetType },
    ]);
  });
});

describe("what is written of a part", () => {
  test("is the whole of it in an entry, and what is not named goes by the default", async () => {
    const access = open();
    await access.addPartner(PARTNER, { inboundTrust: { isCompliantDeviceAccepted: true } });
    expect((await access.getPartner(PARTNER)).inboundTrust).toEqual({
      ...{ isMfaAccepted: null, isCompliantDeviceAccepted: true, isHybridAzureADJoinedDeviceAccepted: null },
    });
    await access.updatePartner(PARTNER, { inboundTrust: { isMfaAccepted: true } });
    await access.updatePartner(PARTNER, {
      b2bCollaborationInbound: { usersAndGroups: everybody("allowed").usersAndGroups },
    });
    expect(await access.getPartner(PARTNER)).toMatchObject({
      inboundTrust: { isMfaAccepted: true, isCompliantDeviceAccepted: null },
      b2bCollaborationInbound: { applications: null },
    });
    expect((await access.explain({ tenantId: PARTNER })).inbound.allowed).toBe(true);
  });

  test("leaves a flag as it was where the others are named with it", async () => {
    const access = open();
    await access.addPartner(PARTNER, { inboundTrust: { isCompliantDeviceAccepted: true } });
    const { inboundTrust } = await access.getPartner(PARTNER);
    await access.updatePartner(PARTNER, { inboundTrust: { ...inboundTrust, isMfaAccepted: true } });
    expect((await access.getPartner(PARTNER)).inboundTrust).toMatchObject({
      ...{ isMfaAccepted: true, isCompliantDeviceAccepted: true },
    });
  });

  test("is the whole of it in the default, where a flag that is not named is off", async () => {
    const access = open();
    await access.updateDefault({ inboundTrust: { isCompliantDeviceAccepted: true } });
    await access.updateDefault({ inboundTrust: { isMfaAccepted: true } });
    expect((await access.getDefault()).inboundTrust).toEqual({ ...NO_TRUST, isMfaAccepted: true });
  });

  test.each([
    { inboundTrust: null },
    { b2bCollaborationInbound: null },
    { b2bCollaborationInbound: { usersAndGroups: everybody("allowed").usersAndGroups } },
    { tenantRestrictions: { applications: everybody("allowed").applications } },
  ])("is refused by the directory of a default that says nothing: %j", async (body) => {
    const { contoso, b2b } = openClient();
    const ask = asking(contoso, { as: contoso.app("admin") });
    expect((await ask("PATCH", "/policies/crossTenantAccessPolicy/default", { body })).status).toBe(400);
    expect(await b2b.crossTenantAccess.getDefault()).toMatchObject({ isServiceDefault: true });
  });
});

describe("the directory itself", () => {
  test("makes no entry for itself, nor for an id that is no organisation's", async () => {
    const { contoso, b2b } = openClient();
    const ask = asking(contoso, { as: contoso.app("admin") });
    const nobodys = ["00000000-0000-0000-0000-000000000000", "9188040d-6c67-4c5b-b112-36a304b66dad"];
    for (const tenantId of [contoso.id, contoso.id.toUpperCase(), ...nobodys]) {
      const path = "/policies/crossTenantAccessPolicy/partners";
      expect((await ask("POST", path, { body: { tenantId } })).status).toBe(400);
    }
    expect(await b2b.crossTenantAccess.addPartner(contoso.id).safe()).toMatchObject({
      error: { code: "rejected-input" },
    });
  });

  test.each([
    ["public", "microsoftonline.com"],
    ["usgov", "microsoftonline.us"],
    ["usgov", "partner.microsoftonline.cn"],
    ["china", "microsoftonline.us"],
  ] as const)("opens %s neither to itself nor where no pair is: %s", async (id, endpoint) => {
    const world = createWorld();
    const tenant = world.cloud(id).tenant("contoso");
    const { crossTenantAccess } = createB2BClient({
      ...{ transport: tenant.transport({ as: tenant.app("admin") }), clock: world.clock },
    });
    expect(await crossTenantAccess.allowClouds([endpoint]).safe()).toMatchObject({
      error: { code: "invalid-input", outcome: "not-sent" },
    });
  });
});
