import { createWorld, type Tenant } from "@vestibule/fake-server";
import { createB2BClient } from "@vestibule/sdk";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inviteRedirectUrl, openClient } from "../open-client.ts";

const ada = { invitedUserEmailAddress: "ada@fabrikam.example", inviteRedirectUrl };

describe("redeeming", () => {
  test("accepts the invitation and lands where it was to land", async () => {
    const { b2b, world } = openClient();
    const { inviteRedeemUrl, invitedUser } = await b2b.invitations.create(ada);
    expect(world.redeem(inviteRedeemUrl ?? "")).toMatchObject({
      accepted: true,
      redirectUrl: inviteRedirectUrl,
    });
    await b2b.guests.waitUntil(invitedUser.id, "redeemed");
    const { identities } = await b2b.guests.get(invitedUser.id, { select: ["identities"] });
    expect(identities.map(({ issuer }) => issuer)).toEqual(["contoso.onmicrosoft.com", "mail"]);
  });

  test("links a guest from another Entra organisation to that organisation", async () => {
    const { b2b, world } = openClient();
    world.cloud("public").tenant("fabrikam").domain("fabrikam.example");
    const { inviteRedeemUrl, invitedUser } = await b2b.invitations.create(ada);
    world.redeem(inviteRedeemUrl ?? "");
    const { identities } = await b2b.guests.get(invitedUser.id, { select: ["identities"] });
    expect(identities.at(-1)).toMatchObject({
      issuer: "ExternalAzureAD",
      issuerAssignedId: "ada@fabrikam.example",
    });
  });

  test("with a link that a later invitation replaced does nothing", async () => {
    const { b2b, world } = openClient();
    const first = await b2b.invitations.create(ada);
    await b2b.invitations.create(ada);
    expect(world.redeem(first.inviteRedeemUrl ?? "")).toMatchObject({
      accepted: false,
      refusedBecause: "link-not-valid",
    });
    expect(await b2b.guests.get(first.invitedUser.id)).toMatchObject({
      externalUserState: "PendingAcceptance",
    });
  });

  test("with the link of a deleted guest does nothing", async () => {
    const { b2b, world } = openClient();
    const { inviteRedeemUrl, invitedUser } = await b2b.invitations.create(ada);
    await b2b.guests.delete(invitedUser.id);
    expect(world.redeem(inviteRedeemUrl ?? "").accepted).toBe(false);
  });

  test.each([
    "",
    "not a link",
    "https://login.microsoftonline.com/redeem",
    "https://login.microsoftonline.com/redeem?rd=%",
  ])("with %j does nothing, and throws nothing", (link) => {
    expect(openClient().world.redeem(link)).toMatchObject({
      accepted: false,
      refusedBecause: "link-not-valid",
    });
  });
});

describe("multifactor authentication at sign-in", () => {
  /** Every way in which home and resource can be set for a guest from an Entra organisation. */
  const settings = fc.record({
    homeAsks: fc.boolean(),
    resource: fc.constantFrom(
      "asks nothing",
      "asks guests",
      "asks everyone",
      "asks guests of others",
      "only reports",
    ),
    trust: fc.constantFrom("unset", "of anybody", "of the partner", "of anybody but the partner"),
  });

  const ask: Readonly<Record<string, (contoso: Tenant) => void>> = {
    "asks guests": (contoso) => contoso.requireMfaForGuests(),
    "asks everyone": (contoso) => contoso.requireMfa(),
    "asks guests of others": (contoso) => contoso.requireMfaForGuests({ guestsOf: [contoso.id] }),
    "only reports": (contoso) => contoso.requireMfaForGuests({ state: "enabledForReportingButNotEnforced" }),
  };

  function setUp(homeAsks: boolean, resource: string, trust: string) {
    const world = createWorld();
    const fabrikam = world.cloud("public").tenant("fabrikam").domain("fabrikam.example");
    const contoso = world.cloud("public").tenant("contoso");
    if (homeAsks) fabrikam.requireMfa();
    ask[resource]?.(contoso);
    if (trust.startsWith("of anybody")) contoso.trustMfa();
    if (trust === "of the partner") contoso.trustMfa(fabrikam);
    if (trust === "of anybody but the partner") contoso.trustMfa(fabrikam, false);
    return { world, contoso, fabrikam };
  }

  test("is predicted by the SDK as the fake then asks for it", async () => {
    await fc.assert(
      fc.asyncProperty(settings, async ({ homeAsks, resource, trust }) => {
        const { world, contoso, fabrikam } = setUp(homeAsks, resource, trust);
        const b2b = createB2BClient({
          transport: contoso.transport({ as: contoso.app("inviter") }),
          clock: world.clock,
        });

        const question = {
          homeTenantId: fabrikam.id,
          homeCloud: "public",
          homeMfa: homeAsks ? "required" : "not-required",
        } as const;
        const predicted = await b2b.signIn.predict(question);
        const { inviteRedeemUrl } = await b2b.invitations.create(ada);
        const { challenges } = world.redeem(inviteRedeemUrl ?? "");

        expect(predicted.challenges.map(({ tenant }) => tenant)).toEqual(
          challenges.map(({ tenant }) => tenant),
        );
        expect(predicted.outcome).toBe((["no-mfa", "mfa-once", "mfa-twice"] as const)[challenges.length]);
        expect(predicted.spare?.action).toBe(challenges.length === 2 ? "trust-partner-mfa" : undefined);
      }),
      { numRuns: 200 },
    );
  });

  test("is asked of a guest without an Entra organisation in the resource tenant, whatever is trusted", async () => {
    const { b2b, contoso, world } = openClient();
    contoso.requireMfaForGuests().trustMfa();
    const { inviteRedeemUrl } = await b2b.invitations.create({
      ...ada,
      invitedUserEmailAddress: "eve@mail.example",
    });
    expect(world.redeem(inviteRedeemUrl ?? "").challenges.map(({ tenant }) => tenant)).toEqual(["resource"]);
  });

  test("is unknown to the SDK where nobody says what the home organisation asks", async () => {
    const { b2b, contoso, world } = openClient();
    contoso.requireMfaForGuests();
    const { id: homeTenantId } = world.cloud("public").tenant("fabrikam");
    const predicted = await b2b.signIn.predict({ homeTenantId, homeCloud: "public" });
    expect(predicted).toMatchObject({ outcome: "unknown", challenges: [{ tenant: "resource" }] });
    expect(predicted.missing).toHaveLength(1);
  });
});
