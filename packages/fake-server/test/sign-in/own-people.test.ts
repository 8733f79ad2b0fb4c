import { createWorld, type SignInCircumstances } from "@vestibule/fake-server";
import { createB2BClient, type SignInQuestion } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { administrator } from "../clouds/sides.ts";
import { everybody } from "../everybody.ts";
import { type Grant, MFA, type Policy, policy, strength } from "./scene.ts";

const KINDS = {
  b2bCollaborationGuest: { userType: "Guest", creationType: "Invitation" },
  b2bCollaborationMember: { userType: "Member", creationType: "Invitation" },
  internalGuest: { userType: "Guest", creationType: null },
  member: { userType: "Member", creationType: null },
} as const;
type Kind = keyof typeof KINDS;
const ALL = Object.keys(KINDS) as Kind[];
/** A plain member is no guest, and no name of a kind takes it in. */
const AIMS = ["b2bCollaborationGuest", "b2bCollaborationMember", "internalGuest", "serviceProvider"] as const;

/** Somebody of this kind in Contoso, with an address of Fabrikam's, which asks its own people for multifactor authentication. */
function open(kind: Kind, ...policies: readonly Policy[]) {
  const world = createWorld();
  const fabrikam = world.cloud("public").tenant("fabrikam").domain("fabrikam.example").requireMfa();
  const contoso = world.cloud("public").tenant("contoso");
  const account = contoso.user("ada", { mail: "ada@fabrikam.example", ...KINDS[kind] });
  for (const one of policies) contoso.conditionalAccess(one);
  const transport = contoso.transport({ as: contoso.app("inviter") });
  const b2b = createB2BClient({ transport, clock: world.clock });
  const home = { homeTenantId: fabrikam.id, homeCloud: "public", homeMfa: "required" } as const;
  return {
    ...{ world, contoso, fabrikam },
    predict: (question: Partial<SignInQuestion> = {}) =>
      b2b.signIn.predict({ ...home, guest: { id: account.id }, ...question }),
    signIn: (circumstances?: SignInCircumstances) => {
      const { blocked, challenges } = world.signIn(contoso, account.id, circumstances);
      return blocked?.because ?? challenges.map(({ kind, tenant }) => `${kind} at ${tenant}`);
    },
  };
}

const aimedAt = (guestOrExternalUserTypes: string, externalTenants: object | null = null) =>
  policy(MFA, {
    users: { includeGuestsOrExternalUsers: { guestOrExternalUserTypes, externalTenants } },
  } as never);
const isAskedHere = (challenges: readonly { readonly tenant: string }[]) =>
  challenges.some(({ tenant }) => tenant === "resource");

describe("a policy that is aimed at a kind of account", () => {
  test.each(ALL.flatMap((kind) => AIMS.map((aim) => [aim, kind] as const)))(
    "%s: is about a %s, or is not",
    async (aim, kind) => {
      const { predict, signIn } = open(kind, aimedAt(aim));
      const isMeant = aim === kind;
      expect(isAskedHere((await predict()).challenges)).toBe(isMeant);
      expect(signIn().includes("mfa at resource")).toBe(isMeant);
    },
  );

  test.each(ALL)("in the older way, at all guests, takes in a %s, but no plain member", async (kind) => {
    const { predict, signIn } = open(
      kind,
      policy(MFA, { users: { includeUsers: ["GuestsOrExternalUsers"] } }),
    );
    expect(isAskedHere((await predict()).challenges)).toBe(kind !== "member");
    expect(signIn().includes("mfa at resource")).toBe(kind !== "member");
  });

  test("leaves open whether the organisations that it lists leave out an internal guest", async () => {
    const listed = aimedAt("internalGuest,b2bCollaborationGuest", {
      "@odata.type": "#microsoft.graph.conditionalAccessEnumeratedExternalTenants",
      ...{ membershipKind: "enumerated", members: ["00000000-0000-4000-8000-000000000001"] },
    });
    const { predict, signIn } = open("internalGuest", listed);
    expect(await predict()).toMatchObject({
      outcome: "unknown",
      missing: [expect.stringContaining("externalTenants")],
    });
    expect(signIn()).toEqual(["mfa at resource"]);
    expect((await open("b2bCollaborationGuest", listed).predict()).outcome).toBe("mfa-once");
  });
});

