import {
  type ConditionalAccessPolicy,
  judgeSignIn,
  type SignInPrediction,
  type SignInQuestion,
} from "@vestibule/sdk";
import { describe, expect, test } from "vitest";

const homeTenantId = "aaaaaaaa-0000-4000-8000-000000000001";
const otherTenantId = "bbbbbbbb-0000-4000-8000-000000000002";

interface Asking {
  readonly id?: string;
  readonly state?: string;
  readonly users?: Partial<ConditionalAccessPolicy["conditions"]["users"]>;
  readonly apps?: readonly string[];
  readonly controls?: readonly string[] | null;
  readonly operator?: "AND" | "OR";
  readonly grant?: object;
  readonly conditions?: Partial<ConditionalAccessPolicy["conditions"]>;
}

function policy(asking: Asking = {}) {
  const { id = "p-1", state = "enabled", users, apps = ["All"], controls = ["mfa"] } = asking;
  return {
    id,
    displayName: `Policy ${id}`,
    state,
    conditions: {
      users: { includeUsers: ["All"], includeGuestsOrExternalUsers: null, ...users },
      applications: { includeApplications: apps },
      ...asking.conditions,
    },
    grantControls: controls && {
      operator: asking.operator ?? "OR",
      builtInControls: controls,
      ...asking.grant,
    },
  } satisfies ConditionalAccessPolicy;
}

const reference = { id: "p-1", displayName: "Policy p-1" };
const atHome = { tenant: "home", kind: "mfa", because: [] };
const here = { tenant: "resource", kind: "mfa", because: [reference] };

function judge(
  homeMfa: SignInQuestion["homeMfa"],
  policies: readonly ConditionalAccessPolicy[],
  isMfaAccepted: boolean | null | undefined = undefined,
): SignInPrediction {
  const inboundTrust = isMfaAccepted === undefined ? null : { isMfaAccepted };
  return judgeSignIn({ homeTenantId, ...(homeMfa && { homeMfa }) }, { policies, inboundTrust });
}

describe("a guest's sign-in", () => {
  test("asks for nothing where neither organisation does", () => {
    expect(judge("not-required", [])).toEqual({ outcome: "no-mfa", challenges: [], missing: [] });
  });

  test("asks once, at home, where only the home does", () => {
    expect(judge("required", [])).toEqual({ outcome: "mfa-once", challenges: [atHome], missing: [] });
  });

  test("asks once, here, where only this directory does", () => {
    expect(judge("not-required", [policy()])).toEqual({
      outcome: "mfa-once",
      challenges: [here],
      missing: [],
    });
  });

  test("asks twice where both do and nothing is trusted, and says what would spare the second", () => {
    const twice = judge("required", [policy()]);
    expect(twice).toMatchObject({ outcome: "mfa-twice", challenges: [atHome, here], missing: [] });
    expect(twice.spare).toMatchObject({ action: "trust-partner-mfa", who: "resource-admin" });
  });

  test("asks once, at home, where that is trusted", () => {
    expect(judge("required", [policy()], true)).toEqual({
      outcome: "mfa-once",
      challenges: [atHome],
      missing: [],
    });
  });

  test("asks at home because of this directory's policy, where home by itself would not ask but is trusted", () => {
    const because = [reference];
    for (const homeMfa of ["not-required", undefined] as const) {
      expect(judge(homeMfa, [policy()], true)).toMatchObject({
        outcome: "mfa-once",
        challenges: [{ tenant: "home", because }],
      });
    }
  });

  test.each([false, null])("asks twice where trust is %o", (trust) => {
    expect(judge("required", [policy()], trust)).toMatchObject({ outcome: "mfa-twice" });
  });

  test("is unknown where nobody said whether home asks, with what is missing and what is certain", () => {
    expect(judge(undefined, [])).toMatchObject({ outcome: "unknown", challenges: [] });
    const asked = judge(undefined, [policy()], false);
    expect(asked).toMatchObject({ outcome: "unknown", challenges: [here] });
    expect(asked.missing).toHaveLength(1);
    expect(asked.missing[0]).toContain("own organisation");
  });

  test("is unknown where a strength is wanted that home may or may not ask for beforehand", () => {
    const strong = policy({
      controls: [],
      grant: { authenticationStrength: { id: "00000000-0000-0000-0000-000000000003" } },
    });
    const asked = (homeMfa: SignInQuestion["homeMfa"]) =>
      judgeSignIn(
        { homeTenantId, homeCanDo: "passwordless", ...(homeMfa && { homeMfa }) },
        { policies: [strong], inboundTrust: { isMfaAccepted: true } },
      );
    expect(asked("not-required")).toMatchObject({ outcome: "mfa-once" });
    expect(asked("required")).toMatchObject({ outcome: "mfa-twice" });
    expect(asked(undefined)).toMatchObject({
      outcome: "unknown",
      missing: [expect.stringContaining("own organisation")],
    });
  });

  test("is blocked where a policy blocks, whatever the others grant and whoever is trusted", () => {
    const block = policy({ id: "p-2", controls: ["block"] });
    const blockedBy = [{ id: "p-2", displayName: "Policy p-2" }];
    for (const homeMfa of ["not-required", undefined] as const) {
      expect(judge(homeMfa, [policy(), block], true)).toMatchObject({
        ...{ outcome: "blocked", challenges: [], blockedBy },
      });
    }
    expect(judge("required", [policy(), block], true)).toMatchObject({
      ...{ outcome: "blocked", challenges: [atHome], blockedBy },
    });
  });

  test.each([
    "compliantDevice",
    "domainJoinedDevice",
    "approvedApplication",
    "compliantApplication",
    "passwordChange",
    "riskRemediation",
  ])("is blocked where a policy insists on %s, which no guest can satisfy untrusted", (control) => {
    const insisting = policy({ controls: ["mfa", control], operator: "AND" });
    expect(judge("required", [insisting])).toMatchObject({ outcome: "blocked" });
    expect(judge("required", [policy({ controls: [control] })])).toMatchObject({ outcome: "blocked" });
    expect(judge("not-required", [policy({ controls: [control, "mfa"] })])).toMatchObject({
      outcome: "mfa-once",
    });
  });

  test("is unknown where a policy asks for what nobody has heard of", () => {
    const prediction = judge("required", [policy({ controls: ["mfa", "brandNew"] })]);
    expect(prediction).toMatchObject({ outcome: "unknown", challenges: [] });
    expect(prediction.missing).toEqual([
      'whether the guest can satisfy the control brandNew of the policy "Policy p-1"',
    ]);
  });

  test("names every policy that asks, once", () => {
    const policies = [policy({ id: "a" }), policy({ id: "b" }), policy({ id: "c", state: "disabled" })];
    const [challenge] = judge("not-required", policies).challenges;
    expect(challenge?.because.map(({ id }) => id)).toEqual(["a", "b"]);
  });
});

