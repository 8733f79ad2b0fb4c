import type { View } from "../replication/index.ts";
import type { Directory } from "./directory.ts";
import type { DirectoryObject } from "./directory-object.ts";
import type { Principal } from "./principal.ts";
import { Refusal } from "./refusal.ts";
import type { RoleAssignment } from "./role-assignment.ts";
import { roleTemplate } from "./role-templates.ts";
import type { Access } from "./users.ts";

/** Who may read, and who may change, who has which role. */
const READ = ["RoleManagement.Read.Directory", "RoleManagement.ReadWrite.Directory", "Directory.Read.All"];

/**
 * The roles that somebody has, by template id: those of one's own, and those of the groups that one is in and that roles
 * can be assigned to.
 *
 * @see https://learn.microsoft.com/entra/identity/role-based-access-control/groups-concept
 */
export function rolesOf(view: View<DirectoryObject>, principalId: string): ReadonlySet<string> {
  const holders = [principalId, ...groupsOf(view, principalId)];
  return new Set(
    holders.flatMap((id) => assignmentsOf(view, id).map(({ roleDefinitionId }) => roleDefinitionId)),
  );
}

/** Whether a caller is shown who has which role. */
export function seesRoles({ permissions }: Principal): boolean {
  return permissions === undefined || permissions.some((permission) => READ.includes(permission));
}

export interface RoleAssignmentQuery {
  readonly principalId?: string;
  readonly roleDefinitionId?: string;
}

/** The assignments that the caller's instance shows. */
export function listRoleAssignments(
  access: Pick<Access, "view">,
  { principalId, roleDefinitionId }: RoleAssignmentQuery,
): readonly RoleAssignment[] {
  const all =
    principalId === undefined ? assignmentsIn(access.view) : assignmentsOf(access.view, principalId);
  return all.filter((one) => roleDefinitionId === undefined || one.roleDefinitionId === roleDefinitionId);
}

export function getRoleAssignment(access: Access, id: string): RoleAssignment {
  return found(access.view, id);
}

/** Assigns a role in the whole directory. */
export function assignRole(
  directory: Directory,
  access: Access,
  wanted: { readonly principalId: string; readonly roleDefinitionId: string },
): RoleAssignment {
  const holder = access.view.get(wanted.principalId.toLowerCase());
  if (!canHoldRoles(holder)) throw new Refusal({ reason: "resource-not-found", id: wanted.principalId });
  if (holder.kind === "group" && !holder.isAssignableToRole)
    throw new Refusal({ reason: "group-without-roles" });
  const roleId = assignable(access.view, wanted.roleDefinitionId);
  const taken = assignmentsOf(access.primary, holder.id).some(
    ({ roleDefinitionId }) => roleDefinitionId === roleId,
  );
  if (taken) throw new Refusal({ reason: "role-assigned" });
  const assignment = roleAssignmentOf(directory, holder.id, roleId);
  access.commit("roles.assign", new Map([[assignment.id, assignment]]));
  return assignment;
}

export function removeRoleAssignment(access: Access, id: string): void {
  found(access.view, id);
  found(access.primary, id);
  access.commit("roles.remove", new Map([[id, null]]));
}

/** An assignment as the directory keeps it. Its id is no GUID, and follows from whose and which it is. */
export function roleAssignmentOf(
  { chance }: Directory,
  principalId: string,
  roleDefinitionId: string,
): RoleAssignment {
  const key = `roleAssignment/${principalId}/${roleDefinitionId}`;
  const id = `${chance.guid(key)}${chance.guid(`${key}/2`)}`.replaceAll("-", "").slice(0, 40);
  return { kind: "roleAssignment", id, principalId, roleDefinitionId, directoryScopeId: "/" };
}

/** The groups that somebody is in. */
export function groupsOf(view: View<DirectoryObject>, memberId: string): readonly string[] {
  return view
    .find(`groupsOf:${memberId}`)
    .flatMap((object) => (object.kind === "membership" ? [object.groupId] : []))
    .filter((groupId) => view.get(groupId)?.kind === "group");
}

/** The roles that a principal was given itself. */
export function ownRoles(view: View<DirectoryObject>, principalId: string): readonly string[] {
  return assignmentsOf(view, principalId).map(({ roleDefinitionId }) => roleDefinitionId);
}

/** The id of a role that can be assigned: built in, or the directory's own and enabled. */
function assignable(view: View<DirectoryObject>, id: string): string {
  const template = roleTemplate(id);
  if (template !== undefined) return template.id;
  const custom = view.get(id.toLowerCase());
  if (custom?.kind !== "roleDefinition" || !custom.isEnabled)
    throw new Refusal({ reason: "role-unknown", id });
  return custom.id;
}

type Holder = DirectoryObject & { readonly kind: "user" | "group" | "servicePrincipal" };

function canHoldRoles(object: DirectoryObject | undefined): object is Holder {
  if (object?.kind === "user") return object.deletedAt === null;
  return object?.kind === "group" || object?.kind === "servicePrincipal";
}

function found(view: View<DirectoryObject>, id: string): RoleAssignment {
  const assignment = view.get(id);
  if (assignment?.kind !== "roleAssignment") throw new Refusal({ reason: "resource-not-found", id });
  return assignment;
}

/** Every assignment that a view shows. */
export function assignmentsIn(view: View<DirectoryObject>): readonly RoleAssignment[] {
  return view.find("roleAssignment").filter((object) => object.kind === "roleAssignment");
}

function assignmentsOf(view: View<DirectoryObject>, principalId: string): readonly RoleAssignment[] {
  return view
    .find(`rolesOf:${principalId.toLowerCase()}`)
    .filter((object) => object.kind === "roleAssignment");
}
