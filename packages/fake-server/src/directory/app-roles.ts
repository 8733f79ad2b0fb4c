import type { AppRoleAssignment, ServicePrincipal } from "./application.ts";
import type { Directory } from "./directory.ts";
import type { User } from "./directory-object.ts";
import { groupsOf } from "./directory-roles.ts";
import type { Group } from "./group.ts";
import { findPresent } from "./present-object.ts";
import { Refusal } from "./refusal.ts";
import { getServicePrincipal } from "./service-principals.ts";
import { type Access, findUser } from "./users.ts";

/** The role of applications that declare none. */
const DEFAULT_ROLE = "00000000-0000-0000-0000-000000000000";

export interface AssignmentRequest {
  readonly principalId: string;
  readonly resourceId: string;
  readonly appRoleId: string;
}

/** Who can be assigned to an application. */
type Assignable = User | Group | ServicePrincipal;

const PRINCIPAL_TYPES = { user: "User", group: "Group", servicePrincipal: "ServicePrincipal" } as const;

/**
 * Assigns a user, a group or another application to an application. A service of its own judges the principal, and learns
 * of users later than the directory: what can be read already may still be refused here.
 */
export function assignAppRole(
  directory: Directory,
  access: Access,
  request: AssignmentRequest,
): AppRoleAssignment {
  const resource = getServicePrincipal(access.view, request.resourceId);
  const principal = findAssignable(access, request.principalId);
  if (principal === undefined) throw new Refusal({ reason: "reference-invalid" });
  const appRoleId = request.appRoleId.toLowerCase();
  if (!offers(resource, principal, appRoleId)) throw new Refusal({ reason: "app-role-unknown" });
  const key = keyOf({ principalId: principal.id, resourceId: resource.id, appRoleId });
  if (access.primary.get(key) !== undefined) throw new Refusal({ reason: "assignment-exists" });
  const held = access.primary.find(`assignmentsOf:${principal.id}`).length;
  const most = directory.limits.of("app-role-assignments");
  if (held + 1 > most) throw new Refusal({ reason: "too-many-assignments", count: held + 1, most });
  const assignment: AppRoleAssignment = {
    kind: "appRoleAssignment",
    id: opaqueId(directory, key),
    principalId: principal.id,
    principalDisplayName: principal.displayName,
    principalType: PRINCIPAL_TYPES[principal.kind],
    resourceId: resource.id,
    resourceDisplayName: resource.displayName,
    appRoleId,
    createdDateTime: directory.timestamp(),
  };
  access.commit("apps.assign", new Map([[key, assignment]]));
  return assignment;
}

/** The side from which assignments are looked at: who is assigned, or to what. */
export type AssignmentSide = "assignmentsOf" | "assignedTo";

/** The assignments of a principal, or to an application, that the caller's instance shows. Those with somebody who is gone are not shown. */
export function listAssignments(
  { view }: Pick<Access, "view">,
  side: AssignmentSide,
  id: string,
): readonly AppRoleAssignment[] {
  return view.find(`${side}:${id}`).flatMap((object) => {
    if (object.kind !== "appRoleAssignment") return [];
    const other = side === "assignedTo" ? object.principalId : object.resourceId;
    return findPresent(view, other) === undefined ? [] : [object];
  });
}

/**
 * The assignments of a user, and of the groups that it is a direct member of.
 *
 * @see https://learn.microsoft.com/graph/api/user-list-approleassignments
 */
export function listAssignmentsOfUser(
  access: Pick<Access, "view">,
  userId: string,
): readonly AppRoleAssignment[] {
  const holders = [userId, ...groupsOf(access.view, userId)];
  return holders.flatMap((id) => listAssignments(access, "assignmentsOf", id));
}

export function getAssignment(
  access: Pick<Access, "view">,
  side: AssignmentSide,
  id: string,
  assignmentId: string,
): AppRoleAssignment {
  const found = listAssignments(access, side, id).find((one) => one.id === assignmentId);
  if (found === undefined) throw new Refusal({ reason: "resource-not-found", id: assignmentId });
  return found;
}

export function removeAssignment(
  access: Access,
  side: AssignmentSide,
  id: string,
  assignmentId: string,
): void {
  const key = keyOf(getAssignment(access, side, id, assignmentId));
  if (access.primary.get(key) === undefined) {
    throw new Refusal({ reason: "resource-not-found", id: assignmentId });
  }
  access.commit("apps.unassign", new Map([[key, null]]));
}

function findAssignable(access: Access, id: string): Assignable | undefined {
  const view = access.viewAs("apps");
  const principal = findUser(view, id) ?? findPresent(view, id);
  return principal?.kind === "application" ? undefined : principal;
}

/** Roles say whether they are for people and their groups, or for applications. */
function offers({ appRoles }: ServicePrincipal, { kind }: Assignable, appRoleId: string): boolean {
  if (appRoles.length === 0) return appRoleId === DEFAULT_ROLE;
  const wanted = kind === "servicePrincipal" ? "Application" : "User";
  return appRoles.some(
    ({ id, isEnabled, allowedMemberTypes }) =>
      id === appRoleId && isEnabled && allowedMemberTypes.includes(wanted),
  );
}

function keyOf({ principalId, resourceId, appRoleId }: AssignmentRequest): string {
  return `appRoleAssignment/${principalId}/${resourceId}/${appRoleId}`;
}

/** Assignments are told apart by text that is no GUID. */
function opaqueId({ chance }: Directory, key: string): string {
  return `${chance.guid(key)}${chance.guid(`${key}/2`)}`.replaceAll("-", "").slice(0, 43);
}