describe.each(["internalGuest", "member"] as const)("an account that nobody invited: %s", (kind) => {
  test("is asked for nothing by an organisation whose address it has, and may pass whatever that one's settings", async () => {
    const scene = open(kind);
    await administrator(scene.world, scene.contoso).crossTenantAccess.updateDefault({
      b2bCollaborationInbound: everybody("blocked"),
    });
    for (const question of [{}, { homeTenantId: null }, { homeCloud: undefined }, { homeMfa: undefined }]) {
      expect(await scene.predict(question)).toEqual({ outcome: "no-mfa", challenges: [], missing: [] });
    }
    expect(scene.signIn()).toEqual([]);
  });

  test("does it once, here, where this directory asks, and nothing would spare that", async () => {
    const { contoso, fabrikam, predict, signIn } = open(kind, policy(MFA));
    const foreseen = { outcome: "mfa-once", challenges: [{ tenant: "resource", kind: "mfa" }], missing: [] };
    expect(await predict()).toMatchObject(foreseen);
    expect(await predict()).not.toHaveProperty("spare");
    expect(signIn()).toEqual(["mfa at resource"]);
    contoso.trustMfa(fabrikam);
    expect(await predict()).toMatchObject(foreseen);
    expect(signIn()).toEqual(["mfa at resource"]);
  });

  test("has a device that this directory knows, trusted or not", async () => {
    const { predict, signIn } = open(kind, policy({ builtInControls: ["compliantDevice"] }));
    for (const isCompliant of [true, false]) {
      const device = { isCompliant, isHybridJoined: false };
      expect((await predict({ device })).outcome).toBe(isCompliant ? "no-mfa" : "blocked");
      expect(signIn({ device })).toEqual(isCompliant ? [] : "device-not-accepted");
    }
    expect(await predict()).toMatchObject({
      outcome: "unknown",
      missing: [expect.stringContaining("device")],
    });
  });

  test("can do here what it can do", async () => {
    const { predict, signIn } = open(kind, policy(strength(4)));
    expect((await predict({ homeCanDo: "phishing-resistant" })).challenges).toMatchObject([
      { tenant: "resource", kind: "strength" },
    ]);
    expect(signIn({ homeCanDo: "phishing-resistant" })).toEqual(["strength at resource"]);
    expect((await predict({ homeCanDo: "mfa" })).outcome).toBe("blocked");
    expect(signIn({ homeCanDo: "mfa" })).toBe("too-weak");
    expect((await predict()).missing).toEqual(["how strongly the guest can authenticate"]);
  });

  test.each<[string, Grant]>([
    ["passwordChange", { builtInControls: ["passwordChange"] }],
    ["approvedApplication", { builtInControls: ["approvedApplication"] }],
    ["customAuthenticationFactors", { builtInControls: [], customAuthenticationFactors: ["Token"] }],
  ])("may satisfy what no guest can, which nobody can tell from here: %s", async (control, grant) => {
    expect(await open(kind, policy(grant)).predict()).toMatchObject({
      outcome: "unknown",
      missing: [expect.stringContaining(control)],
    });
    expect((await open("b2bCollaborationGuest", policy(grant)).predict()).outcome).toBe("blocked");
    expect(open("b2bCollaborationGuest", policy(grant)).signIn()).toBe("control-not-possible");
  });

  test("changes its password, and opens an approved application, where it uses one", () => {
    expect(open(kind, policy({ builtInControls: ["passwordChange"] })).signIn()).toEqual([]);
    const { signIn } = open(kind, policy({ builtInControls: ["approvedApplication"] }));
    expect(signIn({ clientAppType: "mobileAppsAndDesktopClients" })).toEqual([]);
    expect(signIn()).toBe("control-not-possible");
  });
});

describe("a guest who has redeemed with an account in no organisation", () => {
  test("is shut out by no setting for organisations, whosever domain the invited address is of", async () => {
    const world = createWorld();
    const fabrikam = world.cloud("public").tenant("fabrikam").domain("fabrikam.example");
    const contoso = world.cloud("public").tenant("contoso");
    const address = "ada@fabrikam.example";
    const guest = contoso.user("guest", {
      ...{ mail: address, userType: "Guest", creationType: "Invitation", externalUserState: "Accepted" },
      identities: [{ signInType: "federated", issuer: "mail", issuerAssignedId: address }],
    });
    const b2b = administrator(world, contoso);
    await b2b.crossTenantAccess.addPartner(fabrikam.id, {
      b2bCollaborationInbound: everybody("blocked"),
    });
    expect((await b2b.signIn.predict({ homeTenantId: null, guest: { id: guest.id } })).outcome).toBe(
      "no-mfa",
    );
    expect(world.signIn(contoso, guest.id).allowed).toBe(true);
  });
});
