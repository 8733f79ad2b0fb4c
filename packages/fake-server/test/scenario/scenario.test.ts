import { createWorld, readScenario, type Scenario, scenarioSchema, scenarios } from "@vestibule/fake-server";
import { createB2BClient } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { inviteRedirectUrl } from "../open-client.ts";

const ada = { invitedUserEmailAddress: "ada@fabrikam.example", inviteRedirectUrl };

function clientIn(world: ReturnType<typeof createWorld>, cloud = "public", name = "contoso") {
  const tenant = world.cloud(cloud).tenant(name);
  const transport = tenant.transport({ as: tenant.app("inviter") });
  return createB2BClient({ transport, clock: world.clock, random: world.random });
}

describe("a scenario", () => {
  test("furnishes a world as its builders do, with the same ids", () => {
    const scenario: Scenario = {
      seed: 7,
      clouds: { public: { contoso: { users: { mia: { displayName: "Mia" } }, groups: { partners: {} } } } },
    };
    const built = createWorld({ seed: 7 });
    const mia = built.cloud("public").tenant("contoso").user("mia", { displayName: "Mia" });
    const partners = built.cloud("public").tenant("contoso").group("partners");
    const contoso = createWorld({ scenario }).cloud("public").tenant("contoso");
    expect([contoso.user("mia"), contoso.group("partners")]).toEqual([mia, partners]);
  });

  test("is the same from a file's text", () => {
    const scenario = scenarios["two-tenants-double-mfa"];
    expect(readScenario(JSON.stringify(scenario))).toEqual(scenario);
  });

  test("gives way to what its reader says of chance and lag", () => {
    const scenario: Scenario = { seed: 7, realism: "documented" };
    expect(createWorld({ scenario }).seed).toBe(7);
    expect(createWorld({ scenario, seed: 8 }).seed).toBe(8);
  });

  test("names other tenants of its cloud where ids would have to be known", async () => {
    const world = createWorld({
      scenario: {
        clouds: {
          public: {
            contoso: {
              requireMfaForGuests: { guestsOf: ["fabrikam"] },
              trust: { fabrikam: { isMfaAccepted: true }, default: { isMfaAccepted: false } },
            },
            fabrikam: { domains: ["fabrikam.example"], users: { "ada@fabrikam.example": {} } },
            tailspin: { domains: ["tailspin.example"], users: { "eve@tailspin.example": {} } },
          },
        },
      },
    });
    const b2b = clientIn(world);
    const redeemed = async (address: string) => {
      const { inviteRedeemUrl } = await b2b.invitations.create({ ...ada, invitedUserEmailAddress: address });
      return world.redeem(inviteRedeemUrl ?? "").challenges.map(({ tenant }) => tenant);
    };
    expect(await redeemed("ada@fabrikam.example")).toEqual(["home"]);
    expect(await redeemed("eve@tailspin.example")).toEqual([]);
  });

  test.each<[string, unknown, string]>([
    ["what is no JSON", "{", "scenario: it is no JSON"],
    ["a list", [], "scenario: has to be an object, not a list"],
    ["a part that there is none of", { cloud: {} }, 'has no "cloud"'],
    ["a cloud that there is none of", { clouds: { germany: {} } }, 'clouds has no "germany"'],
    [
      "a misspelt part of a tenant",
      { clouds: { public: { contoso: { user: {} } } } },
      'clouds.public.contoso has no "user"',
    ],
    [
      "a role that there is none of",
      { clouds: { public: { contoso: { users: { mia: { roles: ["Boss"] } } } } } },
      "clouds.public.contoso.users.mia.roles[0]",
    ],
    [
      "a number that is none",
      { clouds: { public: { contoso: { members: -1 } } } },
      "clouds.public.contoso.members has to be a whole number from 0",
    ],
    [
      "a limit that there is none of",
      { clouds: { public: { contoso: { limits: { guests: 5 } } } } },
      'clouds.public.contoso.limits has no "guests"; it has directory-objects, ',
    ],
  ])("is refused for %s, with where it is", (_, json, problem) => {
    expect(() => readScenario(json)).toThrow(problem);
    if (typeof json === "object") expect(() => createWorld({ scenario: json as never })).toThrow(problem);
  });

  test.each<[string, Scenario["clouds"], string]>([
    [
      "a domain of two tenants",
      { public: { a: { domains: ["one.example"] }, b: { domains: ["one.example"] } } },
      "scenario: clouds.public.b.domains: one.example is verified by a already",
    ],
    [
      "an administrator who is nobody",
      { public: { contoso: { administrators: ["mia"] } } },
      'scenario: clouds.public.contoso.administrators: there is no "mia" among the users',
    ],
    [
      "trust in a tenant of another cloud",
      { public: { contoso: { trust: { corp: { isMfaAccepted: true } } } }, china: { corp: {} } },
      'scenario: clouds.public.contoso.trust.corp: there is no tenant "corp" in this cloud',
    ],
    [
      "more than its directory may hold",
      { public: { contoso: { members: 60_000 } } },
      "scenario: clouds.public.contoso.members: contoso may hold 50000 objects",
    ],
    [
      "a tenant with a name that is none",
      { public: { "con toso": {} } },
      "scenario: clouds.public.con toso: cloud.tenant: name has to be a name of letters",
    ],
    [
      "quotas that nothing could pass",
      { public: { contoso: { throttle: { writes: { writes: 0, perMs: 5 } } } } },
      "scenario: clouds.public.contoso.throttle: throttle.writes",
    ],
  ])("is refused for %s, with where it is", (_, clouds, problem) => {
    expect(() => createWorld({ scenario: { clouds } as Scenario })).toThrow(problem);
  });

  test("shows no secret where it is refused", () => {
    const apps = { inviter: { secret: "top-secret-value", permissions: "all" } };
    const scenario = { clouds: { public: { contoso: { apps } } } };
    expect(() => readScenario(scenario)).toThrow(/^(?!.*top-secret)/);
  });

  test("has a schema for editors, which names every part", () => {
    const text = JSON.stringify(scenarioSchema());
    for (const part of ["clouds", "usgov-dod", "requireMfaForGuests", "identityProviders", "pending"])
      expect(text).toContain(`"${part}":`);
  });
});

