import type { SignInQuestion } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { ownOrganization, serviceDefault } from "../graph-answers.ts";
import { openClient } from "../open-client.ts";
import { answer, pathOf } from "../scripted-transport.ts";

const homeTenantId = "aaaaaaaa-0000-4000-8000-000000000001";
const appId = "cccccccc-0000-4000-8000-000000000003";
const otherApp = "dddddddd-0000-4000-8000-000000000004";

interface Given {
  readonly id?: string;
  readonly state?: string;
  readonly conditions?: object;
  readonly users?: object;
  readonly applications?: object;
  readonly grant?: object;
}

/** A policy as Graph shows it. */
const policy = ({ id = "p-1", state = "enabled", conditions, users, applications, grant }: Given = {}) => ({
  ...{ id, state, displayName: `Policy ${id}`, sessionControls: null, templateId: null },
  conditions: {
    users: { includeUsers: ["All"], includeGuestsOrExternalUsers: null, ...users },
    applications: { includeApplications: ["All"], applicationFilter: null, ...applications },
    ...{ clientAppTypes: ["all"], insiderRiskLevels: null, servicePrincipalRiskLevels: [] },
    ...conditions,
  },
  grantControls: {
    ...{ operator: "OR", builtInControls: ["mfa"], "authenticationStrength@odata.context": "x", ...grant },
  },
});

/** What is predicted of a guest whose home asks nothing, unless it is said. */
function predict(policies: readonly object[], question: Partial<SignInQuestion> = {}, isMfaAccepted = false) {
  const { b2b } = openClient([
    (request) => {
      const path = pathOf(request);
      if (path === "/organization") return ownOrganization;
      const settings = { ...serviceDefault, inboundTrust: { isMfaAccepted } };
      return answer(200, path.includes("conditionalAccess") ? { value: policies } : settings);
    },
  ]);
  return b2b.signIn.predict({
    homeTenantId,
    homeCloud: "public",
    homeMfa: "not-required",
    appId,
    ...question,
  });
}

const flows = { authenticationFlows: { transferMethods: "deviceCodeFlow" } };
const guests = { guestOrExternalUserTypes: "b2bCollaborationGuest" };

