import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { absent, directoryWith, ownOrganization, serviceDefault } from "../graph-answers.ts";
import { openClient } from "../open-client.ts";
import { answer, pathOf, refusal, type Step } from "../scripted-transport.ts";

const homeTenantId = "aaaaaaaa-0000-4000-8000-000000000001";
const PARTNER = `/policies/crossTenantAccessPolicy/partners/${homeTenantId}`;
const DEFAULT = "/policies/crossTenantAccessPolicy/default";
const OWN = "/organization";
const POLICIES = "/identity/conditionalAccess/policies";

const asking = (more: { users?: object; conditions?: object; grant?: object | null } = {}) => ({
  id: "p-1",
  displayName: "Guests do MFA",
  state: "enabled",
  conditions: {
    users: { includeUsers: ["All"], includeGuestsOrExternalUsers: null, ...more.users },
    applications: { includeApplications: ["All"] },
    clientAppTypes: ["all"],
    ...more.conditions,
  },
  grantControls: more.grant === null ? null : { operator: "OR", builtInControls: ["mfa"], ...more.grant },
});

interface Directory {
  readonly policies?: readonly object[];
  readonly partner?: object | Step;
  readonly fallback?: object;
}

/** A client whose directory has these policies and settings, whichever is asked for first. */
function open({
  policies = [asking()],
  partner = absent(homeTenantId),
  fallback = { isMfaAccepted: false },
}: Directory) {
  return openClient([
    (request) => {
      const path = pathOf(request);
      if (path === POLICIES) return answer(200, { value: policies });
      if (path === DEFAULT) return answer(200, { ...serviceDefault, inboundTrust: fallback });
      if (path === OWN) return ownOrganization;
      if (path !== PARTNER) throw new Error(`nobody was to ask for ${path}`);
      if (typeof partner === "function") return partner(request);
      return "status" in partner
        ? (partner as ReturnType<typeof answer>)
        : answer(200, { inboundTrust: partner });
    },
  ]);
}

const question = { homeTenantId, homeCloud: "public", homeMfa: "required" } as const;

describe("predicting a sign-in", () => {
  test("reads the policies, the entry for the organisation, and the default where there is no entry", async () => {
    const { b2b, sent } = open({});
    expect(await b2b.signIn.predict(question)).toMatchObject({ outcome: "mfa-twice" });
    expect(sent.map(pathOf).toSorted()).toEqual([POLICIES, DEFAULT, PARTNER, OWN].toSorted());
    expect(sent.every(({ method, operation }) => method === "GET" && operation.effect === "read")).toBe(true);
  });

  test("lets the entry for the organisation go before the default", async () => {
    const devices = { isCompliantDeviceAccepted: false, isHybridAzureADJoinedDeviceAccepted: false };
    const { b2b } = open({ partner: { isMfaAccepted: true, ...devices } });
    expect(await b2b.signIn.predict(question)).toMatchObject({ outcome: "mfa-once" });
    const refused = open({ partner: { isMfaAccepted: false }, fallback: { isMfaAccepted: true } });
    expect(await refused.b2b.signIn.predict(question)).toMatchObject({ outcome: "mfa-twice" });
  });

  test.each([
    ["has no trust of its own", answer(200, { inboundTrust: null })],
    ["leaves this trust open", answer(200, { inboundTrust: { isMfaAccepted: null } })],
    ["is not there", absent(homeTenantId)],
  ])("inherits the default where the entry for the organisation %s", async (_, partner) => {
    const { b2b } = open({ partner, fallback: { isMfaAccepted: true } });
    expect(await b2b.signIn.predict(question)).toMatchObject({ outcome: "mfa-once" });
  });

  test("reads all pages of the policies", async () => {
    const next = "https://graph.microsoft.com/v1.0/identity/conditionalAccess/policies?$skiptoken=2";
    const { b2b } = openClient([
      (request) => {
        const path = pathOf(request);
        if (path === POLICIES) return answer(200, { value: [], "@odata.nextLink": next });
        if (path === next) return answer(200, { value: [asking()] });
        if (path === OWN) return ownOrganization;
        return answer(200, { ...serviceDefault, inboundTrust: { isMfaAccepted: false } });
      },
    ]);
    expect(await b2b.signIn.predict(question)).toMatchObject({ outcome: "mfa-twice" });
  });

  test("ends with what keeps it from reading, and never guesses", async () => {
    const { b2b } = open({ partner: refusal(403, "Authorization_RequestDenied") });
    const failure = await failureOf(b2b.signIn.predict(question));
    expect(failure).toMatchObject({
      code: "forbidden",
      operation: "signIn.predict",
      status: 403,
      attempts: 1,
    });
    expect(failure.message).toMatch(
      /^\[forbidden\] signIn\.predict: .*, while reading crossTenantAccess\.getPartner$/,
    );
    expect(failure.remedies).toMatchObject([
      { action: "grant-permission", text: expect.stringContaining("Policy.Read.All") },
    ]);
  });

  test("ends when the caller gives up", async () => {
    const { b2b, sent } = open({});
    const signal = AbortSignal.abort();
    expect(await failureOf(b2b.signIn.predict(question, { signal }))).toMatchObject({ code: "aborted" });
    expect(sent).toEqual([]);
  });

  test("waits out a throttled read of the policies", async () => {
    let reads = 0;
    const { b2b } = openClient([
      (request) => {
        if (pathOf(request) === OWN) return ownOrganization;
        if (pathOf(request) !== POLICIES) {
          return answer(200, { ...serviceDefault, inboundTrust: { isMfaAccepted: true } });
        }
        return ++reads < 3 ? refusal(429, "TooManyRequests") : answer(200, { value: [] });
      },
    ]);
    expect(await b2b.signIn.predict(question)).toMatchObject({ outcome: "mfa-once" });
  });
});

