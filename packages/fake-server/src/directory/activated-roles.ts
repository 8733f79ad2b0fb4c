import type { View } from "../replication/index.ts";
import type { Directory } from "./directory.ts";
import type { DirectoryObject } from "./directory-object.ts";
import { assignmentsIn, assignRole, removeRoleAssignment } from "./directory-roles.ts";
import { Refusal } from "./refusal.ts";
import { roleIds, roleTemplate } from "./role-templates.ts";
import type { Access } from "./users.ts";

/** What is active in every directory. */
const ALWAYS = roleIds(["Global Administrator"]);

/**
 * The built-in roles that are in use, by their templates' ids: a directory lists no other. Whatever is assigned is in use
 * too.
 *
 * @see https://learn.microsoft.com/graph/api/resources/directoryrole
 */
export function activatedRoles(access: Pick<Access, "view">): readonly string[] {
  return activeIn(access.view);
}

/** The template of a role in use, found by the role's own id or by `roleTemplateId`. */
export function activatedRole(
  directory: Directory,
  access: Access,
  { id, roleTemplateId }: { readonly id: string; readonly roleTemplateId?: string | undefined },
): string {
  const role = activatedRoles(access).find((one) =>
    roleTemplateId === undefined
      ? directoryRoleId(directory, one) === id.toLowerCase()
      : one === roleTemplateId.toLowerCase(),
  );
  if (role === undefined) throw new Refusal({ reason: "resource-not-found", id: roleTemplateId ?? id });
  return role;
}

/** Puts a built-in role to use. */
export function activateRole(access: Access, roleTemplateId: string): string {
  const template = roleTemplate(roleTemplateId);
  if (template?.id !== roleTemplateId.toLowerCase()) {
    throw new Refusal({ reason: "resource-not-found", id: roleTemplateId });
  }
  if (activeIn(access.primary).includes(template.id)) throw new Refusal({ reason: "role-active" });
  const key = `activatedRole/${template.id}`;
  access.commit("roles.activate", new Map([[key, { kind: "activatedRole", roleTemplateId: template.id }]]));
  return template.id;
}

/** A role in use has an id of its own. */
export function directoryRoleId({ chance }: Directory, roleTemplateId: string): string {
  return chance.guid(`directoryRole/${roleTemplateId}`);
}

/** Who has a role by an assignment of one's own, and is still there. */
export function holdersOf(view: View<DirectoryObject>, roleTemplateId: string): readonly string[] {
  return assignmentsIn(view)
    .filter(({ roleDefinitionId }) => roleDefinitionId === roleTemplateId)
    .map(({ principalId }) => principalId)
    .filter((id) => {
      const holder = view.get(id);
      return holder !== undefined && (holder.kind !== "user" || holder.deletedAt === null);
    });
}

/** Assigns a role in use by making somebody its member. */
export function addRoleMember(directory: Directory, access: Access, role: string, memberId: string): void {
  const isMember = assignmentsIn(access.primary).some(isOf(role, memberId));
  if (isMember) throw new Refusal({ reason: "reference-exists", of: "members" });
  assignRole(directory, access, { principalId: memberId, roleDefinitionId: role });
}

export function removeRoleMember(access: Access, role: string, memberId: string): void {
  const assignment = assignmentsIn(access.view).find(isOf(role, memberId));
  if (assignment === undefined) throw new Refusal({ reason: "resource-not-found", id: memberId });
  removeRoleAssignment(access, assignment.id);
}

function isOf(role: string, memberId: string) {
  return ({ roleDefinitionId, principalId }: { roleDefinitionId: string; principalId: string }) =>
    roleDefinitionId === role && principalId === memberId.toLowerCase();
}

function activeIn(view: View<DirectoryObject>): readonly string[] {
  const activated = view
    .find("activatedRole")
    .flatMap((object) => (object.kind === "activatedRole" ? [object.roleTemplateId] : []));
  const assigned = assignmentsIn(view)
    .map(({ roleDefinitionId }) => roleDefinitionId)
    .filter((id) => roleTemplate(id) !== undefined);
  return [...new Set([...ALWAYS, ...activated, ...assigned])];
}
