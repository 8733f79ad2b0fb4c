import { type ConditionalAccessPolicy, judgeSignIn, type Passage } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";

const homeTenantId = "aaaaaaaa-0000-4000-8000-000000000001";

const open = { allowed: true, decidedBy: "default", because: "the default allows all", missing: [] } as const;
const shut = { ...open, allowed: false, because: "the default blocks all" } as const;
const unsaid = { ...open, allowed: undefined, missing: ["userId"] } as const;

const policy = (control: "mfa" | "block"): ConditionalAccessPolicy => ({
  ...{ id: "p-1", displayName: "Policy", state: "enabled" },
  conditions: { users: { includeUsers: ["All"] }, applications: { includeApplications: ["All"] } },
  grantControls: { operator: "OR", builtInControls: [control] },
});

function judge(users: Passage["users"], control: "mfa" | "block") {
  const passage = { allowed: users.allowed, users, applications: open };
  const settings = { policies: [policy(control)], inboundTrust: null, passage };
  return judgeSignIn({ homeTenantId, homeMfa: "required" }, settings);
}

describe("a guest who has to be let in first", () => {
  test("is shut out by the setting, and meets nothing else", () => {
    expect(judge(shut, "mfa")).toEqual({
      outcome: "blocked",
      challenges: [],
      shutOutBy: [shut],
      missing: [],
    });
  });

  test("stays outside where a policy blocks, whether or not the settings let it in", () => {
    expect(judge(unsaid, "block")).toMatchObject({ outcome: "blocked", challenges: [] });
  });

  test("is told what nobody said where that decides", () => {
    expect(judge(unsaid, "mfa")).toMatchObject({
      outcome: "unknown",
      missing: ["who the guest is in its own organisation, by object id"],
    });
  });

  test("meets the policies once it is in", () => {
    expect(judge(open, "mfa")).toMatchObject({ outcome: "mfa-twice" });
  });
});
