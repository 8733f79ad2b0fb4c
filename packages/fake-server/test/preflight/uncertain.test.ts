import { createWorld } from "@vestibule/fake-server";
import { bothSides, createB2BClient, staticHomes, tenantPolicy } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { everybody } from "../everybody.ts";
import { failureOf } from "../failure-of.ts";
import { inviteRedirectUrl } from "../open-client.ts";

const HOUR = 3_600_000;
const SEEDS = 60;
const invitationOf = (invitedUserEmailAddress: string) => ({ invitedUserEmailAddress, inviteRedirectUrl });

describe("nothing certain is said", () => {
  test("of an address, once the answer got lost to a member account that was to have it", async () => {
    let refused = 0;
    for (let seed = 1; seed <= SEEDS; seed++) {
      const world = createWorld({ seed, realism: "documented" });
      const contoso = world.cloud("public").tenant("contoso");
      const fabrikam = world.cloud("public").tenant("fabrikam").domain("fabrikam.example");
      const tenant = { cloud: "public", tenantId: fabrikam.id };
      const resolver = staticHomes({ "fabrikam.example": { kind: "tenant", tenant } });
      contoso.faults.add({ match: { operation: "users.create", nth: 1 }, effect: "reset-after-commit" });
      const transport = contoso.transport({ as: contoso.app("inviter") });
      const options = { transport, clock: world.clock, random: world.random };
      const b2b = createB2BClient({ ...options, retry: false, boundary: { resolver } });
      const account = {
        ...{ displayName: "Bea", userPrincipalName: "bea@contoso.onmicrosoft.com" },
        ...{ mail: "bea@fabrikam.example", passwordProfile: { password: "Long-enough-1" } },
      };
      const lost = await failureOf(b2b.members.create(account));
      expect(lost.outcome).toBe("unknown");
      const signIn = { homeMfa: "not-required", appId: null } as const;
      const told = { permissions: ["User.Invite.All"], homeLetsOut: true, signIn };
      const { verdict } = await b2b.preflight.invitation(invitationOf(account.mail), told);
      const { ok } = await b2b.invitations.create(invitationOf(account.mail)).safe();
      if (!ok) refused++;
      expect([seed, ok || verdict !== "clear"]).toEqual([seed, true]);
    }
    expect(refused).toBeGreaterThan(0);
  });

  test("by the settings of the other side, while they do not show what was just changed there", async () => {
    let certain = 0;
    for (let seed = 1; seed <= SEEDS; seed++) {
      const world = createWorld({ seed, realism: "documented" });
      const contoso = world.cloud("public").tenant("contoso");
      const fabrikam = world.cloud("public").tenant("fabrikam").domain("fabrikam.example");
      fabrikam.user("ada", { mail: "ada@fabrikam.example" });
      const common = { clock: world.clock, random: world.random };
      const there = createB2BClient({
        ...common,
        transport: fabrikam.transport({ as: fabrikam.app("admin") }),
      });
      await there.crossTenantAccess.addPartner(contoso.id, {
        b2bCollaborationOutbound: everybody("blocked"),
      });
      await world.clock.sleep(HOUR);
      const policy = bothSides(tenantPolicy, {
        tenantId: contoso.id,
        partnerSide: () => there.crossTenantAccess,
      });
      const tenant = { cloud: "public", tenantId: fabrikam.id };
      const resolver = staticHomes({ "fabrikam.example": { kind: "tenant", tenant } });
      const transport = contoso.transport({ as: contoso.app("inviter") });
      const here = createB2BClient({ ...common, transport, boundary: { resolver, policy } });
      await there.crossTenantAccess.updatePartner(contoso.id, {
        b2bCollaborationOutbound: everybody("allowed"),
      });
      await world.clock.sleep((seed % 6) * 4_000);
      const { reachable } = await here.boundary.check("ada@fabrikam.example");
      if (reachable !== undefined) certain++;
      expect([seed, reachable === false]).toEqual([seed, false]);
      // What was not certain is not remembered either.
      await world.clock.sleep(240_000);
      expect((await here.boundary.check("ada@fabrikam.example")).reachable).toBe(true);
    }
    expect(certain).toBeGreaterThan(5);
    expect(certain).toBeLessThan(SEEDS);
  });

  test("by settings that the caller may not read: the service judges, and is asked even where what is unknown is refused", async () => {
    const world = createWorld();
    const contoso = world.cloud("public").tenant("contoso");
    const fabrikam = world.cloud("public").tenant("fabrikam").domain("fabrikam.example");
    const tenant = { cloud: "public", tenantId: fabrikam.id };
    const resolver = staticHomes({ "fabrikam.example": { kind: "tenant", tenant } });
    const b2b = createB2BClient({
      ...{
        transport: contoso.transport({ as: contoso.app("inviter", { permissions: ["User.Invite.All"] }) }),
      },
      ...{ clock: world.clock, boundary: { resolver, policy: tenantPolicy, onUnknown: "refuse" } },
    });
    expect(await b2b.boundary.check("ada@fabrikam.example")).toMatchObject({
      ...{ reachable: undefined, reason: "settings-unread", from: "public" },
      remedies: [{ action: "grant-permission" }],
    });
    const call = b2b.invitations.create(invitationOf("ada@fabrikam.example"));
    await call;
    const { warnings } = await call.meta();
    expect(warnings).toMatchObject([{ code: "settings-unread" }]);
    expect(warnings[0]?.text).toContain("could not be read");
  });

  test("of a sign-in that only people of no organisation could not complete, where nobody knows the home", async () => {
    const world = createWorld();
    const contoso = world.cloud("public").tenant("contoso");
    const fabrikam = world.cloud("public").tenant("fabrikam").domain("fabrikam.example");
    fabrikam.user("ada", { mail: "ada@fabrikam.example" });
    contoso.conditionalAccess({
      ...{ displayName: "strong", state: "enabled" },
      conditions: {
        ...{ clientAppTypes: ["all"], applications: { includeApplications: ["All"] } },
        users: { includeUsers: ["All"] },
      },
      grantControls: {
        operator: "OR",
        builtInControls: [],
        authenticationStrength: { id: "00000000-0000-0000-0000-000000000002" },
      },
    });
    const transport = contoso.transport({ as: contoso.app("inviter") });
    const b2b = createB2BClient({ transport, clock: world.clock });
    const { findings } = await b2b.preflight.invitation(invitationOf("ada@fabrikam.example"), {
      signIn: { homeMfa: "not-required", appId: null },
    });
    const [mfa] = findings.filter(({ limitation }) => limitation === "double-mfa");
    expect(mfa?.severity).toBe("info");
    expect(mfa?.observed).toContain("the guest's organisation");
    const { inviteRedeemUrl } = await b2b.invitations.create(invitationOf("ada@fabrikam.example"));
    expect(world.redeem(inviteRedeemUrl ?? "").accepted).toBe(true);
  });
});
