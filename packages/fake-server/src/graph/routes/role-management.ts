import {
  assignRole,
  createRoleDefinition,
  deleteRoleDefinition,
  getRoleAssignment,
  getRoleDefinition,
  listRoleAssignments,
  listRoleDefinitions,
  type RoleAssignment,
  type RoleAssignmentQuery,
  removeRoleAssignment,
  updateRoleDefinition,
} from "../../directory/index.ts";
import { type Body, badRequest, readBody, type Shape } from "../body.ts";
import { GraphError } from "../errors.ts";
import type { RouteContext } from "../exchange.ts";
import {
  matchesDefinition,
  readNewRole,
  readRoleChanges,
  roleDefinitionBody,
} from "../role-definition-body.ts";
import type { Route } from "../router.ts";
import { selectionIn } from "../selected.ts";

const ASSIGNMENT: Shape = {
  principalId: "string",
  roleDefinitionId: "string",
  directoryScopeId: "string",
};

/** What roles there are, and who has which in the whole directory: administrative units are not kept. */
export const roleAssignmentRoutes: readonly Route[] = [
  {
    path: "/roleManagement/directory/roleAssignments",
    methods: {
      GET: ({ access, request }) => ({
        status: 200,
        body: {
          "@odata.context": assignmentContext(request),
          value: listRoleAssignments(access, queryOf(request.query.$filter)).map(assignmentBody),
        },
      }),
      POST({ directory, access, request }) {
        const assignment = assignRole(directory, access, wantedBy(request.body));
        return { status: 201, body: assignmentEntity(request, assignment) };
      },
    },
  },
  {
    path: "/roleManagement/directory/roleAssignments/{id}",
    methods: {
      GET: ({ access, request, keys }) => ({
        status: 200,
        body: assignmentEntity(request, getRoleAssignment(access, keys[0] ?? "")),
      }),
      DELETE({ access, keys }) {
        removeRoleAssignment(access, keys[0] ?? "");
        return { status: 204 };
      },
    },
  },
];

/** What roles there are, built in and of the directory's own. */
export const roleDefinitionRoutes: readonly Route[] = [
  {
    path: "/roleManagement/directory/roleDefinitions",
    methods: {
      GET(context) {
        const { access, request } = context;
        const value = listRoleDefinitions(access)
          .filter(matchesDefinition(request.query.$filter))
          .map((definition) => roleDefinitionBody(context, definition));
        return { status: 200, body: { "@odata.context": definitionContext(request), value } };
      },
      POST(context) {
        const { directory, access, request } = context;
        const definition = createRoleDefinition(directory, access, readNewRole(request.body));
        const body = roleDefinitionBody(context, definition);
        return { status: 201, body: { "@odata.context": `${definitionContext(request)}/$entity`, ...body } };
      },
    },
  },
  {
    path: "/roleManagement/directory/roleDefinitions/{id}",
    methods: {
      GET(context) {
        const { access, request, keys } = context;
        const body = roleDefinitionBody(context, getRoleDefinition(access, keys[0] ?? ""));
        return { status: 200, body: { "@odata.context": `${definitionContext(request)}/$entity`, ...body } };
      },
      PATCH({ access, request, keys }) {
        updateRoleDefinition(access, keys[0] ?? "", readRoleChanges(request.body));
        return { status: 204 };
      },
      DELETE({ access, keys }) {
        deleteRoleDefinition(access, keys[0] ?? "");
        return { status: 204 };
      },
    },
  },
];

function wantedBy(body: unknown): { readonly principalId: string; readonly roleDefinitionId: string } {
  const { principalId, roleDefinitionId, directoryScopeId } = readBody(
    body,
    "unifiedRoleAssignment",
    ASSIGNMENT,
  ) as Readonly<Record<string, string | undefined>>;
  if (!principalId || !roleDefinitionId) {
    throw badRequest("A value is required for the properties 'principalId' and 'roleDefinitionId'.");
  }
  if (directoryScopeId !== "/") throw badRequest("Invalid value specified for property 'directoryScopeId'.");
  return { principalId, roleDefinitionId };
}

const TERM = /^(principalId|roleDefinitionId) eq '([^']*)'$/i;

/** Two properties can be asked for, each by `eq`, one or both of them. */
function queryOf(filter: string | undefined): RoleAssignmentQuery {
  const query: { principalId?: string; roleDefinitionId?: string } = {};
  for (const term of filter?.split(/ and /i) ?? []) {
    const [, name = "", value = ""] = TERM.exec(term.trim()) ?? [];
    if (name === "")
      throw new GraphError(400, "Request_UnsupportedQuery", "Unsupported query filter clause.");
    query[name.toLowerCase() === "principalid" ? "principalId" : "roleDefinitionId"] = value.toLowerCase();
  }
  return query;
}

function assignmentBody({ kind: _, ...assignment }: RoleAssignment): Body {
  return assignment;
}

function assignmentEntity(request: RouteContext["request"], assignment: RoleAssignment): Body {
  return { "@odata.context": `${assignmentContext(request)}/$entity`, ...assignmentBody(assignment) };
}

function assignmentContext(request: RouteContext["request"]): string {
  return contextOf(request, "roleManagement/directory/roleAssignments");
}

function definitionContext(request: RouteContext["request"]): string {
  return `${contextOf(request, "roleManagement/directory/roleDefinitions")}${selectionIn(request.query.$select)}`;
}

function contextOf({ origin, version }: RouteContext["request"], set: string): string {
  return `${origin}/${version}/$metadata#${set}`;
}
