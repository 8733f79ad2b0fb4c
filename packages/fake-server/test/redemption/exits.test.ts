import type { RefusedBecause, Tenant } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { inviteRedirectUrl } from "../open-client.ts";
import { ADA, at, EVE, mfaForGuests, openScene, policy, type Scene, shut } from "./scene.ts";

const again = { invitedUserEmailAddress: ADA, inviteRedirectUrl };

interface Exit {
  readonly because: RefusedBecause;
  readonly error?: string;
  readonly address?: string;
  readonly furnish?: (contoso: Tenant, fabrikam: Tenant) => unknown;
  /** What happens once the guest has been invited. */
  readonly meanwhile?: (scene: Scene) => unknown;
  readonly answers?: Parameters<Scene["world"]["redeem"]>[1];
}

const exits: Readonly<Record<string, Exit>> = {
  "signs in with another account": {
    because: "wrong-account",
    error: "AADSTS50020",
    answers: { as: "bo@fabrikam.example" },
  },
  "was disabled": {
    because: "account-disabled",
    error: "AADSTS50057",
    meanwhile: ({ b2b, guestId }) => b2b.guests.update(guestId, { accountEnabled: false }),
  },
  "refuses consent": { because: "consent-refused", error: "AADSTS65004", answers: { consent: false } },
  "is of a domain that was put on the list": {
    because: "domain-not-taken",
    meanwhile: ({ contoso }) => contoso.domainPolicy({ blocked: ["Fabrikam.example"] }),
  },
  "is of a domain that a list of others leaves out": {
    because: "domain-not-taken",
    meanwhile: ({ contoso }) => contoso.domainPolicy({ allowed: ["sub.fabrikam.example"] }),
  },
  "is of an organisation that was shut out here": {
    because: "blocked-here",
    error: "AADSTS500213",
    meanwhile: ({ contoso }) => shut(contoso, "Inbound"),
  },
  "is of an organisation that lets nobody out any more": {
    because: "blocked-on-either-side",
    error: "AADSTS500212",
    meanwhile: ({ fabrikam }) => shut(fabrikam, "Outbound"),
  },
  "is blocked by a policy": {
    because: "blocked-by-policy",
    error: "AADSTS53003",
    furnish: (contoso) => policy(contoso, "Nobody", { builtInControls: ["block"] }),
  },
  "comes with a device that does not count": {
    because: "device-not-accepted",
    error: "AADSTS53000",
    furnish: (contoso) => policy(contoso, "Managed", { builtInControls: ["compliantDevice"] }),
  },
  "is asked for what no guest can do": {
    because: "control-not-possible",
    error: "AADSTS53003",
    furnish: (contoso) => policy(contoso, "Apps", { builtInControls: ["approvedApplication"] }),
  },
  "denies multifactor authentication at home": {
    because: "mfa-denied",
    error: "AADSTS50074",
    furnish: (_, fabrikam) => fabrikam.requireMfa(),
    answers: { mfa: "deny" },
  },
  "denies it at home where it is trusted": {
    because: "mfa-denied",
    error: "AADSTS50074",
    furnish: (contoso) => contoso.requireMfaForGuests().trustMfa(),
    answers: { mfa: { home: "deny" } },
  },
  "does it at home, and does not register for it here": {
    because: "mfa-denied",
    error: "AADSTS50079",
    furnish: (contoso, fabrikam) => [mfaForGuests(contoso), fabrikam.requireMfa()],
    answers: { mfa: { home: "approve", resource: "deny" } },
  },
  "declines the terms of use": {
    because: "terms-declined",
    furnish: (contoso) => policy(contoso, "House rules", { termsOfUse: ["house"] }),
    answers: { terms: "decline" },
  },
  "has a link that stands for nobody": {
    because: "link-not-valid",
    meanwhile: ({ contoso }) => contoso.faults.add({ effect: "link-expired" }),
  },
};