describe("a policy", () => {
  const guests = (guestOrExternalUserTypes: string | null, members?: readonly string[]) => ({
    includeUsers: [],
    includeGuestsOrExternalUsers: {
      guestOrExternalUserTypes,
      ...(members && { externalTenants: { membershipKind: "enumerated", members } }),
    },
  });

  test.each<[string, Asking]>([
    ["that is for all users", {}],
    ["that is for guests in the older way", { users: { includeUsers: ["GuestsOrExternalUsers"] } }],
    ["that is for guests", { users: guests("b2bCollaborationGuest") }],
    [
      "that is for guests among others",
      { users: guests("internalGuest,b2bCollaborationGuest,serviceProvider") },
    ],
    [
      "that is for guests of their organisation",
      { users: guests("b2bCollaborationGuest", [otherTenantId, homeTenantId]) },
    ],
  ])("%s asks guests", (_, asking) => {
    expect(judge("not-required", [policy(asking)])).toMatchObject({ outcome: "mfa-once" });
  });

  test("that is for guests of all organisations asks guests", () => {
    const all = { membershipKind: "all" };
    const users = {
      includeUsers: [],
      includeGuestsOrExternalUsers: {
        guestOrExternalUserTypes: "b2bCollaborationGuest",
        externalTenants: all,
      },
    };
    expect(judge("not-required", [policy({ users })])).toMatchObject({ outcome: "mfa-once" });
  });

  test("knows an organisation by its id, in whatever case that is written", () => {
    const users = guests("b2bCollaborationGuest", [homeTenantId.toUpperCase()]);
    expect(judge("not-required", [policy({ users })])).toMatchObject({ outcome: "mfa-once" });
  });

  test.each<[string, Asking]>([
    ["that is off", { state: "disabled" }],
    ["that only reports", { state: "enabledForReportingButNotEnforced" }],
    ["that is for nobody", { users: { includeUsers: ["None"] } }],
    ["that is for users by id", { users: { includeUsers: [otherTenantId] } }],
    ["that is for other kinds of guests", { users: guests("internalGuest,b2bDirectConnectUser") }],
    [
      "that is for guests of another organisation",
      { users: guests("b2bCollaborationGuest", [otherTenantId]) },
    ],
    ["that is for no kind of guests", { users: guests(null) }],
    ["that grants freely", { controls: [] }],
    ["that has no grant controls", { controls: null }],
  ])("%s asks no guest", (_, asking) => {
    expect(judge("not-required", [policy(asking)])).toMatchObject({ outcome: "no-mfa" });
  });
});
