import { createWorld } from "@vestibule/fake-server";
import { createB2BClient } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { inviteRedirectUrl } from "../open-client.ts";
import { MFA, open, policy } from "./scene.ts";

describe("a sign-in that looks risky", () => {
  const atRisk = { signInRisk: "high", homeMfa: "not-required" } as const;
  const risky = () => [policy(MFA, { signInRiskLevels: ["high"] })];

  test("keeps out who never registered a method here, and asks who has", async () => {
    const { predict, signIn, guestId } = open({ contoso: risky });
    expect(signIn({ signInRisk: "high" })).toEqual({ blocked: "not-registered", at: [] });
    expect(signIn({ signInRisk: "high", isMfaRegistered: true }).at).toEqual(["mfa at resource"]);
    expect(signIn({ signInRisk: "low" })).toEqual({ blocked: undefined, at: [] });
    const told = (isMfaRegistered: boolean) =>
      predict({ ...atRisk, guest: { id: guestId, isMfaRegistered } });
    expect(await told(false)).toMatchObject({ outcome: "blocked", blockedBy: [{}] });
    expect(await told(true)).toMatchObject({ outcome: "mfa-once" });
    expect(await predict(atRisk)).toMatchObject({
      outcome: "unknown",
      missing: ["whether the guest has a method registered in this directory"],
    });
  });

  test("keeps out who has yet to be invited, and so has registered nothing", async () => {
    const { predict } = open({ contoso: risky });
    expect(await predict({ ...atRisk, guest: undefined })).toMatchObject({ outcome: "blocked" });
  });

  test("needs no method here where it is done at home", async () => {
    const { contoso, predict, signIn } = open({ contoso: risky });
    contoso.trustMfa();
    expect(signIn({ signInRisk: "high" })).toEqual({ blocked: undefined, at: ["mfa at home"] });
    expect(await predict(atRisk)).toMatchObject({ outcome: "mfa-once" });
  });

  test("is met by another control where one of several is enough", async () => {
    const { predict, signIn } = open({
      contoso: () => [
        policy(
          { operator: "OR", builtInControls: ["mfa"], termsOfUse: ["t1"] },
          { signInRiskLevels: ["high"] },
        ),
      ],
    });
    expect(signIn({ signInRisk: "high" })).toEqual({ blocked: undefined, at: ["terms at resource"] });
    expect(await predict({ ...atRisk, guest: undefined })).toMatchObject({
      outcome: "no-mfa",
      challenges: [{ kind: "terms" }],
    });
  });

  test("goes by the method that was registered while the invitation was redeemed", async () => {
    const world = createWorld();
    const contoso = world.cloud("public").tenant("contoso");
    contoso.requireMfaForGuests();
    contoso.conditionalAccess(policy(MFA, { signInRiskLevels: ["high"] }));
    const transport = contoso.transport({ as: contoso.app("inviter") });
    const { invitations } = createB2BClient({ transport, clock: world.clock, random: world.random });
    const invite = (name: string) =>
      invitations.create({
        ...{ invitedUserEmailAddress: `${name}@mail.example`, inviteRedirectUrl },
      });
    const { inviteRedeemUrl, invitedUser } = await invite("eve");
    const refused = world.redeem(String(inviteRedeemUrl), { signInRisk: "high" });
    expect(refused).toMatchObject({ refusedBecause: "not-registered", error: "AADSTS53004" });
    expect(world.redeem(String(inviteRedeemUrl))).toMatchObject({ accepted: true });
    expect(world.signIn(contoso, invitedUser.id, { signInRisk: "high" }).blocked).toBeUndefined();
  });
});
