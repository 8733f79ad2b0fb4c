import { createWorld } from "@vestibule/fake-server";
import { type BoundaryOptions, createB2BClient, type Home, staticHomes, tenantPolicy } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { administrator } from "../clouds/sides.ts";
import { everybody } from "../everybody.ts";
import { inviteRedirectUrl } from "../open-client.ts";

const told = { permissions: ["User.Invite.All"], homeLetsOut: true } as const;
const certain = {
  usersAndGroups: {
    accessType: "allowed",
    targets: [{ target: "aaaaaaaa-0000-4000-8000-00000000000a", targetType: "group" }],
  },
  applications: everybody("allowed").applications,
} as const;

function open() {
  const world = createWorld();
  const contoso = world.cloud("public").tenant("contoso");
  const homes: Record<string, Home | "public" | "china"> = {
    "fabrikam.example": {
      kind: "tenant",
      tenant: {
        cloud: "public",
        tenantId: world.cloud("public").tenant("fabrikam").domain("fabrikam.example").id,
      },
    },
    "cloud-alone.example": "public",
    "corp.example": {
      kind: "tenant",
      tenant: { cloud: "china", tenantId: world.cloud("china").tenant("corp").domain("corp.example").id },
    },
    "mail.example": { kind: "consumer" },
  };
  /** What is foreseen of somebody by a client with this boundary, and what it is then answered. */
  async function foresee(domain: string, boundary?: Partial<BoundaryOptions>, options: object = told) {
    const b2b = createB2BClient({
      ...{ transport: contoso.transport({ as: contoso.app("inviter") }), clock: world.clock },
      ...(boundary && { boundary: { resolver: staticHomes(homes), ...boundary } }),
    });
    const input = { invitedUserEmailAddress: `ada@${domain}`, inviteRedirectUrl };
    const { findings } = await b2b.preflight.invitation(input, options);
    const [found] = findings.filter(({ limitation }) => limitation === "cloud-boundary");
    const { ok } = await b2b.invitations.create(input).safe();
    return {
      ...{ severity: found?.severity, observed: found?.observed, because: found?.because },
      ...{ remedies: found?.remedies, ok },
    };
  }
  return { world, contoso, foresee };
}

describe("a preflight at the boundary", () => {
  test("says what the client itself refuses, and leaves open what it only warns of", async () => {
    const { foresee } = open();
    expect(await foresee("corp.example", {})).toMatchObject({ severity: "blocked", ok: false });
    expect(await foresee("corp.example", { mode: "warn" })).toMatchObject({ severity: "caution", ok: false });
    expect(await foresee("nobody.example", {})).toMatchObject({ severity: "caution", ok: true });
    expect(await foresee("nobody.example", { onUnknown: "refuse" })).toMatchObject({
      ...{ severity: "blocked", ok: false },
    });
  });

  test("does not know where anybody is at home without a boundary, and says what would help", async () => {
    const { foresee } = open();
    const { severity, remedies, ok } = await foresee("fabrikam.example");
    expect([severity, ok]).toEqual(["caution", true]);
    expect(remedies?.[0]?.action).toBe("find-home");
  });

  test("goes by this directory's own settings, whatever the client's policy looks at", async () => {
    const { world, contoso, foresee } = open();
    const { crossTenantAccess } = administrator(world, contoso);
    expect(await foresee("fabrikam.example", {})).toMatchObject({ severity: undefined, ok: true });
    await crossTenantAccess.updateDefault({ b2bCollaborationInbound: everybody("blocked") });
    expect(await foresee("fabrikam.example", {})).toMatchObject({ severity: "blocked", ok: false });
    expect(await foresee("mail.example", {})).toMatchObject({ severity: undefined, ok: true });
  });

  test("wants the organisation's tenant id, without which its entry cannot be found", async () => {
    const { foresee } = open();
    const { severity, observed } = await foresee("cloud-alone.example", { policy: tenantPolicy });
    expect(severity).toBe("caution");
    expect(observed).toContain("without its tenant id");
  });

  test("tells where only certain people are let in", async () => {
    const { world, contoso, foresee } = open();
    await administrator(world, contoso).crossTenantAccess.updateDefault({ b2bCollaborationInbound: certain });
    const { severity, observed, ok } = await foresee("fabrikam.example", { policy: tenantPolicy });
    expect([severity, ok]).toEqual(["caution", true]);
    expect(observed).toContain("certain users alone");
  });

  test("says of a guest from another cloud what that has to have opened, and which address it takes", async () => {
    const { world, contoso, foresee } = open();
    const { crossTenantAccess } = administrator(world, contoso);
    await crossTenantAccess.allowClouds(["partner.microsoftonline.cn"]);
    const [corp] = world.tenants.filter(({ name }) => name === "corp");
    await crossTenantAccess.addPartner(corp?.id ?? "");
    const untold = { permissions: ["User.Invite.All"] };
    expect(await foresee("corp.example", { policy: tenantPolicy }, untold)).toMatchObject({
      severity: "caution",
      observed:
        "the guest's organisation has to have opened this cloud, added this directory and left the application Microsoft B2B Cross Cloud Worker enabled, which cannot be read from here",
      ok: false,
    });
    expect(await foresee("fabrikam.example", { policy: tenantPolicy }, untold)).toMatchObject({
      severity: "caution",
      observed: "whether the guest's organisation lets its people be guests here cannot be read from here",
      ok: true,
    });
    expect(await foresee("corp.example", { policy: tenantPolicy })).toMatchObject({
      severity: "info",
      because: expect.stringContaining("user principal name"),
    });
    expect(await foresee("fabrikam.example", { policy: tenantPolicy })).toMatchObject({
      severity: undefined,
    });
  });

  test("takes what the other side says of itself", async () => {
    const { foresee } = open();
    const options = (homeLetsOut: boolean | undefined) => ({ ...told, homeLetsOut });
    const severities = [true, undefined, false].map(
      async (letsOut) => (await foresee("fabrikam.example", {}, options(letsOut))).severity,
    );
    expect(await Promise.all(severities)).toEqual([undefined, "caution", "blocked"]);
  });
});

