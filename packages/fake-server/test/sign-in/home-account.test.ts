import { createWorld } from "@vestibule/fake-server";
import { createB2BClient } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";

const address = "ada@fabrikam.example";

/** Ada of Fabrikam is invited to Contoso; her account at home is blocked, there alone. */
async function open() {
  const world = createWorld();
  const fabrikam = world.cloud("public").tenant("fabrikam").domain("fabrikam.example");
  const contoso = world.cloud("public").tenant("contoso");
  const atHome = fabrikam.user(address);
  const clientOf = (tenant: typeof contoso) =>
    createB2BClient({
      transport: tenant.transport({ as: tenant.app("admin") }),
      ...{ clock: world.clock, random: world.random },
    });
  const invitation = { invitedUserEmailAddress: address, inviteRedirectUrl: "https://app.contoso.example" };
  const { inviteRedeemUrl, invitedUser } = await clientOf(contoso).invitations.create(invitation);
  const enable = (accountEnabled: boolean) => clientOf(fabrikam).guests.update(atHome.id, { accountEnabled });
  await enable(false);
  return { world, contoso, enable, link: String(inviteRedeemUrl), id: invitedUser.id };
}

describe("a guest whose account at home is blocked", () => {
  test("redeems nothing, until it is unblocked there", async () => {
    const { world, enable, link } = await open();
    expect(world.redeem(link)).toMatchObject({
      ...{ accepted: false, refusedBecause: "account-disabled", error: "AADSTS50057", challenges: [] },
    });
    await enable(true);
    expect(world.redeem(link).accepted).toBe(true);
  });

  test("signs in nowhere, before anything is asked, though it has redeemed", async () => {
    const { world, contoso, enable, link, id } = await open();
    await enable(true);
    world.redeem(link);
    expect(world.signIn(contoso, id).allowed).toBe(true);
    contoso.requireMfaForGuests();
    await enable(false);
    expect(world.signIn(contoso, id)).toMatchObject({
      ...{ allowed: false, challenges: [] },
      blocked: { because: "account-disabled", by: "the home organisation" },
    });
  });

  test("is seen at the next step by one who is redeeming just then", async () => {
    const { world, enable, link } = await open();
    await enable(true);
    const step = world.redemption(link);
    if (step.at !== "sign-in") throw new Error(`the redemption begins with ${step.at}`);
    const asked = step.signIn();
    if (asked.at !== "consent") throw new Error(`the sign-in leads to ${asked.at}`);
    await enable(false);
    expect(asked.consent()).toMatchObject({ at: "refused", because: "account-disabled" });
  });
});

describe("a place that the tenant has not named", () => {
  test.each(["world.signIn", "world.redeem", "world.redemption"] as const)(
    "is refused by %s with its path, and nothing has changed",
    async (caller) => {
      const { world, contoso, enable, link, id } = await open();
      await enable(true);
      const locationId = "Office";
      const visit = {
        "world.signIn": () => world.signIn(contoso, id, { locationId }),
        "world.redeem": () => world.redeem(link, { locationId }),
        "world.redemption": () => world.redemption(link, { locationId }),
      }[caller];
      const argument = caller === "world.redeem" ? "answers" : "circumstances";
      const start = `${caller}: ${argument}.locationId has to be the id of a named location of contoso: `;
      expect(visit).toThrow(
        new RangeError(`${start}it has none; make one with tenant.namedLocation. Nothing was changed`),
      );
      const office = contoso.namedLocation({ displayName: "Office", ipRanges: ["10.0.0.0/8"] });
      expect(visit).toThrow(new RangeError(`${start}${office.id} (Office). Nothing was changed`));
      expect(world.signIn(contoso, id, { locationId: office.id.toUpperCase() }).allowed).toBe(true);
      expect(world.redeem(link, { locationId: office.id }).accepted).toBe(true);
    },
  );
});
