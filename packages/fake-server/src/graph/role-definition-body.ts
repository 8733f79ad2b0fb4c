import {
  getRoleDefinition,
  inheritedBy,
  type RoleDefinition,
  type RoleDefinitionInput,
} from "../directory/index.ts";
import type { EntityModel } from "../odata/index.ts";
import { type Body, badRequest, readBody, type Shape } from "./body.ts";
import type { RouteContext } from "./exchange.ts";
import { selected } from "./selected.ts";

const DEFINITION: Shape = {
  displayName: "string",
  description: "string?",
  isEnabled: "boolean",
  rolePermissions: "objects",
  resourceScopes: "strings",
  templateId: "string",
  version: "string?",
};
const PERMISSION: Shape = {
  allowedResourceActions: "strings",
  excludedResourceActions: "strings",
  condition: "string?",
};
const ACTION = /^microsoft\.[A-Za-z0-9.]+(?:\/[A-Za-z0-9.-]+)+$/;

/**
 * What role definitions can be asked for.
 *
 * @see https://learn.microsoft.com/graph/api/resources/unifiedroledefinition
 */
export const DEFINITION_MODEL: EntityModel = {
  name: "unifiedRoleDefinition",
  defaultSelect: [],
  properties: {
    id: { type: "string", operators: { eq: "default", in: "default" } },
    displayName: { type: "string", operators: { eq: "default", in: "default" } },
    description: { type: "string", operators: {} },
    isEnabled: { type: "boolean", operators: {} },
    isBuiltIn: { type: "boolean", operators: { eq: "default", in: "default" } },
  },
};

/** Reads what a custom role is to be made of. */
export function readNewRole(body: unknown): RoleDefinitionInput {
  const read = readRoleChanges(body);
  for (const name of ["displayName", "isEnabled", "rolePermissions"] as const) {
    if (read[name] === undefined || read[name] === "") {
      throw badRequest(`A value is required for property '${name}' of resource 'unifiedRoleDefinition'.`);
    }
  }
  return { description: null, ...read } as RoleDefinitionInput;
}

/** Reads what is to change of a custom role. The scopes are what they are: the whole directory. */
export function readRoleChanges(body: unknown): Partial<RoleDefinitionInput> {
  const { resourceScopes = ["/"], ...read } = readBody(body, "unifiedRoleDefinition", DEFINITION);
  if ((resourceScopes as readonly string[]).some((scope) => scope !== "/")) throw invalid("resourceScopes");
  if (read.displayName === "") throw invalid("displayName");
  const { rolePermissions } = read;
  return {
    ...read,
    ...(rolePermissions !== undefined && {
      rolePermissions: (rolePermissions as readonly unknown[]).map(permissionOf),
    }),
  };
}

function permissionOf(given: unknown): RoleDefinition["rolePermissions"][number] {
  const read = readBody(given, "unifiedRolePermission", PERMISSION);
  const actions = (read.allowedResourceActions ?? []) as readonly string[];
  if (actions.length === 0 || !actions.every((action) => ACTION.test(action)))
    throw invalid("rolePermissions");
  // What is allowed could be kept without what is taken from it: that would be another role.
  if (((read.excludedResourceActions ?? []) as readonly string[]).length > 0)
    throw invalid("rolePermissions");
  return { allowedResourceActions: actions, condition: (read.condition ?? null) as string | null };
}

/** How the service words it is not documented. */
function invalid(property: string) {
  return badRequest(
    `Invalid value specified for property '${property}' of resource 'unifiedRoleDefinition'.`,
  );
}

/** A role definition with what it inherits from: by id, and whole where that is asked for. */
export function roleDefinitionBody({ access, request }: RouteContext, given: RoleDefinition): Body {
  const { $select, $expand } = request.query;
  const whole = $expand?.trim().toLowerCase() === "inheritspermissionsfrom";
  if ($expand !== undefined && !whole) {
    throw badRequest(
      `Could not find a property named '${$expand}' on type 'microsoft.graph.unifiedRoleDefinition'.`,
    );
  }
  const inheritsPermissionsFrom = inheritedBy(given).map((id) =>
    whole ? bare(getRoleDefinition(access, id)) : { id },
  );
  const body = selected(bare(given), "unifiedRoleDefinition", $select);
  return whole || $select === undefined ? { ...body, inheritsPermissionsFrom } : body;
}

function bare({ kind: _, ...definition }: RoleDefinition): Body {
  return definition;
}
