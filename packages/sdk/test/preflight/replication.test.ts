import { type InvitationInput, staticHomes } from "@vestibule/sdk";
import type { WireResponse } from "@vestibule/sdk/wire";
import { describe, expect, test } from "vitest";
import { adaId, toAda } from "../graph-answers.ts";
import { openClient } from "../open-client.ts";
import { answer, pathOf, refusal } from "../scripted-transport.ts";

const tenantId = "aaaaaaaa-0000-4000-8000-000000000001";
const GUEST_INVITER = "95e79109-95c0-4d8e-aee3-d01accf2d47b";
const assignment = {
  ...{ id: "assignment-1", principalId: adaId, roleDefinitionId: GUEST_INVITER, directoryScopeId: "/" },
};
const role = { "@odata.type": "#microsoft.graph.directoryRole", id: "role-1", roleTemplateId: GUEST_INVITER };
const resetOfAda: InvitationInput = { ...toAda, invitedUser: { id: adaId }, resetRedemption: true };
const permissions = ["User.Invite.All", "User.ReadWrite.All"];
const ada = {
  ...{ id: adaId, userType: "Guest", creationType: "Invitation", accountEnabled: true },
  ...{ mail: "ada@fabrikam.com", otherMails: [] },
};
const asApplication = refusal(
  400,
  "BadRequest",
  "/me request is only valid with delegated authentication flow.",
);

const ANSWERS: Readonly<Record<string, unknown>> = {
  "/policies/authorizationPolicy": {
    allowInvitesFrom: "everyone",
    guestUserRoleId: "10dae51f-b6af-4016-8d66-8c2a99b929b3",
  },
  "/policies/crossTenantAccessPolicy/default": {
    inboundTrust: null,
    b2bCollaborationInbound: {
      usersAndGroups: { accessType: "allowed", targets: [{ target: "AllUsers", targetType: "user" }] },
      applications: {
        accessType: "allowed",
        targets: [{ target: "AllApplications", targetType: "application" }],
      },
    },
  },
  [`/policies/crossTenantAccessPolicy/partners/${tenantId}`]: { tenantId, inboundTrust: null },
  [`/users/${adaId}`]: ada,
  "/roleManagement/directory/roleAssignments": { value: [assignment] },
};
const CHANGED: Readonly<Record<string, WireResponse>> = {
  POST: answer(201, assignment),
  PATCH: answer(204),
  DELETE: answer(204),
};

/** A client of an application's, whose directory never shows a change of its settings or of roles. */
function open(roles: readonly object[] = []) {
  const answers: typeof ANSWERS = {
    ...ANSWERS,
    [`/users/${adaId}/transitiveMemberOf`]: { value: roles },
  };
  const tenant = { cloud: "public", tenantId };
  return openClient(
    [
      (request) => {
        const path = pathOf(request);
        if (path === "/me") return asApplication;
        return CHANGED[request.method] ?? answer(200, answers[path] ?? { value: [] });
      },
    ],
    { boundary: { resolver: staticHomes({ "fabrikam.com": { kind: "tenant", tenant } }) } },
  );
}

type Client = ReturnType<typeof open>["b2b"];

/** What a preflight says may be from before. */
async function mayBeOld(b2b: Client, input: InvitationInput): Promise<string> {
  const { findings } = await b2b.preflight.invitation(input, { permissions });
  const lagging = findings.filter(({ limitation, severity }) => `${limitation} ${severity}` === CAUTION);
  return lagging.map(({ because }) => because).join();
}

const CAUTION = "replication caution";

describe("a preflight after a change that the answers do not show yet", () => {
  test("says nothing of it where nothing was changed", async () => {
    expect(await mayBeOld(open().b2b, toAda)).toBe("");
    expect(await mayBeOld(open().b2b, resetOfAda)).toBe("");
  });

  test("says that what it found of double MFA may be from before", async () => {
    const { b2b } = open();
    await b2b.crossTenantAccess.updatePartner(tenantId, { inboundTrust: { isMfaAccepted: true } });
    expect(await mayBeOld(b2b, toAda)).toContain("cloud-boundary, double-mfa");
  });

  test("finds a reset of a guest who was given a role just now a caution", async () => {
    const { b2b } = open();
    await b2b.delegation.grantGuestInviter(adaId);
    expect(await mayBeOld(b2b, resetOfAda)).toContain("invitations-restricted");
    expect((await b2b.preflight.invitation(resetOfAda, { permissions })).verdict).toBe("caution");
  });

  test("finds a reset of a guest from whom a role was taken just now a caution, and not blocked", async () => {
    expect((await open([role]).b2b.preflight.invitation(resetOfAda, { permissions })).verdict).toBe(
      "blocked",
    );
    const { b2b } = open([role]);
    expect(await b2b.delegation.revokeGuestInviter(adaId)).toBe("revoked");
    expect((await b2b.preflight.invitation(resetOfAda, { permissions })).verdict).toBe("caution");
  });
});