describe("settings that say nothing of guests", () => {
  const missing = ["users", "applications"].map(
    (part) => `whether the guest is let in: the default says nothing of ${part}`,
  );

  test.each<[string, object]>([
    ["are null", { inboundTrust: null, b2bCollaborationInbound: null }],
    ["are not shown", { inboundTrust: null }],
    ["are empty", { inboundTrust: null, b2bCollaborationInbound: {} }],
  ])("leave undecided whether they are let in, as `explain` does, where they %s", async (_, general) => {
    const { b2b } = openClient([directoryWith({ [DEFAULT]: answer(200, general) })]);
    expect(await b2b.signIn.predict(question)).toEqual({ outcome: "unknown", challenges: [], missing });
    const { inbound } = await b2b.crossTenantAccess.explain({ tenantId: homeTenantId });
    expect(inbound.allowed).toBeUndefined();
  });

  test("do not matter where the entry for the organisation says all of it", async () => {
    const { b2b } = openClient([
      directoryWith({
        [DEFAULT]: answer(200, { inboundTrust: null, b2bCollaborationInbound: null }),
        [PARTNER]: answer(200, { ...serviceDefault, tenantId: homeTenantId }),
      }),
    ]);
    expect((await b2b.signIn.predict(question)).outcome).toBe("mfa-once");
  });
});

describe("a policy as Graph answers it", () => {
  const tenants = { membershipKind: "all" };
  const guests = { guestOrExternalUserTypes: "b2bCollaborationGuest", externalTenants: tenants };

  test.each([
    ["leaves guests out in the older way", { excludeUsers: ["GuestsOrExternalUsers"] }],
    ["leaves guests out", { excludeGuestsOrExternalUsers: guests }],
  ])("asks no guest where it %s", async (_, users) => {
    const { b2b } = open({ policies: [asking({ users })] });
    expect(await b2b.signIn.predict({ ...question, homeMfa: "not-required" })).toMatchObject({
      outcome: "no-mfa",
    });
  });

  test("asks guests where it leaves out those of another organisation alone", async () => {
    const members = ["bbbbbbbb-0000-4000-8000-000000000002"];
    const users = {
      excludeGuestsOrExternalUsers: { ...guests, externalTenants: { membershipKind: "enumerated", members } },
    };
    const { b2b } = open({ policies: [asking({ users })] });
    expect(await b2b.signIn.predict({ ...question, homeMfa: "not-required" })).toMatchObject({
      outcome: "mfa-once",
    });
  });

  test("never makes for no challenge where it asks for a strength of authentication", async () => {
    const authenticationStrength = { id: "00000000-0000-0000-0000-000000000002" };
    const { b2b } = open({ policies: [asking({ grant: { builtInControls: [], authenticationStrength } })] });
    const { outcome } = await b2b.signIn.predict({ ...question, homeMfa: "not-required" });
    expect(outcome).not.toBe("no-mfa");
  });

  test("blocks no guest in a browser where it only blocks the clients of old", async () => {
    const conditions = { clientAppTypes: ["exchangeActiveSync", "other"] };
    const { b2b } = open({ policies: [asking({ conditions, grant: { builtInControls: ["block"] } })] });
    expect(await b2b.signIn.predict({ ...question, homeMfa: "not-required" })).toMatchObject({
      outcome: "no-mfa",
    });
  });

  test.each([
    ["the place", { locations: { includeLocations: ["All"], excludeLocations: ["AllTrusted"] } }],
    ["the risk", { signInRiskLevels: ["high"] }],
    ["the device's system", { platforms: { includePlatforms: ["android"] } }],
  ])("is no certain answer where it depends on %s", async (_, conditions) => {
    for (const builtInControls of [["block"], ["mfa"]]) {
      const { b2b } = open({ policies: [asking({ conditions, grant: { builtInControls } })] });
      const prediction = await b2b.signIn.predict({ ...question, homeMfa: "not-required" });
      expect(prediction.outcome).toBe("unknown");
      expect(prediction.missing).not.toEqual([]);
    }
  });
});
