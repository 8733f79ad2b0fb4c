import {
  type AppRoleAssignment,
  type AppRoleAssignmentInput,
  readAppRoleAssignment,
  readAppRoleAssignmentInput,
} from "../schemas/index.ts";
import { type Call, type CallOptions, type Line, startCall } from "./call.ts";
import { type Operation, segment } from "./operation.ts";

/** The role of applications that declare none. */
const DEFAULT_ROLE = "00000000-0000-0000-0000-000000000000";
/** Assignments are judged by a service that learns of new guests later than the directory: minutes were seen. */
const VISIBLE_WITHIN_MS = 300_000;

/** `POST /servicePrincipals/{id}/appRoleAssignedTo` @see https://learn.microsoft.com/graph/api/serviceprincipal-post-approleassignedto */
export const assignAppRole: Operation<AppRoleAssignmentInput, AppRoleAssignment> = {
  id: "apps.assign",
  input: readAppRoleAssignmentInput,
  describe: ({ principalId, resourceId, appRoleId = DEFAULT_ROLE }) => ({
    method: "POST",
    path: `/servicePrincipals/${segment(resourceId)}/appRoleAssignedTo`,
    body: { principalId, resourceId, appRoleId },
    effect: "idempotent",
    references: [principalId, resourceId],
    visibleWithinMs: VISIBLE_WITHIN_MS,
  }),
  output: () => readAppRoleAssignment,
};

/** Assignments of guests to applications. */
export interface Apps {
  /**
   * Assigns a guest to an application. A guest this client has just invited is waited for, up to five minutes.
   * Needs `AppRoleAssignment.ReadWrite.All`.
   *
   * @throws B2BError `conflict` where the guest has that role already
   */
  assign(assignment: AppRoleAssignmentInput, options?: CallOptions): Call<AppRoleAssignment>;
}

export function apps(line: Line): Apps {
  return { assign: (assignment, options) => startCall(line, assignAppRole, assignment, options) };
}