describe("an entry for certain people or applications", () => {
  const PORTAL = "cccccccc-0000-4000-8000-00000000000c";
  const CRM = "cccccccc-0000-4000-8000-00000000000d";
  const MEMBER = "aaaaaaaa-0000-4000-8000-00000000000a";
  const allowed = (target: string, targetType: string) => ({
    ...{ accessType: "allowed" as const, targets: [{ target, targetType }] },
  });
  const blocked = (target: string, targetType: string) => ({
    ...allowed(target, targetType),
    accessType: "blocked" as const,
  });
  const everybody = allowed("AllUsers", "user");
  const everything = allowed("AllApplications", "application");

  async function foreseen(setting: object, signIn: object) {
    const { world, contoso, foresee } = open();
    const fabrikam = world.cloud("public").tenant("fabrikam");
    await administrator(world, contoso).crossTenantAccess.addPartner(fabrikam.id, {
      b2bCollaborationInbound: setting,
    });
    return foresee("fabrikam.example", {}, { ...told, signIn });
  }
  const useless = { because: "whoever is not let in may be invited, and cannot sign in", ok: true };
  const onlyPortal = { usersAndGroups: everybody, applications: allowed(PORTAL, "application") };
  const allButPortal = { usersAndGroups: everybody, applications: blocked(PORTAL, "application") };
  const onlyAda = { usersAndGroups: allowed(MEMBER, "user"), applications: everything };

  test.each<[string, object, object, string]>([
    [
      "the application",
      onlyPortal,
      { appId: CRM },
      "allows certain applications alone, and this one is not among them",
    ],
    [
      "the application",
      allButPortal,
      { appId: PORTAL },
      "blocks certain applications alone, this one among them",
    ],
    [
      "the user",
      onlyAda,
      { atHome: { userId: CRM } },
      "allows certain users alone, and this one is not among them",
    ],
  ])(
    "is told by %s that was said, and is in nobody's way to be invited",
    async (_, setting, signIn, observed) => {
      expect(await foreseen(setting, signIn)).toMatchObject({
        ...{
          ...useless,
          severity: "caution",
          observed: `cross-tenant access: the entry for this organisation ${observed}`,
        },
      });
    },
  );

  test.each<[string, object, object]>([
    ["the application", onlyPortal, { appId: PORTAL }],
    ["the application", allButPortal, { appId: CRM }],
    ["the user", onlyAda, { atHome: { userId: MEMBER } }],
  ])("is no finding where it lets in %s that was said", async (_, setting, signIn) => {
    expect(await foreseen(setting, signIn)).toMatchObject({ severity: undefined, ok: true });
  });

  test("names what was not said, and that alone", async () => {
    const both = { usersAndGroups: allowed(MEMBER, "user"), applications: allowed(PORTAL, "application") };
    const { observed } = await foreseen(both, { appId: PORTAL });
    expect(observed).toContain("`userId` was not said");
    expect(observed).not.toContain("appId");
  });
});
