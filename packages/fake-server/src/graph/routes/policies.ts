import {
  type ConditionalAccessPolicy,
  type CrossTenantAccess,
  defaultAccess,
  listConditionalAccess,
  partnerAccess,
  Refusal,
} from "../../directory/index.ts";
import type { Route } from "../router.ts";

/** The two policies that decide how often a guest is asked for multifactor authentication. */
export const policyRoutes: readonly Route[] = [
  {
    path: "/policies/crossTenantAccessPolicy/default",
    methods: {
      GET({ access, request }) {
        const settings = defaultAccess(access.view);
        const context = `${request.origin}/v1.0/$metadata#policies/crossTenantAccessPolicy/default/$entity`;
        return { status: 200, body: { "@odata.context": context, inboundTrust: trustBody(settings) } };
      },
    },
  },
  {
    path: "/policies/crossTenantAccessPolicy/partners/{tenantId}",
    methods: {
      GET({ access, request, keys }) {
        const tenantId = keys[0] ?? "";
        const settings = partnerAccess(access.view, tenantId);
        if (settings === undefined) throw new Refusal({ reason: "resource-not-found", id: tenantId });
        const context = `${request.origin}/v1.0/$metadata#policies/crossTenantAccessPolicy/partners/$entity`;
        return {
          status: 200,
          body: { "@odata.context": context, tenantId: settings.tenantId, inboundTrust: trustBody(settings) },
        };
      },
    },
  },
  {
    path: "/identity/conditionalAccess/policies",
    methods: {
      GET({ access, request }) {
        const context = `${request.origin}/v1.0/$metadata#identity/conditionalAccess/policies`;
        const value = listConditionalAccess(access.view).map(conditionalAccessBody);
        return { status: 200, body: { "@odata.context": context, value } };
      },
    },
  },
];

/** An entry that leaves the trust open shows null, and inherits the default. */
function trustBody({ isMfaAccepted }: CrossTenantAccess): Record<string, unknown> | null {
  if (isMfaAccepted === null) return null;
  return { isMfaAccepted, isCompliantDeviceAccepted: false, isHybridAzureADJoinedDeviceAccepted: false };
}

function conditionalAccessBody(policy: ConditionalAccessPolicy): Record<string, unknown> {
  const externalTenants =
    policy.guestsOf === "all"
      ? { "@odata.type": "#microsoft.graph.conditionalAccessAllExternalTenants", membershipKind: "all" }
      : {
          "@odata.type": "#microsoft.graph.conditionalAccessEnumeratedExternalTenants",
          membershipKind: "enumerated",
          members: policy.guestsOf,
        };
  const guestOrExternalUserTypes = "b2bCollaborationGuest,b2bCollaborationMember";
  return {
    id: policy.id,
    displayName: policy.displayName,
    state: policy.state,
    createdDateTime: policy.createdDateTime,
    modifiedDateTime: null,
    conditions: {
      clientAppTypes: ["all"],
      applications: { includeApplications: ["All"], excludeApplications: [], includeUserActions: [] },
      users: {
        includeUsers: policy.audience === "everyone" ? ["All"] : [],
        excludeUsers: [],
        includeGroups: [],
        excludeGroups: [],
        includeRoles: [],
        excludeRoles: [],
        includeGuestsOrExternalUsers:
          policy.audience === "guests" ? { guestOrExternalUserTypes, externalTenants } : null,
        excludeGuestsOrExternalUsers: null,
      },
    },
    grantControls: {
      operator: "OR",
      builtInControls: policy.builtInControls,
      customAuthenticationFactors: [],
      termsOfUse: [],
    },
  };
}
