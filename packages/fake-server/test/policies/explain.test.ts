import type { AccessTargetsInput } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { openClient } from "../open-client.ts";

const PARTNER = "aaaaaaaa-0000-4000-8000-000000000001";
const USER = "bbbbbbbb-0000-4000-8000-000000000002";
const GROUP = "cccccccc-0000-4000-8000-000000000003";
const APP = "dddddddd-0000-4000-8000-000000000004";
const OTHER = "eeeeeeee-0000-4000-8000-000000000005";

type Kind = "user" | "group" | "application";
type AccessType = "allowed" | "blocked";

const open = () => openClient().b2b.crossTenantAccess;

function targeting<Named extends Kind>(accessType: AccessType, targets: Readonly<Record<string, Named>>) {
  return {
    accessType,
    targets: Object.entries(targets).map(([target, targetType]) => ({ target, targetType })),
  };
}

const allApplications = targeting("allowed", { AllApplications: "application" });
const allUsers = targeting("allowed", { AllUsers: "user" });

/** What goes for a visitor of an organisation whose entry has these users and applications. */
async function explained(
  settings: {
    readonly users?: AccessTargetsInput<"user" | "group">;
    readonly apps?: AccessTargetsInput<"application">;
  },
  visitor: { userId?: string; groupIds?: readonly string[]; appId?: string },
  direction: "Inbound" | "Outbound" = "Inbound",
) {
  const access = open();
  const { users: usersAndGroups = allUsers, apps: applications = allApplications } = settings;
  await access.addPartner(PARTNER, {
    [`b2bCollaboration${direction}`]: { usersAndGroups, applications },
  });
  return access.explain({ tenantId: PARTNER, ...visitor });
}

describe("what really goes", () => {
  test("is the default's where there is no entry, and is said to be", async () => {
    const visit = await open().explain({ tenantId: PARTNER });
    const decided = { allowed: true, decidedBy: "default", missing: [] };
    expect(visit.inbound).toEqual({
      allowed: true,
      users: { ...decided, because: "the default allows all users" },
      applications: { ...decided, because: "the default allows all applications" },
    });
    expect(visit.trust.isMfaAccepted).toEqual({ accepted: false, decidedBy: "default" });
  });

  test("is the entry's where it says something, setting by setting", async () => {
    const access = open();
    const trust = { isCompliantDeviceAccepted: false, isHybridAzureADJoinedDeviceAccepted: null };
    await access.addPartner(PARTNER, {
      b2bCollaborationInbound: {
        usersAndGroups: targeting("allowed", { [USER]: "user" }),
        applications: null,
      },
      inboundTrust: { ...trust, isMfaAccepted: true },
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
    const stranger = await access.explain({ tenantId: PARTNER, userId: OTHER });
    expect(stranger.inbound).toMatchObject({ allowed: false, users: { allowed: false, missing: [] } });
    expect(known.trust).toEqual({
      isMfaAccepted: { accepted: true, decidedBy: "partner" },
      isCompliantDeviceAccepted: { accepted: false, decidedBy: "partner" },
      isHybridAzureADJoinedDeviceAccepted: { accepted: false, decidedBy: "default" },
    });
  });

  test.each([
    ["a user alone, nobody said which", { [USER]: "user" }, {}, undefined, ["userId"]],
    ["a group alone, nobody said of which groups", { [GROUP]: "group" }, {}, undefined, ["groupIds"]],
    ["a group alone, the user said", { [GROUP]: "group" }, { userId: USER }, undefined, ["groupIds"]],
    [
      "both, the other user said",
      { [USER]: "user", [GROUP]: "group" },
      { userId: OTHER },
      undefined,
      ["groupIds"],
    ],
    ["both, this user said", { [USER]: "user", [GROUP]: "group" }, { userId: USER }, true, []],
    [
      "both, another group said",
      { [USER]: "user", [GROUP]: "group" },
      { groupIds: [OTHER] },
      undefined,
      ["userId"],
    ],
    ["both, this group said", { [USER]: "user", [GROUP]: "group" }, { groupIds: [OTHER, GROUP] }, true, []],
    ["a group alone, in none", { [GROUP]: "group" }, { groupIds: [] }, false, []],
    ["a user alone, groups never mattering", { [USER]: "user" }, { userId: OTHER }, false, []],
    ["nobody", {}, {}, false, []],
  ] as const)("for %s", async (_, targets, visitor, isNamed, missing) => {
    for (const accessType of ["allowed", "blocked"] as const) {
      const { inbound } = await explained({ users: targeting(accessType, targets) }, visitor);
      const allowed = isNamed === undefined ? undefined : isNamed === (accessType === "allowed");
      expect(inbound.users).toMatchObject({ allowed, missing });
      expect(inbound.allowed).toBe(allowed);
      for (const fact of missing) expect(inbound.users.because).toContain(`\`${fact}\``);
    }
  });

  test.each([
    ["this application", { [APP]: "application" }, APP.toUpperCase(), true, []],
    ["another application", { [OTHER]: "application" }, APP, false, []],
    ["some application, nobody said to which", { [OTHER]: "application" }, undefined, undefined, ["appId"]],
    ["Office 365, which nobody here can look into", { Office365: "application" }, APP, undefined, []],
    [
      "Microsoft's applications and this one",
      { AllMicrosoftApps: "application", [APP]: "application" },
      APP,
      true,
      [],
    ],
    ["no application", {}, undefined, false, []],
  ] as const)("to %s", async (_, targets, appId, isNamed, missing) => {
    for (const accessType of ["allowed", "blocked"] as const) {
      const visitor = appId === undefined ? {} : { appId };
      const { inbound } = await explained({ apps: targeting(accessType, targets) }, visitor);
      const allowed = isNamed === undefined ? undefined : isNamed === (accessType === "allowed");
      expect(inbound.applications).toMatchObject({ allowed, missing });
    }
  });

  test("says that a setting with nobody in it names nobody", async () => {
    const none = await explained({ users: targeting("allowed", {}), apps: targeting("blocked", {}) }, {});
    expect(none.inbound).toMatchObject({
      allowed: false,
      users: { because: "the entry for this organisation allows no users" },
      applications: { because: "the entry for this organisation blocks no applications", allowed: true },
    });
  });

  test("goes one way by itself: our people there, as this side has it", async () => {
    const users = targeting("blocked", { [GROUP]: "group" });
    const ours = await explained({ users }, { groupIds: [GROUP] }, "Outbound");
    expect(ours).toMatchObject({ inbound: { allowed: true }, outbound: { allowed: false } });
    const unsaid = await explained({ users }, { userId: USER }, "Outbound");
    expect(unsaid.outbound).toMatchObject({ allowed: undefined, users: { missing: ["groupIds"] } });
  });

  test.each([
    ["userId", { userId: 7 }],
    ["userId", { userId: "ada" }],
    ["userID", { userID: USER }],
    ["groupIds", { groupIds: GROUP }],
    ["groupIds[1]", { groupIds: [GROUP, null] }],
    ["appId", { appId: "portal" }],
    ["tenantId", { tenantId: "fabrikam.example" }],
  ])("is asked for no visitor whose %s is wrong: %j", async (path, wrong) => {
    const { b2b } = openClient();
    const asked = b2b.crossTenantAccess.explain({ tenantId: PARTNER, ...wrong } as never);
    await expect(asked).rejects.toMatchObject({
      ...{ code: "invalid-input", operation: "crossTenantAccess.explain", outcome: "not-sent" },
      problems: [{ path }],
    });
  });
});
