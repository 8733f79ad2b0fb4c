import { createWorld, type SignInCircumstances, type Tenant } from "@vestibule/fake-server";
import { createB2BClient, type SignInQuestion } from "@vestibule/sdk";

export type Policy = Parameters<Tenant["conditionalAccess"]>[0];
export type Grant = NonNullable<Policy["grantControls"]> | null;
export type Conditions = Partial<Policy["conditions"]>;

export const strength = (n: number) => ({
  authenticationStrength: { id: `00000000-0000-0000-0000-00000000000${n}` },
});

/** A policy about everybody and everything, but for what is said. Its name is what it is. */
export function policy(
  grantControls: Grant,
  conditions: Conditions = {},
  state: Policy["state"] = "enabled",
): Policy {
  return {
    displayName: `Policy ${JSON.stringify([grantControls, conditions, state])}`,
    conditions: {
      users: { includeUsers: ["All"] },
      applications: { includeApplications: ["All"] },
      ...conditions,
    },
    ...{ grantControls, state },
  };
}

export const MFA: Grant = { builtInControls: ["mfa"] };

interface Setting {
  readonly cloud?: NonNullable<SignInQuestion["homeCloud"]>;
  readonly contoso?: (contoso: Tenant, guestId: string) => readonly Policy[];
  readonly fabrikam?: readonly Policy[];
}

/** Ada of Fabrikam is a guest of Contoso's. */
export function open({ cloud: id = "public", contoso: here, fabrikam: there = [] }: Setting) {
  const world = createWorld();
  const cloud = world.cloud(id);
  const fabrikam = cloud.tenant("fabrikam").domain("fabrikam.example");
  const contoso = cloud.tenant("contoso");
  const guest = contoso.user("guest", {
    ...{ mail: "ada@fabrikam.example", userType: "Guest", creationType: "Invitation" },
  });
  for (const one of there) fabrikam.conditionalAccess(one);
  for (const one of here?.(contoso, guest.id) ?? []) contoso.conditionalAccess(one);
  const transport = contoso.transport({ as: contoso.app("inviter") });
  const b2b = createB2BClient({ transport, clock: world.clock });
  return {
    ...{ world, contoso, fabrikam, guestId: guest.id },
    predict: (question: Partial<SignInQuestion> = {}) =>
      b2b.signIn.predict({ homeTenantId: fabrikam.id, homeCloud: id, guest: { id: guest.id }, ...question }),
    signIn(circumstances?: SignInCircumstances) {
      const { blocked, challenges } = world.signIn(contoso, guest.id, circumstances);
      return { blocked: blocked?.because, at: challenges.map(({ tenant, kind }) => `${kind} at ${tenant}`) };
    },
  };
}
