import { createWorld } from "@vestibule/fake-server";
import { createB2BClient, type SignInQuestion } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { administrator } from "../clouds/sides.ts";
import { everybody } from "../everybody.ts";
import { MFA, policy } from "./scene.ts";

const NOBODY = everybody("blocked");

/** Ada, who redeemed with an account that `issuer` vouches for. Fabrikam holds her domain now, and Contoso trusts its MFA. */
function redeemedWith(issuer: string) {
  const world = createWorld();
  const contoso = world.cloud("public").tenant("contoso").requireMfaForGuests();
  const fabrikam = world.cloud("public").tenant("fabrikam").domain("fabrikam.example").requireMfa();
  contoso.trustMfa(fabrikam);
  const address = "ada@fabrikam.example";
  const { id } = contoso.user("guest", {
    ...{ mail: address, userType: "Guest", creationType: "Invitation", externalUserState: "Accepted" },
    identities: [{ signInType: "federated", issuer, issuerAssignedId: address }],
  });
  const b2b = administrator(world, contoso);
  return {
    ...{ world, contoso, fabrikam, b2b, id },
    predict: (question: Partial<SignInQuestion> = {}) =>
      b2b.signIn.predict({
        ...{ homeTenantId: fabrikam.id, homeCloud: "public", homeMfa: "required", guest: { id } },
        ...question,
      }),
    signIn: () => {
      const { challenges } = world.signIn(contoso, id);
      return challenges.map(({ tenant }) => tenant);
    },
  };
}

describe("a guest who has redeemed", () => {
  test.each(["mail", "google.com", "MicrosoftAccount", "https://idp.fabrikam.example"])(
    "with an account that no organisation vouches for does it here, whosever its domain is by now: %s",
    async (issuer) => {
      const { predict, signIn } = redeemedWith(issuer);
      expect(await predict()).toMatchObject({
        ...{ outcome: "mfa-once", challenges: [{ tenant: "resource" }], vouchedForBy: issuer, missing: [] },
      });
      expect(signIn()).toEqual(["resource"]);
    },
  );

  test("with one is shut out by no settings of or for an organisation", async () => {
    const { b2b, fabrikam, predict, signIn } = redeemedWith("mail");
    await b2b.crossTenantAccess.updatePartner(fabrikam.id, { b2bCollaborationInbound: NOBODY });
    expect((await predict({ homeLetsOut: false })).outcome).toBe("mfa-once");
    expect(signIn()).toEqual(["resource"]);
  });

  test("with an organisation's account does it at home, as ever", async () => {
    const { predict, signIn } = redeemedWith("ExternalAzureAD");
    expect(await predict()).toMatchObject({ outcome: "mfa-once", challenges: [{ tenant: "home" }] });
    expect(await predict()).not.toHaveProperty("vouchedForBy");
    expect(signIn()).toEqual(["home"]);
  });

  test("with an organisation's account is of one that has to be said: without, nothing is certain", async () => {
    const { predict } = redeemedWith("ExternalAzureAD");
    expect(await predict({ homeTenantId: null })).toEqual({
      ...{ outcome: "unknown", challenges: [] },
      missing: [expect.stringContaining("`homeTenantId`")],
    });
  });
});

describe("the directory's own tenant id as the home", () => {
  function open(permissions?: readonly string[]) {
    const world = createWorld();
    const contoso = world.cloud("public").tenant("contoso").requireMfa();
    const as = contoso.app("inviter", permissions && { permissions });
    const b2b = createB2BClient({ transport: contoso.transport({ as }), clock: world.clock });
    const predict = (question: Partial<SignInQuestion> = {}) =>
      b2b.signIn.predict({
        ...{ homeTenantId: contoso.id.toUpperCase(), homeCloud: "public", homeMfa: "required" },
        ...question,
      });
    return { world, contoso, b2b, predict };
  }

  test("is that of one of its own people: asked once, here, and nothing would spare that", async () => {
    const { world, contoso, predict } = open();
    const foreseen = await predict();
    expect(foreseen).toMatchObject({ outcome: "mfa-once", challenges: [{ tenant: "resource" }] });
    expect(foreseen).not.toHaveProperty("spare");
    const { challenges } = world.signIn(contoso, contoso.user("bo").id);
    expect(challenges.map(({ tenant }) => tenant)).toEqual(["resource"]);
  });

  test("is let in whatever is set for others, as `explain` says", async () => {
    const { b2b, contoso, predict } = open();
    await b2b.crossTenantAccess.updateDefault({ b2bCollaborationInbound: NOBODY });
    expect((await b2b.crossTenantAccess.explain({ tenantId: contoso.id })).inbound.allowed).toBe(true);
    expect((await predict()).outcome).toBe("mfa-once");
  });

  test("leaves open whom of its people a policy names, and what they have registered", async () => {
    const { contoso, predict } = open();
    const named = { users: { includeUsers: [contoso.user("bo").id] } };
    contoso.conditionalAccess(policy({ builtInControls: ["block"] }, named));
    expect((await predict()).missing).toEqual(["who it is, by object id"]);
    const risky = open();
    risky.contoso.conditionalAccess(policy(MFA, { signInRiskLevels: ["high"] }));
    expect((await risky.predict({ signInRisk: "high" })).missing).toEqual([
      "whether the guest has a method registered in this directory",
    ]);
  });

  test("is no home of a guest who was invited: where that is has to be said", async () => {
    const { contoso, predict } = open();
    const invited = { mail: "ada@x.example", userType: "Guest", creationType: "Invitation" } as const;
    const { outcome, missing } = await predict({ guest: { id: contoso.user("guest", invited).id } });
    expect(outcome).toBe("unknown");
    expect(missing).toEqual([expect.stringContaining("`homeTenantId` is this directory's own")]);
  });

  test("is taken for another organisation's by who may not read which is its own", async () => {
    const { predict } = open(["Policy.Read.All"]);
    expect((await predict()).outcome).toBe("mfa-twice");
  });
});
