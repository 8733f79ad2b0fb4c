import {
  type AuthorizationPolicy,
  type AuthorizationPolicyChanges,
  readAuthorizationPolicy,
  updateAuthorizationPolicy,
} from "../../directory/index.ts";
import { type Body, badRequest, readBody, type Shape } from "../body.ts";
import type { RouteAnswer, RouteContext } from "../exchange.ts";
import { methodNotAllowed, type Route } from "../router.ts";

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

/** Who may invite, and what guests and members may see and do. The beta has the one policy in a set. */
export const authorizationPolicyRoutes: readonly Route[] = [
  {
    path: "/policies/authorizationPolicy",
    methods: {
      GET(context) {
        const { access, request } = context;
        if (request.version !== "beta") return readAlone(context);
        const value = [policyBody(readAuthorizationPolicy(access))];
        return { status: 200, body: { "@odata.context": contextOf(request), value } };
      },
      PATCH(context) {
        if (context.request.version === "beta") throw methodNotAllowed();
        return change(context);
      },
    },
  },
  {
    path: "/policies/authorizationPolicy/authorizationPolicy",
    only: "beta",
    methods: { GET: readAlone, PATCH: change },
  },
];

function readAlone({ access, request }: RouteContext): RouteAnswer {
  const body = policyBody(readAuthorizationPolicy(access));
  return { status: 200, body: { "@odata.context": `${contextOf(request)}/$entity`, ...body } };
}

function change({ access, request }: RouteContext): RouteAnswer {
  updateAuthorizationPolicy(access, changesIn(request.body));
  return { status: 204 };
}

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

function policyBody({ kind: _, ...policy }: AuthorizationPolicy): Body {
  return { id: "authorizationPolicy", deletedDateTime: null, ...policy };
}

function contextOf({ origin, version }: RouteContext["request"]): string {
  return `${origin}/${version}/$metadata#policies/authorizationPolicy`;
}
