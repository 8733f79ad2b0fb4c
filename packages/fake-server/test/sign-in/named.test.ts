import { describe, expect, test } from "vitest";
import { asking } from "../rights/ask.ts";
import { type Conditions, type Grant, MFA, open, policy, strength } from "./scene.ts";

describe("what a cloud's policies lack", () => {
  test.each<[string, Grant, Conditions]>([
    ["signInRiskLevels", MFA, { signInRiskLevels: ["high"] }],
    ["userRiskLevels", MFA, { userRiskLevels: ["high"] }],
    ["authenticationStrength", strength(3), {}],
  ])("cannot be set up there, nor be written: %s", async (property, grant, conditions) => {
    const { contoso } = open({ cloud: "china" });
    const given = policy(grant, conditions);
    expect(() => contoso.conditionalAccess(given)).toThrow(
      `cannot have ${property}: policies in the cloud china have nothing of the kind`,
    );
    const ask = asking(contoso, { as: contoso.app("admin") });
    const path = "/identity/conditionalAccess/policies";
    const body = { ...given, grantControls: { operator: "OR", builtInControls: [], ...grant } };
    expect((await ask("POST", path, { body })).status).toBe(400);
    const { id } = contoso.conditionalAccess(policy(MFA));
    const { conditions: changed, grantControls } = body;
    expect(
      (await ask("PATCH", `${path}/${id}`, { body: { conditions: changed, grantControls } })).status,
    ).toBe(400);
    expect(open({ cloud: "usgov" }).contoso.conditionalAccess(given).id).toBeDefined();
  });

  test("is nothing that is asked about there: the answer is certain without a word on risk", async () => {
    const { predict, signIn } = open({ cloud: "china", contoso: () => [policy(MFA)] });
    expect(await predict({ homeMfa: "required" })).toMatchObject({ outcome: "mfa-twice" });
    expect(signIn({ signInRisk: "high", userRisk: "high" }).at).toEqual(["mfa at resource"]);
  });

  test("can be left empty, as everywhere", () => {
    const { contoso } = open({ cloud: "china" });
    expect(contoso.conditionalAccess(policy(MFA, { signInRiskLevels: [] })).displayName).toContain("mfa");
  });
});

describe("a condition that no sign-in here looks at", () => {
  test.each([
    ["authenticationFlows", { authenticationFlows: { transferMethods: "deviceCodeFlow" } }],
    ["insiderRiskLevels", { insiderRiskLevels: "elevated" }],
    [
      "applicationFilter",
      { applications: { includeApplications: ["All"], applicationFilter: { mode: "include", rule: "x" } } },
    ],
  ])("cannot be set up: %s", (property, conditions) => {
    const { contoso } = open({});
    expect(() => contoso.conditionalAccess(policy(MFA, conditions as never))).toThrow(
      `cannot have ${property}: no sign-in here looks at it`,
    );
  });
});

test("a strength that does not come with the service is met by nobody", () => {
  const { contoso, signIn } = open({ contoso: () => [policy(strength(9))] });
  const guest = { homeCanDo: "phishing-resistant" } as const;
  expect(signIn(guest)).toEqual({ blocked: "control-not-possible", at: [] });
  contoso.trustMfa();
  expect(signIn(guest)).toEqual({ blocked: "control-not-possible", at: [] });
});

describe("ids and names", () => {
  test("mean the same in upper and lower case, in policies and in questions", async () => {
    const upper = (...ids: readonly string[]) => ids.map((id) => id.toUpperCase());
    const { world, contoso, guestId, fabrikam, predict } = open({
      contoso: (contoso, guestId) => [
        policy(MFA, { users: { includeUsers: upper(guestId) } }),
        policy(
          { builtInControls: ["block"] },
          {
            applications: {
              includeApplications: ["All"],
              excludeApplications: upper(contoso.app("portal").appId),
            },
          },
        ),
      ],
    });
    const app = contoso.app("portal");
    expect(world.signIn(contoso, guestId, { app }).challenges).toMatchObject([{ tenant: "resource" }]);
    const home = { homeTenantId: fabrikam.id.toUpperCase(), homeCloud: "public" } as const;
    const question = { ...home, guest: { id: guestId.toUpperCase() } };
    expect(await predict({ ...question, homeMfa: "not-required", appId: app.appId })).toMatchObject({
      outcome: "mfa-once",
    });
  });

  test("take in every platform and leave out every platform, in whatever case", async () => {
    const everywhere = open({
      contoso: () => [policy(MFA, { platforms: { includePlatforms: ["All"], excludePlatforms: [] } })],
    });
    expect(everywhere.signIn().at).toEqual(["mfa at resource"]);
    expect(await everywhere.predict({ homeMfa: "not-required" })).toMatchObject({ outcome: "mfa-once" });
    const nowhere = open({
      contoso: () => [policy(MFA, { platforms: { includePlatforms: ["all"], excludePlatforms: ["all"] } })],
    });
    expect(nowhere.signIn().at).toEqual([]);
    expect(await nowhere.predict({ homeMfa: "not-required" })).toMatchObject({ outcome: "no-mfa" });
  });
});

describe("what would spare the second prompt", () => {
  test("spares it, where it is asked for here", async () => {
    const { contoso, fabrikam, predict, signIn } = open({
      contoso: () => [policy(MFA)],
      fabrikam: [policy(MFA)],
    });
    expect(signIn().at).toEqual(["mfa at home", "mfa at resource"]);
    expect((await predict({ homeMfa: "required" })).spare).toMatchObject({ action: "trust-partner-mfa" });
    contoso.trustMfa(fabrikam);
    expect(signIn().at).toEqual(["mfa at home"]);
  });

  test("is nothing where both prompts are seen at home: that is trusted already", async () => {
    const { contoso, predict, signIn } = open({
      contoso: () => [policy(strength(4))],
      fabrikam: [policy(MFA)],
    });
    contoso.trustMfa();
    expect(signIn({ homeCanDo: "phishing-resistant" }).at).toEqual(["mfa at home", "strength at home"]);
    const predicted = await predict({ homeMfa: "required", homeCanDo: "phishing-resistant" });
    expect(predicted.outcome).toBe("mfa-twice");
    expect(predicted).not.toHaveProperty("spare");
  });

  test("is no trust that opens the way to a stronger authentication instead", async () => {
    const { contoso, fabrikam, predict, signIn } = open({
      contoso: () => [policy(MFA), policy({ operator: "OR", termsOfUse: ["t1"], ...strength(4) })],
      fabrikam: [policy(MFA)],
    });
    const guest = { homeCanDo: "phishing-resistant" } as const;
    const twice = await predict({ homeMfa: "required", ...guest });
    expect(twice.outcome).toBe("mfa-twice");
    expect(twice).not.toHaveProperty("spare");
    contoso.trustMfa(fabrikam);
    expect(signIn(guest).at).toEqual(["mfa at home", "strength at home"]);
  });

  test("takes no other trust away that the default gives", async () => {
    const { contoso, fabrikam, signIn } = open({
      contoso: () => [policy({ builtInControls: ["compliantDevice"] })],
    });
    contoso.trust({ isCompliantDeviceAccepted: true });
    contoso.trustMfa(fabrikam);
    expect(signIn({ device: { isCompliant: true } })).toEqual({ blocked: undefined, at: [] });
  });
});
