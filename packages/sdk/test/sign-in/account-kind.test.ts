import { type ConditionalAccessPolicy, judgeSignIn, type SignInQuestion } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { adaAccount, adaId, ownOrganization, serviceDefault } from "../graph-answers.ts";
import { openClient } from "../open-client.ts";
import { answer, pathOf } from "../scripted-transport.ts";

type Users = ConditionalAccessPolicy["conditions"]["users"];
type Guest = NonNullable<SignInQuestion["guest"]>;

const KINDS = ["internalGuest", "b2bCollaborationGuest", "b2bCollaborationMember", "serviceProvider"];

const asking = (users: Users): ConditionalAccessPolicy => ({
  ...{ id: "p-1", displayName: "Some do MFA", state: "enabled" },
  conditions: { users, applications: { includeApplications: ["All"] } },
  grantControls: { operator: "OR", builtInControls: ["mfa"] },
});

const homeTenantId = "aaaaaaaa-0000-4000-8000-000000000001";

function judge(guest: Guest, users: Users) {
  const settings = { policies: [asking(users)], inboundTrust: null };
  return judgeSignIn({ homeTenantId, homeMfa: "not-required", guest }, settings);
}

/** By which names of a kind a policy takes an account in. */
function namesFor(guest: Guest): readonly string[] {
  return KINDS.filter((guestOrExternalUserTypes) => {
    const users = { includeUsers: [], includeGuestsOrExternalUsers: { guestOrExternalUserTypes } };
    return judge(guest, users).outcome === "mfa-once";
  });
}

describe("what policies take an account for", () => {
  test.each<[string | null, string[], string[]]>([
    ["Invitation", ["b2bCollaborationGuest"], ["b2bCollaborationMember"]],
    // Who has signed up by a user flow is a B2B guest as well.
    ["SelfServiceSignUp", ["b2bCollaborationGuest"], ["b2bCollaborationMember"]],
    ["EmailVerified", ["internalGuest"], []],
    ["LocalAccount", ["internalGuest"], []],
    [null, ["internalGuest"], []],
  ])("is told by how it came about, and by its user type: %s", (creationType, asGuest, asMember) => {
    expect(namesFor({ id: adaId, creationType, userType: "Guest" })).toEqual(asGuest);
    expect(namesFor({ id: adaId, creationType, userType: "Member" })).toEqual(asMember);
  });

  test("is a guest of B2B where nobody says how it came about", () => {
    expect(namesFor({ id: adaId, userType: "Guest" })).toEqual(["b2bCollaborationGuest"]);
    expect(namesFor({})).toEqual(["b2bCollaborationGuest"]);
  });

  test.each<[string, Users]>([
    ["all guests at once", { includeUsers: ["GuestsOrExternalUsers"] }],
    [
      "internal guests",
      { includeUsers: [], includeGuestsOrExternalUsers: { guestOrExternalUserTypes: "internalGuest" } },
    ],
  ])("is open without a user type, where a policy is about %s", (_, users) => {
    const { outcome, missing } = judge({ id: adaId, creationType: null }, users);
    expect([outcome, missing]).toEqual(["unknown", ["whether the account is a guest's or a member's here"]]);
  });

  test("turns on no kind that nobody has heard of, where it is a plain member", () => {
    const users = {
      includeUsers: [],
      includeGuestsOrExternalUsers: { guestOrExternalUserTypes: "visitingRobot" },
    };
    expect(judge({ id: adaId, creationType: null, userType: "Member" }, users).outcome).toBe("no-mfa");
    expect(judge({ id: adaId, creationType: null, userType: "Guest" }, users).outcome).toBe("unknown");
  });
});

describe("an account that is read", () => {
  const open = (account: object) =>
    openClient([
      (request) => {
        const path = pathOf(request);
        if (path.includes("conditionalAccess")) {
          const kinds = { guestOrExternalUserTypes: "internalGuest" };
          return answer(200, { value: [asking({ includeUsers: [], includeGuestsOrExternalUsers: kinds })] });
        }
        if (path === "/organization") return ownOrganization;
        return answer(200, path === `/users/${adaId}` ? { ...adaAccount, ...account } : serviceDefault);
      },
    ]);
  const question = { homeTenantId, homeCloud: "public", homeMfa: "required" } as const;

  test("without a user type is a member's, where nobody invited it: the service had none of old", async () => {
    const { b2b } = open({ userType: null, creationType: null });
    expect(await b2b.signIn.predict({ ...question, guest: { id: adaId } })).toEqual({
      ...{ outcome: "no-mfa", challenges: [], missing: [] },
    });
  });

  test("is gone by only where the question says nothing, or says that it does not know", async () => {
    const { b2b } = open({ userType: "Guest", creationType: null });
    const outcome = async (guest: Guest) =>
      (await b2b.signIn.predict({ ...question, homeMfa: "not-required", guest: { id: adaId, ...guest } }))
        .outcome;
    expect(await outcome({})).toBe("mfa-once");
    expect(await outcome({ creationType: undefined, userType: undefined })).toBe("mfa-once");
    expect(await outcome({ creationType: "Invitation" })).toBe("no-mfa");
    expect(await outcome({ userType: "Member" })).toBe("no-mfa");
  });
});
