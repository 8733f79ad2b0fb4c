import { createWorld } from "@vestibule/fake-server";
import { createB2BClient } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { inviteRedirectUrl } from "../open-client.ts";
import { CLOUDS } from "./sweep.ts";

const ADDRESS = "grace@fabrikam.example";
const PARTNER = "aaaaaaaa-0000-4000-8000-000000000001";

/** A client of an administrator in a cloud, and how it is asked for everything that a resource can do. */
function open(cloud: string) {
  const world = createWorld({ seed: 8 });
  const contoso = world.cloud(cloud).tenant("contoso").domain("contoso.example");
  world.cloud(cloud).tenant("fabrikam").domain("fabrikam.example").user(ADDRESS);
  const ada = contoso.user("ada");
  contoso.administrators(ada);
  const b2b = createB2BClient({
    transport: contoso.transport({ as: ada }),
    ...{ clock: world.clock, random: world.random },
  });
  return { world, contoso, ada, b2b };
}

// What departs from the schema fails each test by itself, as it fails every other.
describe.each(CLOUDS)("what the client sends in %s, and what it is answered, is as published", (cloud) => {
  test("of guests, from their invitation to their deletion", async () => {
    const { world, contoso, ada, b2b } = open(cloud);
    const { invitedUser, inviteRedeemUrl } = await b2b.invitations.create({
      ...{ invitedUserEmailAddress: ADDRESS, inviteRedirectUrl, invitedUserDisplayName: "Grace" },
      sendInvitationMessage: true,
      invitedUserMessageInfo: { customizedMessageBody: "Welcome", messageLanguage: "en-US" },
    });
    const { id } = invitedUser;
    await b2b.preflight.invitation({ invitedUserEmailAddress: "li@fabrikam.example", inviteRedirectUrl });
    world.redeem(inviteRedeemUrl ?? "");
    expect(await b2b.guests.waitUntil(id, "redeemed")).toMatchObject({ id });
    await b2b.guests.get(id, { select: ["id", "externalUserState"] });
    for await (const guest of b2b.guests.list()) expect(guest.id).toBe(id);
    await b2b.guests.update(id, { department: "Sales", companyName: null });
    await b2b.guests.addSponsor(id, ada.id);
    for await (const sponsor of b2b.guests.sponsors(id)) expect(sponsor.id).toBe(ada.id);
    await b2b.guests.resetRedemption(id, { invitedUserEmailAddress: ADDRESS, inviteRedirectUrl });
    const team = contoso.group("team");
    await b2b.groups.addMember(team.id, id);
    await b2b.groups.addOwner(team.id, ada.id);
    for await (const owner of b2b.groups.owners(team.id)) expect(owner.id).toBe(ada.id);
    const app = contoso.app("crm");
    await b2b.apps.assign({ principalId: id, resourceId: app.id });
    for await (const { resourceId } of b2b.apps.assignmentsOf(id)) expect(resourceId).toBe(app.id);
    await b2b.guests.delete(id);
  });

  test("of the tenant's settings, and of what is foreseen by them", async () => {
    const { contoso, b2b } = open(cloud);
    contoso.requireMfaForGuests();
    const { crossTenantAccess, beta, invitePolicy } = b2b;
    await invitePolicy.update({ allowInvitesFrom: "everyone" });
    await invitePolicy.get();
    await crossTenantAccess.getPolicy();
    await crossTenantAccess.updateDefault({ inboundTrust: { isMfaAccepted: true } });
    await crossTenantAccess.getDefault();
    await crossTenantAccess.addPartner(PARTNER, { inboundTrust: { isMfaAccepted: true } });
    await crossTenantAccess.updatePartner(PARTNER, { inboundTrust: { isMfaAccepted: false } });
    await crossTenantAccess.getPartner(PARTNER);
    for await (const { tenantId } of crossTenantAccess.partners()) expect(tenantId).toBe(PARTNER);
    await crossTenantAccess.explain({ tenantId: PARTNER });
    expect(await b2b.signIn.predict({ homeTenantId: PARTNER, homeCloud: "china" })).toMatchObject({
      challenges: expect.any(Array),
    });
    await crossTenantAccess.removePartner(PARTNER);
    await crossTenantAccess.resetDefault();
    await beta.domainPolicy.block(["adatum.example"]);
    await beta.domainPolicy.allowOnly(["contoso.example"]);
    await beta.domainPolicy.get();
    await beta.domainPolicy.clear();
    await b2b.delegation.canInvite("me");
    await b2b.limits.check();
    const member = await b2b.members.create({
      ...{ displayName: "Li", userPrincipalName: "li@contoso.example" },
      passwordProfile: { password: "Correct-Horse-7" },
    });
    await b2b.delegation.canInvite(member.id);
    await b2b.delegation.grantGuestInviter(member.id);
    expect(await b2b.delegation.revokeGuestInviter(member.id)).toBe("revoked");
    expect(await b2b.boundary.check("li@contoso.example")).toMatchObject({ reason: "home-unknown" });
  });
});
