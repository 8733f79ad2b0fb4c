import { inviteRedirectUrl } from "../open-client.ts";
import type { Sweep } from "./sweep.ts";

const GUEST_INVITER = "95e79109-95c0-4d8e-aee3-d01accf2d47b";
const DIRECTORY_READERS = "88d8e3e3-8f55-4a1e-953a-9b9898b8876b";
const PARTNER = "aaaaaaaa-0000-4000-8000-000000000001";
export const CROSS_TENANT = "/policies/crossTenantAccessPolicy";
export const SYNCHRONIZATION = `${CROSS_TENANT}/partners/{tenantId}/identitySynchronization`;
const ROLE = {
  allowedMemberTypes: ["User", "Application"],
  ...{ description: "Reads", displayName: "Reader", id: "bbbbbbbb-0000-4000-8000-000000000001" },
  ...{ isEnabled: true, value: "read" },
};

export const password = { password: "Correct-Horse-7", forceChangePasswordNextSignIn: false };
export const account = (name: string) => ({
  ...{ accountEnabled: true, displayName: name, mailNickname: name, passwordProfile: password },
  userPrincipalName: `${name}@contoso.example`,
});
const group = (name: string) => ({
  ...{ displayName: name, mailEnabled: false, mailNickname: name, securityEnabled: true },
});

/** Makes what there is to make, through the API. */
export async function makeEverything(sweep: Sweep): Promise<void> {
  await makePeople(sweep);
  await makeGroups(sweep);
  await makeApps(sweep);
  await makeRights(sweep);
  await makePolicies(sweep);
}

