import { createWorld } from "@vestibule/fake-server";
import { bothSides, createB2BClient, type SignInQuestion, staticHomes, tenantPolicy } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { administrator, PLAIN } from "../clouds/sides.ts";
import { everybody } from "../everybody.ts";
import { failureOf } from "../failure-of.ts";

const KEEPS_IN = {
  b2bCollaborationOutbound: everybody("blocked"),
};
const KEPT_IN = {
  ...{ outcome: "blocked", challenges: [], missing: [] },
  shutOutBy: [
    {
      ...{ allowed: false, decidedBy: "home", missing: [] },
      because: "the guest's own organisation does not let its people be guests here",
    },
  ],
};

/** Ada of Fabrikam is a guest of Contoso's, whose client asks in both where it can. */
function open() {
  const world = createWorld();
  const contoso = world.cloud("public").tenant("contoso");
  const fabrikam = world.cloud("public").tenant("fabrikam").domain("fabrikam.example");
  const guest = contoso.user("guest", {
    ...{ mail: "ada@fabrikam.example", userType: "Guest", creationType: "Invitation" },
  });
  const home = administrator(world, fabrikam);
  const policy = bothSides(tenantPolicy, {
    tenantId: contoso.id,
    partnerSide: (tenantId) => (tenantId === fabrikam.id ? home.crossTenantAccess : undefined),
  });
  const tenant = { cloud: "public", tenantId: fabrikam.id };
  const resolver = staticHomes({ [fabrikam.id]: { kind: "tenant", tenant } });
  const transport = contoso.transport({ as: contoso.app("inviter") });
  const ask = (boundary?: { policy: typeof policy; resolver: typeof resolver }) =>
    createB2BClient({ transport, clock: world.clock, ...PLAIN, ...(boundary && { boundary }) });
  const question = { homeTenantId: fabrikam.id, homeCloud: "public", homeMfa: "not-required" } as const;
  return {
    ...{ world, home },
    predict: (more: Partial<SignInQuestion> = {}) => ask().signIn.predict({ ...question, ...more }),
    predictWithBoth: (more: Partial<SignInQuestion> = {}) =>
      ask({ policy, resolver }).signIn.predict({ ...question, ...more }),
    signIn: () => world.signIn(contoso, guest.id).blocked?.by,
  };
}

describe("what the guest's own organisation lets out", () => {
  test("is gone by where the question says it", async () => {
    const { predict, home, signIn } = open();
    await home.crossTenantAccess.updateDefault(KEEPS_IN);
    expect(await predict({ homeLetsOut: false })).toEqual(KEPT_IN);
    expect(signIn()).toBe("cross-tenant access: blocked-on-either-side");
  });

  test("is asked there by a client whose boundary can, whether the cloud was said or found out", async () => {
    const { predictWithBoth, home } = open();
    expect((await predictWithBoth()).outcome).toBe("no-mfa");
    await home.crossTenantAccess.updateDefault(KEEPS_IN);
    expect(await predictWithBoth()).toEqual(KEPT_IN);
    expect(await predictWithBoth({ homeCloud: undefined })).toEqual(KEPT_IN);
  });

  test("is what the question says, whatever the boundary knows", async () => {
    const { predictWithBoth, home } = open();
    await home.crossTenantAccess.updateDefault(KEEPS_IN);
    expect((await predictWithBoth({ homeLetsOut: true })).outcome).toBe("no-mfa");
  });

  test("is nothing where there is none: of an account in no organisation", async () => {
    expect((await open().predict({ homeTenantId: null, homeLetsOut: false })).outcome).toBe("no-mfa");
  });

  test("is yes or no", async () => {
    const failure = await failureOf(open().predict({ homeLetsOut: "no" as never }));
    expect(failure.problems).toEqual([{ path: "homeLetsOut", expected: "must be a boolean" }]);
  });
});
