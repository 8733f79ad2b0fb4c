import {
  type ConditionalAccessPolicy,
  createConditionalAccess,
  deleteConditionalAccess,
  getConditionalAccess,
  listConditionalAccess,
  merged,
  type PolicyInput,
  updateConditionalAccess,
} from "../../directory/index.ts";
import { conditionalAccessPolicyModel } from "../../odata/index.ts";
import { type Profile, profileOf } from "../../schema/index.ts";
import { type Body, badRequest, readBody, type Shape } from "../body.ts";
import { conditionalAccessEntity, conditionalAccessList, LISTED } from "../conditional-access-answer.ts";
import { refuseUnknown, refuseWithoutRules } from "../conditional-access-values.ts";
import type { Route } from "../router.ts";

const POLICY: Shape = {
  displayName: "string",
  state: "string",
  conditions: "object",
  grantControls: "object?",
  sessionControls: "object?",
};
const CONDITIONS: Readonly<Record<string, Shape>> = {
  applications: {
    includeApplications: "strings",
    excludeApplications: "strings",
    includeUserActions: "strings",
  },
  users: {
    includeUsers: "strings",
    excludeUsers: "strings",
    includeGroups: "strings",
    excludeGroups: "strings",
    includeRoles: "strings",
    excludeRoles: "strings",
    includeGuestsOrExternalUsers: "object?",
    excludeGuestsOrExternalUsers: "object?",
  },
  locations: { includeLocations: "strings", excludeLocations: "strings" },
  platforms: { includePlatforms: "strings", excludePlatforms: "strings" },
};
const CONDITION_SET: Shape = {
  clientAppTypes: "strings",
  signInRiskLevels: "strings",
  userRiskLevels: "strings",
  applications: "object?",
  users: "object?",
  locations: "object?",
  platforms: "object?",
};
const GRANT: Shape = {
  operator: "string",
  builtInControls: "strings",
  customAuthenticationFactors: "strings",
  termsOfUse: "strings",
  authenticationStrength: "object?",
};
const STATES = ["enabled", "disabled", "enabledForReportingButNotEnforced"];

/** Conditional access: who is asked for what at sign-in, and from where. */
export const conditionalAccessRoutes: readonly Route[] = [
  {
    path: "/identity/conditionalAccess/policies",
    takes: LISTED,
    methods: {
      GET(context) {
        const shown = profileOf(context.directory.cloud.id);
        return conditionalAccessList(context, "policies", {
          model: conditionalAccessPolicyModel,
          bodiesIn: (view) => listConditionalAccess(view).map((policy) => policyBody(policy, shown)),
        });
      },
      POST({ directory, access, request }) {
        const profile = profileOf(directory.cloud.id);
        const input = newPolicy(request.body, profile);
        refuseUnknown(access.view, input);
        const policy = createConditionalAccess(directory, access, input);
        const body = newPolicyBody(policyBody(policy, profile));
        return { status: 201, body: conditionalAccessEntity(request, "policies", body) };
      },
    },
  },
  {
    path: "/identity/conditionalAccess/policies/{id}",
    methods: {
      GET({ directory, access, request, keys }) {
        const policy = getConditionalAccess(access.view, keys[0] ?? "");
        const body = policyBody(policy, profileOf(directory.cloud.id));
        return { status: 200, body: conditionalAccessEntity(request, "policies", body) };
      },
      PATCH({ directory, access, request, keys }) {
        const changes = readPolicy(request.body, profileOf(directory.cloud.id));
        const current = getConditionalAccess(access.view, keys[0] ?? "");
        const changed = merged<PolicyInput>(current, changes);
        refuseUnsound(changed);
        refuseUnknown(access.view, changed, current);
        updateConditionalAccess(directory, access, keys[0] ?? "", changes);
        return { status: 204 };
      },
      DELETE({ access, keys }) {
        deleteConditionalAccess(access, keys[0] ?? "");
        return { status: 204 };
      },
    },
  },
];

function newPolicy(body: unknown, profile: Profile): PolicyInput {
  const read = readPolicy(body, profile);
  const { displayName, state, conditions } = read;
  if (!displayName || !state || !conditions) {
    throw badRequest("1010: Policy is missing a required property: displayName, state or conditions.");
  }
  const policy = read as PolicyInput;
  refuseUnsound(policy);
  return policy;
}

function readPolicy(body: unknown, profile: Profile): Partial<PolicyInput> {
  const read = readBody(body, "conditionalAccessPolicy", POLICY, profile);
  if (read.state !== undefined && !STATES.includes(read.state as string)) {
    throw badRequest(`Invalid value specified for property 'state' of resource 'conditionalAccessPolicy'.`);
  }
  if (read.conditions) readConditions(read.conditions as Body, profile);
  if (read.grantControls) readBody(read.grantControls, "conditionalAccessGrantControls", GRANT, profile);
  return read as Partial<PolicyInput>;
}

function readConditions(body: Body, profile: Profile): void {
  const conditions = readBody(body, "conditionalAccessConditionSet", CONDITION_SET, profile);
  for (const [name, shape] of Object.entries(CONDITIONS)) {
    if (conditions[name]) readBody(conditions[name], `conditionalAccess${name}`, shape);
  }
}

/** Refuses what does not go together, whether it was written at once or one after the other. */
function refuseUnsound(policy: PolicyInput): void {
  refuseWithoutRules(policy);
  const { conditions, grantControls } = policy;
  const { includeUsers = [], includeGuestsOrExternalUsers } = conditions.users ?? {};
  if (includeGuestsOrExternalUsers && includeUsers.includes("GuestsOrExternalUsers")) {
    throw badRequest("1057: GuestsOrExternalUsers must not be combined with includeGuestsOrExternalUsers.");
  }
  if (!grantControls) return;
  const { operator, builtInControls: controls = [], authenticationStrength } = grantControls;
  if (operator !== "AND" && operator !== "OR") {
    throw badRequest("1051: Grant controls need an operator: AND or OR.");
  }
  if (controls.includes("block") && controls.length > 1) {
    throw badRequest("1052: The control block must not be combined with another.");
  }
  if (authenticationStrength && controls.includes("mfa")) {
    throw badRequest("1053: An authentication strength must not be combined with the control mfa.");
  }
}

function policyBody({ kind: _, ...policy }: ConditionalAccessPolicy, profile: Profile): Body {
  const { conditions, grantControls } = policy;
  return profile.shown("conditionalAccessPolicy", {
    ...{ templateId: null, deletedDateTime: null, ...policy },
    conditions: profile.shown("conditionalAccessConditionSet", conditions),
    grantControls: grantControls && profile.shown("conditionalAccessGrantControls", grantControls),
  });
}

/**
 * A policy as the one who makes it is shown it: with what no client can say of it.
 *
 * @see https://learn.microsoft.com/graph/api/conditionalaccessroot-post-policies
 */
function newPolicyBody(policy: Body): Body {
  const { applications, ...conditions } = policy.conditions as Body;
  const known = { ...(applications as Body), includeProtectionLevels: [] };
  return { ...policy, conditions: { ...conditions, times: null, applications: known } };
}
