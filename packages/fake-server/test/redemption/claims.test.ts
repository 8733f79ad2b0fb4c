import { createWorld, type Tenant } from "@vestibule/fake-server";
import { type CloudEndpoint, createB2BClient } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { inviteRedirectUrl } from "../open-client.ts";
import { ADA, EVE, mfaForGuests, openScene, policy, type Scene } from "./scene.ts";

type Furnish = Parameters<typeof openScene>[1];

/** What an application is told of how a guest got in. */
async function told(address: string, furnish?: Furnish) {
  const scene = await openScene(address, furnish);
  const { claims } = scene.world.redeem(scene.link);
  if (claims === undefined) throw new Error("the guest was not let in");
  return { ...scene, claims };
}

const asked = {
  home: (_: Scene["contoso"], fabrikam: Scene["fabrikam"]) => fabrikam.requireMfa(),
  here: (contoso: Scene["contoso"]) => mfaForGuests(contoso),
  trusted: (contoso: Scene["contoso"]) => contoso.trustMfa(),
};

describe("the token of a guest who was let in", () => {
  test("is issued by the directory that invited, and names the one that vouches", async () => {
    const { claims, contoso, fabrikam, guestId } = await told(ADA);
    expect(claims).toEqual({
      iss: `https://login.microsoftonline.com/${contoso.id}/v2.0`,
      tid: contoso.id,
      oid: guestId,
      acct: 1,
      idp: `https://sts.windows.net/${fabrikam.id}/`,
      email: ADA,
      amr: ["pwd"],
      auth_time: Date.UTC(2026, 0, 1) / 1000,
    });
  });

  test.each<[string, Furnish, readonly string[]]>([
    ["at home alone, and not trusted: it does not count", asked.home, ["pwd"]],
    [
      "at home alone, and trusted",
      (contoso, fabrikam) => [asked.home(contoso, fabrikam), asked.trusted(contoso)],
      ["pwd", "mfa"],
    ],
    ["here", asked.here, ["pwd", "mfa"]],
    [
      "on both sides",
      (contoso, fabrikam) => [asked.home(contoso, fabrikam), asked.here(contoso)],
      ["pwd", "mfa"],
    ],
    [
      "at home because it is asked for here, and trusted",
      (contoso) => [asked.here(contoso), asked.trusted(contoso)],
      ["pwd", "mfa"],
    ],
    ["nowhere, though it would be trusted", asked.trusted, ["pwd"]],
  ])("tells multifactor authentication that was done %s", async (_, furnish, amr) => {
    expect((await told(ADA, furnish)).claims.amr).toEqual(amr);
  });

  test.each([
    [EVE, {}, "mail", "otp"],
    ["mo@outlook.com", {}, "live.com", "pwd"],
    ["gus@gmail.com", { google: true }, "google.com", "fed"],
    [
      "no@northwind.example",
      { federations: [{ domain: "northwind.example", issuer: "https://idp.example/saml" }] },
      "https://idp.example/saml",
      "fed",
    ],
  ])("of %s says how that account signs in", async (address, providers, idp, method) => {
    const { claims } = await told(address, (contoso) => contoso.identityProviders(providers));
    expect(claims).toMatchObject({ idp, amr: [method] });
  });

  test.each([
    ["usgov", "https://sts.windows.net"],
    ["china", "https://sts.chinacloudapi.cn"],
  ])(
    "of somebody at home in %s names who vouches there, and is issued in the public cloud",
    async (cloud, sts) => {
      const world = createWorld();
      const contoso = world.cloud("public").tenant("contoso");
      const home = world.cloud(cloud).tenant("home").domain("home.example");
      const client = (tenant: Tenant) =>
        createB2BClient({ transport: tenant.transport({ as: tenant.app("a") }), clock: world.clock });
      for (const [own, other] of [
        [contoso, home],
        [home, contoso],
      ] as const) {
        const { crossTenantAccess } = client(own);
        await crossTenantAccess.allowClouds([other.directory.cloud.instance as CloudEndpoint]);
        await crossTenantAccess.addPartner(other.id);
      }
      const { inviteRedeemUrl } = await client(contoso).invitations.create({
        invitedUserEmailAddress: "kim@home.example",
        inviteRedirectUrl,
      });
      const { claims } = world.redeem(String(inviteRedeemUrl));
      expect(claims?.idp).toBe(`${sts}/${home.id}/`);
      expect(claims?.iss).toBe(`https://login.microsoftonline.com/${contoso.id}/v2.0`);
    },
  );

  test("of an external member says so", async () => {
    const { world, link } = await openScene(ADA, undefined, { invitedUserType: "Member" });
    expect(world.redeem(link).claims?.acct).toBe(0);
  });

  test("is not there for whoever was not let in", async () => {
    const { world, link } = await openScene();
    expect(world.redeem(link, { consent: false }).claims).toBeUndefined();
  });
});