describe("a policy with a condition that nobody here has heard of", () => {
  test.each<[string, Given]>([
    ["authenticationFlows", { conditions: flows }],
    ["insiderRiskLevels", { conditions: { insiderRiskLevels: "elevated" } }],
    ["devices", { conditions: { devices: { deviceFilter: { mode: "include", rule: "x" } } } }],
    ["brandNew", { conditions: { brandNew: false } }],
    ["clientAppTypes", { conditions: { clientAppTypes: ["unknownFutureValue"] } }],
    ["signInRiskLevels", { conditions: { signInRiskLevels: ["high", "unknownFutureValue"] } }],
    ["platforms", { conditions: { platforms: { includePlatforms: ["unknownFutureValue"] } } }],
    ["Office365", { applications: { includeApplications: ["Office365", otherApp] } }],
    ["MicrosoftAdminPortals", { applications: { excludeApplications: ["MicrosoftAdminPortals"] } }],
    ["applicationFilter", { applications: { applicationFilter: { mode: "include", rule: "x" } } }],
    [
      "includeAuthenticationContextClassReferences",
      { applications: { includeApplications: [], includeAuthenticationContextClassReferences: ["c1"] } },
    ],
    ["includeNobodyKnows", { users: { includeUsers: [], includeNobodyKnows: ["x"] } }],
    [
      "visitingRobot",
      {
        users: {
          includeUsers: [],
          includeGuestsOrExternalUsers: { guestOrExternalUserTypes: "visitingRobot" },
        },
      },
    ],
    [
      "externalTenants",
      {
        users: {
          includeUsers: [],
          includeGuestsOrExternalUsers: { ...guests, externalTenants: { membershipKind: "nearby" } },
        },
      },
    ],
    [
      "exceptFor",
      {
        users: {
          includeUsers: [],
          includeGuestsOrExternalUsers: {
            ...guests,
            externalTenants: { membershipKind: "enumerated", members: [homeTenantId], exceptFor: ["x"] },
          },
        },
      },
    ],
    ["includeWeather", { conditions: { locations: { includeLocations: ["All"], includeWeather: "rain" } } }],
    ["includeVersions", { conditions: { platforms: { includePlatforms: ["all"], includeVersions: ["1"] } } }],
  ])("leaves the answer open, and names the policy and the condition: %s", async (name, given) => {
    const question = { platform: "linux", signInRisk: "none", guest: { isMfaRegistered: true } } as const;
    for (const builtInControls of [["block"], ["mfa"]]) {
      const asking = policy({ ...given, grant: { builtInControls } });
      const { outcome, missing } = await predict([asking], question);
      expect(outcome).toBe("unknown");
      expect(missing).toEqual([expect.stringContaining(name)]);
      expect(missing[0]).toContain('the policy "Policy p-1"');
    }
  });

  test.each<[string, Given]>([
    ["is off", { state: "disabled" }],
    ["only reports", { state: "enabledForReportingButNotEnforced" }],
    ["leaves guests out", { users: { excludeGuestsOrExternalUsers: guests } }],
    ["is for nobody", { users: { includeUsers: ["None"] } }],
    ["leaves the application out", { applications: { excludeApplications: [appId, "Office365"] } }],
    ["is for another application", { applications: { includeApplications: [otherApp] } }],
    ["is for clients of old", { conditions: { ...flows, clientAppTypes: ["other"] } }],
    ["asks for nothing", { grant: { builtInControls: [] } }],
  ])("does not matter where it %s", async (_, given) => {
    const unheard = policy({ conditions: flows, ...given });
    expect(await predict([unheard])).toEqual({ outcome: "no-mfa", challenges: [], missing: [] });
  });

  test("does not matter where it asks for what the guest has done at home, and that is trusted", async () => {
    const predicted = await predict([policy({ conditions: flows })], { homeMfa: "required" }, true);
    expect(predicted).toMatchObject({ outcome: "mfa-once", missing: [] });
  });

  test("does not matter where another policy asks for the same, and is no reason for it", async () => {
    const predicted = await predict([policy({ conditions: flows }), policy({ id: "p-2" })]);
    expect(predicted).toMatchObject({ outcome: "mfa-once", challenges: [{ because: [{ id: "p-2" }] }] });
    const block = policy({ id: "p-3", grant: { builtInControls: ["block"] } });
    const blocked = await predict([policy({ conditions: flows }), block]);
    expect(blocked).toMatchObject({ outcome: "blocked", blockedBy: [{ id: "p-3" }] });
  });

  test("matters where it asks for more than another does", async () => {
    const terms = policy({ conditions: flows, grant: { termsOfUse: ["t1"], operator: "AND" } });
    expect(await predict([terms, policy({ id: "p-2" })])).toMatchObject({ outcome: "unknown" });
  });

  test("says everything that would have to be known at once", async () => {
    const given = policy({
      conditions: { ...flows, signInRiskLevels: ["high"] },
      grant: { builtInControls: ["brandNew"] },
    });
    const { missing } = await predict([given]);
    expect(missing.map((what) => what.replace(/ of the policy.*/, ""))).toEqual([
      "how risky the sign-in looks",
      "whether the condition authenticationFlows",
      "whether the guest can satisfy the control brandNew",
    ]);
  });

  test.each([null, [], "", {}, { deviceFilter: null, rules: [] }])(
    "is none where it is %j",
    async (devices) => {
      expect(await predict([policy({ conditions: { devices } })])).toMatchObject({ outcome: "mfa-once" });
    },
  );
});

describe("the name of many applications", () => {
  const office = policy({ applications: { includeApplications: ["Office365", appId] } });

  test("does not matter where the application is named by itself, or none is opened", async () => {
    expect(await predict([office])).toMatchObject({ outcome: "mfa-once" });
    expect(await predict([office], { appId: null })).toMatchObject({ outcome: "no-mfa" });
  });

  test("is told together with the application, where that was not said", async () => {
    const { missing } = await predict([office], { appId: undefined });
    expect(missing).toEqual(["which application the guest opens", expect.stringContaining("Office365")]);
  });
});

describe("a control that nobody here has heard of", () => {
  const grant = { brandNewFactors: ["x"] };

  test("leaves the answer open, and names the policy", async () => {
    for (const operator of ["AND", "OR"]) {
      expect(await predict([policy({ grant: { ...grant, operator } })])).toMatchObject({
        outcome: "unknown",
        missing: ['whether the guest can satisfy the control brandNewFactors of the policy "Policy p-1"'],
      });
    }
  });

  test("does not matter where one of several is enough, and another is met already", async () => {
    const predicted = await predict([policy({ grant })], { homeMfa: "required" }, true);
    expect(predicted).toMatchObject({ outcome: "mfa-once", missing: [] });
  });

  test("is the way in which several belong together as well", async () => {
    const several = { operator: "XOR", termsOfUse: ["t1"] };
    expect((await predict([policy({ grant: several })])).missing).toEqual([
      expect.stringContaining("the control operator"),
    ]);
    expect(await predict([policy({ grant: { operator: null } })])).toMatchObject({ outcome: "mfa-once" });
  });

  test("is a strength of the directory's own making too", async () => {
    const own = { builtInControls: [], authenticationStrength: { id: otherApp } };
    expect((await predict([policy({ grant: own })])).missing).toEqual([
      'which methods the authentication strength of the policy "Policy p-1" allows',
    ]);
  });
});
