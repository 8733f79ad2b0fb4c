import type { Directory } from "./directory.ts";
import type { AppRoleAssignment, ServicePrincipal } from "./directory-object.ts";
import { Refusal } from "./refusal.ts";
import { type Access, findUser, getUser } from "./users.ts";

/** The role of applications that declare none. */
const DEFAULT_ROLE = "00000000-0000-0000-0000-000000000000";

export interface AssignmentRequest {
  readonly principalId: string;
  readonly resourceId: string;
  readonly appRoleId: string;
}

/**
 * Assigns a user to an application. A service of its own judges the principal, and learns of users later than the
 * directory: what can be read already may still be refused here.
 */
export function assignAppRole(
  directory: Directory,
  access: Access,
  request: AssignmentRequest,
): AppRoleAssignment {
  const resource = getServicePrincipal(access, request.resourceId);
  const principal = findUser(access.viewAs("apps"), request.principalId);
  if (principal === undefined) throw new Refusal({ reason: "reference-invalid" });
  const appRoleId = request.appRoleId.toLowerCase();
  const roles = resource.appRoleIds.length > 0 ? resource.appRoleIds : [DEFAULT_ROLE];
  if (!roles.includes(appRoleId)) throw new Refusal({ reason: "app-role-unknown" });
  const key = `appRoleAssignment/${principal.id}/${resource.id}/${appRoleId}`;
  if (access.primary.get(key) !== undefined) throw new Refusal({ reason: "assignment-exists" });
  const held = access.primary.find(`assignmentsOf:${principal.id}`).length;
  const most = directory.limits.of("app-role-assignments");
  if (held + 1 > most) throw new Refusal({ reason: "too-many-assignments", count: held + 1, most });
  const assignment: AppRoleAssignment = {
    kind: "appRoleAssignment",
    id: opaqueId(directory, key),
    principalId: principal.id,
    principalDisplayName: principal.displayName,
    resourceId: resource.id,
    resourceDisplayName: resource.displayName,
    appRoleId,
    createdDateTime: directory.timestamp(),
  };
  access.commit("apps.assign", new Map([[key, assignment]]));
  return assignment;
}

/** The assignments of a user that the caller's instance shows. */
export function listAssignmentsOf(access: Access, key: string): readonly AppRoleAssignment[] {
  const { id } = getUser(access.view, key);
  return access.view.find(`assignmentsOf:${id}`).filter((object) => object.kind === "appRoleAssignment");
}

/** The assignments to an application that the caller's instance shows. */
export function listAssignments(access: Access, resourceId: string): readonly AppRoleAssignment[] {
  const { id } = getServicePrincipal(access, resourceId);
  return access.view.find(`assignedTo:${id}`).filter((object) => object.kind === "appRoleAssignment");
}

export function getServicePrincipal(access: Access, id: string): ServicePrincipal {
  const found = access.view.get(id.toLowerCase());
  if (found?.kind !== "servicePrincipal") throw new Refusal({ reason: "resource-not-found", id });
  return found;
}

/** What can be said of an application when it is made. */
export interface AppProperties {
  /** Ids of the roles that it declares. Default: none, so that everybody gets the default role. */
  readonly appRoleIds?: readonly string[];
  /**
   * Whether it may create as many objects as an administrator, when it calls on its own. Default true: with `false` it is
   * held to 250 of them, as a person without such a role is.
   */
  readonly isAdministrator?: boolean;
  /** What it may do on its own, by the names of Graph's permissions, for example `["User.Invite.All"]`. Default: everything. */
  readonly permissions?: readonly string[];
}

export function servicePrincipalOf(
  directory: Directory,
  name: string,
  { appRoleIds = [], isAdministrator = true, permissions }: AppProperties,
): ServicePrincipal {
  return {
    kind: "servicePrincipal",
    id: directory.chance.guid(`servicePrincipal/${name}`),
    appId: directory.chance.guid(`app/${name}`),
    displayName: name,
    appRoleIds: appRoleIds.map((id) => id.toLowerCase()),
    isAdministrator,
    permissions: permissions ?? null,
  };
}

/** Assignments are told apart by text that is no GUID. */
function opaqueId({ chance }: Directory, key: string): string {
  return `${chance.guid(key)}${chance.guid(`${key}/2`)}`.replaceAll("-", "").slice(0, 43);
}
