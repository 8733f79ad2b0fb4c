import { createWorld, type SignInCircumstances, type Tenant } from "@vestibule/fake-server";
import { createB2BClient } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";

const EVERYBODY = {
  users: { includeUsers: ["All"] },
  applications: { includeApplications: ["All"] },
} as const;
const GUEST_INVITER = "95e79109-95c0-4d8e-aee3-d01accf2d47b";
const PASSWORDLESS = { id: "00000000-0000-0000-0000-000000000003" };

interface Setting {
  readonly contoso?: (contoso: Tenant, fabrikam: Tenant) => unknown;
  readonly fabrikam?: (fabrikam: Tenant) => unknown;
  /** Default: Ada of Fabrikam. */
  readonly address?: string;
}

function open({ contoso: here, fabrikam: there, address = "ada@fabrikam.example" }: Setting) {
  const world = createWorld();
  const fabrikam = world.cloud("public").tenant("fabrikam").domain("fabrikam.example");
  const contoso = world.cloud("public").tenant("contoso");
  there?.(fabrikam);
  here?.(contoso, fabrikam);
  const guest = contoso.user("guest", { mail: address, userType: "Guest", creationType: "Invitation" });
  const signIn = (circumstances?: SignInCircumstances) => {
    const { blocked, challenges, reported } = world.signIn(contoso, guest.id, circumstances);
    return { blocked, reported, at: challenges.map(({ tenant, kind }) => `${kind} at ${tenant}`) };
  };
  return { world, contoso, guest, signIn };
}

const mfa = (contoso: Tenant) => contoso.requireMfaForGuests();

