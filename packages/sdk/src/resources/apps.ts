import { isExistingReference } from "../errors/index.ts";
import {
  type AppRoleAssignment,
  type AppRoleAssignmentInput,
  pageReader,
  type Reader,
  readAppRoleAssignment,
  readAppRoleAssignmentInput,
  readUserKey,
} from "../schemas/index.ts";
import { anythingIn, assignmentsOf, showsPage, type WireResponse } from "../wire/index.ts";
import { type Call, type Line, startCall } from "./call.ts";
import type { CallOptions } from "./call-options.ts";
import { userPath } from "./guest-operations.ts";
import { type ListOperation, type Operation, segment } from "./operation.ts";
import { listOf, type PageIterable } from "./pages.ts";

/** The role of applications that declare none. */
const DEFAULT_ROLE = "00000000-0000-0000-0000-000000000000";
/** Assignments are judged by a service that learns of new guests later than the directory: minutes were seen. */
const VISIBLE_WITHIN_MS = 300_000;

/** What came of an assignment: Graph's answer where it is new; nothing more where the guest had that role already. */
export type AssignmentChange =
  | { readonly status: "assigned"; readonly assignment: AppRoleAssignment }
  | { readonly status: "already-assigned" };

/** `POST /servicePrincipals/{id}/appRoleAssignedTo` @see https://learn.microsoft.com/graph/api/serviceprincipal-post-approleassignedto */
export const assignAppRole: Operation<AppRoleAssignmentInput, AssignmentChange> = {
  id: "apps.assign",
  input: readAppRoleAssignmentInput,
  describe: ({ principalId, resourceId, appRoleId = DEFAULT_ROLE }) => ({
    method: "POST",
    path: `/servicePrincipals/${segment(resourceId)}/appRoleAssignedTo`,
    body: { principalId, resourceId, appRoleId },
    effect: "idempotent",
    permission: "AppRoleAssignment.ReadWrite.All and Application.Read.All",
    references: [principalId, resourceId],
    visibleWithinMs: VISIBLE_WITHIN_MS,
    writes: (response) =>
      response === undefined
        ? [anythingIn(assignmentsOf(principalId))]
        : idIn(response).map((id) => ({ collection: assignmentsOf(principalId), id, shown: {} })),
  }),
  output: () => readAssigned,
  alreadyDone: (response) =>
    isExistingReference(response) ? { value: { status: "already-assigned" } } : undefined,
};

function idIn(response: WireResponse): readonly string[] {
  const reading = readAppRoleAssignment(response.body);
  return reading.ok ? [reading.value.id] : [];
}

const readAssigned: Reader<AssignmentChange> = (body) => {
  const reading = readAppRoleAssignment(body);
  return reading.ok ? { ok: true, value: { status: "assigned", assignment: reading.value } } : reading;
};

/** `GET /users/{id}/appRoleAssignments` @see https://learn.microsoft.com/graph/api/user-list-approleassignments */
export const listAppRoleAssignments: ListOperation<string, AppRoleAssignment> = {
  id: "apps.listAssignments",
  input: readUserKey,
  describe: (id) => ({
    method: "GET",
    path: `${userPath(id)}/appRoleAssignments`,
    effect: "read",
    permission: "Directory.Read.All",
    references: [id],
    shows: showsPage([assignmentsOf(id)]),
  }),
  output: () => pageReader(readAppRoleAssignment),
};

/** Assignments of guests to applications. */
export interface Apps {
  /**
   * Assigns a guest, or a group, to an application; a group stands for its direct members, and needs a licence (P1). A guest this client has just invited is waited for, up to five minutes.
   * Needs `AppRoleAssignment.ReadWrite.All` and `Application.Read.All`.
   *
   * @throws B2BError `not-found` where the application or the guest is not there; `limit-reached` where the guest has
   * 1,500 assignments
   */
  assign(assignment: AppRoleAssignmentInput, options?: CallOptions): Call<AssignmentChange>;

  /** Lists the assignments of a user and of the groups that it is a direct member of, whatever the application. Needs `Directory.Read.All`. */
  assignmentsOf(userId: string, options?: CallOptions): PageIterable<AppRoleAssignment>;
}

export function apps(line: Line): Apps {
  return {
    assign: (assignment, options) => startCall(line, assignAppRole, assignment, options),
    assignmentsOf: (userId, options) => listOf(line, listAppRoleAssignments, userId, options),
  };
}
