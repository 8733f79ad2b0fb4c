import { expect } from "vitest";
import { inviteRedirectUrl } from "../open-client.ts";
import { ADA, EVE, mfaForGuests, policy, shut } from "./scene.ts";
import { LINK_LIFETIME, type Walk } from "./walk.ts";

const MINUTE = 60_000;

/** What happens beside the redemption. */
export const happenings: Readonly<Record<string, (walk: Walk) => unknown>> = {
  "home begins to ask": ({ scene, known }) => {
    known.homeAsks = true;
    scene.fabrikam.requireMfa();
  },
  "the directory begins to ask": ({ scene, known }) => {
    known.hereAsks = true;
    mfaForGuests(scene.contoso);
  },
  "trust changes": ({ scene, known }) => {
    known.isTrusted = !known.isTrusted;
    scene.contoso.trustMfa(undefined, known.isTrusted);
  },
  "terms come into force": ({ scene, known }) => {
    known.hasTerms = true;
    policy(scene.contoso, "House rules", { termsOfUse: ["house"] });
  },
  "a policy blocks": ({ scene, known }) => {
    known.isBlocked = true;
    policy(scene.contoso, "Nobody", { builtInControls: ["block"] });
  },
  "the organisation is shut out": ({ scene, known }) => {
    known.isShutOut = true;
    const trust = known.isTrusted;
    shut(scene.contoso, "Inbound");
    scene.contoso.trustMfa(undefined, trust);
  },
  "the list of domains changes": ({ scene, known }) => {
    known.isOnList = !known.isOnList;
    const both = ["fabrikam.example", "mail.example"];
    scene.contoso.domainPolicy({ blocked: known.isOnList ? both : [] });
  },
  "the account is disabled, or enabled": async ({ scene, known, guestId }) => {
    if (known.isGone) return;
    known.isDisabled = !known.isDisabled;
    await scene.b2b.guests.update(guestId, { accountEnabled: !known.isDisabled });
  },
  "the guest is deleted": async ({ scene, known, guestId }) => {
    if (known.isGone) return;
    await scene.b2b.guests.delete(guestId);
    known.isGone = true;
  },
  "the guest is invited again": async (walk) => {
    const { scene, known } = walk;
    if (known.isDisabled && !known.isGone) return;
    if (known.isOnList || (known.isShutOut && known.isOfOrganisation)) return;
    const { inviteRedeemUrl, invitedUser } = await scene.b2b.invitations.create(addressed(walk));
    // Whoever was deleted is another guest from now on, and nothing of the old one comes back.
    expect(invitedUser.id === walk.guestId).toBe(!known.isGone);
    if (known.isGone) Object.assign(known, { isGone: false, isDisabled: false, accepted: false });
    walk.guestId = invitedUser.id;
    walk.gets(String(inviteRedeemUrl));
  },
  "the redemption is reset": async (walk) => {
    const { scene, known, guestId } = walk;
    if (known.isGone || known.isOnList || (known.isShutOut && known.isOfOrganisation)) return;
    const { inviteRedeemUrl, invitedUser } = await scene.b2b.guests.resetRedemption(guestId, addressed(walk));
    expect(invitedUser.id).toBe(guestId);
    walk.gets(String(inviteRedeemUrl));
    known.accepted = false;
  },
  "links begin to run out": ({ scene, known }) => {
    known.linksRunOut = true;
    scene.contoso.identityProviders({ linkLifetimeMs: LINK_LIFETIME });
  },
  "half an hour passes": ({ scene }) => scene.world.clock.sleep(31 * MINUTE),
  "a day passes": ({ scene }) => scene.world.clock.sleep(24 * 60 * MINUTE),
};

function addressed({ known }: Walk) {
  return { invitedUserEmailAddress: known.isOfOrganisation ? ADA : EVE, inviteRedirectUrl };
}
