import {
  type AuthorizationPolicy,
  type AuthorizationPolicyChanges,
  readAuthorizationPolicy,
  updateAuthorizationPolicy,
} from "../../directory/index.ts";
import { type Body, badRequest, readBody, type Shape } from "../body.ts";
import type { RouteContext } from "../exchange.ts";
import type { Route } from "../router.ts";

const POLICY: Shape = {
  displayName: "string",
  description: "string",
  allowInvitesFrom: "string",
  guestUserRoleId: "string",
  allowedToSignUpEmailBasedSubscriptions: "boolean",
  allowEmailVerifiedUsersToJoinOrganization: "boolean",
  allowedToUseSSPR: "boolean",
  blockMsolPowerShell: "boolean",
  allowUserConsentForRiskyApps: "boolean?",
  defaultUserRolePermissions: "object",
};
const MEMBERS: Shape = {
  allowedToCreateApps: "boolean",
  allowedToCreateSecurityGroups: "boolean",
  allowedToCreateTenants: "boolean?",
  allowedToReadBitlockerKeysForOwnedDevice: "boolean?",
  allowedToReadOtherUsers: "boolean",
  permissionGrantPoliciesAssigned: "strings",
};
/** The values that each of these may have. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  allowInvitesFrom: ["none", "adminsAndGuestInviters", "adminsGuestInvitersAndAllMembers", "everyone"],
  guestUserRoleId: [
    "a0b1b346-4d3e-4e8b-98f8-753987be4970",
    "10dae51f-b6af-4016-8d66-8c2a99b929b3",
    "2af84b1e-32c8-42b7-82bc-daa82404023b",
  ],
};

const methods: Route["methods"] = {
  GET({ access, request }) {
    return { status: 200, body: policyBody(request, readAuthorizationPolicy(access)) };
  },
  PATCH({ access, request }) {
    updateAuthorizationPolicy(access, changesIn(request.body));
    return { status: 204 };
  },
};

/** Who may invite, and what guests and members may see and do. The older version has the one policy in a set of its own. */
export const authorizationPolicyRoutes: readonly Route[] = [
  { path: "/policies/authorizationPolicy", only: "v1.0", methods },
  { path: "/policies/authorizationPolicy/authorizationPolicy", only: "beta", methods },
];

function changesIn(body: unknown): AuthorizationPolicyChanges {
  const read = readBody(body, "authorizationPolicy", POLICY);
  if (read.defaultUserRolePermissions) {
    readBody(read.defaultUserRolePermissions, "defaultUserRolePermissions", MEMBERS);
  }
  const chosen = Object.keys(VALUES).filter((name) => read[name] !== undefined);
  return { ...read, ...Object.fromEntries(chosen.map((name) => [name, speltOut(name, read[name])])) };
}

/** The value as it is spelt in the metadata; whoever asks may use other cases. */
function speltOut(name: string, given: unknown): string {
  const value = VALUES[name]?.find((one) => one.toLowerCase() === String(given).toLowerCase());
  if (value !== undefined) return value;
  throw badRequest(`Invalid value specified for property '${name}' of resource 'authorizationPolicy'.`);
}

function policyBody(
  { origin, version }: RouteContext["request"],
  { kind: _, ...policy }: AuthorizationPolicy,
): Body {
  const context = `${origin}/${version}/$metadata#policies/authorizationPolicy/$entity`;
  return { "@odata.context": context, id: "authorizationPolicy", deletedDateTime: null, ...policy };
}