describe("the library of scenarios", () => {
  test("knows no other names", () => {
    expect(() => createWorld({ scenario: "two-tenants" as never })).toThrow(
      'there is no scenario "two-tenants"; there are empty, one-tenant',
    );
    expect(createWorld({ scenario: "empty" }).tenants).toEqual([]);
  });

  test.each(Object.entries(scenarios))("%s can be read from a file", (_, scenario) => {
    expect(readScenario(JSON.stringify(scenario))).toEqual(scenario);
  });

  test("one-tenant lets an application invite, and a person administer", async () => {
    const world = createWorld({ scenario: "one-tenant" });
    const b2b = clientIn(world);
    const { invitedUser } = await b2b.invitations.create(ada);
    const contoso = world.cloud("public").tenant("contoso");
    const transport = contoso.transport({ as: contoso.user("mia") });
    const mia = createB2BClient({ transport, clock: world.clock });
    expect(await mia.groups.addMember(contoso.group("partners").id, invitedUser.id)).toBe("added");
    expect(await mia.delegation.canInvite("me")).toMatchObject({ allowed: true });
  });

  test("lived-in has what no request makes: licences of groups, one in vain, and a first user with every detail", async () => {
    const world = createWorld({ scenario: "lived-in" });
    const contoso = world.cloud("public").tenant("contoso");
    const { token } = await contoso.credential({ as: contoso.user("mia") }).getToken();
    const values = async (path: string) => {
      const headers = { authorization: `Bearer ${token}`, consistencylevel: "eventual" };
      const response = await world.fetch(`https://graph.microsoft.com/v1.0${path}`, { headers });
      return ((await response.json()) as { value: Record<string, unknown>[] }).value;
    };
    const names = async (path: string) => (await values(path)).map(({ displayName }) => displayName);
    expect(await names("/groups?$filter=assignedLicenses/$count ne 0&$count=true")).toEqual([
      "office licences",
      "project licences",
    ]);
    expect(await names("/groups?$filter=hasMembersWithLicenseErrors eq true")).toEqual(["project licences"]);
    const [first] = await values("/users");
    expect(first).toMatchObject({ displayName: "Mia Meier" });
    expect(Object.entries(first ?? {}).filter(([, value]) => value === null)).toEqual([]);
    expect(await values("/users?$filter=externalUserState eq 'PendingAcceptance'")).toHaveLength(3);
    expect(await values("/identity/conditionalAccess/namedLocations")).toHaveLength(1);
  });

  test("two-tenants-double-mfa asks Ada twice", async () => {
    const world = createWorld({ scenario: "two-tenants-double-mfa" });
    const { inviteRedeemUrl } = await clientIn(world).invitations.create(ada);
    const { challenges } = world.redeem(inviteRedeemUrl ?? "");
    expect(challenges.map(({ tenant }) => tenant)).toEqual(["home", "resource"]);
  });

  test("two-clouds keeps Li in China", async () => {
    const world = createWorld({ scenario: "two-clouds" });
    const li = { ...ada, invitedUserEmailAddress: "li@corp.example" };
    expect(await clientIn(world).invitations.create(li).safe()).toMatchObject({
      error: { code: "cloud-boundary" },
    });
    expect(await clientIn(world, "china", "corp").invitations.create(li).safe()).toMatchObject({ ok: false });
  });

  test("at-quota takes one guest more, and then no other", async () => {
    const b2b = clientIn(createWorld({ scenario: "at-quota" }));
    await b2b.invitations.create(ada);
    const eve = { ...ada, invitedUserEmailAddress: "eve@fabrikam.example" };
    expect(await b2b.invitations.create(eve).safe()).toMatchObject({ error: { code: "limit-reached" } });
  });

  test("big has a hundred thousand members", async () => {
    const b2b = clientIn(createWorld({ scenario: "big" }));
    const [objects] = await b2b.limits.check();
    expect(objects).toMatchObject({ used: 100_001, total: 300_000 });
  });
});

describe("guests of a tenant that were made at once", () => {
  test("are guests as an invitation makes them, of whom some have yet to redeem", async () => {
    const world = createWorld();
    const contoso = world.cloud("public").tenant("contoso").guests(50, { pending: 10 });
    const b2b = clientIn(world);
    const guests = await b2b.guests.list().collect();
    expect(guests).toHaveLength(50);
    const pending = guests.filter(({ externalUserState }) => externalUserState === "PendingAcceptance");
    expect(pending).toHaveLength(10);
    expect(guests[0]?.userPrincipalName).toMatch(/^guest\d+_guests\.example#EXT#@contoso/);
    expect(() => contoso.guests(5, { pending: 6 })).toThrow("of 5 guests, 6 cannot be pending");
  });
});
