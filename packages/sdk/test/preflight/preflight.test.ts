import { type PreflightReport, staticHomes } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { adaId, toAda } from "../graph-answers.ts";
import { openClient } from "../open-client.ts";
import { answer, pathOf, refusal } from "../scripted-transport.ts";

const USERS = "/users";
const NOBODY = { value: [] };
const account = {
  ...{ id: adaId, userType: "Guest", creationType: "Invitation" },
  ...{ externalUserState: null, accountEnabled: true },
};
const policy = (allowInvitesFrom: string) => ({
  allowInvitesFrom,
  guestUserRoleId: "10dae51f-b6af-4016-8d66-8c2a99b929b3",
});
/** A directory where nothing is in the way, by what is asked for. */
const QUIET: Readonly<Record<string, unknown>> = {
  "/policies/authorizationPolicy": policy("everyone"),
  "/policies/b2bManagementPolicies": NOBODY,
  "/organization": {
    value: [
      {
        id: "t",
        verifiedDomains: [{ name: "contoso.com", isInitial: false }],
        directorySizeQuota: { used: 10, total: 300_000 },
      },
    ],
  },
  "/identity/conditionalAccess/policies": NOBODY,
  "/me": { id: "00000000-0000-4000-8000-000000000009", userType: "Member" },
  "/me/transitiveMemberOf": NOBODY,
  [USERS]: NOBODY,
};
const asApplication = refusal(
  400,
  "BadRequest",
  "/me request is only valid with delegated authentication flow.",
);

/** A client whose directory answers otherwise where `changes` say so; the guest has a personal account. */
function open(changes: Readonly<Record<string, unknown>> = {}) {
  const answers = { ...QUIET, ...changes };
  return openClient(
    [
      (request) => {
        const path = pathOf(request);
        if (path === "/me" && !("/me" in changes)) return asApplication;
        const body = answers[path];
        if (body === undefined) throw new Error(`nobody was to ask for ${path}`);
        return answer(200, body);
      },
    ],
    { boundary: { resolver: staticHomes({ "fabrikam.com": { kind: "consumer" } }) } },
  );
}

const told = { permissions: ["User.Invite.All"] };

async function grave(changes: Readonly<Record<string, unknown>>) {
  const { findings }: PreflightReport = await open(changes).b2b.preflight.invitation(toAda, told);
  return findings.filter(({ severity }) => severity !== "info");
}

describe("a preflight", () => {
  test("is clear where nothing is in the way", async () => {
    const { b2b } = open();
    expect((await b2b.preflight.invitation(toAda, told)).verdict).toBe("clear");
  });

  test("looks for the address wherever an invitation would find it", async () => {
    const { b2b, sent } = open();
    await b2b.preflight.invitation({ ...toAda, invitedUserEmailAddress: "o'hara@fabrikam.com" }, told);
    const { target } = sent.find((request) => pathOf(request) === USERS) ?? {};
    expect(target).toMatchObject({
      query: {
        $filter: [
          "userPrincipalName eq 'o''hara@fabrikam.com' or mail eq 'o''hara@fabrikam.com'",
          "or otherMails/any(m:m eq 'o''hara@fabrikam.com')",
          "or proxyAddresses/any(p:p eq 'SMTP:o''hara@fabrikam.com')",
          "or proxyAddresses/any(p:p eq 'smtp:o''hara@fabrikam.com')",
        ].join(" "),
      },
    });
  });

  test.each([
    [
      "an account that signed up by itself",
      { [USERS]: { value: [{ ...account, creationType: "EmailVerified" }] } },
      "already-in-directory",
    ],
    [
      "an account made in a way that nobody knows yet",
      { [USERS]: { value: [{ ...account, creationType: "New" }] } },
      "already-in-directory",
    ],
    [
      "a setting that nobody knows yet",
      { "/policies/authorizationPolicy": policy("some") },
      "invitations-restricted",
    ],
    [
      "a directory that does not say how large it is",
      { "/organization": { value: [{ id: "t", verifiedDomains: [] }] } },
      "directory-limit",
    ],
  ])("promises nothing of %s", async (_, changes, limitation) => {
    expect(await grave(changes)).toMatchObject([{ limitation, severity: "caution", permission: null }]);
  });

  test.each([
    ["a guest", "Guest", "a guest whom nobody invited"],
    ["a member", "Member", "a member"],
  ])("tells %s whom nobody invited by the account, and not by the address", async (_, userType, words) => {
    const user = { ...account, creationType: null, userType };
    const [found] = await grave({ [USERS]: { value: [user] } });
    expect(found).toMatchObject({ limitation: "already-in-directory", severity: "blocked" });
    expect(found?.observed).toBe(`the account ${adaId} has the address: ${words}`);
  });

  test("does not take roles that it cannot see for none", async () => {
    const role = { "@odata.type": "#microsoft.graph.directoryRole", id: "r", roleTemplateId: null };
    const found = await grave({ "/me": QUIET["/me"], "/me/transitiveMemberOf": { value: [role] } });
    expect(found).toMatchObject([
      { limitation: "directory-limit", severity: "caution", permission: "RoleManagement.Read.Directory" },
    ]);
  });

  test("makes no finding of an answer that it cannot read", async () => {
    const { b2b } = open({ "/organization": { value: [{}] } });
    expect(await failureOf(b2b.preflight.invitation(toAda, told))).toMatchObject({
      ...{ code: "unexpected-response", operation: "preflight.invitation" },
    });
  });
});
