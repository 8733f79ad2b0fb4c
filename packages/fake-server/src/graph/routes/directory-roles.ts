import {
  activatedRoles,
  assignRole,
  getRoleAssignment,
  holdersOf,
  listRoleAssignments,
  Refusal,
  type RoleAssignment,
  type RoleAssignmentQuery,
  removeRoleAssignment,
  seesRoles,
} from "../../directory/index.ts";
import { type Body, badRequest, readBody, type Shape } from "../body.ts";
import { GraphError } from "../errors.ts";
import type { RouteContext } from "../exchange.ts";
import { directoryRoleBody } from "../role-body.ts";
import type { Route } from "../router.ts";

const ASSIGNMENT: Shape = {
  principalId: "string",
  roleDefinitionId: "string",
  directoryScopeId: "string",
};

/** Who has which role, in the whole directory: administrative units are not kept. */
export const directoryRoleRoutes: readonly Route[] = [
  {
    path: "/roleManagement/directory/roleAssignments",
    methods: {
      GET: ({ access, caller, request }) => ({
        status: 200,
        body: {
          "@odata.context": assignmentContext(request),
          value: listRoleAssignments(access, caller, queryOf(request.query.$filter)).map(assignmentBody),
        },
      }),
      POST({ directory, access, caller, request }) {
        const assignment = assignRole(directory, access, caller, wantedBy(request.body));
        return { status: 201, body: assignmentEntity(request, assignment) };
      },
    },
  },
  {
    path: "/roleManagement/directory/roleAssignments/{id}",
    methods: {
      GET: ({ access, caller, request, keys }) => ({
        status: 200,
        body: assignmentEntity(request, getRoleAssignment(access, caller, keys[0] ?? "")),
      }),
      DELETE({ access, caller, keys }) {
        removeRoleAssignment(access, caller, keys[0] ?? "");
        return { status: 204 };
      },
    },
  },
  {
    path: "/directoryRoles",
    methods: {
      GET(context) {
        const value = rolesShown(context).map((id) => directoryRoleBody(context.directory, id));
        return {
          status: 200,
          body: { "@odata.context": contextOf(context.request, "directoryRoles"), value },
        };
      },
    },
  },
  {
    path: "/directoryRoles/{id}/members",
    methods: {
      GET(context) {
        const { directory, access, request, keys } = context;
        const wanted = (keys[0] ?? "").toLowerCase();
        const role = rolesShown(context).find((id) => directoryRoleBody(directory, id).id === wanted);
        if (role === undefined) throw new Refusal({ reason: "resource-not-found", id: wanted });
        const value = holdersOf(access.view, role).map((id) => ({
          "@odata.type": `#microsoft.graph.${access.view.get(id)?.kind ?? "directoryObject"}`,
          id,
        }));
        return { status: 200, body: { "@odata.context": contextOf(request, "directoryObjects"), value } };
      },
    },
  },
];

function rolesShown({ access, caller }: RouteContext): readonly string[] {
  if (!seesRoles(caller)) throw new Refusal({ reason: "privileges-insufficient" });
  return activatedRoles(access.view);
}

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

function contextOf({ origin, version }: RouteContext["request"], set: string): string {
  return `${origin}/${version}/$metadata#${set}`;
}
