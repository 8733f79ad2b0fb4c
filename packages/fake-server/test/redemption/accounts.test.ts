import { createWorld, type IdentityProviders, type World } from "@vestibule/fake-server";
import { createB2BClient } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { inviteRedirectUrl } from "../open-client.ts";
import { ADA, at, openScene } from "./scene.ts";

const GMAIL = "gus@gmail.com";
const federations = [{ domain: "northwind.example", issuer: "https://idp.northwind.example/saml" }];

type Providers = Partial<Omit<IdentityProviders, "kind">>;

/** With what somebody is led to sign in, and how that shows in the guest afterwards. */
async function redeemed(
  address: string,
  providers: Providers = {},
  world: (world: World) => unknown = () => {},
) {
  const scene = await openScene(address, (contoso, _, of) => {
    contoso.identityProviders(providers);
    world(of);
  });
  const step = scene.open();
  const led = step.at === "sign-in" ? step.accounts.join(" or ") : step.at;
  const { accepted } = scene.world.redeem(scene.link);
  return { led, accepted, issuer: scene.guest().identities.at(-1)?.issuer };
}

const has = (address: string) => (world: World) => world.microsoftAccount(address);
const NEW = "eve@mail.example";

describe("whoever redeems is led", () => {
  test.each<[string, string, Providers, ((world: World) => unknown) | undefined, string, string]>([
    [
      "to the own Entra organisation",
      "ada@fabrikam.example",
      {},
      undefined,
      "organisation",
      "ExternalAzureAD",
    ],
    [
      "there before anywhere else, though there is a provider for the domain",
      "ada@fabrikam.example",
      { federations: [{ domain: "fabrikam.example", issuer: "https://other.example" }] },
      undefined,
      "organisation",
      "ExternalAzureAD",
    ],
    [
      "to the provider for the domain where that is to come first",
      "ada@fabrikam.example",
      {
        federations: [{ domain: "Fabrikam.example", issuer: "https://other.example" }],
        order: ["externalFederation", "azureActiveDirectory", "socialIdentityProviders"],
      },
      undefined,
      "federation",
      "https://other.example",
    ],
    [
      "to a SAML provider",
      "no@northwind.example",
      { federations },
      undefined,
      "federation",
      federations[0]?.issuer ?? "",
    ],
    ["to Google, where that is set up", GMAIL, { google: true }, undefined, "google", "google.com"],
    ["to a code, where Google is not set up", GMAIL, {}, undefined, "passcode-request", "mail"],
    [
      "to the personal Microsoft account, where there is one",
      NEW,
      {},
      has(NEW),
      "microsoft-account",
      "MicrosoftAccount",
    ],
    [
      "to one at outlook.com without further ado",
      "mo@outlook.com",
      {},
      undefined,
      "microsoft-account",
      "MicrosoftAccount",
    ],
    ["to a code, where there is none", NEW, {}, undefined, "passcode-request", "mail"],
    [
      "to make a personal account, where no codes are sent",
      NEW,
      { oneTimePasscode: false },
      undefined,
      "microsoft-account",
      "MicrosoftAccount",
    ],
    [
      "to a code though there is a personal account, where that is the fallback",
      NEW,
      { fallback: "emailOneTimePasscode" },
      has(NEW),
      "passcode-request",
      "mail",
    ],
    [
      "to a personal account, where that is the fallback",
      NEW,
      { fallback: "microsoftAccount" },
      undefined,
      "microsoft-account",
      "MicrosoftAccount",
    ],
  ])("%s", async (_, address, providers, world, led, issuer) => {
    expect(await redeemed(address, providers, world)).toEqual({ led, accepted: true, issuer });
  });

  test("to a choice, where there is a personal account of the same name", async () => {
    const scene = await openScene("ada@fabrikam.example", (_, __, world) =>
      world.microsoftAccount("ADA@fabrikam.example"),
    );
    const step = at(scene.open(), "sign-in");
    expect(step.accounts).toEqual(["organisation", "microsoft-account"]);
    expect(at(step.signIn({ with: "microsoft-account" }), "consent").account.kind).toBe("microsoft-account");
  });

  test("nowhere in China but to organisations and providers that were set up", async () => {
    const world = createWorld();
    const contoso = world
      .cloud("china")
      .tenant("contoso-cn")
      .identityProviders({ federations, google: true });
    const b2b = createB2BClient({
      transport: contoso.transport({ as: contoso.app("inviter") }),
      clock: world.clock,
    });
    const open = async (invitedUserEmailAddress: string) => {
      const { inviteRedeemUrl } = await b2b.invitations.create({
        invitedUserEmailAddress,
        inviteRedirectUrl,
      });
      return world.redemption(String(inviteRedeemUrl));
    };
    expect(await open(NEW)).toMatchObject({ at: "refused", because: "no-account" });
    // An address of personal accounts is not even invited.
    await expect(open(GMAIL)).rejects.toMatchObject({ code: "cloud-boundary" });
    expect(at(await open("no@northwind.example"), "sign-in").accounts).toEqual(["federation"]);
  });
});