describe("the sign-in log", () => {
  test("has who was let in, and what was done in which tenant", async () => {
    const { contoso, fabrikam, guestId } = await told(ADA, (contoso, fabrikam) => [
      asked.home(contoso, fabrikam),
      asked.here(contoso),
    ]);
    expect(contoso.signIns).toMatchObject([
      {
        createdDateTime: "2026-01-01T00:00:00Z",
        userId: guestId,
        userPrincipalName: "ada_fabrikam.example#EXT#@contoso.onmicrosoft.com",
        crossTenantAccessType: "b2bCollaboration",
        homeTenantId: fabrikam.id,
        resourceTenantId: contoso.id,
        authenticationRequirement: "multiFactorAuthentication",
        status: { errorCode: 0 },
        challenges: [
          { tenant: "home", outcome: "passed" },
          { tenant: "resource", outcome: "passed" },
        ],
      },
    ]);
    expect(fabrikam.signIns).toEqual([]);
  });

  test("says that a single factor was asked for, though home asked for more", async () => {
    const { contoso } = await told(ADA, asked.home);
    expect(contoso.signIns.map((line) => line.authenticationRequirement)).toEqual([
      "singleFactorAuthentication",
    ]);
  });

  test("has every end that has a code, in order, and none of the others", async () => {
    const { world, contoso, link } = await openScene(ADA, mfaForGuests);
    world.redeem(link, { as: "bo@fabrikam.example" });
    world.redeem(link, { consent: false });
    world.redeem(link, { mfa: "deny" });
    world.redeem(link.replace(/ticket%3d.{4}/, "ticket%3d0000"));
    world.redeem(link);
    expect(contoso.signIns.map(({ status }) => status.errorCode)).toEqual([50020, 65004, 50079, 0]);
    expect(contoso.signIns.map(({ challenges }) => challenges.map(({ outcome }) => outcome))).toEqual([
      [],
      [],
      ["denied"],
      ["passed"],
    ]);
  });

  test("has no line of an end for which no code is documented", async () => {
    const { world, contoso, link } = await openScene(ADA, (contoso) =>
      policy(contoso, "House rules", { termsOfUse: ["house"] }),
    );
    expect(world.redeem(link, { terms: "decline" }).refusedBecause).toBe("terms-declined");
    contoso.domainPolicy({ blocked: ["fabrikam.example"] });
    expect(world.redeem(link).refusedBecause).toBe("domain-not-taken");
    expect(contoso.signIns).toEqual([]);
  });

  test("is of the same commit as the acceptance, is no object that counts, and is taken back with it", async () => {
    const { world, contoso, link } = await openScene();
    const mark = world.mark();
    const before = contoso.directory.store.weight;
    world.redeem(link);
    expect(contoso.log.at(-1)?.ids).toContain(contoso.signIns[0]?.id);
    expect(contoso.directory.store.weight).toBe(before);
    world.rewind(mark);
    expect(contoso.signIns).toEqual([]);
  });

  test("holds neither link nor code", async () => {
    const scene = await openScene(EVE);
    scene.world.redeem(scene.link);
    const { passcode } = await scene.contoso.inbox.next({ about: "passcode" });
    const shown = JSON.stringify([scene.contoso.signIns, scene.world.redeem(scene.link)]);
    expect(shown).not.toContain(passcode);
    expect(shown).not.toContain(/ticket%3d([0-9a-f]+)/.exec(scene.link)?.[1] ?? "none");
  });
});
