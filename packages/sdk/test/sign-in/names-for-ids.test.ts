import { B2BError, judgeSignIn, type SignInQuestion } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { adaId, groupId } from "../graph-answers.ts";

const homeTenantId = "aaaaaaaa-0000-4000-8000-000000000001";
const settings = { policies: [], inboundTrust: null };

/** What is wrong with a question, if anything is. */
function problemsOf(question: Partial<SignInQuestion>): readonly string[] {
  try {
    judgeSignIn({ homeTenantId, ...question }, settings);
    return [];
  } catch (error) {
    if (error instanceof B2BError && error.is("invalid-input")) {
      return error.problems.map(({ path, expected }) => `${path} ${expected}`);
    }
    throw error;
  }
}

const TEMPLATE =
  "must be the id of a role's template (a GUID), 95e79109-95c0-4d8e-aee3-d01accf2d47b for Guest Inviter";

describe("a name in the place of an id", () => {
  test.each<[string, Partial<SignInQuestion>, string]>([
    ["a role's", { guest: { roleIds: ["Global Administrator"] } }, `guest.roleIds[0] ${TEMPLATE}`],
    [
      "a group's",
      { guest: { groupIds: [groupId, "team"] } },
      "guest.groupIds[1] must be an object id (a GUID)",
    ],
    [
      "a place's",
      { location: { ids: ["Office"], isTrusted: true } },
      "location.ids[0] must be the id of a named location (a GUID)",
    ],
    [
      "an application's",
      { appId: "portal" },
      "appId must be the id of an application, its client id (a GUID), and not its object id",
    ],
    [
      "a way in which no account comes about",
      { guest: { id: adaId, creationType: "Invited" } },
      "guest.creationType must be one of Invitation, SelfServiceSignUp, EmailVerified, LocalAccount",
    ],
  ])("is refused with its path: %s", (_, question, problem) => {
    expect(problemsOf(question)).toEqual([problem]);
  });

  test("is none where it is an id, in whatever case, or Graph's own word as Graph writes it", () => {
    const ids = [groupId.toUpperCase()];
    expect(
      problemsOf({ guest: { roleIds: ids, groupIds: ids }, location: { ids, isTrusted: false } }),
    ).toEqual([]);
    for (const creationType of ["Invitation", "EmailVerified", "LocalAccount", null]) {
      expect(problemsOf({ guest: { id: adaId, creationType } })).toEqual([]);
    }
  });
});
