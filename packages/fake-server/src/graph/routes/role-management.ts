import {
  assignRole,
  createRoleDefinition,
  type Directory,
  deleteRoleDefinition,
  findPresent,
  getRoleAssignment,
  getRoleDefinition,
  listRoleAssignments,
  listRoleDefinitions,
  type PresentObject,
  type RoleAssignment,
  removeRoleAssignment,
  updateRoleDefinition,
} from "../../directory/index.ts";
import { type EntityModel, type PropertyModel, readExpand, unknownProperty } from "../../odata/index.ts";
import { type Body, badRequest, readBody, type Shape } from "../body.ts";
import { bodyPage } from "../body-page.ts";
import { directoryObjectBody, selectedObject, selectOfObjects } from "../directory-object-body.ts";
import type { RouteContext } from "../exchange.ts";
import { listPage, PAGED } from "../list-page.ts";
import {
  DEFINITION_MODEL,
  readNewRole,
  readRoleChanges,
  roleDefinitionBody,
} from "../role-definition-body.ts";
import type { Route } from "../router.ts";
import { selected, selectionIn } from "../selected.ts";

const DEFINITIONS = "roleManagement/directory/roleDefinitions";
const KEY: PropertyModel = { type: "guid", operators: { eq: "default" } };
const SHOWN: PropertyModel = { type: "string", operators: {} };
/**
 * What assignments can be asked for.
 *
 * @see https://learn.microsoft.com/graph/api/rbacapplication-list-roleassignments
 */
const ASSIGNMENT_MODEL: EntityModel = {
  name: "unifiedRoleAssignment",
  defaultSelect: [],
  properties: { id: SHOWN, principalId: KEY, roleDefinitionId: KEY, directoryScopeId: SHOWN },
};
const ASSIGNMENT: Shape = {
  principalId: "string",
  roleDefinitionId: "string",
  directoryScopeId: "string",
};

/** What roles there are, and who has which in the whole directory: administrative units are not kept. */
export const roleAssignmentRoutes: readonly Route[] = [
  {
    path: "/roleManagement/directory/roleAssignments",
    takes: ["$filter", "$expand", ...PAGED],
    methods: {
      GET: (context) =>
        bodyPage(context, {
          set: "roleManagement/directory/roleAssignments",
          model: ASSIGNMENT_MODEL,
          bodiesIn: (view) => listRoleAssignments({ view }, {}).map(assignmentBody),
          shown: assignmentShown(context),
          isOfDirectory: true,
        }),
      POST({ directory, access, request }) {
        const assignment = assignRole(directory, access, wantedBy(request.body));
        return { status: 201, body: assignmentEntity(request, assignment) };
      },
    },
  },
  {
    path: "/roleManagement/directory/roleAssignments/{id}",
    takes: ["$expand"],
    methods: {
      GET(context) {
        const { access, request, keys } = context;
        const assignment = assignmentBody(getRoleAssignment(access, keys[0] ?? ""));
        const annotations = { "@odata.context": `${assignmentContext(request)}/$entity` };
        return { status: 200, body: { ...annotations, ...assignmentShown(context)(assignment) } };
      },
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
    takes: ["$filter", "$expand", ...PAGED],
    methods: {
      GET: (context) =>
        listPage(context, {
          set: `${DEFINITIONS}${selectionIn(context.request.query.$select)}`,
          model: DEFINITION_MODEL,
          itemsIn: (view) => listRoleDefinitions({ view }),
          entityOf: (definition) => definition,
          shown: (definition) => roleDefinitionBody(context, definition),
          isOfDirectory: true,
        }),
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
    takes: ["$expand"],
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

/** How an assignment is shown: with the one at either end, where that is expanded. */
function assignmentShown(context: RouteContext): (assignment: Body) => Body {
  const { directory, access, request } = context;
  const { $expand } = request.query;
  if ($expand === undefined || $expand.trim() === "") return (assignment) => assignment;
  const { name, select } = readExpand($expand);
  switch (name.toLowerCase()) {
    case "principal":
      return (assignment) => {
        const principal = findPresent(access.view, String(assignment.principalId));
        const names = select === undefined ? undefined : selectOfObjects(directory.cloud.id, select);
        return { ...assignment, principal: principal ? shownAs(directory, principal, names) : null };
      };
    case "roledefinition":
      return (assignment) => {
        const { kind: _, ...definition } = getRoleDefinition(access, String(assignment.roleDefinitionId));
        return { ...assignment, roleDefinition: selected(definition, "unifiedRoleDefinition", select) };
      };
    default:
      throw unknownProperty(name, "unifiedRoleAssignment");
  }
}

function shownAs(directory: Directory, object: PresentObject, names: readonly string[] | undefined): Body {
  if (names === undefined) return directoryObjectBody(directory, object);
  return selectedObject(directory, object, names);
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
  return `${contextOf(request, DEFINITIONS)}${selectionIn(request.query.$select)}`;
}

function contextOf({ origin, version }: RouteContext["request"], set: string): string {
  return `${origin}/${version}/$metadata#${set}`;
}