describe("a guest's sign-in", () => {
  test("asks nothing where nobody does", () => {
    expect(open({}).signIn()).toEqual({ at: [], blocked: undefined, reported: [] });
  });

  test("takes nobody whose account is disabled, nor people of an organisation that is not let in", async () => {
    const { world, contoso, guest } = open({});
    const off = contoso.user("off", { mail: "off@fabrikam.example", accountEnabled: false });
    expect(world.signIn(contoso, off.id).blocked).toMatchObject({ because: "account-disabled" });
    const b2b = createB2BClient({
      transport: contoso.transport({ as: contoso.app("admin") }),
      clock: world.clock,
    });
    await b2b.crossTenantAccess.updateDefault({
      b2bCollaborationInbound: {
        usersAndGroups: { accessType: "blocked", targets: [{ target: "AllUsers", targetType: "user" }] },
        applications: {
          accessType: "blocked",
          targets: [{ target: "AllApplications", targetType: "application" }],
        },
      },
    });
    expect(world.signIn(contoso, guest.id)).toMatchObject({
      allowed: false,
      blocked: { because: "not-let-in" },
    });
  });

  test("takes nobody who has been deleted", async () => {
    const { world, contoso, guest } = open({});
    const b2b = createB2BClient({
      transport: contoso.transport({ as: contoso.app("admin") }),
      clock: world.clock,
    });
    await b2b.guests.delete(guest.id);
    expect(world.signIn(contoso, guest.id)).toMatchObject({
      allowed: false,
      blocked: { because: "account-deleted" },
      challenges: [],
    });
  });

  test("goes by policies that leave out lists, and by names in whatever case", () => {
    const demand = { grantControls: { builtInControls: ["mfa"] } } as const;
    const { signIn } = open({
      contoso: (contoso) =>
        contoso.conditionalAccess({
          displayName: "On Windows, anywhere",
          conditions: {
            users: {
              includeGuestsOrExternalUsers: { guestOrExternalUserTypes: "b2bCollaborationGuest" } as never,
            },
            applications: { includeApplications: ["All"] },
            platforms: { includePlatforms: ["windows"] } as never,
            locations: { includeLocations: ["All"] } as never,
          },
          ...demand,
        }),
    });
    expect(signIn({ platform: "Windows" }).at).toEqual(["mfa at resource"]);
    expect(signIn({ platform: "linux" }).at).toEqual([]);
  });

  test("asks twice where both organisations do and nothing is trusted", () => {
    const { signIn } = open({ contoso: mfa, fabrikam: (there) => there.requireMfa() });
    expect(signIn().at).toEqual(["mfa at home", "mfa at resource"]);
  });

  test("asks once, at home, where that is trusted, whether or not home asks by itself", () => {
    const trusting = (contoso: Tenant) => contoso.requireMfaForGuests().trustMfa();
    expect(open({ contoso: trusting }).signIn().at).toEqual(["mfa at home"]);
    const both = open({ contoso: trusting, fabrikam: (there) => there.requireMfa() });
    expect(both.signIn().at).toEqual(["mfa at home"]);
  });

  test("takes nothing on trust from a guest who has no Entra home", () => {
    const { signIn } = open({
      contoso: (contoso) => contoso.requireMfaForGuests().trustMfa(),
      address: "eve@mail.example",
    });
    expect(signIn().at).toEqual(["mfa at resource"]);
  });

  test("ends where a policy blocks, after the guest has signed in at home", () => {
    const { signIn } = open({
      contoso: (contoso) =>
        contoso.requireMfaForGuests().conditionalAccess({
          displayName: "Nobody",
          conditions: EVERYBODY,
          grantControls: { builtInControls: ["block"] },
        }),
      fabrikam: (there) => there.requireMfa(),
    });
    expect(signIn()).toMatchObject({
      at: ["mfa at home"],
      blocked: { because: "blocked-by-policy", by: "Nobody" },
    });
  });

  test("takes a device's word where that is trusted, and keeps the guest out where it is not", () => {
    const managed = (contoso: Tenant) =>
      contoso.conditionalAccess({
        displayName: "Managed devices",
        conditions: EVERYBODY,
        grantControls: { builtInControls: ["compliantDevice"] },
      });
    const compliant = { device: { isCompliant: true } };
    expect(open({ contoso: managed }).signIn(compliant).blocked).toMatchObject({
      because: "device-not-accepted",
    });
    const trusting = open({
      contoso: (contoso) => {
        managed(contoso);
        contoso.trust({ isCompliantDeviceAccepted: true });
      },
    });
    expect(trusting.signIn(compliant)).toMatchObject({ at: [], blocked: undefined });
    expect(trusting.signIn().blocked).toMatchObject({ because: "device-not-accepted" });
  });

  test("wants a strength that can be had at home alone, and only where that is trusted", () => {
    const strong = (contoso: Tenant) =>
      contoso.conditionalAccess({
        displayName: "No passwords",
        conditions: EVERYBODY,
        grantControls: { authenticationStrength: PASSWORDLESS },
      });
    expect(open({ contoso: strong }).signIn({ homeCanDo: "phishing-resistant" }).blocked).toMatchObject({
      because: "too-weak",
    });
    const { signIn } = open({
      contoso: (contoso) => {
        strong(contoso);
        contoso.trustMfa();
      },
    });
    expect(signIn({ homeCanDo: "phishing-resistant" }).at).toEqual(["strength at home"]);
    expect(signIn({ homeCanDo: "mfa" }).blocked).toMatchObject({ because: "too-weak", by: "No passwords" });
  });

  test("accepts that whoever gets past a strict home can do what it asks", () => {
    const { signIn } = open({
      contoso: (contoso) => {
        contoso.trustMfa();
        contoso.conditionalAccess({
          displayName: "No passwords",
          conditions: EVERYBODY,
          grantControls: { authenticationStrength: PASSWORDLESS },
        });
      },
      fabrikam: (there) =>
        there.conditionalAccess({
          displayName: "Strict",
          conditions: EVERYBODY,
          grantControls: { authenticationStrength: PASSWORDLESS },
        }),
    });
    expect(signIn({ homeCanDo: "mfa" })).toMatchObject({ at: ["mfa at home"], blocked: undefined });
  });

  test("is only watched by a policy that reports", () => {
    const { signIn } = open({
      contoso: (contoso) =>
        contoso.requireMfaForGuests({ displayName: "Trial", state: "enabledForReportingButNotEnforced" }),
    });
    expect(signIn()).toEqual({ at: [], blocked: undefined, reported: ["Trial"] });
  });

  test("is judged by the groups that the guest is in", () => {
    const { contoso, guest, signIn } = open({});
    const partners = contoso.group("partners");
    contoso.conditionalAccess({
      displayName: "Partners",
      conditions: { ...EVERYBODY, users: { includeGroups: [partners.id] } },
      grantControls: { builtInControls: ["mfa"] },
    });
    expect(signIn().at).toEqual([]);
    contoso.directory.store.seed(
      new Map([["m", { kind: "membership", groupId: partners.id, memberId: guest.id } as const]]),
    );
    expect(signIn().at).toEqual(["mfa at resource"]);
  });

  test("is judged by the roles that the guest has, those of a group too", () => {
    const { contoso, guest, signIn } = open({});
    const inviters = contoso.group("inviters", { roles: ["Guest Inviter"] });
    contoso.conditionalAccess({
      displayName: "Inviters",
      conditions: { ...EVERYBODY, users: { includeRoles: [GUEST_INVITER] } },
      grantControls: { builtInControls: ["mfa"] },
    });
    contoso.conditionalAccess({
      displayName: "Everybody but inviters",
      conditions: { ...EVERYBODY, users: { includeUsers: ["All"], excludeRoles: [GUEST_INVITER] } },
      grantControls: { builtInControls: ["block"] },
    });
    expect(signIn().blocked).toMatchObject({ by: "Everybody but inviters" });
    contoso.directory.store.seed(
      new Map([["m", { kind: "membership", groupId: inviters.id, memberId: guest.id } as const]]),
    );
    expect(signIn()).toMatchObject({ blocked: undefined, at: ["mfa at resource"] });
  });

  test("is refused for somebody whom the directory does not know", () => {
    const { world, contoso } = open({});
    expect(() => world.signIn(contoso, "nobody")).toThrow("contoso has no user with the id nobody");
  });
});
