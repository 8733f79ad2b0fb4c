import {
  type AppRoleAssignment,
  assignAppRole,
  getServicePrincipal,
  listAssignments,
  listAssignmentsOf,
} from "../../directory/index.ts";
import { badRequest, readBody, type Shape } from "../body.ts";
import type { Route } from "../router.ts";

const ASSIGNMENT: Shape = { principalId: "string", resourceId: "string", appRoleId: "string" };
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const servicePrincipalRoutes: readonly Route[] = [
  {
    path: "/servicePrincipals/{id}",
    methods: {
      GET({ access, request, keys }) {
        const { id, appId, displayName } = getServicePrincipal(access, keys[0] ?? "");
        const context = `${request.origin}/v1.0/$metadata#servicePrincipals/$entity`;
        return { status: 200, body: { "@odata.context": context, id, appId, displayName } };
      },
    },
  },
  {
    path: "/servicePrincipals/{id}/appRoleAssignedTo",
    methods: {
      GET({ access, request, keys }) {
        const value = listAssignments(access, keys[0] ?? "").map(assignmentBody);
        return {
          status: 200,
          body: { "@odata.context": `${request.origin}/v1.0/$metadata#appRoleAssignments`, value },
        };
      },
      POST({ directory, access, request, keys }) {
        const body = readBody(request.body, "appRoleAssignment", ASSIGNMENT);
        const [principalId, resourceId, appRoleId] = [body.principalId, body.resourceId, body.appRoleId].map(
          guidOf,
        );
        if (principalId === undefined || resourceId === undefined || appRoleId === undefined) {
          throw badRequest("principalId, resourceId and appRoleId have to be GUIDs.");
        }
        if (resourceId !== (keys[0] ?? "").toLowerCase()) {
          throw badRequest("The resourceId of the body is not the service principal of the path.");
        }
        const assignment = assignAppRole(directory, access, { principalId, resourceId, appRoleId });
        const context = `${request.origin}/v1.0/$metadata#appRoleAssignments/$entity`;
        return { status: 201, body: { "@odata.context": context, ...assignmentBody(assignment) } };
      },
    },
  },
  {
    path: "/users/{key}/appRoleAssignments",
    methods: {
      GET({ access, request, keys }) {
        const value = listAssignmentsOf(access, keys[0] ?? "").map(assignmentBody);
        return {
          status: 200,
          body: { "@odata.context": `${request.origin}/v1.0/$metadata#appRoleAssignments`, value },
        };
      },
    },
  },
];

function assignmentBody({ kind: _, ...assignment }: AppRoleAssignment): Record<string, unknown> {
  return { ...assignment, principalType: "User", deletedDateTime: null };
}

function guidOf(value: unknown): string | undefined {
  return typeof value === "string" && GUID.test(value) ? value.toLowerCase() : undefined;
}
