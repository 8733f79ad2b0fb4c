import {
  type AppRoleAssignment,
  type AssignmentSide,
  assignAppRole,
  type DirectoryObject,
  getAssignment,
  getGroup,
  getServicePrincipal,
  getUser,
  listAssignments,
  listAssignmentsOfUser,
  removeAssignment,
} from "../../directory/index.ts";
import type { EntityModel, PropertyModel } from "../../odata/index.ts";
import type { View } from "../../replication/index.ts";
import { type Body, badRequest, readBody, type Shape } from "../body.ts";
import { type BodyList, bodyCount, bodyPage } from "../body-page.ts";
import type { RouteContext } from "../exchange.ts";
import { PAGED } from "../list-page.ts";
import type { Route } from "../router.ts";

const ASSIGNMENT: Shape = { principalId: "string", resourceId: "string", appRoleId: "string" };
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const SHOWN: PropertyModel = { type: "string", operators: {} };
/**
 * What assignments can be asked for.
 *
 * @see https://learn.microsoft.com/graph/api/resources/approleassignment
 */
const MODEL: EntityModel = {
  name: "AppRoleAssignment",
  defaultSelect: [],
  properties: {
    id: SHOWN,
    appRoleId: SHOWN,
    createdDateTime: { type: "dateTime", operators: {} },
    deletedDateTime: { type: "dateTime", operators: {} },
    principalDisplayName: { type: "string", operators: { eq: "default", startsWith: "default" } },
    principalId: SHOWN,
    principalType: SHOWN,
    resourceDisplayName: SHOWN,
    resourceId: { type: "guid", operators: { eq: "default" } },
  },
};

/** One side of assignments: whose they are, and which property of a new one has to name it. */
interface Side {
  readonly path: string;
  readonly side: AssignmentSide;
  readonly names: "principalId" | "resourceId";
  /** Default: those of that side. */
  readonly list?: typeof listAssignmentsOfUser;
  readonly idOf: (view: View<DirectoryObject>, key: string) => string;
}

const SIDES: readonly Side[] = [
  {
    path: "/servicePrincipals/{id}/appRoleAssignedTo",
    side: "assignedTo",
    names: "resourceId",
    idOf: (view, key) => getServicePrincipal(view, key).id,
  },
  {
    path: "/servicePrincipals/{id}/appRoleAssignments",
    side: "assignmentsOf",
    names: "principalId",
    idOf: (view, key) => getServicePrincipal(view, key).id,
  },
  {
    path: "/users/{key}/appRoleAssignments",
    side: "assignmentsOf",
    names: "principalId",
    list: listAssignmentsOfUser,
    idOf: (view, key) => getUser(view, key).id,
  },
  {
    path: "/groups/{id}/appRoleAssignments",
    side: "assignmentsOf",
    names: "principalId",
    idOf: (view, key) => getGroup({ view }, key).id,
  },
];

/** Who is assigned to an application, seen from it and from whoever is. */
export const appRoleAssignmentRoutes: readonly Route[] = SIDES.flatMap(routesOf);

function routesOf({ path, side, names, idOf, list }: Side): readonly Route[] {
  const all = list ?? ((access, id) => listAssignments(access, side, id));
  const own = ({ access, keys }: RouteContext) => idOf(access.view, keys[0] ?? "");
  const listed = ({ keys: [key = ""] }: RouteContext): BodyList => ({
    set: "appRoleAssignments",
    model: MODEL,
    bodiesIn: (view) => all({ view }, idOf(view, key)).map(assignmentBody),
    isOfDirectory: true,
  });
  return [
    {
      path: `${path}/$count`,
      takes: ["$filter"],
      methods: { GET: (context) => bodyCount(context, listed(context)) },
    },
    {
      path,
      takes: ["$filter", ...PAGED],
      methods: {
        GET: (context) => bodyPage(context, listed(context)),
        POST(context) {
          const wanted = readAssignment(context.request.body);
          if (wanted[names] !== own(context)) {
            throw badRequest(`The ${names} of the body is not the object of the path.`);
          }
          const assignment = assignAppRole(context.directory, context.access, wanted);
          return { status: 201, body: entity(context, assignment) };
        },
      },
    },
    {
      path: `${path}/{assignmentId}`,
      methods: {
        GET(context) {
          const { access, keys } = context;
          const assignment = getAssignment(access, side, own(context), keys[1] ?? "");
          return { status: 200, body: entity(context, assignment) };
        },
        DELETE(context) {
          removeAssignment(context.access, side, own(context), context.keys[1] ?? "");
          return { status: 204 };
        },
      },
    },
  ];
}

function readAssignment(body: unknown) {
  const given = readBody(body, "appRoleAssignment", ASSIGNMENT);
  const [principalId, resourceId, appRoleId] = [given.principalId, given.resourceId, given.appRoleId].map(
    guidOf,
  );
  if (principalId === undefined || resourceId === undefined || appRoleId === undefined) {
    throw badRequest("principalId, resourceId and appRoleId have to be GUIDs.");
  }
  return { principalId, resourceId, appRoleId };
}

function entity(context: RouteContext, assignment: AppRoleAssignment): Body {
  return { "@odata.context": `${metadata(context)}/$entity`, ...assignmentBody(assignment) };
}

function metadata({ request }: RouteContext): string {
  return `${request.origin}/${request.version}/$metadata#appRoleAssignments`;
}

function assignmentBody({ kind: _, ...assignment }: AppRoleAssignment): Body {
  return { ...assignment, deletedDateTime: null };
}

function guidOf(value: unknown): string | undefined {
  return typeof value === "string" && GUID.test(value) ? value.toLowerCase() : undefined;
}
