import type { DocumentedExample } from "../example.ts";

export const policies: readonly DocumentedExample[] = [
  {
    says: "nobody whose address was verified by mail joins the organization",
    source: "authorizationpolicy-update",
    ask: "PATCH /policies/authorizationPolicy",
    body: { allowEmailVerifiedUsersToJoinOrganization: false },
    status: 204,
    effect: { read: "/policies/authorizationPolicy", keeps: true },
  },
  {
    says: "the old PowerShell is blocked",
    source: "authorizationpolicy-update",
    ask: "PATCH /policies/authorizationPolicy",
    body: { blockMsolPowerShell: true },
    status: 204,
    effect: { read: "/policies/authorizationPolicy", keeps: true },
  },
  {
    says: "users do not register applications",
    source: "authorizationpolicy-update",
    ask: "PATCH /policies/authorizationPolicy",
    body: { defaultUserRolePermissions: { allowedToCreateApps: false } },
    status: 204,
    effect: { read: "/policies/authorizationPolicy", keeps: true },
  },
  {
    says: "users reset their own passwords",
    source: "authorizationpolicy-update",
    ask: "PATCH /policies/authorizationPolicy",
    body: { allowedToUseSSPR: true },
    status: 204,
    effect: { read: "/policies/authorizationPolicy", keeps: true },
  },
  {
    says: "users do not consent",
    source: "authorizationpolicy-update",
    ask: "PATCH /policies/authorizationPolicy",
    body: { defaultUserRolePermissions: { permissionGrantPoliciesAssigned: [] } },
    status: 204,
    effect: { read: "/policies/authorizationPolicy", keeps: true },
  },
  {
    says: "users consent to what is of low risk",
    source: "authorizationpolicy-update",
    ask: "PATCH /policies/authorizationPolicy",
    body: {
      defaultUserRolePermissions: {
        permissionGrantPoliciesAssigned: ["managePermissionGrantsForSelf.microsoft-user-default-low"],
      },
    },
    status: 204,
    effect: { read: "/policies/authorizationPolicy", keeps: true },
  },
  {
    says: "the policy of cross-tenant access gets a name",
    source: "crosstenantaccesspolicy-update",
    ask: "PATCH /policies/crossTenantAccessPolicy",
    body: { displayName: "CrossTenantAccessPolicy" },
    status: 204,
    effect: { read: "/policies/crossTenantAccessPolicy", keeps: true },
  },
  {
    says: "the partners of an organization are listed",
    source: "crosstenantaccesspolicy-list-partners",
    ask: "GET /policies/crossTenantAccessPolicy/partners",
    given: ["partner"],
    status: 200,
    shows: `
      {value [{tenantId, inboundTrust null, b2bCollaborationInbound null, b2bCollaborationOutbound null,
      b2bDirectConnectOutbound null, b2bDirectConnectInbound {usersAndGroups {accessType, targets
      [{target, targetType}]}, applications {accessType, targets [{target, targetType}]}}}]}`,
  },
  {
    says: "a partner is added, with what is blocked and allowed between the two",
    source: "crosstenantaccesspolicy-post-partners",
    ask: "POST /policies/crossTenantAccessPolicy/partners",
    body: {
      tenantId: "3d0f5dec-5d3d-455c-8016-e2af1ae4d31a",
      b2bDirectConnectOutbound: {
        usersAndGroups: { accessType: "blocked", targets: [{ target: "{group}", targetType: "group" }] },
      },
      b2bDirectConnectInbound: {
        applications: {
          accessType: "allowed",
          targets: [{ target: "Office365", targetType: "application" }],
        },
      },
    },
    status: 201,
    shows: `
      {tenantId, inboundTrust null, b2bCollaborationInbound null, b2bCollaborationOutbound null,
      b2bDirectConnectOutbound {usersAndGroups {accessType, targets [{target, targetType}]}},
      b2bDirectConnectInbound {applications {accessType, targets [{target, targetType}]}}}`,
  },
  {
    says: "what a partner has asked for is trusted",
    source: "crosstenantaccesspolicyconfigurationpartner-update",
    ask: "PATCH /policies/crossTenantAccessPolicy/partners/{partner}",
    body: {
      inboundTrust: {
        isMfaAccepted: true,
        isCompliantDeviceAccepted: true,
        isHybridAzureADJoinedDeviceAccepted: true,
      },
    },
    status: 204,
    effect: { read: "/policies/crossTenantAccessPolicy/partners/{partner}", keeps: true },
  },
  {
    says: "a partner may synchronize users into the organization",
    source: "crosstenantaccesspolicyconfigurationpartner-put-identitysynchronization",
    ask: "PUT /policies/crossTenantAccessPolicy/partners/{partner}/identitySynchronization",
    body: { displayName: "Fabrikam", userSyncInbound: { isSyncAllowed: true } },
    status: 204,
    effect: {
      read: "/policies/crossTenantAccessPolicy/partners/{partner}/identitySynchronization",
      keeps: true,
    },
  },
  {
    says: "whether a partner may synchronize users is read",
    source: "crosstenantidentitysyncpolicypartner-get",
    ask: "GET /policies/crossTenantAccessPolicy/partners/{synchronized}/identitySynchronization",
    status: 200,
    shows: "{tenantId, displayName, userSyncInbound {isSyncAllowed flag}}",
  },
  {
    says: "whether a partner may synchronize users is changed",
    source: "crosstenantidentitysyncpolicypartner-update",
    ask: "PATCH /policies/crossTenantAccessPolicy/partners/{synchronized}/identitySynchronization",
    body: { userSyncInbound: { isSyncAllowed: true } },
    status: 204,
    effect: {
      read: "/policies/crossTenantAccessPolicy/partners/{synchronized}/identitySynchronization",
      keeps: true,
    },
  },
  {
    says: "a partner may no longer synchronize users",
    source: "crosstenantidentitysyncpolicypartner-delete",
    ask: "DELETE /policies/crossTenantAccessPolicy/partners/{synchronized}/identitySynchronization",
    status: 204,
    effect: {
      read: "/policies/crossTenantAccessPolicy/partners/{synchronized}/identitySynchronization",
      isGone: true,
    },
  },
];
