import { createWorld } from "@vestibule/fake-server";
import { createB2BClient, type Home, type PreflightOptions, staticHomes } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { inviteRedirectUrl } from "../open-client.ts";

type SignIn = PreflightOptions["signIn"];

function open() {
  const world = createWorld();
  const contoso = world.cloud("public").tenant("contoso");
  const fabrikam = world.cloud("public").tenant("fabrikam").domain("fabrikam.example");
  const homes: Record<string, Home> = {
    "fabrikam.example": { kind: "tenant", tenant: { cloud: "public", tenantId: fabrikam.id } },
    "mail.example": { kind: "consumer" },
  };
  const b2b = createB2BClient({
    ...{ transport: contoso.transport({ as: contoso.app("inviter") }), clock: world.clock },
    boundary: { resolver: staticHomes(homes) },
  });
  /** What is said of the sign-in, and no more. */
  async function told(signIn?: SignIn, domain = "fabrikam.example") {
    const input = { invitedUserEmailAddress: `ada@${domain}`, inviteRedirectUrl };
    const { findings } = await b2b.preflight.invitation(input, { signIn });
    return findings
      .filter(({ limitation }) => limitation === "double-mfa")
      .map(({ severity, observed, because, remedies }) => ({
        ...{ severity, observed, because },
        advice: remedies.map(({ action }) => action),
      }));
  }
  return { contoso, fabrikam, told };
}

const everybody = { users: { includeUsers: ["All"] }, applications: { includeApplications: ["All"] } };

describe("what a preflight says of double multifactor authentication", () => {
  test("is nothing where nobody is asked here", async () => {
    const { told } = open();
    expect(await told()).toEqual([]);
    expect(await told({ homeMfa: "required" })).toEqual([]);
  });

  test("is certain where it was told what is asked at home, and conditional where not", async () => {
    const { contoso, told } = open();
    contoso.requireMfaForGuests();
    const [certain] = await told({ homeMfa: "required" });
    expect(certain).toMatchObject({ severity: "caution", advice: ["trust-partner-mfa"] });
    expect(certain?.because).toContain("does it twice");
    const [conditional] = await told();
    expect(conditional?.because).toContain("if the own organisation asks as well");
    expect(await told({ homeMfa: "not-required" })).toEqual([]);
  });

  test("goes by the trust towards the guest's organisation", async () => {
    const { contoso, fabrikam, told } = open();
    contoso.requireMfaForGuests();
    contoso.trustMfa(fabrikam);
    expect(await told({ homeMfa: "required" })).toEqual([]);
  });

  test("is nothing of a personal account, and something of a home that nobody knows", async () => {
    const { contoso, told } = open();
    contoso.requireMfaForGuests();
    expect(await told(undefined, "mail.example")).toEqual([]);
    expect(await told(undefined, "nobody.example")).toMatchObject([{ severity: "caution" }]);
  });

  test("names the policies that keep the guest out", async () => {
    const { contoso, told } = open();
    contoso.conditionalAccess({
      ...{ displayName: "Guests stay out", conditions: everybody },
      grantControls: { builtInControls: ["block"] },
    });
    const [found] = await told({ homeMfa: "required" });
    expect(found).toMatchObject({ severity: "caution", advice: ["change-policy"] });
    expect(found?.observed).toContain('"Guests stay out"');
  });

  test("says what it depends on, where that was not told", async () => {
    const { contoso, told } = open();
    contoso.conditionalAccess({
      displayName: "Outside of Windows",
      conditions: { ...everybody, platforms: { includePlatforms: ["all"], excludePlatforms: ["windows"] } },
      grantControls: { builtInControls: ["mfa"] },
    });
    expect(await told({ homeMfa: "required" })).toMatchObject([{ severity: "info", advice: [] }]);
    expect(await told({ homeMfa: "required", platform: "windows" })).toEqual([]);
    expect(await told({ homeMfa: "required", platform: "macOS" })).toMatchObject([{ severity: "caution" }]);
  });

  test("tells a second time at home, of a stronger kind, from one here", async () => {
    const { contoso, fabrikam, told } = open();
    contoso.conditionalAccess({
      ...{ displayName: "Unphishable", conditions: everybody },
      grantControls: { authenticationStrength: { id: "00000000-0000-0000-0000-000000000004" } },
    });
    contoso.trustMfa(fabrikam);
    const [found] = await told({ homeMfa: "required", homeCanDo: "phishing-resistant" });
    expect(found?.advice).toEqual(["change-policy"]);
    expect(found?.observed).toBe(
      '"Unphishable" asks for multifactor authentication of a stronger kind, at home',
    );
  });
});