describe("a guest who", () => {
  test.each(Object.entries(exits))("%s is not let in, and stays pending", async (_, exit) => {
    const scene = await openScene(exit.address ?? ADA, exit.furnish);
    await exit.meanwhile?.(scene);
    const { accepted, refusedBecause, error, redirectUrl, challenges } = scene.world.redeem(
      scene.link,
      exit.answers,
    );
    expect({ accepted, refusedBecause, error, redirectUrl }).toEqual({
      accepted: false,
      refusedBecause: exit.because,
      error: exit.error,
      redirectUrl: undefined,
    });
    const denied = exit.because === "mfa-denied" || exit.because === "terms-declined";
    expect(challenges.at(-1)?.outcome).toBe(denied ? "denied" : challenges.at(-1)?.outcome);
    expect(challenges.filter(({ outcome }) => outcome === "denied")).toHaveLength(denied ? 1 : 0);
    expect(scene.state()).toBe("PendingAcceptance");
    expect(scene.guest().identities).toHaveLength(1);
  });

  test("was not let in may open the link again, and is let in once nothing is in the way", async () => {
    const { world, link, state, log } = await openScene(ADA, mfaForGuests);
    world.redeem(link, { consent: false });
    world.redeem(link, { mfa: "deny" });
    expect(world.redeem(link)).toMatchObject({ accepted: true });
    expect(state()).toBe("Accepted");
    expect(log().filter((name) => name === "redemption.refuse")).toHaveLength(2);
  });

  test("was disabled in the middle of it gets no further, whatever is answered", async () => {
    const { world, b2b, link, guestId } = await openScene(ADA, mfaForGuests);
    const consent = at(at(world.redemption(link), "sign-in").signIn(), "consent");
    const mfa = at(consent.consent(), "mfa");
    await b2b.guests.update(guestId, { accountEnabled: false });
    expect(mfa.approveMfa()).toMatchObject({ because: "account-disabled", challenges: [] });
  });

  test("has registered here once is told that it has to do it, the next time that it does not", async () => {
    const { world, b2b, guestId, link } = await openScene(ADA, mfaForGuests);
    expect(world.redeem(link, { mfa: "deny" }).error).toBe("AADSTS50079");
    world.redeem(link);
    const reset = await b2b.invitations.create({
      ...again,
      resetRedemption: true,
      invitedUser: { id: guestId },
    });
    expect(world.redeem(String(reset.inviteRedeemUrl), { mfa: "deny" }).error).toBe("AADSTS50076");
  });
});

describe("a link", () => {
  test("that stands for nobody says so", async () => {
    const { world, link } = await openScene();
    const forged = link.replace(/ticket%3d.{4}/, "ticket%3d0000");
    for (const wrong of [forged, "https://login.microsoftonline.com/redeem", ""]) {
      expect(world.redemption(wrong)).toMatchObject({
        at: "refused",
        because: "link-not-valid",
        link: "unknown",
      });
    }
  });

  test("that a later invitation replaced says so, even to a guest who is half way through", async () => {
    const { world, b2b, link, state } = await openScene();
    const consent = at(at(world.redemption(link), "sign-in").signIn(), "consent");
    const later = await b2b.invitations.create(again);
    expect(consent.consent()).toMatchObject({ at: "refused", because: "link-not-valid", link: "replaced" });
    expect(world.redemption(link)).toMatchObject({ at: "refused", link: "replaced" });
    expect(state()).toBe("PendingAcceptance");
    at(world.redemption(String(later.inviteRedeemUrl)), "sign-in");
  });

  test("whose guest is gone says so, even half way through", async () => {
    const { world, b2b, link, guestId } = await openScene();
    const signIn = at(world.redemption(link), "sign-in");
    await b2b.guests.delete(guestId);
    expect(signIn.signIn()).toMatchObject({ at: "refused", link: "guest-gone" });
    expect(world.redeem(link)).toMatchObject({ refusedBecause: "link-not-valid", link: "guest-gone" });
  });

  test("is good for ever, unless the tenant says otherwise", async () => {
    const { world, link } = await openScene();
    await world.clock.sleep(366 * 24 * 3_600_000);
    at(world.redemption(link), "sign-in");
  });

  test("with a lifetime runs out to the millisecond, even half way through; a new one is good", async () => {
    const { world, b2b, link, state } = await openScene(ADA, (contoso) =>
      contoso.identityProviders({ linkLifetimeMs: 3_600_000 }),
    );
    await world.clock.sleep(3_599_999);
    const signIn = at(world.redemption(link), "sign-in");
    await world.clock.sleep(1);
    expect(signIn.signIn()).toMatchObject({ at: "refused", because: "link-not-valid", link: "expired" });
    expect(world.redeem(link)).toMatchObject({ accepted: false, link: "expired" });
    expect(state()).toBe("PendingAcceptance");
    const later = await b2b.invitations.create(again);
    expect(world.redeem(String(later.inviteRedeemUrl)).accepted).toBe(true);
  });

  test("of a guest whose domain was put on the list after it redeemed goes on working", async () => {
    const { world, contoso, link } = await openScene(EVE);
    world.redeem(link);
    contoso.domainPolicy({ allowed: ["elsewhere.example"] });
    expect(world.redeem(link)).toMatchObject({ accepted: true });
  });
});