describe("a personal account", () => {
  test("that was made on the way is there the next time, and gone when time is taken back", async () => {
    const { world, contoso, link } = await openScene(NEW, (contoso) =>
      contoso.identityProviders({ oneTimePasscode: false }),
    );
    const mark = world.mark();
    world.redeem(link);
    const invited = async () => {
      contoso.identityProviders({ oneTimePasscode: true });
      const other = world.cloud("public").tenant("other");
      const theirs = createB2BClient({
        transport: other.transport({ as: other.app("inviter") }),
        clock: world.clock,
      });
      const { inviteRedeemUrl } = await theirs.invitations.create({
        invitedUserEmailAddress: NEW,
        inviteRedirectUrl,
      });
      return world.redemption(String(inviteRedeemUrl)).at;
    };
    expect(await invited()).toBe("sign-in");
    world.rewind(mark);
    expect(await invited()).toBe("passcode-request");
  });

  test("does multifactor authentication in the directory that invites, whatever is trusted", async () => {
    const { world, link } = await openScene("mo@outlook.com", (contoso) =>
      contoso.requireMfaForGuests().trustMfa(),
    );
    expect(world.redeem(link).challenges.map(({ tenant }) => tenant)).toEqual(["resource"]);
  });

  test("stands for its owner at later sign-ins too, though the domain is an organisation's by then", async () => {
    const { world, contoso, fabrikam, link, guestId } = await openScene(NEW, (contoso, _, world) => {
      world.microsoftAccount(NEW);
      contoso.requireMfaForGuests().trustMfa();
    });
    world.redeem(link);
    fabrikam.domain("mail.example");
    expect(world.signIn(contoso, guestId).challenges.map(({ tenant }) => tenant)).toEqual(["resource"]);
  });
});

test("a lifetime of links that makes no sense is refused", async () => {
  const contoso = createWorld().cloud("public").tenant("contoso");
  expect(() => contoso.identityProviders({ linkLifetimeMs: 0 })).toThrow("above 0, or null");
});

describe("another account than that which has signed in", () => {
  test("is refused while the visit goes on, and may sign in once it has ended", async () => {
    const { world, link, open } = await openScene(ADA, (_, fabrikam) =>
      fabrikam.user("max@fabrikam.example"),
    );
    const consent = at(at(open(), "sign-in").signIn(), "consent");
    expect(consent.account.address).toBe(ADA);
    const other = { as: "max@fabrikam.example" };
    expect(() => world.redeem(link, other)).toThrow(
      `world.redeem: as: an earlier visit goes on here, in which ${ADA} has signed in (organisation)`,
    );
    expect(() => world.redeem(link, { with: "google" })).toThrow(
      "world.redeem: with: an earlier visit goes on",
    );
    consent.refuseConsent();
    expect(world.redeem(link, other)).toMatchObject({ accepted: false, refusedBecause: "wrong-account" });
    const again = at(at(open(), "sign-in").signIn(), "consent");
    expect(
      world.redeem(link, { as: ADA.toUpperCase(), with: again.account.kind as "organisation" }),
    ).toMatchObject({
      accepted: true,
    });
  });

  test("is told of at every prompt", async () => {
    const { open } = await openScene(ADA, (contoso) => contoso.requireMfaForGuests());
    const mfa = at(at(at(open(), "sign-in").signIn(), "consent").consent(), "mfa");
    expect(mfa.account).toEqual({ kind: "organisation", address: ADA });
  });
});
