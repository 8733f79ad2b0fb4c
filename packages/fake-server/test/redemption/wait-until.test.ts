import { describe, expect, test } from "vitest";
import { inviteRedirectUrl, openClient } from "../open-client.ts";

const ada = { invitedUserEmailAddress: "ada@fabrikam.example", inviteRedirectUrl };
const SEEDS = Array.from({ length: 40 }, (_, seed) => seed);

describe("waiting until a guest has redeemed, where every instance lags in its own way,", () => {
  test("ends after the acceptance, never before, and not long after everybody has it", async () => {
    for (const seed of SEEDS) {
      const { b2b, world, contoso } = openClient({ seed, realism: "documented" });
      const { inviteRedeemUrl, invitedUser } = await b2b.invitations.create(ada);
      const wait = b2b.guests.waitUntil(invitedUser.id, "redeemed", { timeoutMs: 3_600_000 });
      await world.clock.sleep(600_000);
      world.redeem(String(inviteRedeemUrl));
      const acceptedAt = world.clock.now();
      const settled = contoso.directory.store.settlesAt();
      expect((await wait).externalUserState).toBe("Accepted");
      expect(world.clock.now()).toBeGreaterThanOrEqual(acceptedAt);
      // The longest pause between two reads, with what three that agree take after it.
      expect(world.clock.now()).toBeLessThan(settled + 20_000);
    }
  });

  test("says what it saw where the guest stops half way", async () => {
    const { b2b, world } = openClient({ seed: 3, realism: "documented" });
    const { inviteRedeemUrl, invitedUser } = await b2b.invitations.create(ada);
    expect(world.redeem(String(inviteRedeemUrl), { consent: false }).accepted).toBe(false);
    const wait = b2b.guests.waitUntil(invitedUser.id, "redeemed", { timeoutMs: 60_000 });
    const error = await wait.catch((reason: { code: string; seen: readonly string[] }) => reason);
    expect(error).toMatchObject({ code: "timeout" });
    expect("seen" in error && error.seen.at(-1)).toBe("PendingAcceptance");
  });

  test("after a reset tells the new acceptance from the old one by its time", async () => {
    for (const seed of SEEDS) {
      const { b2b, world } = openClient({ seed, realism: "documented" });
      const { inviteRedeemUrl, invitedUser } = await b2b.invitations.create(ada);
      world.redeem(String(inviteRedeemUrl));
      await world.settle();
      await world.clock.sleep(5_000);
      const resetAt = new Date(world.clock.now()).toISOString();
      const reset = await b2b.guests.resetRedemption(invitedUser.id, ada);
      const wait = b2b.guests.waitUntil(
        invitedUser.id,
        ({ externalUserState, externalUserStateChangeDateTime: at }) =>
          externalUserState === "Accepted" && (at ?? "") > resetAt,
        { timeoutMs: 3_600_000 },
      );
      await world.clock.sleep(600_000);
      const redeemedAt = world.clock.now();
      world.redeem(String(reset.inviteRedeemUrl));
      await wait;
      expect(world.clock.now()).toBeGreaterThanOrEqual(redeemedAt);
    }
  });
});