export function referring(id: string | undefined) {
  return { body: { "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${id}` } };
}

async function makePeople(sweep: Sweep): Promise<void> {
  const { world, keys, ada, contoso } = sweep;
  const invited = await sweep.done("POST", "/invitations", {
    body: {
      ...{
        invitedUserEmailAddress: "grace@partner.example",
        inviteRedirectUrl,
        invitedUserDisplayName: "Grace",
      },
      sendInvitationMessage: true,
      invitedUserMessageInfo: {
        ...{ customizedMessageBody: "Welcome", messageLanguage: "en-US" },
        ccRecipients: [{ emailAddress: { name: "Ada", address: "ada@contoso.example" } }],
      },
    },
  });
  const { inviteRedeemUrl, invitedUser } = invited as unknown as {
    inviteRedeemUrl: string;
    invitedUser: { id: string };
  };
  world.redeem(inviteRedeemUrl);
  keys.guest = invitedUser.id;
  await sweep.done("POST", "/users", { body: account("bert") });
  keys.bert = keys["/users"] ?? "";
  keys["/users"] = ada.id;
  await sweep.done("PUT", "/users/{key}/manager/$ref", referring(keys.bert));
  await sweep.done("POST", "/users/{key}/sponsors/$ref", {
    keys: { "/users": keys.guest },
    ...referring(ada.id),
  });
  keys["/domains"] = "contoso.example";
  keys["/organization"] = contoso.id;
  keys["/tenantRelationships/findTenantInformationByDomainName"] = "domainName='contoso.example'";
  keys["/tenantRelationships/findTenantInformationByTenantId"] = `tenantId='${contoso.id}'`;
}

async function makeGroups(sweep: Sweep): Promise<void> {
  const { keys, ada } = sweep;
  await sweep.done("POST", "/groups", { body: group("outer") });
  keys.outer = keys["/groups"] ?? "";
  await sweep.done("POST", "/groups", { body: { ...group("team"), isAssignableToRole: true } });
  await sweep.done("POST", "/groups/{id}/members/$ref", referring(ada.id));
  await sweep.done("POST", "/groups/{id}/owners/$ref", referring(keys.bert));
  keys["/groups/{id}/members"] = ada.id;
  keys["/groups/{id}/owners"] = ada.id;
  keys["/directoryObjects"] = ada.id;
}

async function makeApps(sweep: Sweep): Promise<void> {
  const { keys } = sweep;
  const { appId } = await sweep.done("POST", "/applications", {
    body: { displayName: "CRM", appRoles: [ROLE] },
  });
  const { keyId } = await sweep.done("POST", "/applications/{id}/addPassword", {
    body: { passwordCredential: { displayName: "For the night run" } },
  });
  await sweep.done("POST", "/applications/{id}/addPassword");
  await sweep.done("POST", "/applications/{id}/removePassword", { body: { keyId } });
  await sweep.done("POST", "/servicePrincipals", { body: { appId } });
  for (const set of ["/applications", "/servicePrincipals"]) {
    await sweep.done("POST", `${set}/{id}/owners/$ref`, referring(keys.bert));
    keys[`${set}/{id}/owners`] = keys.bert ?? "";
  }
  const resourceId = keys["/servicePrincipals"];
  const assign = (template: string, principalId: string | undefined) =>
    sweep.done("POST", template, { body: { principalId, resourceId, appRoleId: ROLE.id } });
  await assign("/users/{key}/appRoleAssignments", keys["/users"]);
  await assign("/groups/{id}/appRoleAssignments", keys["/groups"]);
  await assign("/servicePrincipals/{id}/appRoleAssignedTo", keys.bert);
  await assign("/servicePrincipals/{id}/appRoleAssignments", resourceId);
}

async function makeRights(sweep: Sweep): Promise<void> {
  const { keys } = sweep;
  const assignments = "/roleManagement/directory/roleAssignments";
  await sweep.done("POST", "/directoryRoles", { body: { roleTemplateId: DIRECTORY_READERS } });
  await sweep.done("POST", "/directoryRoles/{id}/members/$ref", referring(keys.bert));
  keys["/directoryRoles/{id}/members"] = keys.bert ?? "";
  await sweep.done("POST", assignments, {
    body: { principalId: keys.bert, roleDefinitionId: GUEST_INVITER, directoryScopeId: "/" },
  });
  await sweep.done("POST", "/roleManagement/directory/roleDefinitions", {
    body: {
      ...{ displayName: "Reader of applications", isEnabled: true },
      rolePermissions: [{ allowedResourceActions: ["microsoft.directory/applications/standard/read"] }],
    },
  });
}

async function makePolicies(sweep: Sweep): Promise<void> {
  const { keys, contoso } = sweep;
  await sweep.done("POST", `${CROSS_TENANT}/partners`, { body: { tenantId: PARTNER } });
  keys[`${CROSS_TENANT}/partners`] = PARTNER;
  await sweep.done("PUT", SYNCHRONIZATION, { body: { userSyncInbound: { isSyncAllowed: true } } });
  await sweep.done("POST", "/identity/conditionalAccess/policies", {
    body: {
      ...{ displayName: "MFA for guests", state: "enabled" },
      conditions: {
        ...{ clientAppTypes: ["all"], applications: { includeApplications: ["All"] } },
        users: {
          includeGuestsOrExternalUsers: {
            guestOrExternalUserTypes: "b2bCollaborationGuest",
            externalTenants: {
              "@odata.type": "#microsoft.graph.conditionalAccessAllExternalTenants",
              membershipKind: "all",
            },
          },
        },
      },
      grantControls: { operator: "OR", builtInControls: ["mfa"] },
    },
  });
  contoso.namedLocation({ displayName: "Abroad", countriesAndRegions: ["FR"] });
  await sweep.done("POST", "/identity/conditionalAccess/namedLocations", {
    body: {
      ...{ "@odata.type": "#microsoft.graph.ipNamedLocation", displayName: "Office", isTrusted: true },
      ipRanges: [{ "@odata.type": "#microsoft.graph.iPv4CidrRange", cidrAddress: "192.0.2.0/24" }],
    },
  });
  await sweep.done("POST", "/policies/b2bManagementPolicies", {
    body: {
      ...{ displayName: "Domains", isOrganizationDefault: true },
      definition: [
        JSON.stringify({
          B2BManagementPolicy: {
            InvitationsAllowedAndBlockedDomainsPolicy: { BlockedDomains: ["x.example"] },
          },
        }),
      ],
    },
  });
}
